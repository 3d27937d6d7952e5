import type { Block, Cell, Table } from '../../../document/model.ts'
import { limit } from '../limits.ts'

const mostColumns = 1000
const mostRows = 65_534

interface Place {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Finds the place of each cell of an HTML table: cells that span rows push those of the rows below aside. */
export class Grid {
  readonly #cells: Cell[] = []
  /** For each column the first row that no cell from above reaches. */
  readonly #free: number[] = []
  #row = -1
  #column = 0
  #columns = 0
  #inRow = false

  beginRow(): void {
    this.#row += 1
    this.#column = 0
    this.#inRow = true
  }

  endRow(): void {
    this.#inRow = false
  }

  /** The place of the next cell; `rowSpan` 0 means all rows that follow. */
  next(rowSpan: number, columnSpan: number): Place {
    if (!this.#inRow) this.beginRow()
    while ((this.#free[this.#column] ?? 0) > this.#row) this.#column += 1
    const place = {
      row: this.#row,
      column: this.#column,
      rowSpan: rowSpan === 0 ? mostRows : Math.min(rowSpan, mostRows),
      columnSpan: Math.max(1, Math.min(columnSpan, mostColumns)),
    }
    this.#column += place.columnSpan
    this.#columns = Math.max(this.#columns, this.#column)
    if (place.rowSpan > 1) this.#occupy(place)
    return place
  }

  put(place: Place, blocks: readonly Block[]): void {
    this.#cells.push({ ...place, blocks })
    limit(this.#cells.length, 'table cells')
  }

  table(): Table | undefined {
    const rows = this.#row + 1
    const cells = this.#cells.map(cell => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows - cell.row) }))
    return cells.length === 0 ? undefined : { kind: 'table', rows, columns: this.#columns, cells }
  }

  /** No real table is that wide: what spans further right pushes nothing aside. */
  #occupy({ row, column, rowSpan, columnSpan }: Place): void {
    const end = Math.min(column + columnSpan, mostColumns)
    for (let at = column; at < end; at += 1) {
      while (this.#free.length < at) this.#free.push(0)
      this.#free[at] = row + rowSpan
    }
  }
}
