import { type Note, note } from '../../../diagnostics/codes.ts'
import type { Line } from '../../../document/model.ts'
import { concat, type Printed, textOf } from '../../../document/printed.ts'
import { editionNote } from '../../kit/edition-note.ts'
import { lineText, wordsOf } from '../text/lines.ts'
import { type ColumnName, columnNamed, columns } from '../words/index.ts'

export interface Head {
  readonly name: ColumnName
  readonly on: Printed
}

/** A printing of the column heads; `count` lines from where it begins. */
export interface HeaderRow {
  readonly count: number
  readonly heads: readonly Head[]
  /** Words between them that head no column we know. */
  readonly others: readonly Printed[]
  /** Those of the heads that say their column in words of another year. */
  readonly alike?: readonly Printed[]
}

/** The column heads that begin on a line: on one line, or each on a line of its own; undefined where none begin there. */
export function headerRowAt(lines: readonly Line[], index: number): HeaderRow | undefined {
  const heads: Head[] = []
  let at = index
  while (at < lines.length) {
    const found = onlyHeads(lines[at] as Line) ?? wrappedHead(lines[at] as Line, lines[at + 1])
    if (!found) break
    heads.push(...found.heads)
    at += found.count
  }
  if (distinct(heads) >= 3) return { count: at - index, heads, others: [] }
  return mostlyHeads(lines[index] as Line)
}

const headsIn = (line: Line): (Head | undefined)[] =>
  wordsOf(line).map(({ on, text }) => {
    const name = columnNamed(text)
    return name && { name, on }
  })

function onlyHeads(line: Line): HeaderRow | undefined {
  const heads = headsIn(line)
  return heads.every(head => head !== undefined) ? { count: 1, heads: heads as Head[], others: [] } : undefined
}

/** A head that its narrow column wraps: 取組の⏎実施時期. */
function wrappedHead(line: Line, next: Line | undefined): HeaderRow | undefined {
  const name = next && columnNamed(lineText(line) + lineText(next))
  return name ? { count: 2, heads: [{ name, on: concat(line.on, (next as Line).on) }], others: [] } : undefined
}

/** A line of heads with something else between them, which no field takes. */
function mostlyHeads(line: Line): HeaderRow | undefined {
  const heads = headsIn(line).filter(head => head !== undefined)
  const others = wordsOf(line).filter(word => columnNamed(word.text) === undefined)
  return distinct(heads) >= 4 ? { count: 1, heads, others: others.map(word => word.on) } : undefined
}

/** A column, and not a part of what one holds. */
const isColumn = (name: string): boolean => name in columns

const distinct = (heads: readonly Head[]): number => new Set(heads.map(head => head.name)).size

/**
 * One note on columns that are not the form's, by the fullest of several printings; `never` are fields that no cell of a column
 * prints. Lines of a text are read as if their columns were the form's, in its order; cells are read by their own heads.
 */
export function columnNotes(rows: readonly HeaderRow[], by: 'lines' | 'cells', never: readonly string[] = []): Note[] {
  const row = rows.reduce<HeaderRow | undefined>(
    (best, each) => (distinct(each.heads) > distinct(best?.heads ?? []) ? each : best),
    undefined,
  )
  if (!row) return []
  const form = Object.keys(columns)
  const printed = [...new Set<string>(row.heads.map(head => head.name))]
  const missing = [...new Set([...form.filter(name => !printed.includes(name)), ...never])]
  const others = row.others.map(textOf)
  const alike = (row.alike ?? []).map(textOf)
  const inOrder = by === 'cells' || form.filter(name => printed.includes(name)).join() === printed.join()
  if (inOrder && missing.length + others.length + alike.length === 0) return []
  const args = {
    closest: form.join(' '),
    missing,
    unexpected: inOrder ? [...alike, ...others] : [...printed, ...others],
  }
  const [first] = row.heads
  const more = { ...(first ? { on: first.on } : {}), expected: form, actual: printed }
  const mayBeRenamed = missing.some(isColumn) && others.length > 0
  const doubt = mayBeRenamed ? ({ severity: 'warning', pointer: '/records' } as const) : ({ severity: 'info' } as const)
  return [by === 'cells' ? editionNote(args, { ...more, ...doubt }) : note('EDITION_UNKNOWN', args, more)]
}
