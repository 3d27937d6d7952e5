import { groupBy } from '../../../document/group-by.ts'
import { labelIn, wholeBook } from '../words/book.ts'
import { isHeading } from '../words/rows.ts'
import { type GridCell, isFilled } from './grid.ts'

/** The cells of a table as high as they are on the page, and the cells that only repeat the words of a higher one. */
export interface Stubbed {
  readonly cells: readonly GridCell[]
  readonly repeats: readonly GridCell[]
}

/**
 * Where a converter writes no spans, the cells below a merged one at the left of a table are empty, or print its words again: the rows
 * belong to it. Cells that the source shows with spans or with their places are left as they are.
 */
export function withStubs(cells: readonly GridCell[]): Stubbed {
  if (cells.some(cell => cell.width !== undefined || cell.to - cell.row > 1)) return { cells, repeats: [] }
  const stubs = new Stubs()
  for (const row of groupBy(cells, cell => cell.row).values()) stubs.addRow(row)
  return stubs
}

class Stubs implements Stubbed {
  readonly #cells: GridCell[] = []
  readonly repeats: GridCell[] = []
  /** The row above, as indices: cells from further up that reach it included. */
  #above: number[] = []

  get cells(): readonly GridCell[] {
    return this.#cells
  }

  addRow(row: readonly GridCell[]): void {
    const isOwn = !row.some(isFilled) || isLabelAgain(row)
    const reaching: number[] = []
    let at = 0
    for (; at < row.length && !isOwn; at += 1) {
      const over = this.#over(row[at] as GridCell)
      if (over === undefined) break
      if (!reaching.includes(over)) reaching.push(over)
    }
    this.#extend(reaching, row.slice(0, at))
    const first = this.#cells.push(...row.slice(at)) - (row.length - at)
    this.#above = [...reaching, ...row.slice(at).map((_, index) => first + index)]
  }

  /** The cell above that a cell at the left of its row is the rest of: a filled one over an empty cell, or one with the same words. */
  #over(cell: GridCell): number | undefined {
    return this.#above.find(index => {
      const above = this.#cells[index] as GridCell
      if (above.top !== cell.top || !isFilled(above)) return false
      const isUnder = above.column <= cell.column && cell.columnTo <= above.columnTo
      return isUnder && (!isFilled(cell) || (cell.word === above.word && isWord(cell)))
    })
  }

  #extend(reaching: readonly number[], rest: readonly GridCell[]): void {
    for (const index of reaching) {
      const cell = this.#cells[index] as GridCell
      this.#cells[index] = { ...cell, to: cell.to + 1 }
    }
    this.repeats.push(...rest.filter(isFilled))
  }
}

/** 対象者｜市民 below 対象者｜企業: a label that is printed twice, unless it is one that heads others: 事業内容｜対象者, 活動指標１｜4,915. */
function isLabelAgain([first, second]: readonly GridCell[]): boolean {
  const label = first && labelOf(first)
  return label !== undefined && label.kind !== 'indicator' && !isHeading(label) && !(second && labelOf(second))
}

const labelOf = ({ word }: GridCell) => labelIn(wholeBook.inCells, word)

/** A figure below the same figure is another row's. */
const isWord = ({ word }: GridCell): boolean => /\p{L}{2}/u.test(word)
