import { textOf } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import type { Book } from '../../page/book.ts'
import { joinParagraphs, lineRuns, measureOf, paragraphsOf } from '../../page/paragraphs.ts'
import type { LineToken } from '../../page/stream.ts'
import { glossaryHeads } from '../../words/index.ts'
import type { Explanation } from './explanation.ts'

/** The explanations in lines that no table holds: rows side by side on a page, or one part below the other in a text. */
export function explanationsIn(tokens: readonly LineToken[], book: Book): Explanation[] {
  for (const { line } of tokens) if (isHead({ line })) book.label(line.on)
  const lines = tokens.filter(token => !isHead(token))
  const rows = fromRows(lines)
  return rows.length > 0 ? rows : fromRuns(lines)
}

const isHead = ({ line }: Pick<LineToken, 'line'>): boolean =>
  glossaryHeads.flat().some(word => compact(word) === compact(textOf(line.on)))

const isNumber = ({ line }: LineToken): boolean => /^\d{1,3}$/u.test(compact(textOf(line.on)))

/** Rows that no rules part: number, term and definition begin at one height, and what goes on is below one of them. */
function fromRows(tokens: readonly LineToken[]): Explanation[] {
  const starts = tokens.flatMap((token, index) => (isRowAt(tokens, index) ? [{ token, index }] : []))
  return starts.flatMap(({ index }, at) => {
    const [no, term, definition, ...rest] = tokens.slice(index, starts[at + 1]?.index)
    if (!no || !term || !definition) return []
    const end = rest.findIndex(token => leftOf(token) < leftOf(term) - tolerance)
    const below = rest.slice(0, end === -1 ? undefined : end)
    const isOfTerm = (token: LineToken): boolean => leftOf(token) < leftOf(definition) - tolerance
    const words = [definition, ...below.filter(token => !isOfTerm(token))]
    return {
      no: no.line.on,
      term: joinLines([term, ...below.filter(isOfTerm)].map(({ line }) => line.on)),
      definition: joinParagraphs(paragraphsOf(words, measureOf(words))),
      marks: [],
    }
  })
}

/** Points by which lines of one column may begin apart. */
const tolerance = 3

const leftOf = ({ line }: LineToken): number => line.bbox?.[0] ?? 0

/** A number with two lines right of it, one right of the other, that share its height. */
function isRowAt(tokens: readonly LineToken[], index: number): boolean {
  const [no, term, definition] = tokens.slice(index, index + 3)
  if (!no || !term || !definition || !isNumber(no)) return false
  return isRightOf(term, no) && isRightOf(definition, term)
}

function isRightOf({ line: { bbox: right } }: LineToken, { line: { bbox: left } }: LineToken): boolean {
  return left !== undefined && right !== undefined && right[0] > left[2] && right[1] < left[3] && right[3] > left[1]
}

/** Where a text lost the table: a number on a line of its own, the term, and the lines of the definition. */
function fromRuns(tokens: readonly LineToken[]): Explanation[] {
  const runs = lineRuns(tokens)
  const starts = runs.flatMap(([first, ...others], index) =>
    first && others.length === 0 && isNumber(first) ? [index] : [],
  )
  return starts.flatMap((start, at) => {
    const [no, term, ...definition] = runs.slice(start, starts[at + 1])
    if (!no?.[0] || !term || definition.length === 0) return []
    const on = joinParagraphs(definition.flatMap(run => paragraphsOf(run, measureOf(tokens))))
    return [{ no: no[0].line.on, term: joinLines(term.map(({ line }) => line.on)), definition: on, marks: [] }]
  })
}
