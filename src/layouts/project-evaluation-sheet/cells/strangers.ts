import { joinPrinted, type Printed, textOf } from '../../../document/printed.ts'
import { isMoneyHead } from '../words/periods.ts'
import { cellsOn, type FormCell, isFilled, sharesColumn } from './grid.ts'
import type { Form } from './read.ts'
import type { Slot } from './slots.ts'

/** A pair of label and value that no edition has; `over` is the label or head that its own words stand under. */
export interface Stranger extends Pick<Slot, 'head' | 'values'> {
  readonly over?: FormCell
}

/** Its label whole: 成果指標１ 令和6年度目安. */
export const labelOf = ({ over, head }: Stranger): Printed =>
  over ? joinPrinted([over.words, head.words], ' ') : head.words

/** The words of its label that no edition has. */
export const newWordsOf = ({ over, head }: Stranger): string =>
  textOf((over && head.label !== undefined ? over : head).words)

/**
 * What the sheet prints under words that no edition has, in reading order: labels nobody knows, columns and rows whose year is followed
 * by a new word (令和6年度目安, 令和6年度最終予算額). Only what no field took; it counts as read then.
 */
export function strangersOf(form: Form, unknown: readonly Slot[]): Stranger[] {
  const columns = takeFree(form, [...indicatorColumns(form), ...moneyColumns(form), ...moneyRows(form)])
  const labels = takeFree(form, unknown)
  const rows = takeFree(
    form,
    labels.flatMap(label => amountsBehind(form, label)),
  )
  return [...columns, ...labels, ...rows].sort((a, b) => a.head.row - b.head.row || firstColumn(a) - firstColumn(b))
}

const firstColumn = ({ head, values }: Stranger): number => (values[0] ?? head).column

/** Those of which no field took anything. A label counts as read from then on, and so does the cell beside it. */
function takeFree(form: Form, found: readonly Stranger[]): Stranger[] {
  const free = found.filter(({ head, values }) => [head, ...values].every(cell => !form.used.has(cell)))
  for (const { head, values } of free) for (const cell of [head, ...values]) form.used.add(cell)
  return free
}

/** 令和6年度目安: a year, then a word that no edition prints there. */
const headLike = /^(?:明治|大正|昭和|平成|令和|[MTSHR])?(?:元|\d{1,4})年度\D{1,12}$/u

const isNewHead = (cell: FormCell): boolean =>
  cell.label === undefined && headLike.test(cell.word) && cell.periods === undefined

/** Beside 活動指標１, with the value below each. */
const indicatorColumns = ({ cells }: Form): Stranger[] =>
  cells
    .filter(cell => cell.label?.kind === 'indicator')
    .flatMap(over =>
      cells
        .filter(cell => isNewHead(cell) && cell.row >= over.row && cell.row < over.to)
        .map(head => ({ over, head, values: cells.filter(cell => cell.row === head.to && isBelow(cell, head)) })),
    )

/** Beside the years over the columns of 事業費, a pair for each amount below. */
const moneyColumns = ({ cells }: Form): Stranger[] =>
  cells
    .filter(cell => isNewHead(cell) && cells.some(each => each.row === cell.row && isMoneyColumn(each)))
    .flatMap(over =>
      cells
        .filter(cell => cell.label?.kind === 'amounts' && cell.top === over.top && cell.row > over.row)
        .map(head => ({ over, head, values: cells.filter(cell => cell.row === head.row && isBelow(cell, over)) })),
    )

/** 減価償却費 before the columns of 事業費: a pair for each year. */
const moneyRows = ({ cells }: Form): Stranger[] =>
  cells.filter(isMoneyColumn).flatMap(over => {
    const isColumn = cells.some(
      cell => cell.row === over.row && cell.top === over.top && cell.label?.kind === 'amounts',
    )
    const amounts = isColumn ? [] : cells.filter(cell => cell.top === over.top && isBelow(cell, over) && isAmount(cell))
    return amounts.flatMap(amount => {
      const head = cells.find(cell => cell.row === amount.row && cell.column < over.column)
      return head && !head.label && !isAmount(head) ? [{ over, head, values: [amount] }] : []
    })
  })

const isAmount = ({ word }: FormCell): boolean => /^[▲△-]?\d[\d,.]*(?:人工|千円)?$/u.test(word)

const isMoneyColumn = (cell: FormCell): boolean => cell.periods?.every(isMoneyHead) === true

const isBelow = (cell: FormCell, head: FormCell): boolean =>
  cell.row >= head.to && sharesColumn(cell, head) && isFilled(cell) && !cell.label

/** 令和8年度要求額｜900｜うち特定財源｜5: amounts under labels that are known, in a row that is not. */
function amountsBehind(form: Form, { head: over }: Stranger): Stranger[] {
  const behind = new Set(cellsOn(form.cells, over.row).filter(cell => cell.column > over.column))
  return form.slots
    .filter(({ head, values }) => head.label?.kind === 'amounts' && behind.has(head) && values.length > 0)
    .map(({ head, values }) => ({ over, head, values }))
}
