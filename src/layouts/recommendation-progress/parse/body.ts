import { type Note, note } from '../../../diagnostics/codes.ts'
import { joinPrinted, type Printed, textOf } from '../../../document/printed.ts'
import type { In } from '../../fields.ts'
import type { Furniture } from '../../layout.ts'
import { absent, blank, type Leaf, open, printed } from '../../leaves.ts'
import type { RecordShape } from '../record.ts'
import type { Role } from '../vocabulary.ts'
import { departmentsOf, joinCut, proseCell } from './cells.ts'
import type { FormRow } from './rows.ts'

type Record = In<RecordShape>
type BodyFields = Pick<Record, 'action' | 'progress' | 'selfEvaluation' | 'nextActions' | 'category' | 'departments'>

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
    const edges = cells.flatMap(lines => lines.map(line => line.indent + line.width)).sort((a, b) => a - b)
    return edges[Math.floor((edges.length - 1) * 0.95)] ?? 0
  }
  return {
    action: measure('action'),
    progress: measure('progress'),
    selfEvaluation: measure('selfEvaluation'),
    nextActions: measure('nextActions'),
  }
}

/** The fields of a row, each from its own column. */
export function bodyOf(row: FormRow, measures: Measures, names: ReadonlySet<string>): Body {
  const cells = new Map(prose.map(role => [role, cellOf(row, role, measures)] as const))
  const elements = (role: Prose) => cells.get(role)?.elements ?? []
  const doubts = row.doubts.map(why => doubtOf(row, why))
  const listOf = (role: Prose): Leaf[] =>
    elements(role).map((on, index) => printed(on, index === 0 ? doubtsOf(role, row, doubts) : []))
  const { departments, furniture } = departmentsOf((row.parts.get('departments') ?? []).flat())
  const ambiguous =
    row.open.length > 0
      ? open(
          row.open.map(cell => cell.on),
          row.doubts[0] ?? '',
        )
      : undefined
  return {
    fields: {
      action: actionOf(elements('action'), doubtsOf('action', row, doubts)),
      progress: ambiguous ? [ambiguous] : listOf('progress'),
      selfEvaluation: listOf('selfEvaluation'),
      nextActions: listOf('nextActions'),
      category: categoryOf(row, names),
      departments,
    },
    furniture: [...[...cells.values()].flatMap(cell => cell.furniture), ...row.furniture, ...furniture],
  }
}

function cellOf(row: FormRow, role: Prose, measures: Measures) {
  return proseCell(joinCut(row.parts.get(role) ?? []), measures[role])
}

/** Which columns a doubt about a row speaks of: those whose cells could have been taken for another column's. */
const doubtsOf = (role: Prose, row: FormRow, doubts: readonly Note[]): readonly Note[] =>
  row.parts.has(role) && (role === 'action' || role === 'progress') ? doubts : []

function doubtOf(row: FormRow, why: string): Note {
  const first = row.parts.get('progress')?.[0]?.[0] ?? row.parts.get('action')?.[0]?.[0]
  const shown = first ? textOf(first.on) : ''
  return note('SUSPECT_TEXT', { printed: shown, suggestion: null, why }, { severity: 'warning' })
}

const actionOf = (elements: readonly Printed[], notes: readonly Note[]): Leaf =>
  elements.length === 0 ? blank() : printed(joinPrinted(elements, '\n'), notes)

/** A word of the legend; another one is kept as printed and spoken of. */
function categoryOf({ category, otherCategory }: FormRow, names: ReadonlySet<string>): Leaf {
  if (category) return printed(category)
  if (!otherCategory) return absent
  const why = `the legend has no such category (${[...names].join(', ')})`
  const args = { printed: textOf(otherCategory), suggestion: null, why }
  return printed(otherCategory, [note('SUSPECT_TEXT', args, { on: otherCategory, severity: 'warning' })])
}
