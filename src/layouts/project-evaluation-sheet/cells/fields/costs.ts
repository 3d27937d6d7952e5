import { match } from '../../../../document/printed.ts'
import { mark } from '../../../kit/claims.ts'
import type { In } from '../../../kit/fields.ts'
import { absent, blank, type Leaf, printed } from '../../../kit/leaves.ts'
import type { RecordShape } from '../../record.ts'
import { itemsOf } from '../../words/breakdowns.ts'
import { type CostField, costFieldOf, costLeaves } from '../../words/cost-fields.ts'
import { isMoneyHead, type PeriodHead } from '../../words/periods.ts'
import { cellsOn, type FormCell, isFilled, sharesColumn } from '../grid.ts'
import { acrossLeaf, cellProse, type Form, taken } from '../read.ts'

type Cost = In<RecordShape>['costs'][number]
type Breakdown = In<RecordShape>['costBreakdowns'][number]

/** The head of a column or row of money: 令和3年度決算, 令和5年度決算額. */
function moneyHead({ periods }: FormCell): PeriodHead | undefined {
  const [head, ...more] = periods ?? []
  return head && more.length === 0 && isMoneyHead(head) ? head : undefined
}

/**
 * 事業費: a table with the years over its columns (2006, 2023), or a row, or two, a year with the amounts behind it, each behind
 * its label (2025) or below it.
 */
export function costs(form: Form): Cost[] {
  const heads = form.cells.filter(cell => moneyHead(cell) && !isUnderBreakdown(form, cell))
  const across = heads.filter(head => isOverColumn(form, head))
  return heads.map(head => (across.includes(head) ? columnCost(form, head, across) : rowCost(form, head)))
}

const isUnderBreakdown = (form: Form, head: FormCell): boolean =>
  cellsOn(form.cells, head.row).some(cell => cell.label?.field === 'costBreakdowns' && cell.column < head.column)

/** Labels of amounts are below it at the left, and none is behind it on its row. */
const isOverColumn = ({ cells }: Form, head: FormCell): boolean => {
  const labels = cells.filter(cell => isAmounts(cell) && cell.top === head.top)
  const isBelow = labels.some(label => label.row >= head.to && label.columnTo <= head.column)
  return isBelow && !labels.some(label => label.row >= head.row && label.row < head.to && label.column >= head.columnTo)
}

const isAmounts = ({ label }: FormCell): boolean => label?.kind === 'amounts'

/** The amounts below a head, each on the row of its label; a row whose label is not printed is absent, an empty cell blank. */
function columnCost(form: Form, head: FormCell, heads: readonly FormCell[]): Cost {
  const labels = form.cells.filter(cell => isAmounts(cell) && cell.top === head.top && cell.row >= head.to)
  const leaf = (field: CostField): Leaf => {
    const label = labels.find(cell => isLabelOf(cell, field))
    if (!label) return absent
    const cell = form.cells.find(each => each.row === label.row && each !== label && sharesColumn(each, head))
    return cell ? (acrossLeaf(form, cell, heads) ?? amountOf(form, cell)) : blank()
  }
  return { ...headLeaves(form, head), ...costLeaves(leaf) }
}

/** 令和5年度決算額｜12,027｜うち特定財源｜0｜正規職員業務量｜0.50人工: what is behind the head is the amount itself. */
function rowCost(form: Form, head: FormCell): Cost {
  const behind = form.cells.filter(
    cell => cell.row >= head.row && cell.row < head.to && cell.top === head.top && cell.column >= head.columnTo,
  )
  const above = form.cells.filter(cell => isAmounts(cell) && cell.top === head.top && cell.to <= head.row)
  const leaf = (field: CostField): Leaf => {
    const label = behind.find(cell => isLabelOf(cell, field))
    if (label) return amountBehind(form, label)
    const over = above.findLast(cell => isLabelOf(cell, field) && cell.column >= head.columnTo)
    if (over) return amountBelow(form, behind, over, above)
    return field === 'projectCostThousandYen' ? amountBehind(form, head) : absent
  }
  return { ...headLeaves(form, head), ...costLeaves(leaf) }
}

function amountBehind(form: Form, before: FormCell): Leaf {
  const cell = cellsOn(form.cells, before.row).find(each => each.column >= before.columnTo)
  return cell && !cell.label ? amountOf(form, cell) : blank()
}

function amountBelow(form: Form, row: readonly FormCell[], label: FormCell, labels: readonly FormCell[]): Leaf {
  const cell = row.find(each => sharesColumn(each, label) && !each.label)
  return cell ? (acrossLeaf(form, cell, labels) ?? amountOf(form, cell)) : blank()
}

/** ※2 99,360: the mark of a note before an amount is no part of it. */
function amountOf(form: Form, cell: FormCell): Leaf {
  const { sign, amount } = match(cell.words, noteBefore)?.groups ?? {}
  if (!sign || !amount) return taken(form, cell)
  form.used.add(cell)
  form.furniture.push(mark(sign))
  return printed(amount)
}

const noteBefore = /^\s*(?<sign>[※＊*]\d{1,2})\s+(?<amount>[▲△-]?\d[\d,，]*(?:\s*千円)?)\s*$/du

const isLabelOf = ({ label }: FormCell, field: CostField): boolean =>
  label !== undefined && costFieldOf(label) === field

function headLeaves(form: Form, cell: FormCell): { fiscalYear: Leaf; kind: Leaf } {
  const head = moneyHead(cell) as PeriodHead
  form.used.add(cell)
  return { fiscalYear: printed(head.year), kind: printed(head.kind) }
}

/** 事業費の内訳｜令和4年度決算｜①…: the text behind a year. */
export function costBreakdowns(form: Form): Breakdown[] {
  return form.cells
    .filter(cell => moneyHead(cell) && isUnderBreakdown(form, cell))
    .map(head => {
      const cell = cellsOn(form.cells, head.row).find(each => each.column >= head.columnTo && !each.label)
      const leaves = headLeaves(form, head)
      if (!cell || !isFilled(cell)) return { ...leaves, text: blank(), items: [] }
      form.used.add(cell)
      const on = cellProse(form, cell.lines)
      return { ...leaves, text: printed(on), items: itemsOf(on) }
    })
}
