import type { Note } from '../../diagnostics/codes.ts'
import type { Line } from '../../document/model.ts'
import type { Printed } from '../../document/printed.ts'
import { joinCell, proseOf, proseText } from '../../document/prose/prose.ts'
import { namesOf } from '../../document/table/columns.ts'
import { cutOf, joinCut } from '../../document/table/cut-rows.ts'
import type { Band, Columns, Head } from '../../document/table/heads.ts'
import type { Piece, TableForm } from '../../document/table/pieces.ts'
import { wordOf } from '../../document/words.ts'
import { compact } from '../../normalise/whitespace.ts'
import { label, mark } from './claims.ts'
import { editionNote } from './edition-note.ts'
import { type In, list, plainText, text } from './fields.ts'
import type { Furniture } from './layout.ts'
import { absent, blank, type Leaf, open, printed } from './leaves.ts'

/** The words that each column of a form may be headed with, the form's own first. */
export type ColumnWords<N extends string> = { readonly [name in N]: readonly string[] }

/** A form of the table kind, known only by the heads of its columns. */
export function tableForm<N extends string>(columns: ColumnWords<N>): TableForm<N> {
  const order = Object.keys(columns) as N[]
  const named = new Map(order.flatMap(name => columns[name].map(word => [compact(word), name] as const)))
  const least = Math.min(3, order.length)
  return {
    order,
    least,
    nameOf: on => named.get(wordOf(on)),
    isOwn: (on, name) => wordOf(on) === compact(columns[name][0] ?? ''),
    isHeadRow: (names, cells) => names.size >= least && names.size * 2 >= cells,
  }
}

/** The words of the form: a part of its vocabulary. */
export const headWords = (columns: ColumnWords<string>): string[] => Object.values(columns).flat().map(compact)

/** The heads printed in words of the form, as furniture. */
export const headFurniture = <N extends string>(bands: readonly Band<N>[]): Furniture[] =>
  bands
    .flatMap(({ columns }) => columns.heads)
    .flatMap(head => (head.name ? head.cells : []))
    .map(cell => label(cell.on))

/**
 * One note on columns that the form does not know and those that it misses, by the fullest heads of a document; undefined where it
 * prints just the form's. `ja` names a column as the form does.
 */
export function columnNote<N extends string>(
  all: readonly Columns<N>[],
  order: readonly N[],
  ja: (name: N) => string,
): Note | undefined {
  const fullest = all.reduce<Columns<N> | undefined>(
    (best, each) => (best && namesOf(best).size >= namesOf(each).size ? best : each),
    undefined,
  )
  if (!fullest) return undefined
  const names = namesOf(fullest)
  const missing = order.filter(name => !names.has(name)).map(ja)
  const unknown = fullest.heads.filter(head => head.name === undefined && head.cells.length > 0)
  const unexpected = unknown.map(head => plainText(head.on))
  if (missing.length + unexpected.length === 0) return undefined
  const on = (unknown[0] ?? fullest.heads[0])?.on
  const args = { closest: order.map(ja).join(' '), missing, unexpected }
  return editionNote(args, { ...(on ? { on } : {}), expected: order.map(ja), actual: unexpected })
}

/** The rows that one record fills: several where a break cuts it. */
export type RecordRows<N extends string> = readonly Piece<N>[]

/** A column of a record as one run of words, and as paragraphs. Absent where the table has no such column, blank where its cell is. */
export const wordsIn = <N extends string>(rows: RecordRows<N>, name: N): Leaf => leafIn(rows, name, joinCell)

/** The paragraphs of a column of a record, with the marks that begin them. */
export function proseIn<N extends string>(rows: RecordRows<N>, name: N): { leaf: Leaf; furniture: Furniture[] } {
  const furniture: Furniture[] = []
  const leaf = leafIn(rows, name, lines => {
    const prose = proseOf(lines)
    furniture.push(...prose.marks.map(mark))
    return proseText(prose)
  })
  return { leaf, furniture }
}

function leafIn<N extends string>(rows: RecordRows<N>, name: N, read: (lines: readonly Line[]) => Printed): Leaf {
  const across = rows.flatMap(row => row.across).filter(({ names }) => names.includes(name))
  if (across.length > 0)
    return open(
      across.map(({ cell }) => cell.on),
      'its cell stands below several heads',
    )
  const cells = rows.flatMap(row => row.at.get(name) ?? [])
  const lines = joinCut(cutOf(cells.map(cell => cell.lines)).parts)
  if (lines.length > 0) return printed(read(lines))
  return cells.length > 0 ? blank() : absent
}

/** What a record prints in columns that the form does not know: nothing is dropped. */
export const otherFields = list({ label: text('その他の欄'), value: text('その他の内容') })

export type OtherFields = In<typeof otherFields>

/** The columns that the form does not know, from left to right, each under its whole head. */
export function othersIn<N extends string>(rows: readonly Pick<Piece<N>, 'others'>[]): OtherFields {
  const byHead = new Map<string, { head: Head<N>; cells: (readonly Line[])[] }>()
  for (const { head, cell } of rows.flatMap(row => row.others)) {
    if (!head || head.cells.length === 0) continue
    const known = byHead.get(wordOf(head.on)) ?? { head, cells: [] }
    known.cells.push(cell.lines)
    byHead.set(wordOf(head.on), known)
  }
  return [...byHead.values()].map(({ head, cells }) => ({
    label: printed(head.on),
    value: printed(proseText(proseOf(joinCut(cutOf(cells).parts)))),
  }))
}
