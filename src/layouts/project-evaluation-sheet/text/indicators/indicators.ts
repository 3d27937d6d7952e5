import { type Note, note } from '../../../../diagnostics/codes.ts'
import { fold, type Printed, textOf } from '../../../../document/printed.ts'
import { isSame, say, type Words } from '../../../../messages/words.ts'
import type { In } from '../../../kit/fields.ts'
import { absent, blank, type Leaf, open, printed } from '../../../kit/leaves.ts'
import type { RecordShape } from '../../record.ts'
import { isHeading } from '../../words/rows.ts'
import { isFree, type Sheet, take } from '../sheet.ts'
import { isKind, type Token } from '../token.ts'
import { formRank, type IndicatorBlock, indicatorBlocks } from './blocks.ts'
import { isSound, type Run, rowsOf, tornApart } from './rows.ts'

type Indicators = In<RecordShape>['indicators']
type Row = readonly Leaf[]

/** The indicators with their values, 活動指標 before 成果指標 and by number. Called when all other fields have taken their tokens. */
export function indicators(sheet: Sheet): { found: Indicators; notes: Note[] } {
  const blocks = indicatorBlocks(sheet)
  if (!blocks) return { found: [], notes: [doubt('/records/0/indicators', [], say('NAMES_APART'))] }
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
      name: nameLeaf(block),
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

const nameLeaf = ({ name, instead }: IndicatorBlock): Leaf =>
  name ? printed(name) : instead ? open([instead], say('FORM_WORD_IN_PLACE')) : blank()

const unlabelled = open([], say('NO_BLOCK_LABEL'))

/** Text and number of a cell are on the same print; where that is open, one diagnostic speaks for both. */
function cellOf(leaf: Leaf = absent): { text: Leaf; value: Leaf } {
  const both = leaf.kind === 'open' ? absent : leaf
  return { text: both, value: both }
}

/** What is open in a row: one note for all of it, or one a cell where some are certain. */
function doubts(row: Row, at: string): Note[] {
  const cells = row.flatMap((leaf, column) => (leaf.kind === 'open' ? [{ leaf, column }] : []))
  const [first] = cells
  if (!first) return []
  const isWhole = cells.length === row.length && cells.every(({ leaf }) => isSame(leaf.why, first.leaf.why))
  const all = [...new Set(cells.flatMap(({ leaf }) => leaf.candidates))]
  if (isWhole) return [doubt(at, all, first.leaf.why)]
  return cells.map(({ leaf, column }) => doubt(`${at}/${column}`, leaf.candidates, leaf.why))
}

function doubt(pointer: string, candidates: readonly Printed[], why: Words): Note {
  const texts = candidates.map(on => textOf(fold(on)))
  const [on] = candidates
  const related = candidates.map((each, index) => ({ pointer: null, on: each, value: texts[index] }))
  const more = { pointer, ...(on ? { on } : {}), expected: say('ONE_READING'), actual: texts, related }
  return note('FIELD_AMBIGUOUS', { field: '指標の値', candidates: texts, why }, more)
}

/**
 * The runs of numbers among the blocks and next to them: what is beyond other fields of the form is no value of an indicator.
 * The heads of 検証 (項目 判定 理由), and text that belongs to nothing, may be between.
 */
function runsAround(sheet: Sheet, blocks: readonly IndicatorBlock[]): Run[] {
  if (blocks.length === 0) return []
  const isPassed = (token: Token | undefined): token is Token =>
    token !== undefined &&
    isFree(sheet, token) &&
    !(token.kind === 'label' && !isHeading(token.label)) &&
    token.kind !== 'section'
  let from = Math.min(...blocks.map(block => block.from))
  while (isPassed(sheet.tokens[from - 1])) from -= 1
  let to = Math.max(...blocks.map(block => block.to))
  while (isPassed(sheet.tokens[to + 1])) to += 1
  return sheet.tokens
    .slice(from, to + 1)
    .filter((token): token is Run => isKind('numbers')(token) && isFree(sheet, token))
}
