import { type Note, note } from '../../../diagnostics/codes.ts'
import { fold, joinPrinted, type Printed, textOf } from '../../../document/printed.ts'
import { fiscalYear } from '../../../normalise/era.ts'
import type { In } from '../../fields.ts'
import { absent, blank, type Leaf, open, printed } from '../../leaves.ts'
import type { RecordShape } from '../record.ts'
import { type IndicatorBlock, indicatorBlocks } from './indicator-blocks.ts'
import { isFree, type Sheet, take } from './sheet.ts'
import { isKind, type Token, type TokenOf } from './tokens.ts'
import { type Assignment, assignments, type Direction, type Fragment } from './torn-rows.ts'

type Indicators = In<RecordShape>['indicators']
type Run = TokenOf<'numbers'>
type Row = readonly Leaf[]

/** The indicators with their values, 活動指標 before 成果指標 and by number. Called when all other fields have taken their tokens. */
export function indicators(sheet: Sheet): { found: Indicators; notes: Note[] } {
  const blocks = indicatorBlocks(sheet)
  if (!blocks) return { found: [], notes: [doubt('/records/0/indicators', [], 'their names and columns stand apart')] }
  const runs = runsAround(sheet, blocks)
  take(sheet, ...runs)
  const rows = rowsOf(sheet, blocks, runs)
  const ordered = blocks
    .map((block, index) => ({ block, row: rows[index] as Row }))
    .sort((a, b) => formRank(a.block) - formRank(b.block))
  return {
    found: ordered.map(({ block, row }) => ({
      kind: block.kind ? printed(block.kind) : unlabelled,
      no: block.no ? printed(block.no) : unlabelled,
      name: block.name ? printed(block.name) : blank(),
      values: (isSound(block) ? block.periods : []).map((head, column) => ({
        fiscalYear: printed(head.year),
        kind: printed(head.kind),
        ...cellOf(row[column]),
      })),
    })),
    notes: ordered.flatMap(({ block, row }, index) => {
      const at = `/records/0/indicators/${index}/values`
      return isSound(block) ? doubts(row, at) : doubts([tornApart(runs)], at)
    }),
  }
}

const unlabelled = open([], 'the block has no label such as 活動指標１')

/** Text and number of a cell stand on the same print; where that is open, one diagnostic speaks for both. */
function cellOf(leaf: Leaf = absent): { text: Leaf; value: Leaf } {
  const both = leaf.kind === 'open' ? absent : leaf
  return { text: both, value: both }
}

/** What is open in a row: one note for all of it, or one a cell where some are certain. */
function doubts(row: Row, at: string): Note[] {
  const cells = row.flatMap((leaf, column) => (leaf.kind === 'open' ? [{ leaf, column }] : []))
  const [first] = cells
  if (!first) return []
  const isWhole = cells.length === row.length && cells.every(({ leaf }) => leaf.why === first.leaf.why)
  const all = [...new Set(cells.flatMap(({ leaf }) => leaf.candidates))]
  if (isWhole) return [doubt(at, all, first.leaf.why)]
  return cells.map(({ leaf, column }) => doubt(`${at}/${column}`, leaf.candidates, leaf.why))
}

function doubt(pointer: string, candidates: readonly Printed[], why: string): Note {
  const texts = candidates.map(on => textOf(fold(on)))
  const [on] = candidates
  const related = candidates.map((each, index) => ({ pointer: null, on: each, value: texts[index] }))
  const more = { pointer, ...(on ? { on } : {}), expected: 'one reading', actual: texts, related }
  return note('FIELD_AMBIGUOUS', { field: '指標の値', candidates: texts, why }, more)
}

const formRank = ({ kind, no }: IndicatorBlock): number =>
  kind && no ? (textOf(kind) === '活動指標' ? 0 : 100) + Number(textOf(no)) : 1000

/**
 * The runs of numbers among the blocks and next to them: what stands beyond other fields of the form is no value of an indicator.
 * The heads of 検証 (項目 判定 理由), and text that belongs to nothing, may stand between.
 */
function runsAround(sheet: Sheet, blocks: readonly IndicatorBlock[]): Run[] {
  if (blocks.length === 0) return []
  const isPassed = (token: Token | undefined): token is Token =>
    token !== undefined &&
    isFree(sheet, token) &&
    !(token.kind === 'label' && token.label.kind !== 'group') &&
    token.kind !== 'section'
  let from = Math.min(...blocks.map(block => block.from))
  while (isPassed(sheet.tokens[from - 1])) from -= 1
  let to = Math.max(...blocks.map(block => block.to))
  while (isPassed(sheet.tokens[to + 1])) to += 1
  return sheet.tokens
    .slice(from, to + 1)
    .filter((token): token is Run => isKind('numbers')(token) && isFree(sheet, token))
}

/** For each block one leaf a column. */
function rowsOf(sheet: Sheet, blocks: readonly IndicatorBlock[], runs: readonly Run[]): Leaf[][] {
  if (!blocks.every(isSound))
    return blocks.map(block => Array.from({ length: block.periods.length }, () => tornApart(runs)))
  const fragments = runs.map(run => fragmentOf(sheet, run, blocks))
  const ways = assignments(
    fragments,
    blocks.map(block => ({ named: block.name !== undefined, cells: block.periods.length })),
  )
  const readings = ways.flatMap(way => readRows(way, blocks, runs))
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

const tornApart = (runs: readonly Run[]): Leaf =>
  open(
    runs.map(run => run.on),
    'the heads of the columns of an indicator are not printed as the form has them',
  )

/** A block with the four heads of the form: 実績, 予定 or 目標, 実績 of the same year, 予定 or 目標 of the next one. */
function isSound({ periods, kind }: IndicatorBlock): boolean {
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
      'the numbers near the indicators do not fill their rows',
    )
  if (!others.every(other => other === first))
    return open(
      [...new Set(readings.flatMap(on => on ?? []))],
      'the torn rows of the indicators can be put together in several ways',
    )
  if (first) return printed(first)
  return block.name ? open([], 'no values stand near the indicator, not even －') : blank()
}
