import { matches, type Printed, textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { Heads } from '../page/heads.ts'
import type { Role } from '../words.ts'
import { isDepartmentsOnly, namesDepartments } from './cells.ts'
import type { GridCell, GridRow } from './grid.ts'

/** The cells of a row by what they hold; `doubt` says why that is not certain. */
export interface Assigned {
  readonly at: ReadonlyMap<Role, readonly GridCell[]>
  readonly doubt?: string
  /** Cells of which nothing tells what they hold. */
  readonly open?: readonly GridCell[]
  /** A cell in which the action and the progress stand beside each other. */
  readonly mixed?: GridCell
}

/** The word of the legend that a cell holds, alone or set off by spaces; undefined where it holds none. */
export function categoryIn(cell: GridCell | undefined, names: ReadonlySet<string>): Printed | undefined {
  if (!cell) return undefined
  if (names.has(cell.word)) return cell.on
  return [...matches(cell.on, /\S+/dgu)].find(found => names.has(compact(textOf(found.whole))))?.whole
}

const isCategory = (cell: GridCell, names: ReadonlySet<string>): boolean => names.has(cell.word)
const isDepartments = (cell: GridCell): boolean => cell.text.length <= 80 && namesDepartments(cell.text)

const proseRoles = ['action', 'progress', 'selfEvaluation', 'nextActions'] as const

/** Every row by the columns of the head row where it fits them, else by the category and departments at its end. */
export function assignAll(rows: readonly GridRow[], heads: Heads | undefined, names: ReadonlySet<string>): Assigned[] {
  const known = new Map<number, Alike>()
  return rows.map(row => {
    const byHeads = heads && (row.columns === heads.columns ? columnsOf(row, heads) : columnsByEdges(row, heads))
    if (byHeads && fits(byHeads, names)) return { at: byHeads }
    const alike = known.get(row.columns) ?? alikeOf(rows, row.columns, names)
    known.set(row.columns, alike)
    return byAnchors(row, alike, names)
  })
}

/** What the rows with one number of columns have in common: where their ends stand, and whether their first cells hold two texts. */
interface Alike {
  readonly anchors: Anchors | undefined
  readonly mixed: boolean
}

function alikeOf(all: readonly GridRow[], columns: number, names: ReadonlySet<string>): Alike {
  const rows = all.filter(row => row.columns === columns)
  const anchors = rows.map(row => anchorsOf(row, names))
  return {
    anchors: anchors.find(found => found.category >= 0 && found.departments > found.category),
    mixed: rows.some(({ cells: [first] }) => first !== undefined && isMixed(first)),
  }
}

/** A cell over several columns belongs to none of them. */
function columnsOf(row: GridRow, heads: Heads): Map<Role, GridCell[]> {
  const at = new Map<Role, GridCell[]>()
  for (const [role, { from, to }] of heads.at)
    at.set(
      role,
      row.cells.filter(cell => cell.column < to && cell.column + cell.columnSpan > from),
    )
  return at
}

/** On a page with other columns a cell stands below the head that it lies under; undefined where no places are known. */
function columnsByEdges(row: GridRow, heads: Heads): Map<Role, GridCell[]> | undefined {
  const at = new Map<Role, GridCell[]>()
  for (const [role, { edges }] of heads.at) {
    if (!edges || row.cells.some(cell => !cell.edges)) return undefined
    at.set(
      role,
      row.cells.filter(cell => liesUnder(cell.edges as [number, number], edges)),
    )
  }
  return row.cells.some(cell => isBeside(cell, at)) ? undefined : at
}

type Edges = readonly [left: number, right: number]

/** More than half of the narrower stands below the other. */
const liesUnder = (cell: Edges, head: Edges): boolean =>
  Math.min(cell[1], head[1]) - Math.max(cell[0], head[0]) > Math.min(cell[1] - cell[0], head[1] - head[0]) / 2

/** A cell with words that stands below no head. */
const isBeside = (cell: GridCell, at: ReadonlyMap<Role, readonly GridCell[]>): boolean =>
  hasWord(cell) && ![...at.values()].some(cells => cells.includes(cell))

/** No prose cell may be a category or departments, which would show that the row is shifted. */
function fits(at: ReadonlyMap<Role, readonly GridCell[]>, names: ReadonlySet<string>): boolean {
  return proseRoles.every(
    role => !(at.get(role) ?? []).some(cell => isCategory(cell, names) || isDepartmentsOnly(cell.text)),
  )
}

/** Where the category and the departments of a row stand; -1 where they do not. */
interface Anchors {
  readonly category: number
  readonly departments: number
}

function anchorsOf({ cells }: GridRow, names: ReadonlySet<string>): Anchors {
  const departments = cells.findLastIndex(cell => cell.word !== '' && isDepartments(cell))
  const category = cells.findLastIndex(cell => isCategory(cell, names))
  const isBlankBefore = category < 0 && departments > 0 && cells[departments - 1]?.word === ''
  return { category: isBlankBefore ? departments - 1 : category, departments }
}

/** A row that prints both tells where they stand in the others of its table. */
function byAnchors(row: GridRow, alike: Alike, names: ReadonlySet<string>): Assigned {
  const { category, departments } = alike.anchors ?? anchorsOf(row, names)
  const at = new Map<Role, GridCell[]>()
  const last = row.cells[departments >= 0 ? departments : category >= 0 ? category + 1 : -1]
  const middle = row.cells[category]
  if (middle) at.set('category', [middle])
  if (last) at.set('departments', [last])
  const end = category >= 0 ? category : departments
  const prose = end >= 0 ? row.cells.slice(0, end) : withoutTail(row.cells)
  return assignProse(prose, at, alike.mixed)
}

function withoutTail(cells: readonly GridCell[]): GridCell[] {
  const last = cells.findLastIndex(cell => cell.word !== '')
  return cells.slice(0, last + 1)
}

/** The cells of text, where no head row fits them: by their number and by the mark that the first begins with. */
function assignProse(prose: readonly GridCell[], at: Map<Role, GridCell[]>, mixed: boolean): Assigned {
  const [first, ...others] = prose
  const count = prose.length
  if (count === proseRoles.length) return { at: put(at, proseRoles, prose) }
  if (count === 3 && first && mixed)
    return {
      at: put(at, proseRoles.slice(2), others),
      mixed: first,
      doubt: inOneCell,
    }
  if (!first || count > proseRoles.length) return { at, open: prose.filter(hasWord), doubt: tooMany }
  const doubt = `the row has ${count} of ${proseRoles.length} columns of text`
  if (/^[○◯〇]/u.test(first.text)) return { at: put(at, ['action'], [first]), open: others.filter(hasWord), doubt }
  // ・手稲区において…: a page that goes on without the column of actions begins with the progress.
  if (count === 1 || count === 3)
    return { at: put(at, proseRoles.slice(1), prose), doubt: `${doubt}; ${readAsProgress}` }
  return { at, open: prose.filter(hasWord), doubt }
}

/** It concerns those two columns; other doubts concern all. */
export const inOneCell = 'the action and the progress stand in one cell'

const hasWord = (cell: GridCell): boolean => cell.word !== ''
const readAsProgress = 'without a mark ○ the first is read as the progress'

function put(at: Map<Role, GridCell[]>, to: readonly Role[], cells: readonly GridCell[]): Map<Role, GridCell[]> {
  for (const [index, cell] of cells.entries()) {
    const role = to[index]
    if (role) at.set(role, [cell])
  }
  return at
}

const tooMany = 'the row has more columns than the form'

/** ○支援を要する世帯におけるリ ・支援を要する世帯の…: an action and a progress on one line. */
const isMixed = ({ text }: GridCell): boolean => /^[○◯〇].*\s・\S/u.test(text) || /^[│|┃].*[│|┃]/u.test(text)
