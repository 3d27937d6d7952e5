import { joinPrinted, type Printed } from '../../../document/printed.ts'
import type { In } from '../../fields.ts'
import { absent, blank, type Leaf, open, printed } from '../../leaves.ts'
import type { RecordShape } from '../record.ts'
import { type IndicatorBlock, indicatorBlocks } from './indicator-blocks.ts'
import { freeTokens, type Sheet, take } from './sheet.ts'
import type { TokenOf } from './tokens.ts'
import { type Assignment, assignments, type Direction, type Fragment } from './torn-rows.ts'

type Indicators = In<RecordShape>['indicators']

/** The indicators with their values, 活動指標 before 成果指標 and by number. */
export function indicators(sheet: Sheet): Indicators {
  const blocks = indicatorBlocks(sheet)
  const runs = freeTokens(sheet, 'numbers')
  take(sheet, ...runs)
  const rows = rowsOf(sheet, blocks, runs)
  return blocks
    .map((block, index) => ({ block, row: rows[index] as readonly Leaf[] }))
    .sort((a, b) => formRank(a.block) - formRank(b.block))
    .map(({ block, row }) => ({
      kind: printed(block.kind),
      no: printed(block.no),
      name: block.name ? printed(block.name) : blank(),
      values: block.periods.map((head, column) => ({
        fiscalYear: printed(head.year),
        kind: printed(head.kind),
        text: row[column] ?? absent,
        value: silent(row[column] ?? absent),
      })),
    }))
}

/** The number of a value is as open as its text; one diagnostic for both is enough. */
const silent = (leaf: Leaf): Leaf => (leaf.kind === 'open' ? absent : leaf)

const words = (on: Printed): string => on.pieces.map(piece => piece.text).join('')

const formRank = (block: IndicatorBlock): number =>
  (words(block.kind) === '活動指標' ? 0 : 100) + Number(words(block.no))

/** For each block one leaf a column. */
function rowsOf(sheet: Sheet, blocks: readonly IndicatorBlock[], runs: readonly TokenOf<'numbers'>[]): Leaf[][] {
  const fragments = runs.map(run => fragmentOf(sheet, run, blocks))
  const ways = assignments(
    fragments,
    blocks.map(block => ({ named: block.name !== undefined, cells: block.periods.length })),
  )
  const readings = ways.map(way => readRows(way, blocks, runs))
  return blocks.map((block, at) =>
    block.periods.map((_, column) =>
      agreed(
        readings.map(rows => rows[at]?.[column]),
        runs,
      ),
    ),
  )
}

function fragmentOf(sheet: Sheet, run: TokenOf<'numbers'>, blocks: readonly IndicatorBlock[]): Fragment {
  const at = sheet.tokens.indexOf(run)
  const afterBlock = blocks.findLastIndex(block => block.to < at)
  const block = blocks[afterBlock]
  return { size: run.numbers.length, afterBlock, adjacent: block !== undefined && block.to + 1 === at }
}

/** The cells of every row: runs in the order of the text, or the other way round where the text goes up the form. */
function readRows(
  way: Assignment,
  blocks: readonly IndicatorBlock[],
  runs: readonly TokenOf<'numbers'>[],
): (Printed | undefined)[][] {
  const direction = directionOf(blocks)
  return way.map(row => {
    const ordered = direction === 'forwards' ? row : [...row].reverse()
    return ordered.flatMap(index => (runs[index] as TokenOf<'numbers'>).numbers)
  })
}

/** Whether the text goes down the form or up: by the order of the blocks, where there are two. */
function directionOf(blocks: readonly IndicatorBlock[]): Direction {
  const ranks = blocks.map(formRank)
  return ranks.every((rank, index) => index === 0 || rank < (ranks[index - 1] as number)) && ranks.length > 1
    ? 'backwards'
    : 'forwards'
}

/** The value of a cell where every way of putting the rows together gives the same; else the candidates. */
function agreed(readings: readonly (Printed | undefined)[], runs: readonly TokenOf<'numbers'>[]): Leaf {
  const [first, ...others] = readings
  if (readings.length === 0)
    return open(
      runs.map(run => joinPrinted(run.numbers, ' ')),
      'the numbers near the indicators do not fill their rows',
    )
  if (others.every(other => other === first)) return first ? printed(first) : blank()
  const candidates = [...new Set(readings.flatMap(on => on ?? []))]
  return open(candidates, 'the torn rows of the indicators can be put together in several ways')
}
