import { type Note, note } from '../../diagnostics/codes.ts'
import { type Printed, textOf } from '../../document/printed.ts'
import type { In } from '../fields.ts'
import type { Furniture } from '../layout.ts'
import { absent, type Leaf, open, printed, printedOr } from '../leaves.ts'
import { type Column, nameLeaf, openAll, openMeasure, openProject, type ProseCell, proseCell } from './cells.ts'
import type { Legend } from './legend.ts'
import { missing } from './missing.ts'
import type { RecordShape } from './record.ts'
import type { Row } from './rows.ts'
import { timingMark, timingText } from './timing.ts'
import { squeeze } from './vocabulary.ts'
import { yearLeaf } from './years.ts'

/** What is known of the whole table when one record is read. */
export interface Table {
  readonly findings: Column
  readonly responses: Column
  readonly legend: Legend
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
  const finding = upper.finding ? proseCell(upper.finding, table.findings) : alone(openAll(upper.shared))
  const response = responseOf(row, table)
  const timing = timingOf(row, table.legend)
  const body = {
    no: printedOr(no),
    bureaus: organisations.bureaus.map(on => printed(on)),
    divisions: organisations.divisions.map(on => printed(on)),
    measure: {
      code: printedOr(upper.code),
      name: upper.measure ? nameLeaf(upper.measure, upper.inferred) : openMeasure(upper),
    },
    project: upper.project ? nameLeaf(upper.project, upper.inferred) : openProject(upper),
    finding: row.response?.length === 0 ? suspect(finding.leaf, mayHoldResponse) : finding.leaf,
    timing: timing.leaves,
    response: upper.finding ? response.leaf : suspect(response.leaf, mayHoldFinding),
  }
  return {
    body,
    furniture: [...finding.furniture, ...response.furniture, ...timing.furniture],
    notes: missing(row, at),
  }
}

const mayHoldResponse = 'nothing stands below the timing; it may hold the response too'
const mayHoldFinding = 'no finding stands above the timing; it may hold the finding too'

/** A value that is to be checked, as its neighbour is missing. */
function suspect(leaf: Leaf, why: string): Leaf {
  if (leaf.kind !== 'printed') return leaf
  const args = { printed: textOf(leaf.on), suggestion: null, why }
  return printed(leaf.on, [note('SUSPECT_TEXT', args, { on: leaf.on, severity: 'warning' })])
}

const alone = (leaf: Leaf): ProseCell => ({ leaf, furniture: [] })

function responseOf({ response, timing }: Row, { responses }: Table): ProseCell {
  if (response) return proseCell(response, responses)
  return alone(timing ? openAll(timing) : absent)
}

interface TimingFound {
  readonly leaves: In<RecordShape>['timing']
  readonly furniture: readonly Furniture[]
}

function timingOf({ timing, response }: Row, legend: Legend): TimingFound {
  const mark = timing?.[0] && timingMark(timing[0])
  const { category, colon } = mark?.groups ?? {}
  const furniture = colon ? [{ on: colon, as: 'mark' } as const] : []
  if (!timing) return { leaves: { category: absent, text: absent, fiscalYear: absent }, furniture }
  const text = timingText(timing)
  const why = 'nothing printed shows where the timing ends and the response begins'
  const leaves = response
    ? { text: printed(text, legendNotes(category, text, legend)), fiscalYear: yearLeaf(text) }
    : { text: open([text], why), fiscalYear: open([text], why) }
  return { leaves: { category: printedOr(category), ...leaves }, furniture }
}

/** A timing that says something else than the legend does for its letter. */
function legendNotes(category: Printed | undefined, text: Printed, legend: Legend): Note[] {
  const entry = category && legend.find(({ letter }) => letter === textOf(category))
  if (!category || legend.length === 0 || (entry && squeeze(textOf(entry.on)) === squeeze(textOf(text)))) return []
  const why = `the legend ${entry ? 'says something else for' : 'has no'} ${textOf(category)}`
  const args = { printed: textOf(text), suggestion: entry ? textOf(entry.on) : null, why }
  return [note('SUSPECT_TEXT', args, { on: text, severity: 'warning' })]
}
