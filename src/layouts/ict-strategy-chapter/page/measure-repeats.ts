import { linesOfRange, type PageRange } from '../../../document/model.ts'
import type { Printed } from '../../../document/printed.ts'
import type { Book } from './book.ts'
import { compacted } from './headings/compact.ts'
import { measureAt } from './headings/measure-heading.ts'
import type { Token } from './stream.ts'

/** 1-1　暮らしの利便性の向上 at the head of each page of a measure is a repeat of its heading; those lines are taken out. */
export function withoutMeasureHeads(tokens: readonly Token[], range: PageRange, book: Book): Token[] {
  const names = namesIn(tokens)
  if (names.size === 0) return [...tokens]
  for (const { on } of linesOfRange(range)) claimAgain(on, names, book)
  return tokens.filter(token => !(token.kind === 'line' && token.edge && isAgain(token.line.on, names)))
}

/** The measures as a running head names them, and the length of the code that the name follows. */
function namesIn(tokens: readonly Token[]): Map<string, number> {
  const headings = tokens.flatMap(token => (token.kind === 'line' ? (measureAt(token.line.on) ?? []) : []))
  return new Map(
    headings.flatMap(({ code, name }): [string, number][] => {
      const [codeText, nameText] = [compacted(code).text, name ? compacted(name).text : '']
      return nameText === '' ? [] : [[codeText + nameText, codeText.length]]
    }),
  )
}

const isAgain = (on: Printed, names: ReadonlyMap<string, number>): boolean => names.has(compacted(on).text)

function claimAgain(on: Printed, names: ReadonlyMap<string, number>, book: Book): void {
  const { text, part } = compacted(on)
  const length = names.get(text)
  if (length !== undefined) book.repeat(part(0, length), part(length))
}
