import { matches, type Printed, textOf } from '../../../document/printed.ts'
import { type Across, byColumn, showsPlaces, type Unnamed } from '../../../document/table/columns.ts'
import type { GridCell, GridRow } from '../../../document/table/grid.ts'
import { say, type Words } from '../../../messages/words.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { Heads } from '../page/heads.ts'
import type { Role } from '../words/index.ts'
import { isDepartmentsOnly, namesDepartments } from './departments.ts'

/** The cells of a row by what they hold; `doubt` says why that is not certain. */
export interface Assigned {
  readonly at: ReadonlyMap<Role, readonly GridCell[]>
  readonly doubt?: Words
  /** Cells of which nothing tells what they hold. */
  readonly open?: readonly GridCell[]
  /** Cells below heads that the form does not know. */
  readonly others?: readonly Unnamed<Role>[]
  /** Cells over several columns. */
  readonly across?: readonly Across<Role>[]
  /** It is in another table, whose columns are not those of the heads. */
  readonly isForeign?: true
  /** A cell in which the action and the progress are beside each other. */
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
    const byHeads = heads && belowHeads(row, heads)
    if (byHeads && !byHeads.isForeign && fits(byHeads.at, names)) return byHeads
    const alike = known.get(row.columns) ?? alikeOf(rows, row.columns, names)
    known.set(row.columns, alike)
    return { ...byAnchors(row, alike, names), ...(byHeads?.isForeign ? { isForeign: true } : {}) }
  })
}

/** What the rows with one number of columns have in common: where their ends are, and whether their first cells hold two texts. */
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

/** The cells below their heads; undefined where another number of columns, and no places, leave open what is below which. */
function belowHeads(row: GridRow, { columns }: Heads): Assigned | undefined {
  const isAlike = row.columns === columns.count
  if (!isAlike && !showsPlaces(row, columns)) return undefined
  const { at, others, across } = byColumn(row, columns)
  const isForeign = !isAlike && (across.length > 0 || others.some(({ head }) => !head))
  return { at, others, across, ...(isForeign ? { isForeign } : {}) }
}

/** No prose cell may be a category or departments, which would show that the row is shifted. */
function fits(at: ReadonlyMap<Role, readonly GridCell[]>, names: ReadonlySet<string>): boolean {
  return proseRoles.every(
    role => !(at.get(role) ?? []).some(cell => isCategory(cell, names) || isDepartmentsOnly(cell.text)),
  )
}

/** Where the category and the departments of a row are; -1 where it has none. */
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

/** A row that prints both tells where they are in the others of its table. */
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
  const columns = { found: count, columns: proseRoles.length }
  const doubt = say('COLUMNS_OF_TEXT', columns)
  if (/^[○◯〇]/u.test(first.text)) return { at: put(at, ['action'], [first]), open: others.filter(hasWord), doubt }
  // ・手稲区において…: a page that goes on without the column of actions begins with the progress.
  if (count === 1 || count === 3)
    return { at: put(at, proseRoles.slice(1), prose), doubt: say('FIRST_AS_PROGRESS', columns) }
  return { at, open: prose.filter(hasWord), doubt }
}

/** It concerns those two columns; other doubts concern all. */
export const inOneCell = say('ACTION_WITH_PROGRESS')

const hasWord = (cell: GridCell): boolean => cell.word !== ''

function put(at: Map<Role, GridCell[]>, to: readonly Role[], cells: readonly GridCell[]): Map<Role, GridCell[]> {
  for (const [index, cell] of cells.entries()) {
    const role = to[index]
    if (role) at.set(role, [cell])
  }
  return at
}

const tooMany = say('MORE_COLUMNS')

/** ○支援を要する世帯におけるリ ・支援を要する世帯の…: an action and a progress on one line. */
const isMixed = ({ text }: GridCell): boolean => /^[○◯〇].*\s・\S/u.test(text) || /^[│|┃].*[│|┃]/u.test(text)
