import type { Line } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose/prose.ts'
import { beginsItself } from '../../../document/prose/sentences.ts'
import { sentenceGoesOn } from '../../../document/prose/wrapping.ts'
import { cutOf, groupedBy } from '../../../document/table/cut-rows.ts'
import type { GridRow } from '../../../document/table/grid.ts'
import { distinct, say } from '../../../messages/words.ts'
import { isListMark } from '../../../normalise/marks.ts'
import type { Furniture } from '../../kit/layout.ts'
import { type Heads, isRestOfHeads } from '../page/heads.ts'
import { type Role, roles } from '../words/index.ts'
import { assignAll } from './columns.ts'
import { endsInOrganisation, namesDepartments } from './departments.ts'
import { type FormRow, hasText, pieceOf } from './pieces.ts'

/** The form rows of a page; the first may be the rest of the last one of the page before. */
export function formRowsOf(rows: readonly GridRow[], heads: Heads | undefined, names: ReadonlySet<string>): FormRow[] {
  const [first, ...others] = rows
  const own = first && isRestOfHeads(first) ? others : rows
  const pieces = assignAll(own, heads, names).map((each, index) => ({
    columns: own[index]?.columns,
    piece: pieceOf(each, names),
    isForeign: each.isForeign,
  }))
  // A table in other columns that prints no category and no department is none of the form's.
  const filled = pieces.filter(({ piece, isForeign }) => hasText(piece) && (piece.anchored || !isForeign))
  // A table with another number of columns is read on its own: a page that a converter printed line by line is beside others.
  const tables = groupedBy(filled, ({ columns }, _, index) => columns !== filled[index - 1]?.columns)
  return joinedOver(tables.flatMap(table => groupsOf(table.map(({ piece }) => piece))))
}

function groupsOf(pieces: readonly FormRow[]): FormRow[] {
  return (isShattered(pieces) ? shatteredGroups(pieces) : groupsByAnchor(pieces)).map(merged)
}

/** A table whose first row has no end of its own goes on from the table above. */
function joinedOver(all: readonly FormRow[]): FormRow[] {
  const rows: FormRow[] = []
  for (const row of all) {
    const above = rows.at(-1)
    if (above && !row.anchored) rows[rows.length - 1] = merged([above, row])
    else rows.push(row)
  }
  return rows
}

/**
 * A converter printed every line of the page as a row of its own: then category and department are beside the middle of the text.
 * Most rows have neither, or the first begins its items without them and the row that has them goes on in the middle of a sentence.
 */
function isShattered(pieces: readonly FormRow[]): boolean {
  const [first] = pieces
  const loose = pieces.filter(piece => !piece.anchored).length
  if (pieces.length >= 3 && loose >= 2 && loose * 2 > pieces.length) return true
  const anchor = pieces.find(piece => piece.anchored)
  return first !== undefined && anchor !== undefined && !first.anchored && beginsItem(first) && !holdsItem(anchor)
}

/** Rows begin where the first column begins with a mark, if that gives every row one category; with one category in all, all is one row. */
function shatteredGroups(pieces: readonly FormRow[]): FormRow[][] {
  const groups = groupedBy(pieces, beginsItem)
  const categories = (group: readonly FormRow[]) => group.filter(piece => piece.category).length
  if (groups.every(group => categories(group) === 1)) return groups
  return categories(pieces) <= 1 ? [[...pieces]] : groupsByAnchor(pieces)
}

const startsWithMark = (lines: readonly Line[] | undefined): boolean =>
  lines?.[0] !== undefined && isListMark(textOf(lines[0].on).charAt(0))

function beginsItem({ parts }: FormRow): boolean {
  const first = roles.find(role => parts.has(role))
  return first !== undefined && parts.size > 1 && startsWithMark(parts.get(first)?.[0])
}

const holdsItem = ({ parts }: FormRow): boolean => roles.some(role => startsWithMark(parts.get(role)?.[0]))

/** A row with neither category nor department goes on from the row above; so does one that has no text but departments. */
const groupsByAnchor = (pieces: readonly FormRow[]): FormRow[][] =>
  groupedBy(
    pieces,
    piece => piece.anchored && (piece.category !== undefined || piece.open.length > 0 || hasProse(piece)),
  )

const hasProse = ({ parts }: FormRow): boolean =>
  (['action', 'progress', 'selfEvaluation', 'nextActions'] as const).some(role => parts.has(role))

/** No row of the form is printed on that many lines: what follows is something else, and stays unclaimed. */
const mostPieces = 100

/** Several pieces as one row, column by column; what is left of a category or a department in a later piece is no part of it. */
export function merged(all: readonly FormRow[]): FormRow {
  const pieces = all.slice(0, mostPieces)
  const [first, ...others] = pieces
  if (first && others.length === 0) return first
  const parts = new Map<Role, readonly (readonly Line[])[]>()
  const repeats: (readonly Line[])[] = []
  for (const role of roles) {
    const cut = cutOf(pieces.flatMap(piece => piece.parts.get(role) ?? []))
    const kept = role === 'departments' ? cut.parts.filter(isDepartments) : cut.parts
    if (kept.length > 0) parts.set(role, kept)
    repeats.push(...cut.repeats)
  }
  const categories = pieces.flatMap(piece => piece.category ?? [])
  return {
    parts,
    category: categories[0],
    otherCategory: categories.length > 0 ? undefined : pieces.find(piece => piece.otherCategory)?.otherCategory,
    open: pieces.flatMap(piece => piece.open),
    doubts: [...distinct(pieces.flatMap(piece => piece.doubts)), ...(categories.length > 1 ? [several] : [])],
    others: pieces.flatMap(piece => piece.others),
    across: pieces.flatMap(piece => piece.across),
    furniture: [...pieces.flatMap(piece => piece.furniture), ...repeats.map(repeatOf)],
    isShort: pieces.some(piece => piece.isShort),
    anchored: pieces.some(piece => piece.anchored),
  }
}

/** Whether a column of a row goes on with the sentence, or the name, that the same column of the row above leaves unfinished. */
export function goesOnInSentence(above: FormRow, row: FormRow): boolean {
  return roles.some(role => {
    const last = above.parts.get(role)?.at(-1)?.at(-1)
    const first = row.parts.get(role)?.[0]?.[0]
    if (!last || !first) return false
    return role === 'departments' ? goesOnInName(last, first) : sentenceGoesOn(last, first)
  })
}

const goesOnInName = (last: Line, first: Line): boolean =>
  !beginsItself(textOf(first.on)) && !endsInOrganisation(textOf(last.on))

const isDepartments = (lines: readonly Line[]): boolean => namesDepartments(lines.map(({ on }) => textOf(on)).join(' '))

const repeatOf = (lines: readonly Line[]): Furniture => ({ on: joinLines(lines.map(({ on }) => on)), as: 'repeat' })

const several = say('SEVERAL_CATEGORIES')
