import { isHeading } from '../../words/rows.ts'
import { cellsOn, type FormCell, isFilled } from '../grid.ts'
import { labelsAbove } from './labels-above.ts'
import { isLabelLike } from './slots.ts'

/**
 * The cells with the labels that are none: a value may be a word of the form (事業名｜予算, 指標名｜事業費). What is where a value
 * must be, with no cell of its own beside it, is the value.
 */
export function withoutFalseLabels(cells: readonly FormCell[]): FormCell[] {
  const values = new Set<FormCell>()
  const overValues = new Set(labelsAbove(cells, isLabelLike).flatMap(({ labels }) => labels))
  // From left to right: in 開始｜年度｜終了｜年度 the unit alone is a value, and the label behind it is beside no label.
  for (const cell of cells) if (cell.label && !overValues.has(cell) && isValue(cells, cell, values)) values.add(cell)
  return cells.map(cell => (values.has(cell) ? { ...cell, label: undefined } : cell))
}

function isValue(cells: readonly FormCell[], cell: FormCell, values: ReadonlySet<FormCell>): boolean {
  if (isBelowYear(cells, cell)) return true
  const row = cellsOn(cells, cell.row)
  const at = row.indexOf(cell)
  const [before, behind] = [row[at - 1], row[at + 1]]
  if (!before?.label || before.row !== cell.row || values.has(before)) return false
  if (before.label.kind === 'name') return true
  if (before.label.kind === 'indicator' && cell.label?.kind === 'indicator') return false
  if (before.label.kind === 'indicator') return cell.label?.kind !== 'name' || (!!behind && isHead(behind))
  return hasValue(before) && (!behind || isLabelBehind(behind)) && cell.label?.printed !== '千円'
}

/** Labels that are followed by a cell of their own, not by other labels. */
const hasValue = ({ label }: FormCell): boolean =>
  label !== undefined && !isHeading(label) && label.kind !== 'amounts' && label.printed !== '事業内容'

const isLabelBehind = (cell: FormCell): boolean => isFilled(cell) && cell.label !== undefined

/** 令和6年度実績 above, just as wide, both beside 活動指標１: 予算 below it is what was printed for that year. */
const isBelowYear = (cells: readonly FormCell[], cell: FormCell): boolean =>
  cells.some(
    above =>
      above.to === cell.row &&
      above.column === cell.column &&
      above.columnTo === cell.columnTo &&
      isHead(above) &&
      cellsOn(cells, cell.row).some(each => each.label?.kind === 'indicator' && each.row <= above.row),
  )

const isHead = (cell: FormCell): boolean => cell.periods !== undefined
