import type { Line } from '../../../document/model.ts'
import { matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { isBlankMark, isListMark } from '../../../normalise/marks.ts'
import type { Furniture } from '../../layout.ts'
import { type Role, roles } from '../vocabulary.ts'
import { namesDepartments } from './cells.ts'
import { type Assigned, assignAll, categoryIn } from './columns.ts'
import type { GridCell, GridRow } from './grid.ts'
import type { Heads } from './heads.ts'

/** One row of the form: of every column the lines, in the parts that table rows or pages cut them into. */
export interface FormRow {
  readonly parts: ReadonlyMap<Role, readonly (readonly Line[])[]>
  readonly category: Printed | undefined
  /** What stands in the column of the category and is no word of the legend. */
  readonly otherCategory: Printed | undefined
  readonly open: readonly GridCell[]
  readonly doubts: readonly string[]
  readonly furniture: readonly Furniture[]
  /** Neither category nor department: it goes on from the row above. */
  readonly anchored: boolean
}

/** The form rows of a page; the first may be the rest of the last one of the page before. */
export function formRowsOf(rows: readonly GridRow[], heads: Heads | undefined, names: ReadonlySet<string>): FormRow[] {
  const pieces = assignAll(rows, heads, names).map((each, index) => ({
    columns: rows[index]?.columns,
    piece: pieceOf(each, names),
  }))
  const filled = pieces.filter(({ piece }) => hasText(piece))
  // A table with another number of columns is read on its own: a page that a converter printed line by line stands beside others.
  const tables = groupBy(filled, ({ columns }, index) => columns !== filled[index - 1]?.columns)
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

const hasText = ({ parts, open }: FormRow): boolean =>
  open.length > 0 || [...parts.values()].some(part => part.length > 0)

function pieceOf(assigned: Assigned, names: ReadonlySet<string>): FormRow {
  const { doubt, open = [], mixed } = assigned
  const { at, dashes } = withoutDashes(assigned.at)
  const parts = new Map<Role, (readonly Line[])[]>()
  for (const [role, cells] of at) {
    const lines = cells.flatMap(cell => cell.lines)
    if (lines.length > 0) parts.set(role, [lines])
  }
  const furniture = [...dashes, ...(mixed ? partMixed(mixed, parts) : [])]
  const cell = at.get('category')?.find(each => each.word !== '')
  const category = categoryIn(cell, names)
  const other = category ? undefined : cell?.on
  const departments = (at.get('departments') ?? []).map(each => each.text).join(' ')
  return {
    parts,
    category,
    otherCategory: other,
    open,
    doubts: doubt ? [doubt] : [],
    furniture,
    // Without a legend every word in the column may be a category.
    anchored: category !== undefined || namesDepartments(departments) || (names.size === 0 && other !== undefined),
  }
}

/** The cells without those that say with a dash that they are empty. */
function withoutDashes(all: Assigned['at']): { at: Assigned['at']; dashes: Furniture[] } {
  const isDash = ({ word }: GridCell): boolean => word !== '' && isBlankMark(word)
  const dashes = [...all.values()].flat().filter(isDash)
  const at = new Map([...all].map(([role, cells]) => [role, cells.filter(cell => !isDash(cell))] as const))
  return { at, dashes: dashes.map(({ on }) => ({ on, as: 'mark' })) }
}

const rule = /[│|┃]/dgu

/** A table rule that was printed as a bar parts the two texts, else the only space between them; what has neither is the action's. */
function partMixed(cell: GridCell, parts: Map<Role, (readonly Line[])[]>): Furniture[] {
  const bars = [...matches(cell.on, rule)]
  const [left, right] = bars.length > 0 ? aroundBars(cell.on, bars) : aroundSpace(cell.on)
  const line = cell.lines[0]
  if (!line) return []
  parts.set('action', [[{ ...line, on: left }]])
  if (right && textOf(right) !== '') parts.set('progress', [[{ ...line, on: right }]])
  return bars.map(({ whole }) => ({ on: whole, as: 'mark' }))
}

function aroundBars(on: Printed, bars: readonly { index: number; end: number }[]): [Printed, Printed | undefined] {
  const ends = [...bars.map(bar => bar.index), Number.POSITIVE_INFINITY]
  const pieces = ends.map((end, index) => trim(slice(on, bars[index - 1]?.end ?? 0, end)))
  const [left, ...others] = pieces.filter(piece => textOf(piece) !== '')
  return [left ?? on, others.at(-1)]
}

function aroundSpace(on: Printed): [Printed, Printed | undefined] {
  const spaces = [...matches(on, /\s+/dgu)]
  const [space] = spaces
  return space && spaces.length === 1 ? [slice(on, 0, space.index), slice(on, space.end)] : [on, undefined]
}

/**
 * A converter printed every line of the page as a row of its own: then category and department stand beside the middle of the text.
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
  const groups = groupBy(pieces, (piece, index) => index === 0 || beginsItem(piece))
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
  groupBy(pieces, piece => piece.anchored && (piece.category !== undefined || piece.open.length > 0 || hasProse(piece)))

const hasProse = ({ parts }: FormRow): boolean =>
  (['action', 'progress', 'selfEvaluation', 'nextActions'] as const).some(role => parts.has(role))

function groupBy<T>(items: readonly T[], begins: (item: T, index: number) => boolean): T[][] {
  const groups: T[][] = []
  items.forEach((item, index) => {
    if (index === 0 || begins(item, index)) groups.push([item])
    else groups.at(-1)?.push(item)
  })
  return groups
}

/** No row of the form is printed on that many lines: what follows is something else, and stays unclaimed. */
const mostPieces = 100

/** Several pieces as one row, column by column; what is left of a category or a department in a later piece is no part of it. */
export function merged(all: readonly FormRow[]): FormRow {
  const pieces = all.slice(0, mostPieces)
  const [first, ...others] = pieces
  if (first && others.length === 0) return first
  const parts = new Map<Role, (readonly Line[])[]>()
  for (const role of roles) {
    const all = pieces.flatMap(piece => piece.parts.get(role) ?? [])
    const kept =
      role === 'departments' ? all.filter(lines => namesDepartments(lines.map(l => textOf(l.on)).join(' '))) : all
    if (kept.length > 0) parts.set(role, kept)
  }
  const categories = pieces.flatMap(piece => piece.category ?? [])
  return {
    parts,
    category: categories[0],
    otherCategory: categories.length > 0 ? undefined : pieces.find(piece => piece.otherCategory)?.otherCategory,
    open: pieces.flatMap(piece => piece.open),
    doubts: [...new Set(pieces.flatMap(piece => piece.doubts)), ...(categories.length > 1 ? [several] : [])],
    furniture: pieces.flatMap(piece => piece.furniture),
    anchored: pieces.some(piece => piece.anchored),
  }
}

const several = 'several categories stand in it'
