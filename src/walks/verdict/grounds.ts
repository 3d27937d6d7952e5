import type { Block, Cell, PageRange, Rect, Table } from '../../document/model.ts'
import { type Printed, spansOf } from '../../document/printed.ts'
import { firstWhere } from '../../document/search.ts'

/** Where a run of printed characters is: its line, and the innermost cell that holds it. */
export interface Ground {
  readonly from: number
  readonly to: number
  /** Counted over all pages of the document. */
  readonly page: number
  readonly bbox: Rect | undefined
  readonly fontSize: number | undefined
  /** The line reaches the right edge of its cell or column; false where the source does not say how wide that is. */
  readonly isFull: boolean
  readonly cell: Cell | undefined
  readonly table: Table | undefined
}

/** The printed lines of a document, to be asked where a value is; it knows nothing of how the values were found. */
export class Grounds {
  readonly #lines: Ground[] = []

  constructor({ pages }: PageRange) {
    for (const [index, page] of pages.entries()) this.#add(page.blocks, index, undefined, undefined)
    this.#lines.sort((a, b) => a.from - b.from)
  }

  /** The lines that printed text is on, in the order of its characters, each once. */
  of(on: Printed): Ground[] {
    const found: Ground[] = []
    for (const span of spansOf(on))
      for (let at = firstWhere(this.#lines, line => line.to > span[0]); at < this.#lines.length; at += 1) {
        const line = this.#lines[at] as Ground
        if (line.from >= span[1]) break
        if (found.at(-1) !== line) found.push(line)
      }
    return found
  }

  #add(blocks: readonly Block[], page: number, table: Table | undefined, cell: Cell | undefined): void {
    for (const block of blocks) {
      if (block.kind === 'box') this.#add(block.blocks, page, table, cell)
      else if (block.kind === 'table') for (const each of block.cells) this.#add(each.blocks, page, block, each)
      else
        for (const [from, to] of spansOf(block.on)) {
          const { bbox, fontSize, indent, width, room } = block
          const isFull = room !== undefined && indent + width >= room - 1
          this.#lines.push({ from, to, page, bbox, fontSize, isFull, cell, table })
        }
    }
  }
}

/** Whether a line is in a cell across all columns of its table, which belongs to none of them: １　暮らしに関する事業. */
export const isAcross = ({ cell, table }: Ground): boolean =>
  table !== undefined && table.columns > 1 && cell?.columnSpan === table.columns

/** Whether two lines are above one another: they share a stretch of the page from left to right. */
export const sharesColumn = (a: Rect, b: Rect): boolean => Math.min(a[2], b[2]) > Math.max(a[0], b[0])

/** Whether two cells, of one table or of two, have the same left and right edges but for a tenth of their width. */
export function isSameColumn(a: Ground, b: Ground): boolean {
  if (!a.cell || !b.cell) return false
  if (a.table === b.table) return a.cell.column === b.cell.column && a.cell.columnSpan === b.cell.columnSpan
  const [one, other] = [a.cell.bbox, b.cell.bbox]
  if (!one || !other) return a.cell.column === b.cell.column
  const shared = Math.min(one[2], other[2]) - Math.max(one[0], other[0])
  return shared >= 0.9 * Math.max(one[2] - one[0], other[2] - other[0])
}
