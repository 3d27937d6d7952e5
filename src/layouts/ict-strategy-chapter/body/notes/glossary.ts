import { type Printed, textOf } from '../../../../document/printed.ts'
import type { In } from '../../../kit/fields.ts'
import { blank, type Leaf, printed } from '../../../kit/leaves.ts'
import type { Book } from '../../page/book.ts'
import type { Part } from '../../page/parts.ts'
import type { Token } from '../../page/stream.ts'
import type { HeaderShape } from '../../record.ts'
import type { Explanation } from './explanation.ts'
import { explanationsIn } from './glossary-lines.ts'
import { addRows, isGlossary } from './glossary-rows.ts'

type GlossaryIn = In<HeaderShape>['glossary'][number]

/** The explanations of some parts, and the tokens that they are in. */
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
        ...explanationsIn(
          tokens.filter(token => token.kind === 'line'),
          book,
        ),
      )
  }
  return { found, used }
}

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
