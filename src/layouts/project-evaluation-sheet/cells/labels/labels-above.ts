import { type FormCell, isFilled } from '../grid.ts'

/** Labels side by side with their values below them, a cell each. */
export interface LabelsAbove {
  readonly labels: readonly FormCell[]
  readonly values: readonly FormCell[]
}

/** Rows of labels, two or more of the form among them, over a row of as many cells without a label. */
export function labelsAbove(cells: readonly FormCell[], isLabelLike: (cell: FormCell) => boolean): LabelsAbove[] {
  return [...new Set(cells.map(cell => cell.row))].flatMap(at => {
    const labels = cells.filter(cell => cell.row === at)
    const known = labels.filter(({ label }) => label !== undefined && valued.includes(label.kind))
    const isRow = labels.every(cell => cell.to === at + 1 && isFilled(cell) && (cell.label || isLabelLike(cell)))
    if (known.length < 2 || !isRow) return []
    const values = cells.filter(cell => cell.row === at + 1)
    return values.some(isFilled) && areBelow(labels, values) ? [{ labels, values }] : []
  })
}

const valued: readonly string[] = ['head', 'year', 'prose', 'choice', 'saving']

const areBelow = (labels: readonly FormCell[], values: readonly FormCell[]): boolean =>
  labels.length === values.length &&
  labels.every((cell, index) => {
    const value = values[index]
    return value?.top === cell.top && !value.label && value.column === cell.column && value.columnTo === cell.columnTo
  })
