import type { Note } from '../../../diagnostics/codes.ts'
import { joinPrinted, type Printed } from '../../../document/printed.ts'
import { wrapWidth } from '../../../document/prose/wrapping.ts'
import { joinCut } from '../../../document/table/cut-rows.ts'
import { say } from '../../../messages/words.ts'
import { othersIn } from '../../kit/columns.ts'
import { suspicion } from '../../kit/doubts.ts'
import type { In } from '../../kit/fields.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, blank, type Leaf, open, printed } from '../../kit/leaves.ts'
import { inOneCell } from '../cells/columns.ts'
import { departmentsOf } from '../cells/departments.ts'
import type { FormRow } from '../cells/pieces.ts'
import { doubtfulLines, paragraphs, proseCell } from '../page/paragraphs.ts'
import type { RecordShape } from '../record.ts'
import type { Role } from '../words/index.ts'

type Record = In<RecordShape>
type BodyFields = Pick<
  Record,
  'action' | 'progress' | 'selfEvaluation' | 'nextActions' | 'category' | 'departments' | 'other'
>

export interface Body {
  readonly fields: BodyFields
  readonly furniture: readonly Furniture[]
}

const prose = ['action', 'progress', 'selfEvaluation', 'nextActions'] as const
type Prose = (typeof prose)[number]
export type Measures = { readonly [R in Prose]: number }

/** The width at which each column wraps, from the cells that have several lines. */
export function measuresOf(rows: readonly FormRow[]): Measures {
  const measure = (role: Role): number => {
    const cells = rows.flatMap(row => row.parts.get(role) ?? []).filter(lines => lines.length > 1)
    return wrapWidth(cells.flat())
  }
  return {
    action: measure('action'),
    progress: measure('progress'),
    selfEvaluation: measure('selfEvaluation'),
    nextActions: measure('nextActions'),
  }
}

/** The fields of a row, each from its own column. */
export function rowBody(row: FormRow, measures: Measures, names: ReadonlySet<string>): Body {
  const cells = new Map(prose.map(role => [role, cellOf(row, role, measures)] as const))
  const elements = (role: Prose) => cells.get(role)?.elements ?? []
  const listOf = (role: Prose): Leaf[] =>
    elements(role).map((on, index) => printed(on, index === 0 ? doubtsOf(role, row) : []))
  const { departments, furniture } = departmentsOf((row.parts.get('departments') ?? []).flat())
  const fields: BodyFields = {
    action: actionOf(elements('action'), doubtsOf('action', row)),
    progress: row.open.length > 0 ? [openCells(row)] : listOf('progress'),
    selfEvaluation: listOf('selfEvaluation'),
    nextActions: listOf('nextActions'),
    category: categoryOf(row, names),
    departments,
    other: othersIn([row]),
  }
  return {
    fields: { ...fields, ...openFields(row) },
    furniture: [...[...cells.values()].flatMap(cell => cell.furniture), ...row.furniture, ...furniture],
  }
}

function cellOf(row: FormRow, role: Prose, measures: Measures) {
  return proseCell(joinCut((row.parts.get(role) ?? []).map(paragraphs)), measures[role])
}

/** A cell over several columns may be what each of them holds. */
function openFields({ across }: FormRow): Partial<BodyFields> {
  const open = across.flatMap(({ names, cell }) => names.map(name => [name, openAt(name, cell.on)] as const))
  return Object.fromEntries(open)
}

function openAt(role: Role, on: Printed): BodyFields[Role] {
  const leaf = open([on], say('UNDER_SEVERAL_HEADS'))
  if (role === 'departments') return [{ bureau: absent, division: leaf }]
  return role === 'action' || role === 'category' ? leaf : [leaf]
}

/** Cells of which nothing tells the column are in the first list, as candidates. */
const openCells = ({ open: cells, doubts }: FormRow): Leaf =>
  open(
    cells.map(cell => cell.on),
    doubts[0] ?? say('COLUMN_UNTOLD'),
  )

/** What is not certain about a column: the columns of the row themselves, or marks that were taken for parts of words. */
function doubtsOf(role: Prose, row: FormRow): Note[] {
  const ofColumns = row.doubts.filter(why => why !== inOneCell || role === 'action' || role === 'progress')
  const first = row.parts.get(role)?.[0]?.[0]
  const lines = (row.parts.get(role) ?? []).flatMap(doubtfulLines)
  return [
    ...(first ? ofColumns.map(why => suspicion(first.on, why)) : []),
    ...lines.map(({ on }) => suspicion(on, say('DOT_INSIDE_SENTENCE'), { severity: 'info' })),
  ]
}

const actionOf = (elements: readonly Printed[], notes: readonly Note[]): Leaf =>
  elements.length === 0 ? blank() : printed(joinPrinted(elements, '\n'), notes)

/** A word of the legend; another one is kept as printed and spoken of. */
function categoryOf({ category, otherCategory }: FormRow, names: ReadonlySet<string>): Leaf {
  if (category) return printed(category)
  if (!otherCategory) return absent
  const why = say('NO_SUCH_CATEGORY', { known: [...names] })
  return printed(otherCategory, [suspicion(otherCategory, why)])
}
