import { leadingCode } from '../text/code.ts'
import { isTiming } from '../text/timing.ts'
import { filled, type Grid, type GridRow } from './grid.ts'

const number = /^\d{1,3}[.．]?$/u

/** Whether the rows of a table without heads show the form's columns: NO, 局, 所管部, 施策 with its code … and the timing with its letter. */
export function looksLikeForm({ rows }: Grid): boolean {
  const full = rows.filter(row => filled(row).length >= 6)
  return full.length > 0 && full.every(isFormRow)
}

function isFormRow({ cells }: GridRow): boolean {
  const at = (column: number) => cells.find(cell => cell.column === column)
  const timing = at(6)?.lines[0]
  return (
    number.test(at(0)?.word ?? '') && leadingCode.test(at(3)?.word ?? '') && timing !== undefined && isTiming(timing)
  )
}
