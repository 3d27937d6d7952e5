import { type Cell, linesOf } from '../../../../document/model.ts'
import { type Printed, textOf } from '../../../../document/printed.ts'
import { joinCell } from '../../../../document/prose/prose.ts'
import { endsSentence } from '../../../../document/prose/sentences.ts'
import { cellRows } from '../../../../document/table/cell-rows.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import { withoutRaised } from '../../page/book.ts'
import { compacted } from '../../page/headings/compact.ts'
import { codeKey } from '../../page/headings/measure-heading.ts'
import type { Token } from '../../page/stream.ts'

/** The sentence that the overview table prints beside each code. */
export function overviewVisions(tokens: readonly Token[]): Map<string, string> {
  const visions = new Map<string, string>()
  for (const token of tokens)
    if (token.kind === 'table')
      for (const cells of cellRows(token.table)) {
        const code = cells.map(codeOfCell).find(found => found !== undefined)
        const vision = cells.map(cellText).find(endsSentence)
        if (code && vision) visions.set(codeKey(code), withoutRaised(compact(textOf(vision))))
      }
  return visions
}

export const cellText = ({ blocks }: Cell): Printed => joinCell(linesOf(blocks))

const codeOfCell = (cell: Cell): Printed | undefined => codeIn(cellText(cell))

/** 1 - 1 暮らしの質の向上: the code that a text begins with; undefined of a text without one, and of a sentence. */
export function codeIn(on: Printed): Printed | undefined {
  const { text, part } = compacted(on)
  const found = /^\d{1,2}(?:[-‐‑‒–—―−－]\d{1,2})*(?=\D|$)/u.exec(text)?.[0]
  return found && !endsSentence(on) ? part(0, found.length) : undefined
}
