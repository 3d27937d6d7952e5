import type { Printed } from '../../../../document/printed.ts'
import { say } from '../../../../messages/words.ts'
import { blank, type Leaf, open, printed } from '../../../kit/leaves.ts'
import { isFree, type Sheet } from '../sheet.ts'
import { isKind, type TokenOf } from '../token.ts'
import type { IndicatorBlock } from './blocks.ts'

type Run = TokenOf<'numbers'>

/**
 * The rows of indicators whose numbers all are right behind the heads of their block, however many lines they are printed on;
 * undefined where one is elsewhere, or behind a block without a name.
 */
export function ownRows(sheet: Sheet, blocks: readonly IndicatorBlock[], runs: readonly Run[]): Leaf[][] | undefined {
  const own = blocks.map(block => runsBehind(sheet, block, runs))
  const isElsewhere = runs.some(run => !own.some(behind => behind.includes(run)))
  const rows = own.map(behind => behind.flatMap(run => run.numbers))
  const isStrange = blocks.some(({ name, periods }, at) => {
    const count = rows[at]?.length ?? 0
    return count > periods.length || (count > 0 && !name)
  })
  return isElsewhere || isStrange ? undefined : blocks.map((block, at) => cellsOf(block, rows[at] ?? []))
}

function runsBehind(sheet: Sheet, block: IndicatorBlock, runs: readonly Run[]): Run[] {
  const found: Run[] = []
  for (let at = block.to + 1; ; at += 1) {
    const token = sheet.tokens[at]
    if (!isKind('numbers')(token) || !(isFree(sheet, token) || runs.includes(token))) return found
    found.push(token)
  }
}

/** Of a row with fewer numbers than columns nothing says which column is empty. */
function cellsOf({ name, periods }: IndicatorBlock, row: readonly Printed[]): Leaf[] {
  if (row.length === periods.length) return row.map(on => printed(on))
  const none = name ? open([], say('NO_VALUES_NEAR'), name) : blank()
  const some = open(row, say('NUMBERS_FOR_COLUMNS', { numbers: row.length, columns: periods.length }))
  return periods.map(() => (row.length > 0 ? some : none))
}
