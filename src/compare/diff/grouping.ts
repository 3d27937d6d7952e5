import { groupBy } from '../../document/group-by.ts'
import type { Row } from '../data/release.ts'

/** The cells of a row under some columns as one text; undefined where one of them is empty. */
export function keyOf(row: Row, columns: readonly string[]): string | undefined {
  const cells = columns.map(column => row.of(column))
  return cells.includes(null) ? undefined : JSON.stringify(cells)
}

/** The cells of a row under some columns as one text, also the empty ones. */
export const looseKeyOf = (row: Row, columns: readonly string[]): string =>
  JSON.stringify(columns.map(column => row.of(column)))

/** The cells of a row under some columns for people: `10/21045`. */
export const shownKey = (row: Row, columns: readonly string[]): string =>
  columns.map(column => row.of(column) ?? '?').join('/')

/** Rows with the same cells under some columns as one, a line of text a row. */
export const joinedRows = (rows: readonly Row[], columns: readonly string[], text: string): Row[] =>
  [...groupBy(rows, row => looseKeyOf(row, columns)).values()].map(group => {
    const [first] = group as [Row]
    const lines = group.map(row => row.of(text) ?? '').join('\n')
    return {
      table: first.table,
      of: column => (column === text ? lines : first.of(column)),
      isDoubted: column => group.some(row => row.isDoubted(column)),
    }
  })
