import { type Note, note } from '../../../../diagnostics/codes.ts'
import { fold, match, textOf } from '../../../../document/printed.ts'
import { say } from '../../../../messages/words.ts'
import type { In } from '../../../kit/fields.ts'
import { absent, blank, printed } from '../../../kit/leaves.ts'
import type { RecordShape } from '../../record.ts'
import { isIndicatorHead, type PeriodHead } from '../../words/periods.ts'
import { cellsOn, type FormCell, sharesColumn } from '../grid.ts'
import { acrossLeaf, type Form, taken } from '../read.ts'

type Indicator = In<RecordShape>['indicators'][number]

/** 活動指標１ with its name, and its values under or behind the heads of their years. */
export const indicators = (form: Form): Indicator[] => ranked(form).map(label => indicator(form, blockOf(form, label)))

/** Indicators that have a name and no column of values: these are printed in a way that is not known. */
export const withoutValues = (form: Form): Note[] =>
  ranked(form).flatMap((label, index) => {
    const block = blockOf(form, label)
    if (block.heads.length > 0 || !nameOf(form, block)) return []
    const pointer = `/records/0/indicators/${index}/values`
    const args = { what: textOf(label.words), expected: say('YEARS_OF_VALUES'), actual: say('NONE') }
    return [note('SEQUENCE_GAP', args, { pointer, on: label.words })]
  })

const ranked = ({ cells }: Form): FormCell[] =>
  cells.filter(cell => cell.label?.kind === 'indicator').sort((a, b) => rankOf(a) - rankOf(b))

const rankOf = ({ label, word }: FormCell): number =>
  (word.startsWith('活動') ? 0 : 100) + Number(/\d+/u.exec(label?.printed.normalize('NFKC') ?? word)?.[0] ?? 0)

/** What belongs to an indicator: the cells behind its label, and the heads over them or at their left. */
export interface Block {
  readonly label: FormCell
  readonly beside: readonly FormCell[]
  readonly heads: readonly FormCell[]
  /** Where a head leads to; undefined where no cell is there. */
  readonly at: (head: FormCell) => FormCell | undefined
}

/**
 * An indicator's values are below heads beside its label, or behind them; on its own row below heads over all of them; or below
 * the label itself, behind heads at the left of all of them.
 */
export function blockOf(form: Form, label: FormCell): Block {
  const beside = besideOf(form, label)
  const own = beside.filter(periodOf)
  if (own.length > 0) return { label, beside, heads: own, at: head => below(beside, head) ?? behind(beside, head) }
  const inTable = form.cells.filter(cell => cell.top === label.top && periodOf(cell))
  const over = lastRow(inTable.filter(head => head.to <= label.row && head.column >= label.columnTo))
  if (over.length > 0) return { label, beside, heads: over, at: head => onRow(beside, head) }
  const left = inTable.filter(head => head.row >= label.to && head.columnTo <= label.column)
  return { label, beside, heads: left, at: head => underLabel(form, label, head) }
}

/** Beside a label, up to the next indicator on its row. */
function besideOf(form: Form, label: FormCell): FormCell[] {
  const inRows = form.cells.filter(
    cell => cell.row >= label.row && cell.row < label.to && cell.column >= label.columnTo,
  )
  const next = inRows.filter(cell => cell.label?.kind === 'indicator' && cell.row === label.row)
  const end = Math.min(...next.map(cell => cell.column))
  return inRows.filter(cell => cell.column < end)
}

const lastRow = (heads: readonly FormCell[]): FormCell[] => heads.filter(head => head.to === heads.at(-1)?.to)

const isValue = (cell: FormCell): boolean => !cell.label && !cell.periods

const below = (beside: readonly FormCell[], head: FormCell): FormCell | undefined =>
  beside.find(cell => cell.row === head.to && sharesColumn(cell, head) && isValue(cell))

const behind = (beside: readonly FormCell[], head: FormCell): FormCell | undefined =>
  beside.find(cell => cell.row === head.row && cell.column === head.columnTo && isValue(cell))

const onRow = (beside: readonly FormCell[], head: FormCell): FormCell | undefined =>
  beside.find(cell => sharesColumn(cell, head) && isValue(cell))

const underLabel = ({ cells }: Form, label: FormCell, head: FormCell): FormCell | undefined =>
  cellsOn(cells, head.row).find(cell => cell !== head && sharesColumn(cell, label) && isValue(cell))

function indicator(form: Form, block: Block): Indicator {
  const { label, heads } = block
  const name = nameOf(form, block)
  const groups = match(fold(label.words), /^(?<kind>活動指標|成果指標)\s*[（(]?(?<no>[\d①-⑨]+)[）)]?[：:]?$/du)?.groups
  return {
    kind: printed(groups?.kind ?? label.on),
    no: printed(groups?.no ?? label.on),
    name: name ? taken(form, name) : blank(),
    values: heads.map(head => valueUnder(form, block, head)),
  }
}

/** The one head in a cell: 令和3年度実績. */
const periodOf = (cell: FormCell): PeriodHead | undefined => {
  const [period, ...more] = cell.periods ?? []
  return period && more.length === 0 && isIndicatorHead(period) ? period : undefined
}

/** The cell behind or below 指標名; in a form without that label the one between the indicator's label and the heads or values. */
function nameOf(form: Form, { label, beside, heads, at }: Block): FormCell | undefined {
  const own = beside.find(cell => cell.label?.kind === 'name')
  if (own) return cellsOn(form.cells, own.row).find(cell => cell.column === own.columnTo && !cell.label)
  const names = form.cells.filter(cell => cell.label?.kind === 'name' && cell.top === label.top)
  const over = names.findLast(cell => cell.to <= label.row)
  if (over) return beside.find(cell => sharesColumn(cell, over) && !cell.label)
  const left = names.find(cell => cell.row >= label.to && cell.columnTo <= label.column)
  if (left) return underLabel(form, label, left)
  const values = new Set(heads.map(at))
  const first = Math.min(...heads.map(head => head.column))
  const isAbove = (cell: FormCell) => cell.row === label.row && heads.every(head => head.row >= cell.to)
  return beside.find(cell => isValue(cell) && !values.has(cell) && (cell.columnTo <= first || isAbove(cell)))
}

function valueUnder(form: Form, { label, heads, at }: Block, head: FormCell) {
  const { year, kind } = periodOf(head) as PeriodHead
  const cell = at(head)
  form.used.add(head)
  const across = cell && cell.row >= label.row && acrossLeaf(form, cell, heads)
  if (across) return { fiscalYear: printed(year), kind: printed(kind), text: across, value: absent }
  const leaf = cell ? taken(form, cell) : blank()
  return { fiscalYear: printed(year), kind: printed(kind), text: leaf, value: leaf }
}
