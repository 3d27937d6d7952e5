import { type ReleaseArgs, type ReleaseFinding, releaseFinding } from '../../../diagnostics/release.ts'
import { groupBy } from '../../../document/group-by.ts'
import type { SheetFacts, Staffing } from './facts.ts'
import { type Interval, meets, mostCommonPart, overlap, shown } from './interval.ts'
import { isClearMajority } from './majority.ts'

/** What one sheet says of the unit cost of a column: every value that its printed numbers allow. */
interface Statement {
  readonly sheet: SheetFacts
  readonly staffing: Staffing
  readonly unitCost: Interval
}

type Prevailing = Pick<ReleaseArgs['UNIT_COST_OUTLIER'], 'what' | 'usual' | 'agreeing' | 'total'>

/** Sheets whose 人件費/人工 is not what the other sheets of the same column agree on, beyond the rounding of both numbers. */
export function* unequalUnitCosts(sheets: readonly SheetFacts[]): Generator<ReleaseFinding> {
  const columns = groupBy(sheets.flatMap(statementsOf), ({ staffing }) => columnOf(staffing))
  for (const column of [...columns.keys()].sort()) yield* outliersIn(column, columns.get(column) ?? [])
}

const columnOf = ({ fiscalYear, kind }: Staffing): string => `${fiscalYear} ${kind}`

/** A column without staff and without cost says nothing, one with less than none nothing that can be reckoned with. */
const statementsOf = (sheet: SheetFacts): Statement[] =>
  sheet.staffing
    .filter(({ staffFte: staff, personnelCostThousandYen: cost }) => staff >= 0 && cost >= 0 && staff + cost > 0)
    .map(staffing => ({ sheet, staffing, unitCost: unitCostOf(staffing, sheet.fteDecimals) }))

/**
 * 人件費 is reckoned from the 人工 before it is rounded: 1.25 × 8,200 = 10,250 is beside 1.3, and 0.0 may be beside an
 * amount. An amount in thousand yen is rounded, cut or rounded up.
 */
function unitCostOf({ staffFte, personnelCostThousandYen: cost }: Staffing, decimals: number): Interval {
  const half = 0.5 * 10 ** -decimals + 1e-9
  const least = staffFte - half
  return { from: (cost - 1) / (staffFte + half), to: least > 0 ? (cost + 1) / least : Number.POSITIVE_INFINITY }
}

function* outliersIn(column: string, statements: readonly Statement[]): Generator<ReleaseFinding> {
  const votes = onePerSheet(statements).map(({ unitCost }) => unitCost)
  const usual = mostCommonPart(votes)
  if (!usual) return
  const agreeing = votes.filter(vote => meets(vote, usual)).length
  if (!isClearMajority(agreeing, votes.length - agreeing)) return
  const prevailing = { what: column, usual: shown(usual), agreeing, total: votes.length }
  for (const statement of statements)
    if (prevailsOver(usual, statement.unitCost, votes)) yield outlier(statement, prevailing)
}

/**
 * Whether far more sheets speak for the usual unit cost than for the one that suits most sheets if this statement is true. What
 * fits both, as little staff does, speaks for neither.
 */
function prevailsOver(usual: Interval, statement: Interval, votes: readonly Interval[]): boolean {
  if (meets(usual, statement)) return false
  const within = votes.filter(vote => meets(vote, statement)).map(vote => overlap(vote, statement))
  const rival = mostCommonPart(within) ?? statement
  const speakFor = (part: Interval, other: Interval): number =>
    votes.filter(vote => meets(vote, part) && !meets(vote, other)).length
  return isClearMajority(speakFor(usual, rival), speakFor(rival, usual))
}

/** A sheet that is there twice has one vote. */
function onePerSheet(statements: readonly Statement[]): Statement[] {
  const voter = ({ sheet, unitCost }: Statement): string => [identity(sheet), unitCost.from, unitCost.to].join(' ')
  return [...new Map(statements.map(statement => [voter(statement), statement])).values()]
}

const identity = ({ projectCode, accountCode, fiscalYear, sha256, pages }: SheetFacts): string =>
  projectCode === null ? `${sha256} ${pages?.from}` : `${accountCode} ${projectCode} ${fiscalYear}`

function outlier({ sheet, staffing, unitCost }: Statement, column: Prevailing): ReleaseFinding {
  const { staffFte: staff, personnelCostThousandYen: cost } = staffing
  const own = shown(unitCost)
  const args = { ...column, cost, staff, own }
  return releaseFinding('UNIT_COST_OUTLIER', args, { at: [sheet], expected: column.usual, actual: own })
}
