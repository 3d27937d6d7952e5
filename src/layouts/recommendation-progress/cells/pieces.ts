import type { Line } from '../../../document/model.ts'
import { matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import type { Across, Unnamed } from '../../../document/table/columns.ts'
import type { GridCell } from '../../../document/table/grid.ts'
import type { Words } from '../../../messages/words.ts'
import { isBlankMark } from '../../../normalise/marks.ts'
import { mark } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import type { Role } from '../words/index.ts'
import { type Assigned, categoryIn } from './columns.ts'
import { namesDepartments } from './departments.ts'

/** One row of the form: of every column the lines, in the parts that table rows or pages cut them into. */
export interface FormRow {
  readonly parts: ReadonlyMap<Role, readonly (readonly Line[])[]>
  readonly category: Printed | undefined
  /** What is in the column of the category and is no word of the legend. */
  readonly otherCategory: Printed | undefined
  readonly open: readonly GridCell[]
  readonly others: readonly Unnamed<Role>[]
  /** Cells over several columns, which belong to none of them. */
  readonly across: readonly Across<Role>[]
  readonly doubts: readonly Words[]
  readonly furniture: readonly Furniture[]
  /** A converter has lost a cell: the category stands in another column, with the departments (継続　子）相談部). */
  readonly isShort: boolean
  /** Neither category nor department: it goes on from the row above. */
  readonly anchored: boolean
}

/** Whether anything is in a piece. */
export const hasText = ({ parts, open }: FormRow): boolean =>
  open.length > 0 || [...parts.values()].some(part => part.length > 0)

/** The last two columns in one cell: 継続　子）相談部. */
function isWholeEnd(on: Printed, names: ReadonlySet<string>): boolean {
  const text = textOf(on).trim()
  return [...names].some(name => text.startsWith(name) && namesDepartments(text.slice(name.length).trim()))
}

/** A table row as a piece of a form row: the lines by column, and what tells where the form row ends. */
export function pieceOf(assigned: Assigned, names: ReadonlySet<string>): FormRow {
  const { doubt, open = [], others = [], across = [], mixed } = assigned
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
  const isShort = !category && [...parts.values()].flat(2).some(line => isWholeEnd(line.on, names))
  return {
    parts,
    category,
    otherCategory: other,
    open,
    others,
    across,
    doubts: doubt ? [doubt] : [],
    furniture,
    isShort,
    // Without a legend every word in the column may be a category.
    anchored:
      category !== undefined || isShort || namesDepartments(departments) || (names.size === 0 && other !== undefined),
  }
}

/** The cells without those that say with a dash that they are empty. */
function withoutDashes(all: Assigned['at']): { at: Assigned['at']; dashes: Furniture[] } {
  const isDash = ({ word }: GridCell): boolean => word !== '' && isBlankMark(word)
  const dashes = [...all.values()].flat().filter(isDash)
  const at = new Map([...all].map(([role, cells]) => [role, cells.filter(cell => !isDash(cell))] as const))
  return { at, dashes: dashes.map(({ on }) => mark(on)) }
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
  return bars.map(({ whole }) => mark(whole))
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
