import { fold, match } from '../../../document/printed.ts'
import type { In } from '../../kit/fields.ts'
import { absent, blank, printed } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'
import { isIndicatorHead, type PeriodHead } from '../words/periods.ts'
import { cellsOn, type FormCell, sharesColumn } from './grid.ts'
import { acrossLeaf, type Form, taken } from './read.ts'

type Indicator = In<RecordShape>['indicators'][number]

/** 活動指標１ and the rows beside it: the name, the heads of the columns, the values below them. */
export function indicators(form: Form): Indicator[] {
  return form.cells
    .filter(cell => cell.label?.kind === 'indicator')
    .map(label => ({ label, rank: rankOf(label) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ label }) => indicator(form, label))
}

const rankOf = ({ word }: FormCell): number => (word.startsWith('活動') ? 0 : 100) + Number(/\d+/u.exec(word)?.[0] ?? 0)

function indicator(form: Form, label: FormCell): Indicator {
  const beside = form.cells.filter(
    cell => cell.row >= label.row && cell.row < label.to && cell.column >= label.columnTo,
  )
  const heads = beside.filter(cell => periodOf(cell))
  const name = nameOf(form, beside, heads)
  const groups = match(fold(label.words), /^(?<kind>活動指標|成果指標)\s*(?<no>\d+)[：:]?$/du)?.groups
  return {
    kind: printed(groups?.kind ?? label.on),
    no: printed(groups?.no ?? label.on),
    name: name ? taken(form, name) : blank(),
    values: heads.map(head => valueBelow(form, beside, head, heads)),
  }
}

/** The one head in a cell: 令和3年度実績. */
const periodOf = (cell: FormCell): PeriodHead | undefined => {
  const [period, ...more] = cell.periods ?? []
  return period && more.length === 0 && isIndicatorHead(period) ? period : undefined
}

/** The cell behind 指標名; in a form without that label the one between the indicator's label and the heads. */
function nameOf(form: Form, beside: readonly FormCell[], heads: readonly FormCell[]): FormCell | undefined {
  const label = beside.find(cell => cell.label?.kind === 'name')
  if (label) return cellsOn(form.cells, label.row).find(cell => cell.column === label.columnTo && !cell.label)
  const first = Math.min(...heads.map(head => head.column))
  return beside.find(cell => cell.columnTo <= first && !cell.label)
}

function valueBelow(form: Form, beside: readonly FormCell[], head: FormCell, heads: readonly FormCell[]) {
  const period = periodOf(head) as PeriodHead
  const cell = beside.find(each => each.row === head.to && sharesColumn(each, head) && !each.label && !periodOf(each))
  form.used.add(head)
  const across = cell && acrossLeaf(form, cell, heads)
  if (across) return { fiscalYear: printed(period.year), kind: printed(period.kind), text: across, value: absent }
  const leaf = cell ? taken(form, cell) : blank()
  return { fiscalYear: printed(period.year), kind: printed(period.kind), text: leaf, value: leaf }
}
