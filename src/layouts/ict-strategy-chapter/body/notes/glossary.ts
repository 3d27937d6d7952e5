import { type Printed, textOf } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import type { In } from '../../../kit/fields.ts'
import { blank, type Leaf, printed } from '../../../kit/leaves.ts'
import type { Book } from '../../page/book.ts'
import { joinParagraphs, measureOf, paragraphsOf, runsOf } from '../../page/paragraphs.ts'
import type { Part } from '../../page/parts.ts'
import type { LineToken, Token } from '../../page/stream.ts'
import type { HeaderShape } from '../../record.ts'
import { glossaryHeads } from '../../words/index.ts'
import type { Explanation } from './explanation.ts'
import { addRows, isGlossary } from './glossary-rows.ts'

type GlossaryIn = In<HeaderShape>['glossary'][number]

/** The explanations of some parts, and the tokens that they stand in. */
export function explanationsOf(parts: readonly Part[], book: Book): { found: Explanation[]; used: Set<Token> } {
  const found: Explanation[] = []
  const used = new Set<Token>()
  for (const { is, tokens } of parts) {
    for (const token of tokens) {
      if (token.kind !== 'table' || !isGlossary(token.table, is === 'glossary')) continue
      used.add(token)
      addRows(token.table, found, book)
    }
    if (is === 'glossary')
      found.push(
        ...fromLines(
          tokens.filter(token => token.kind === 'line'),
          book,
        ),
      )
  }
  return { found, used }
}

/** Where a text lost the table: a number on a line of its own, the term, and the lines of the definition. */
function fromLines(tokens: readonly LineToken[], book: Book): Explanation[] {
  const runs = runsOf(tokens)
  const starts = runs.flatMap((run, index) => (isNumberRun(run) ? [index] : []))
  for (const { line } of tokens)
    if (glossaryHeads.flat().some(word => compact(word) === compact(textOf(line.on)))) book.label(line.on)
  return starts.flatMap((start, at) => {
    const [no, term, ...definition] = runs.slice(start, starts[at + 1])
    if (!no?.[0] || !term || definition.length === 0) return []
    const on = joinParagraphs(definition.flatMap(run => paragraphsOf(run, measureOf(tokens))).filter(isWords))
    return [{ no: no[0].line.on, term: joinLines(term.map(({ line }) => line.on)), definition: on, marks: [] }]
  })
}

const isNumberRun = (run: readonly LineToken[]): boolean =>
  run.length === 1 && /^\d{1,3}$/u.test(compact(textOf((run[0] as LineToken).line.on)))

const isWords = (on: Printed): boolean => !glossaryHeads.flat().some(word => compact(word) === compact(textOf(on)))

/** The leaves of some explanations; a part that is not printed is blank. */
export function explanationLeaves(explanations: readonly Explanation[], book: Book): GlossaryIn[] {
  return explanations.map(({ no, term, definition, marks }) => {
    book.mark(...marks)
    return {
      no: filled(no, printed),
      term: filled(term, on => book.plain(on)),
      definition: filled(definition, on => book.plain(on)),
    }
  })
}

const filled = (on: Printed, leaf: (on: Printed) => Leaf): Leaf => (textOf(on).trim() === '' ? blank(on) : leaf(on))
