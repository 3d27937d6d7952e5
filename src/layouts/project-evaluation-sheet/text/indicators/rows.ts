import { fold, joinPrinted, type Printed, textOf } from '../../../../document/printed.ts'
import { say } from '../../../../messages/words.ts'
import { fiscalYear } from '../../../../normalise/era.ts'
import { blank, type Leaf, open, printed } from '../../../kit/leaves.ts'
import type { Sheet } from '../sheet.ts'
import type { TokenOf } from '../token.ts'
import { formRank, type IndicatorBlock } from './blocks.ts'
import { ownRows } from './own-rows.ts'
import { type Assignment, assignments, type Direction, type Fragment } from './torn-rows.ts'

export type Run = TokenOf<'numbers'>

/** For each block one leaf a column. */
export function rowsOf(sheet: Sheet, blocks: readonly IndicatorBlock[], runs: readonly Run[]): Leaf[][] {
  if (!blocks.every(isSound))
    return blocks.map(block => Array.from({ length: block.periods.length }, () => tornApart(runs)))
  const fragments = runs.map(run => fragmentOf(sheet, run, blocks))
  const ways = assignments(
    fragments,
    blocks.map(block => ({ named: block.name !== undefined, cells: block.periods.length })),
  )
  const readings = ways.flatMap(way => readRows(way, blocks, runs))
  const own = readings.length === 0 ? ownRows(sheet, blocks, runs) : undefined
  if (own) return own
  return blocks.map((block, at) =>
    block.periods.map((_, column) =>
      agreed(
        readings.map(rows => rows[at]?.[column]),
        block,
        runs,
      ),
    ),
  )
}

export const tornApart = (runs: readonly Run[]): Leaf =>
  open(
    runs.map(run => run.on),
    say('HEADS_NOT_OF_FORM'),
  )

/** A block with the four heads of the form: 実績, 予定 or 目標, 実績 of the same year, 予定 or 目標 of the next one. */
export function isSound({ periods, kind }: IndicatorBlock): boolean {
  const planned = kind ? [textOf(kind) === '活動指標' ? '予定' : '目標'] : ['予定', '目標']
  const years = periods.map(head => fiscalYear(textOf(fold(head.year))))
  const kinds = periods.map(head => textOf(fold(head.kind)))
  const [first] = years
  return (
    typeof first === 'number' &&
    periods.length === 4 &&
    years.every((year, index) => year === first + ([0, 1, 1, 2][index] as number)) &&
    kinds.every((word, index) => (index % 2 === 0 ? word === '実績' : planned.includes(word)))
  )
}

function fragmentOf(sheet: Sheet, run: Run, blocks: readonly IndicatorBlock[]): Fragment {
  const at = sheet.tokens.indexOf(run)
  const afterBlock = blocks.findLastIndex(block => block.to < at)
  const block = blocks[afterBlock]
  return { size: run.numbers.length, afterBlock, adjacent: block !== undefined && block.to + 1 === at }
}

type Cells = readonly (readonly Printed[])[]

/** The cells of every row: runs in the order of the text, or the other way round where the text goes up the form; both where nothing tells. */
function readRows(way: Assignment, blocks: readonly IndicatorBlock[], runs: readonly Run[]): Cells[] {
  const read = (direction: Direction): Cells =>
    way.map(row => {
      const ordered = direction === 'forwards' ? row : [...row].reverse()
      return ordered.flatMap(index => (runs[index] as Run).numbers)
    })
  const direction = directionOf(blocks)
  return direction ? [read(direction)] : [read('forwards'), read('backwards')]
}

/** Whether the text goes down the form or up: by the order of the blocks that have a label, where there are two. */
function directionOf(blocks: readonly IndicatorBlock[]): Direction | undefined {
  const ranks = blocks.filter(block => block.kind && block.no).map(formRank)
  const goes = (sign: 1 | -1) => ranks.every((rank, at) => at === 0 || (rank - (ranks[at - 1] as number)) * sign > 0)
  if (ranks.length < 2 || goes(1) === goes(-1)) return undefined
  return goes(1) ? 'forwards' : 'backwards'
}

/** The value of a cell where every way of putting the rows together gives the same; else the candidates. */
function agreed(readings: readonly (Printed | undefined)[], block: IndicatorBlock, runs: readonly Run[]): Leaf {
  const [first, ...others] = readings
  if (readings.length === 0)
    return open(
      runs.map(run => joinPrinted(run.numbers, ' ')),
      say('ROWS_NOT_FILLED'),
    )
  if (!others.every(other => other === first))
    return open([...new Set(readings.flatMap(on => on ?? []))], say('ROWS_SEVERAL_WAYS'))
  if (first) return printed(first)
  return block.name ? open([], say('NO_VALUES_NEAR')) : blank()
}
