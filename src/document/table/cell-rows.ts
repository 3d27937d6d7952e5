import type { Cell, Table } from '../model.ts'

/** The cells that begin in each row of a table, from the top; none for a row in which no cell begins. One pass over the table. */
export function cellRows({ rows, cells }: Table): Cell[][] {
  const found: Cell[][] = Array.from({ length: rows }, () => [])
  for (const cell of cells) found[cell.row]?.push(cell)
  return found
}
