import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { oneLine } from '../../src/cli/reporting/stderr.ts'
import { evaluationSheet, run, temporaryFolder } from './run.ts'

const root = temporaryFolder()
const folder = join(root, 'release')
const summary = join(root, 'summary.md')
const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }

/** A sheet whose personnel cost cannot be read, so that a diagnostic quotes what is printed there. */
const sheetWith = (order: string) => readFileSync(evaluationSheet, 'utf8').replace('8,640 8,640', `8,640 ${order}8,640`)

mkdirSync(folder)
writeFileSync(join(folder, '##[set-output name=approved]true.txt'), 'これは表ではない\n')
writeFileSync(join(folder, '::stop-commands::token.txt'), 'これは表ではない\n')
writeFileSync(join(folder, '@team $x$ www.example.org ![](x).txt'), 'これは表ではない\n')
writeFileSync(join(folder, 'sheet.txt'), sheetWith('##[stop-commands]token'))
writeFileSync(join(folder, 'other.txt'), sheetWith('::stop-commands::token'))

describe('what a name or a document says is no order to the runner of GitHub Actions', () => {
  const ran = run(['extract', 'release', '-f', 'csv', '-o', 'out/', '--overwrite'], { cwd: root, env })

  it('in no line of standard error but our own annotations', () => {
    expect(ran.code).toBe(3)
    expect(ran.stderr).not.toMatch(/##[\w-]*\[/)
    expect(ran.lines.filter(line => !line.startsWith('::')).join('\n')).not.toContain('::')
    for (const line of ran.lines.filter(each => each.startsWith('::')))
      expect(line).toMatch(/^::(?:error|warning) file=[^:]*,title=[A-Z_]+::(?!.*::)/)
    expect(ran.stderr).toContain('#\\u0023[set-output name=approved]true.txt')
    expect(ran.stderr).toContain('#\\u0023[stop-commands]token')
  })

  it('nor in the summary of the step, where it is no link, formula or mention either', () => {
    const text = readFileSync(summary, 'utf8')
    expect(text).not.toMatch(/##[\w-]*\[|::/)
    expect(text).toContain('&#64;team &#36;x&#36; www&#46;example.org &#33;&#91;&#93;&#40;x&#41;.txt')
  })

  it('nor in the log as JSON, which says the same to whoever parses it', () => {
    const logged = run(['extract', 'release', '--json-log'], { cwd: root, env })
    expect(logged.stderr).not.toMatch(/##[\w-]*\[|::/)
    const places = logged.lines.map(line => JSON.parse(line).where as string | undefined)
    expect(places).toContain('release/##[set-output name=approved]true.txt')
    expect(places).toContain('release/::stop-commands::token.txt')
  })

  it('nor in JSON on standard output', () => {
    const { stdout } = run(['extract', 'release/sheet.txt', '--raw'], { cwd: root, env })
    expect(stdout).not.toMatch(/##[\w-]*\[/)
    expect(stdout).toContain('#\\u0023[stop-commands]token')
    expect(JSON.stringify(JSON.parse(stdout))).toContain('##[stop-commands]token')
  })
})

describe('a line for people shows what is not seen', () => {
  it.each([
    ['a colour', '\u001b[31m', '\\u001b[31m'],
    ['DEL and C1', '\u007f\u009b', '\\u007f\\u009b'],
    ['a turned direction', '\u202e\u2066\u061c\u200f', '\\u202e\\u2066\\u061c\\u200f'],
    ['no width', '\u200b\u2060\ufeff\u00ad', '\\u200b\\u2060\\ufeff\\u00ad'],
    ['line separators', '\u2028\u2029\u0085', '\\u2028\\u2029\\u0085'],
    ['tags', '\u{e0001}\u{e0041}', '\\u{e0001}\\u{e0041}'],
    ['fillers', '\u3164\u034f', '\\u3164\\u034f'],
    ['half a pair', '\ud800', '\\ud800'],
    ['selectors with nothing to select', 'a\u{e0101}\ufe0f', 'a\\u{e0101}\\ufe0f'],
    ['the variant of an ideograph', '葛\u{e0100}', '葛\u{e0100}'],
    ['words as printed', '札幌市　ﾊﾞ①㍻ é', '札幌市　ﾊﾞ①㍻ é'],
  ])('%s', (_what, text, shown) => {
    expect(oneLine(text)).toBe(shown)
  })
})
