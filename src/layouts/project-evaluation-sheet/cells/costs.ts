import type { In } from '../../kit/fields.ts'
import { absent, blank, type Leaf, printed } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'
import { itemsOf } from '../words/breakdowns.ts'
import { type CostField, costFieldOf, costLeaves } from '../words/cost-fields.ts'
import { isMoneyHead, type PeriodHead } from '../words/periods.ts'
import { cellsOn, type FormCell, sharesColumn } from './grid.ts'
import { acrossLeaf, cellProse, type Form, taken } from './read.ts'

type Cost = In<RecordShape>['costs'][number]
type Breakdown = In<RecordShape>['costBreakdowns'][number]

/** The head of a column or row of money: 令和3年度決算, 令和5年度決算額. */
function moneyHead({ periods }: FormCell): PeriodHead | undefined {
  const [head, ...more] = periods ?? []
  return head && more.length === 0 && isMoneyHead(head) ? head : undefined
}

/** 事業費: a table with the years over its columns (2006, 2023), or a row a year with the amounts behind it (2025). */
export function costs(form: Form): Cost[] {
  const heads = form.cells.filter(cell => moneyHead(cell) && !isUnderBreakdown(form, cell))
  const rows = new Set(heads.map(cell => cell.row))
  const isColumns = [...rows].some(row => heads.filter(cell => cell.row === row).length > 1)
  return heads.map(head => (isColumns ? columnCost(form, head, heads) : rowCost(form, head)))
}

const isUnderBreakdown = (form: Form, head: FormCell): boolean =>
  cellsOn(form.cells, head.row).some(cell => cell.label?.field === 'costBreakdowns' && cell.column < head.column)

/** The amounts below a head, each on the row of its label; a row whose label is not printed is absent, an empty cell blank. */
function columnCost(form: Form, head: FormCell, heads: readonly FormCell[]): Cost {
  const labels = form.cells.filter(
    cell => cell.label?.kind === 'amounts' && cell.top === head.top && cell.row > head.row,
  )
  const leaf = (field: CostField): Leaf => {
    const label = labels.find(cell => isLabelOf(cell, field))
    if (!label) return absent
    const cell = form.cells.find(each => each.row === label.row && each !== label && sharesColumn(each, head))
    return cell ? (acrossLeaf(form, cell, heads) ?? taken(form, cell)) : blank()
  }
  return { ...headLeaves(form, head), ...costLeaves(leaf) }
}

/** 令和5年度決算額｜12,027｜うち特定財源｜0｜正規職員業務量｜0.50人工: what stands behind the head is the amount itself. */
function rowCost(form: Form, head: FormCell): Cost {
  const row = cellsOn(form.cells, head.row).filter(cell => cell.column > head.column)
  const leaf = (field: CostField): Leaf => {
    const at = row.findIndex(cell => isLabelOf(cell, field))
    if (at < 0 && field !== 'projectCostThousandYen') return absent
    const cell = row[at + 1]
    return cell && !cell.label ? taken(form, cell) : blank()
  }
  return { ...headLeaves(form, head), ...costLeaves(leaf) }
}

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
      if (!cell) return { ...leaves, text: blank(), items: [] }
      form.used.add(cell)
      const on = cellProse(form, cell.lines)
      return { ...leaves, text: printed(on), items: itemsOf(on) }
    })
}
