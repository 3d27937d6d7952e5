import { type Note, note } from '../../../diagnostics/codes.ts'
import { nothing, type Printed, textOf } from '../../../document/printed.ts'
import { say } from '../../../messages/words.ts'
import { isListMark } from '../../../normalise/marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { mark } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { type Other, type Row, wholeText, wholeTitle } from '../cells/rows.ts'
import { joinCells } from '../cells/seam.ts'
import type { Initiative, Section } from './found.ts'
import { type Numbered, numberIn } from './numbers.ts'
import type { CellsOfItem } from './places.ts'

/** The initiatives, as their rows are met: one row each, or several where a page break cut it. */
export class InitiativeReading {
  readonly found: Initiative[] = []
  readonly furniture: Furniture[] = []

  begin(row: Row, cells: CellsOfItem, section: Section | undefined, start: Start): void {
    if (start.number) this.furniture.push(mark(start.number.token))
    this.found.push({
      section,
      number: start.number,
      title: [start.title],
      progress: cells.progress?.blocks ?? [],
      outlook: cells.outlook?.blocks ?? [],
      others: row.others ?? [],
      pages: row.page === null ? [] : [row.page],
      notes: start.notes,
      isShort: row.columns > 0 && row.width < row.columns,
    })
  }

  /** What a page break cut goes on column by column; above it nothing may be known of it. */
  goOn(row: Row, cells: CellsOfItem, section: Section | undefined): void {
    const above = this.#above(section)
    if (!above) {
      this.begin(row, cells, section, { number: undefined, title: nothing, notes: [] })
      return
    }
    if (cells.item) above.title = [...above.title, wholeText(cells.item.blocks)]
    above.progress = joinCells(above.progress, cells.progress?.blocks ?? [])
    above.outlook = joinCells(above.outlook, cells.outlook?.blocks ?? [])
    above.others = withRest(above.others, row.others ?? [])
    if (row.page !== null) above.pages.push(row.page)
  }

  /** A row without a number goes on with the one above, unless the numbers leave a place for it: `next` is the one below. */
  mayGoOn(cells: CellsOfItem, title: Printed, section: Section | undefined, next: number | undefined): boolean {
    const above = this.#above(section)
    if (!above) return false
    const last = numberIn(above.number)
    if (last !== undefined && next !== undefined) return next <= last + 1
    if (isOpen(textOf(wholeTitle(above.title)))) return true
    const texts = [cells.progress, cells.outlook].flatMap(cell => cell?.text ?? [])
    return textOf(title).length <= 40 && texts.some(text => !isListMark(text.charAt(0)))
  }

  #above(section: Section | undefined): Initiative | undefined {
    const above = this.found.at(-1)
    return above && above.section === section ? above : undefined
  }
}

/** What a page break cut goes on under its own head. */
function withRest(above: readonly Other[], below: readonly Other[]): Other[] {
  const word = ({ label }: Other): string => compact(textOf(label))
  const added = below.filter(other => above.every(known => word(known) !== word(other)))
  return [
    ...above.map(known => {
      const rest = below.find(other => word(other) === word(known))
      return rest ? { ...known, blocks: joinCells(known.blocks, rest.blocks) } : known
    }),
    ...added,
  ]
}

/** How an initiative begins. */
export interface Start {
  readonly number: Numbered | undefined
  readonly title: Printed
  readonly notes: readonly Note[]
}

/** A row without its last cell: what was in it is lost, unless it was empty. */
export function shortRow(row: Row, columns: number): Note[] {
  if (row.columns === 0 || row.columns >= columns) return []
  const args = { what: say('ROW_CELLS'), expected: columns, actual: row.columns }
  return [note('COUNT_MISMATCH', args, { severity: 'warning', expected: columns, actual: row.columns })]
}

/** A title with a bracket that is not closed goes on. */
const isOpen = (text: string): boolean =>
  (text.match(/[（(「]/gu)?.length ?? 0) > (text.match(/[）)」]/gu)?.length ?? 0)
