import { periodsOf } from '../parse/tokens.ts'
import { cellsOn, type FormCell, isFilled } from './grid.ts'

/**
 * The cells with the labels that are none: a value may be a word of the form (事業名｜予算, 指標名｜事業費). What stands where a value
 * must stand, with no cell of its own beside it, is the value.
 */
export function withoutFalseLabels(cells: readonly FormCell[]): FormCell[] {
  const values = new Set(cells.filter(cell => cell.label && isValue(cells, cell)))
  return cells.map(cell => (values.has(cell) ? { ...cell, label: undefined } : cell))
}

function isValue(cells: readonly FormCell[], cell: FormCell): boolean {
  const row = cellsOn(cells, cell.row)
  const at = row.indexOf(cell)
  const [before, behind] = [row[at - 1], row[at + 1]]
  if (!before?.label || before.row !== cell.row) return false
  if (before.label.kind === 'name') return true
  if (before.label.kind === 'indicator') return cell.label?.kind !== 'name' || (!!behind && isHead(behind))
  return hasValue(before) && (!behind || isLabelBehind(behind)) && cell.label?.printed !== '千円'
}

/** Labels that are followed by a cell of their own, not by other labels. */
const hasValue = ({ label }: FormCell): boolean =>
  label !== undefined && label.kind !== 'group' && label.kind !== 'amounts' && label.printed !== '事業内容'

const isLabelBehind = (cell: FormCell): boolean => isFilled(cell) && cell.label !== undefined

const isHead = (cell: FormCell): boolean => periodsOf(cell.on) !== undefined
