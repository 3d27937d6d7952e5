import type { Printed } from '../../../document/printed.ts'
import { fold, textOf } from '../../../document/printed.ts'
import { thousandYen } from '../../../normalise/amounts.ts'
import { fiscalYear } from '../../../normalise/era.ts'
import type { In } from '../../fields.ts'
import { absent, blank, type Leaf, open, printed } from '../../leaves.ts'
import type { RecordShape } from '../record.ts'
import { compact } from '../vocabulary.ts'
import { isFree, labelTokens, type Sheet, take } from './sheet.ts'
import { isKind, type PeriodHead, type Token, type TokenOf } from './tokens.ts'

type Costs = In<RecordShape>['costs']

const rowFields = [
  'projectCostThousandYen',
  'specificRevenueThousandYen',
  'staffFte',
  'personnelCostThousandYen',
  'totalThousandYen',
] as const
type RowField = (typeof rowFields)[number]
type Rows = { readonly [F in RowField]?: readonly Printed[] }

/** 事業費 by column: the heads 令和3年度決算 … and the rows below them, wherever the text put them. */
export function costs(sheet: Sheet): Costs {
  const columns = separateColumns(sheet)
  if (columns.length > 0) return columns
  const heads = columnHeads(sheet)
  const rows = withOrphans(sheet, labelledRows(sheet, heads.length), heads.length)
  return heads.map((head, column) => ({
    fiscalYear: printed(head.year),
    kind: printed(head.kind),
    ...(Object.fromEntries(rowFields.map(field => [field, cell(rows[field], column, heads.length)])) as Record<
      RowField,
      Leaf
    >),
  }))
}

/**
 * 令和5年度決算額 12,027 うち特定財源 0 正規職員業務量 0.50 人工: every column for itself, its amount right behind its head. Only where all
 * heads stand so; else none.
 */
function separateColumns(sheet: Sheet): Costs {
  const heads = sheet.tokens.filter(isKind('periods')).filter(token => token.periods.every(isMoneyHead))
  const isSeparate = heads.every(head => head.periods.length === 1 && amountBehind(sheet, head) !== undefined)
  if (heads.length === 0 || !isSeparate) return []
  return heads.map((head, index) => {
    const found = columnBelow(sheet, head, heads[index + 1])
    take(sheet, head)
    const [period] = head.periods as [PeriodHead]
    return { fiscalYear: printed(period.year), kind: printed(period.kind), ...found }
  })
}

/** The one number right behind a head or label; (単位：千円) may stand between. */
function amountBehind(sheet: Sheet, token: Token): TokenOf<'numbers'> | undefined {
  let at = sheet.tokens.indexOf(token) + 1
  const isUnit = (next: Token | undefined) => isKind('label')(next) && compact(next.label.printed) === unitLabel
  while (isUnit(sheet.tokens[at])) at += 1
  const next = sheet.tokens[at]
  return isKind('numbers')(next) && next.numbers.length === 1 && isFree(sheet, next) ? next : undefined
}

const unitLabel = compact('（単位：千円）')

function columnBelow(sheet: Sheet, head: Token, next: Token | undefined): Record<RowField, Leaf> {
  const [from, to] = [sheet.tokens.indexOf(head), next ? sheet.tokens.indexOf(next) : sheet.tokens.length]
  const labels = labelTokens(sheet, 'amounts').filter(label => {
    const at = sheet.tokens.indexOf(label)
    return at > from && at < to
  })
  const cells: Record<RowField, Leaf> = Object.fromEntries(rowFields.map(field => [field, absent])) as Record<
    RowField,
    Leaf
  >
  for (const token of [head, ...labels]) {
    const field = isKind('label')(token) ? (token.label.field as RowField) : 'projectCostThousandYen'
    const value = amountBehind(sheet, token)
    take(sheet, token, ...(value ? [value] : []))
    cells[field] = value ? printed(value.numbers[0] as Printed) : open([], 'no amount stands behind its label')
  }
  return cells
}

export const isMoneyHead = (head: PeriodHead): boolean => /^(?:決算|予算)/u.test(textOf(fold(head.kind)))

/** The heads printed on one line; else the single ones that no text follows (those head the 内訳), in the form's order. */
function columnHeads(sheet: Sheet): PeriodHead[] {
  const money = sheet.tokens.filter(isKind('periods')).filter(token => token.periods.every(isMoneyHead))
  const row = money.find(token => token.periods.length > 1)
  if (row) {
    take(sheet, row)
    return [...row.periods]
  }
  const single = money.filter(token => !isTextAfter(sheet, token))
  take(sheet, ...single)
  return single.flatMap(token => token.periods).sort((a, b) => columnOrder(a) - columnOrder(b))
}

/** 令和3年度決算, 令和4年度予算, 令和4年度決算, 令和5年度予算: by year, the budget of a year before its result. */
const columnOrder = (head: PeriodHead): number =>
  (fiscalYear(textOf(fold(head.year))) ?? 0) * 2 + (textOf(head.kind).startsWith('決算') ? 1 : 0)

const isTextAfter = (sheet: Sheet, token: Token): boolean =>
  sheet.tokens[sheet.tokens.indexOf(token) + 1]?.kind === 'text'

type Runs = readonly TokenOf<'numbers'>[]
const numbersIn = (runs: Runs): Printed[] => runs.flatMap(token => token.numbers)

/**
 * The numbers beside each row's label: right behind it, or right before it where only so every row is full. Where both ways are full,
 * 事業費 + 人件費 = 計 decides.
 */
function labelledRows(sheet: Sheet, columns: number): Rows {
  const labels = labelTokens(sheet, 'amounts')
  const [behind, before] = ([1, -1] as const).map(step => labels.map(label => numbersBeside(sheet, label, step))) as [
    Runs[],
    Runs[],
  ]
  const isFull = (side: readonly Runs[]) => side.every(runs => numbersIn(runs).length === columns)
  const isBetter =
    isFull(before) &&
    (!isFull(behind) || (!sumsHold(rowsOf(labels, behind), columns) && sumsHold(rowsOf(labels, before), columns)))
  const side = isBetter ? before : behind
  take(sheet, ...labels, ...side.flat())
  return rowsOf(labels, side)
}

function rowsOf(labels: readonly TokenOf<'label'>[], side: readonly Runs[]): Rows {
  const rows: { [F in RowField]?: readonly Printed[] } = {}
  for (const [index, { label }] of labels.entries()) {
    const field = label.field as RowField
    rows[field] = [...(rows[field] ?? []), ...numbersIn(side[index] ?? [])]
  }
  return rows
}

function numbersBeside(sheet: Sheet, label: Token, step: 1 | -1): Runs {
  const found: TokenOf<'numbers'>[] = []
  for (let index = sheet.tokens.indexOf(label) + step; ; index += step) {
    const next = sheet.tokens[index]
    if (!isKind('numbers')(next) || !isFree(sheet, next)) return step === 1 ? found : found.reverse()
    found.push(next)
  }
}

/**
 * Rows whose label stands alone get the full rows of numbers near them that no label claims, where 事業費 + 人件費 = 計 leaves only
 * one way to do so.
 */
function withOrphans(sheet: Sheet, rows: Rows, columns: number): Rows {
  const empty = rowFields.filter(field => rows[field]?.length === 0)
  const orphans = orphanRows(sheet, columns)
  if (empty.length === 0 || orphans.length !== empty.length) return rows
  const fitting = permutations(orphans)
    .map(order => ({ ...rows, ...Object.fromEntries(empty.map((field, i) => [field, order[i]?.numbers])) }) as Rows)
    .filter(candidate => sumsHold(candidate, columns))
  if (fitting.length !== 1) return rows
  take(sheet, ...orphans)
  return fitting[0] as Rows
}

function orphanRows(sheet: Sheet, columns: number): TokenOf<'numbers'>[] {
  const labels = labelTokens(sheet, 'amounts').map(token => sheet.tokens.indexOf(token))
  const [first, last] = [Math.min(...labels) - 2, Math.max(...labels) + 2]
  return sheet.tokens.filter(
    (token, index): token is TokenOf<'numbers'> =>
      isKind('numbers')(token) &&
      isFree(sheet, token) &&
      token.numbers.length === columns &&
      index >= first &&
      index <= last,
  )
}

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items
        .slice(0, 6)
        .flatMap((item, index) => permutations(items.filter((_, i) => i !== index)).map(rest => [item, ...rest]))

function sumsHold(rows: Rows, columns: number): boolean {
  const value = (field: RowField, column: number) => thousandYen(textOf(fold(rows[field]?.[column] ?? { pieces: [] })))
  return Array.from({ length: columns }, (_, column) => column).every(column => {
    const [cost, personnel, total] = [
      value('projectCostThousandYen', column),
      value('personnelCostThousandYen', column),
      value('totalThousandYen', column),
    ]
    return typeof cost === 'number' && typeof personnel === 'number' && cost + personnel === total
  })
}

/** One cell of a row. Of a row with fewer numbers than columns nothing says which column is empty. */
function cell(row: readonly Printed[] | undefined, column: number, columns: number): Leaf {
  if (!row) return { kind: 'absent' }
  if (row.length === 0) return blank()
  if (row.length === columns) return printed(row[column] as Printed)
  return open(row, `${row.length} numbers stand in a row of ${columns} columns`)
}
