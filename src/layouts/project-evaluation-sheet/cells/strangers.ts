import { joinPrinted, type Printed, textOf } from '../../../document/printed.ts'
import { labelFurniture } from '../words/book.ts'
import { isMoneyHead } from '../words/periods.ts'
import { type Block, blockOf } from './fields/indicators.ts'
import { cellsOn, type FormCell, isFilled, sharesColumn } from './grid.ts'
import { isHeadLike, isHeadWord, isNewHead } from './labels/new-heads.ts'
import type { Slot } from './labels/slots.ts'
import type { Form } from './read.ts'

/** A pair of label and value that no edition has; `over` is the label or head that its own words are under. */
export interface Stranger extends Pick<Slot, 'head' | 'values'> {
  readonly over?: FormCell
}

/** Its label whole: 成果指標１ 令和6年度目安. */
export const labelOf = ({ over, head }: Stranger): Printed =>
  over ? joinPrinted([over.words, head.words].map(withoutColon), ' ') : withoutColon(head.words)

const withoutColon = (on: Printed): Printed => labelFurniture(on)[0]?.on ?? on

/** The words of its label that no edition has. */
export const newWordsOf = ({ over, head }: Stranger): string =>
  textOf(withoutColon((over && head.label !== undefined ? over : head).words))

/**
 * What the sheet prints under words that no edition has, in reading order: labels nobody knows, columns and rows whose year is followed
 * by a new word (令和6年度目安, 令和6年度最終予算額). Only what no field took; it counts as read then.
 */
export function strangersOf(form: Form, unknown: readonly Slot[]): Stranger[] {
  const columns = takeFree(form, [
    ...indicatorColumns(form),
    ...moneyColumns(form),
    ...moneyRowsBelow(form),
    ...moneyRows(form),
  ])
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

/** Among the heads of an indicator, with what they lead to: 令和6年度目安, 達成率. */
const indicatorColumns = (form: Form): Stranger[] =>
  form.cells
    .filter(cell => cell.label?.kind === 'indicator')
    .flatMap(over => {
      const block = blockOf(form, over)
      return newHeadsOf(form, block).map(head => ({ over, head, values: valuesAt(block, head) }))
    })
    .filter(({ values }) => values.length > 0)

function newHeadsOf({ cells }: Form, { label, beside, heads }: Block): FormCell[] {
  const own = beside.filter(isNewHead)
  const isAmong = (cell: FormCell) => heads.some(head => head.row === cell.row && head.to === cell.to)
  const row = cells.filter(cell => cell.top === label.top && isAmong(cell) && isHeadWord(cell))
  const isOver = heads.some(head => head.to <= label.row)
  const others = row.filter(cell => (isOver ? cell.column >= label.columnTo : beside.includes(cell)))
  return [...new Set([...own, ...others])]
}

const valuesAt = ({ label, beside, at }: Block, head: FormCell): FormCell[] => {
  const value = head.to <= label.row ? at(head) : beside.find(cell => cell.row === head.to && sharesColumn(cell, head))
  return value && isFilled(value) && !value.label && !isHeadLike(value) ? [value] : []
}

/** Beside the years over the columns of 事業費, a pair for each amount below. */
const moneyColumns = ({ cells }: Form): Stranger[] =>
  cells
    .filter(cell => isNewHead(cell) && cells.some(each => each.row === cell.row && isMoneyColumn(each)))
    .flatMap(over =>
      cells
        .filter(cell => cell.label?.kind === 'amounts' && cell.top === over.top && cell.row > over.row)
        .map(head => ({ over, head, values: cells.filter(cell => cell.row === head.row && isBelow(cell, over)) })),
    )

/** Below the years at the left of 事業費, a pair for each amount below its label. */
const moneyRowsBelow = ({ cells }: Form): Stranger[] =>
  cells.filter(isNewHead).flatMap(over =>
    cells
      .filter(cell => cell.label?.kind === 'amounts' && cell.top === over.top && cell.to <= over.row)
      .map(head => ({ over, head, values: cells.filter(cell => cell.row === over.row && isBelow(cell, head)) }))
      .filter(({ values }) => values.length > 0),
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
