import type { Note } from '../../../diagnostics/codes.ts'
import type { Line } from '../../../document/model.ts'
import { isBlank } from '../../../document/printed.ts'
import { say } from '../../../messages/words.ts'
import { mark } from '../../kit/claims.ts'
import { dittoed, doubted, suspect } from '../../kit/doubts.ts'
import type { In } from '../../kit/fields.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, blank, type Leaf, open, printed, printedOr } from '../../kit/leaves.ts'
import type { Legend } from '../page/legend.ts'
import type { RecordShape } from '../record.ts'
import type { Row } from '../text/rows.ts'
import { isUnfinished, letterOf, timingText } from '../text/timing.ts'
import {
  type Column,
  itemsOf,
  nameLeaf,
  namesCell,
  openAll,
  openMeasure,
  openProject,
  type ProseCell,
  proseCell,
} from './cells.ts'
import { type LackName, missing } from './missing.ts'
import { blankNotes, mixedRecord } from './mixed.ts'
import { doubtedRecord, doubtedTexts, legendNotes, unfinishedNotes, unitLeaf } from './suspect.ts'
import { yearLeaf } from './years.ts'

/** What is known of the whole table when one record is read. */
export interface Table {
  readonly findings: Column
  readonly responses: Column
  readonly legend: Legend
  /** Fields that none of its records prints. */
  readonly never: readonly LackName[]
}

export interface RecordFound {
  readonly body: In<RecordShape>
  readonly furniture: readonly Furniture[]
  readonly notes: readonly Note[]
}

/** The leaves of one record. `at` is its pointer: what is missing has no printed text for a note to hang on. */
export function recordOf(row: Row, at: string, table: Table): RecordFound {
  const { no, organisations } = row.head
  const { upper } = row
  const finding = upper.finding ? proseOf(row, upper.finding, table.findings) : alone(openAll(upper.shared))
  const response = responseOf(row, table)
  const project = upper.project ? namesCell(upper.project, upper.inferred) : alone(openProject(upper))
  const timing = timingOf(row, table.legend)
  const body: In<RecordShape> = {
    no: printedOr(no),
    bureaus: organisations.bureaus.map(unitLeaf),
    divisions: organisations.divisions.map(unitLeaf),
    measure: {
      code: printedOr(upper.code),
      name: upper.measure ? nameLeaf(upper.measure, upper.inferred) : openMeasure(upper),
    },
    project: project.leaf,
    finding: findingLeaf(row, finding.leaf),
    timing: timing.leaves,
    response: responseLeaf(row, response.leaf),
    other: row.cells?.other ?? [],
  }
  return {
    body: mixedRecord(
      fromAbove(row.doubt ? doubtedRecord(body, row.doubt) : doubtedTexts(body, row.textDoubt), row),
      row.mixed,
    ),
    furniture: [
      ...project.furniture,
      ...finding.furniture,
      ...response.furniture,
      ...timing.furniture,
      ...(row.cells?.furniture ?? []),
    ],
    notes: [...missing(row, at, table.never), ...blankNotes(row, at)],
  }
}

/** The fields of each column in which 〃 may stand for what is above. */
const fieldsOf = {
  局: ['bureaus'],
  所管部: ['divisions'],
  施策: ['measure'],
  指摘対象: ['project'],
  指摘事項: ['finding'],
  取組の実施時期: ['timing'],
  今後の取組の方向性: ['response'],
} as const satisfies { readonly [column: string]: readonly (keyof RecordShape)[] }

const goesOnWhy = say('MERGED_CELL_GOES_ON')

/** The leaves above, with a word about it. */
function fromAbove(body: In<RecordShape>, { cells }: Row): In<RecordShape> {
  const columns = (cells?.goesOn ?? []).flatMap(column => (column === 'NO' ? [] : fieldsOf[column]))
  const told = columns.map(field => [field, doubted(body[field], goesOnWhy, { severity: 'info' })] as const)
  return withDittos({ ...body, ...Object.fromEntries(told) }, cells)
}

function withDittos(body: In<RecordShape>, cells: Row['cells']): In<RecordShape> {
  const dittos = Object.entries(fieldsOf).flatMap(([column, fields]) => {
    const on = cells?.dittos.get(column as keyof typeof fieldsOf)
    const both = column === '局' && !cells?.columns.has('所管部') ? (['divisions'] as const) : []
    return on ? [...fields, ...both].map(field => ({ field, on })) : []
  })
  return { ...body, ...Object.fromEntries(dittos.map(({ field, on }) => [field, dittoed(body[field], on)])) }
}

const mayHoldResponse = say('NO_RESPONSE_BELOW')
const mayHoldFinding = say('NO_FINDING_ABOVE')
const mayHoldTiming = say('TIMING_ABOVE_OPEN')

/** Where cells were parted by what they print, one that is missing may be in its neighbour. */
const findingLeaf = ({ cells, timing, response }: Row, leaf: Leaf): Leaf =>
  !cells && (response ? response.length === 0 : !timing) ? suspect(leaf, mayHoldResponse) : leaf

function responseLeaf({ cells, upper, timing }: Row, leaf: Leaf): Leaf {
  if (cells) return leaf
  if (!upper.finding) return suspect(leaf, mayHoldFinding)
  return timing && isUnfinished(timingText(timing)) ? suspect(leaf, mayHoldTiming) : leaf
}

const proseOf = ({ cells }: Row, lines: readonly Line[], column: Column): ProseCell =>
  proseCell(cells ? itemsOf(lines) : lines, column)

const alone = (leaf: Leaf): ProseCell => ({ leaf, furniture: [] })

function responseOf(row: Row, { responses }: Table): ProseCell {
  const { response, timing } = row
  if (response) return proseOf(row, response, responses)
  return alone(timing ? openAll(timing) : absent)
}

interface TimingFound {
  readonly leaves: In<RecordShape>['timing']
  readonly furniture: readonly Furniture[]
}

function timingOf({ cells, timing, response }: Row, legend: Legend): TimingFound {
  const letter = letterOf(timing, cells !== undefined)
  const category = letter?.category
  const furniture = (letter?.marks ?? []).map(mark)
  if (!timing) return { leaves: { category: absent, text: absent, fiscalYear: absent }, furniture }
  const text = timingText(timing, letter)
  if (category && isBlank(text))
    return { leaves: { category: printed(category), text: blank(), fiscalYear: blank() }, furniture }
  const why = say('TIMING_END_UNSHOWN')
  const leaves = response
    ? {
        text: printed(text, [...unfinishedNotes(text), ...legendNotes(category, text, legend)]),
        fiscalYear: yearOf(text),
      }
    : { text: open([text], why), fiscalYear: open([text], why) }
  return { leaves: { category: printedOr(category), ...leaves }, furniture }
}

/** The rest of a timing that is not finished may name another year, or the first. */
const yearOf = (text: Parameters<typeof yearLeaf>[0]): Leaf =>
  isUnfinished(text) ? open([text], say('TIMING_OPEN')) : yearLeaf(text)
