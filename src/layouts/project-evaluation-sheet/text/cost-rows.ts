import type { Printed } from '../../../document/printed.ts'
import { fold, textOf } from '../../../document/printed.ts'
import { thousandYen } from '../../../normalise/amounts.ts'
import { type CostField, costFieldOf, costFields } from '../words/cost-fields.ts'
import { isFree, labelTokens, type Sheet, take } from './sheet.ts'
import { isKind, type Token, type TokenOf } from './token.ts'

/** The numbers of each row that has a label. */
export type Rows = { readonly [F in CostField]?: readonly Printed[] }

/** The stretches of numbers beside one label. */
type Runs = readonly TokenOf<'numbers'>[]
const numbersIn = (runs: Runs): Printed[] => runs.flatMap(token => token.numbers)

/**
 * The numbers beside each row's label: right behind it, or right before it where only so every row is full. Where both ways are full,
 * 事業費 + 人件費 = 計 decides.
 */
export function labelledRows(sheet: Sheet, columns: number): Rows {
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
  const rows: { [F in CostField]?: readonly Printed[] } = {}
  for (const [index, { label }] of labels.entries()) {
    const field = costFieldOf(label)
    if (field) rows[field] = [...(rows[field] ?? []), ...numbersIn(side[index] ?? [])]
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
 * Rows whose label is alone get the full rows of numbers near them that no label claims, where 事業費 + 人件費 = 計 leaves only
 * one way to do so.
 */
export function withOrphans(sheet: Sheet, rows: Rows, columns: number): Rows {
  const empty = costFields.filter(field => rows[field]?.length === 0)
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

/** Every order of some items: of no more than there are rows of amounts. */
const permutations = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, index) => permutations(items.filter((_, i) => i !== index)).map(rest => [item, ...rest]))

function sumsHold(rows: Rows, columns: number): boolean {
  const value = (field: CostField, column: number) => thousandYen(textOf(fold(rows[field]?.[column] ?? { pieces: [] })))
  return Array.from({ length: columns }, (_, column) => column).every(column => {
    const [cost, personnel, total] = [
      value('projectCostThousandYen', column),
      value('personnelCostThousandYen', column),
      value('totalThousandYen', column),
    ]
    return typeof cost === 'number' && typeof personnel === 'number' && cost + personnel === total
  })
}
