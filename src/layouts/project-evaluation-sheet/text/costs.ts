import type { Printed } from '../../../document/printed.ts'
import { fold, textOf } from '../../../document/printed.ts'
import { say } from '../../../messages/words.ts'
import { fiscalYear } from '../../../normalise/era.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { In } from '../../kit/fields.ts'
import { absent, blank, type Leaf, open, printed } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'
import { type CostField, costFieldOf, costLeaves } from '../words/cost-fields.ts'
import { isMoneyHead, type PeriodHead } from '../words/periods.ts'
import { labelledRows, withOrphans } from './cost-rows.ts'
import { isFree, labelTokens, type Sheet, take } from './sheet.ts'
import { isKind, type Token, type TokenOf } from './token.ts'

type Costs = In<RecordShape>['costs']

/** 事業費 by column: the heads 令和3年度決算 … and the rows below them, wherever the text put them. */
export function costs(sheet: Sheet): Costs {
  const columns = separateColumns(sheet)
  if (columns.length > 0) return columns
  const heads = columnHeads(sheet)
  const rows = withOrphans(sheet, labelledRows(sheet, heads.length), heads.length)
  return heads.map((head, column) => ({
    fiscalYear: printed(head.year),
    kind: printed(head.kind),
    ...costLeaves(field => cell(rows[field], column, heads.length)),
  }))
}

/**
 * 令和5年度決算額 12,027 うち特定財源 0 正規職員業務量 0.50 人工: every column for itself, its amount right behind its head. Only where all
 * heads are so; else none.
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

/** The one number right behind a head or label; (単位：千円) may be between. */
function amountBehind(sheet: Sheet, token: Token): TokenOf<'numbers'> | undefined {
  let at = sheet.tokens.indexOf(token) + 1
  const isUnit = (next: Token | undefined) => isKind('label')(next) && compact(next.label.printed) === unitLabel
  while (isUnit(sheet.tokens[at])) at += 1
  const next = sheet.tokens[at]
  return isKind('numbers')(next) && next.numbers.length === 1 && isFree(sheet, next) ? next : undefined
}

const unitLabel = compact('（単位：千円）')

function columnBelow(sheet: Sheet, head: Token, next: Token | undefined): { [F in CostField]: Leaf } {
  const [from, to] = [sheet.tokens.indexOf(head), next ? sheet.tokens.indexOf(next) : sheet.tokens.length]
  const below = labelTokens(sheet, 'amounts').filter(label => {
    const at = sheet.tokens.indexOf(label)
    return at > from && at < to
  })
  const labels = below.slice(0, firstRepeated(below))
  const cells = costLeaves(() => absent)
  for (const token of [head, ...labels]) {
    const field = (isKind('label')(token) && costFieldOf(token.label)) || 'projectCostThousandYen'
    const value = amountBehind(sheet, token)
    take(sheet, token, ...(value ? [value] : []))
    cells[field] = value ? printed(value.numbers[0] as Printed) : open([], say('NO_AMOUNT_BEHIND'))
  }
  return cells
}

/** A row that comes again is of another column, whose head the form does not know: 令和8年度要求額. */
function firstRepeated(labels: readonly TokenOf<'label'>[]): number {
  const fields = labels.map(({ label }) => label.field)
  const again = fields.findIndex((field, index) => fields.indexOf(field) < index)
  return again < 0 ? labels.length : again
}

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

/** One cell of a row. Of a row with fewer numbers than columns nothing says which column is empty. */
function cell(row: readonly Printed[] | undefined, column: number, columns: number): Leaf {
  if (!row) return { kind: 'absent' }
  if (row.length === 0) return blank()
  if (row.length === columns) return printed(row[column] as Printed)
  return open(row, say('NUMBERS_FOR_COLUMNS', { numbers: row.length, columns }))
}
