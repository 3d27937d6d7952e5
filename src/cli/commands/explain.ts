import { severities } from '../../diagnostics/codes.ts'
import { explainedIn } from '../../messages/explained.ts'
import { say } from '../../messages/words.ts'
import { closestTo } from '../../writers/closest.ts'
import { widthOf } from '../columns/width.ts'
import { wrapped } from '../columns/wrapping.ts'
import { exit } from '../exit-codes.ts'
import { screenLanguage } from '../language.ts'
import { printOut } from '../output/stdout.ts'
import { shown, usage } from '../reporting/stderr.ts'

/** Tells what codes mean, with an example and what to do; without a code, what every code means. Returns the exit code. */
export async function explain(codes: readonly string[]): Promise<number> {
  const groups = explainedIn(screenLanguage())
  const known = Object.entries({ ...groups.diagnostics, ...groups.failures, ...groups.others })
  if (codes.length === 0) {
    await printOut(listed(known.map(([code, { meaning }]) => [code, meaning] as const)))
    return exit.done
  }
  const names = known.map(([code]) => code)
  const texts = codes.map(typed => {
    const code = typed.toUpperCase()
    const found = known.find(([name]) => name === code)?.[1]
    if (!found) throw unknown(typed, closestTo(code, names))
    const { meaning, example, todo } = found
    return pageOf(code, [meaning, shown(say('EXPLAIN_EXAMPLE', { example })), shown(say('EXPLAIN_TODO', { todo }))])
  })
  await printOut(texts.join('\n'))
  return exit.done
}

const unknown = (typed: string, meant: string | undefined) =>
  usage(
    'explain',
    say('NO_SUCH_CODE', { code: typed }),
    meant === undefined ? say('LIST_CODES') : say('DID_YOU_MEAN', { name: meant }),
  )

const columns = (): number => Math.min(process.stdout.columns || 100, 100)

function pageOf(code: string, lines: readonly string[]): string {
  const severity = (severities as { readonly [code: string]: keyof typeof levels })[code]
  const head = severity === undefined ? code : `${code} ${shown(levels[severity])}`
  return `${[head, ...lines.map(line => indented(line, 2))].join('\n')}\n`
}

const levels = { error: say('LEVEL_ERROR'), warning: say('LEVEL_WARNING'), info: say('LEVEL_INFO') } as const

const indented = (text: string, by: number): string =>
  wrapped(text, columns() - by)
    .split('\n')
    .map(line => ' '.repeat(by) + line)
    .join('\n')

function listed(rows: readonly (readonly [code: string, meaning: string])[]): string {
  const width = Math.max(...rows.map(([code]) => widthOf(code))) + 2
  return rows.map(([code, meaning]) => `${code.padEnd(width)}${indented(meaning, width).trimStart()}\n`).join('')
}
