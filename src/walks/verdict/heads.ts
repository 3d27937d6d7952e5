import { groupBy } from '../../document/group-by.ts'
import type { Rect } from '../../document/model.ts'
import { type Printed, spansOf, startOf } from '../../document/printed.ts'
import { wordOf } from '../../document/words.ts'
import type { Furniture, Heads } from '../../layouts/kit/layout.ts'
import { compact } from '../../normalise/whitespace.ts'
import { type Ground, type Grounds, isAcross, isSameColumn, sharesColumn } from './grounds.ts'

/** A label or column head as it is printed once, with the fields of a record that it is a word for. */
export interface Head {
  readonly word: string
  readonly at: number
  readonly paths: readonly string[]
  readonly ground: Ground
}

/** Half a line: a head may hang a little into the line below it. */
const slack = 3

/** The heads of a document, and which of them a reader of the page would say govern a line: by where they are, not by how it was read. */
export class PrintedHeads {
  readonly all: readonly Head[]
  readonly #paths = new Set<string>()

  constructor(furniture: readonly Furniture[], heads: Heads, grounds: Grounds) {
    const byWord = pathsOf(heads)
    this.all = furniture
      .flatMap(({ on, as }) => headsAt(as === 'label' ? byWord.get(wordOf(on)) : undefined, on, grounds))
      .sort((a, b) => a.at - b.at)
    for (const { paths } of this.all) for (const path of paths) this.#paths.add(path)
  }

  /** Whether the document prints a head for a field, or for a part of the record that holds it. */
  isHeaded(holders: readonly string[]): boolean {
    return holders.some(holder => this.#paths.has(holder))
  }

  /** The heads that are themselves the value: 活動指標１ says the kind and the number of what is beside it. */
  on(value: Printed): Head[] {
    const spans = spansOf(value)
    return this.all.filter(({ at }) => spans.some(([from, to]) => from <= at && at < to))
  }

  /** The heads that may govern a line, by each reading of the page that a person could choose; none where nothing is printed that could. */
  governing(line: Ground): Head[] {
    const found = line.cell ? this.#inTable(line) : this.#onPage(line)
    return [...(found.length > 0 ? found : this.#before(line)), ...this.#crossing(line)]
  }

  #inTable(line: Ground): Head[] {
    const inCell = this.all.filter(({ ground, at }) => ground.cell === line.cell && at < line.from)
    const beside = this.all.filter(({ ground }) => ground.table === line.table && isLeftOf(ground, line))
    const above = this.all.filter(({ ground }) => ground.table === line.table && isAbove(ground, line))
    const ofColumns = above.filter(({ ground }) => !isAcross(ground))
    return [
      ...nearest(inCell, each => each.at),
      ...nearest(beside, columnOf),
      ...this.#lowest(above, line),
      ...(ofColumns.length < above.length ? this.#lowest(ofColumns, line) : []),
    ]
  }

  /** Where no head is beside or above in the table: those of the rows or columns that what is here heads as well. */
  #crossing(line: Ground): Head[] {
    const ofTable = this.all.filter(({ ground }) => line.table && ground.table === line.table)
    const isHeaded = ofTable.some(({ ground }) => isLeftOf(ground, line) || isAbove(ground, line))
    return isHeaded ? [] : ofTable.filter(({ ground }) => crosses(ground, line))
  }

  /** The lowest of the heads above a line, of any column and of its own; those of the table before where its own table has none. */
  #lowest(above: readonly Head[], line: Ground): Head[] {
    const own =
      above.length > 0 ? above : this.all.filter(each => each.at < line.from && isSameColumn(each.ground, line))
    const ofColumn = own.filter(({ ground }) => isSameColumn(ground, line))
    return [...nearest(own, rowOf), ...nearest(ofColumn, rowOf)]
  }

  #onPage(line: Ground): Head[] {
    const { bbox, page } = line
    if (!bbox) return []
    const near = this.all.filter(({ ground }) => ground.page === page && ground.bbox)
    const level = near.filter(({ ground }) => isBeside(ground.bbox as Rect, bbox))
    const above = near.filter(({ ground }) => (ground.bbox as Rect)[3] <= bbox[1] + slack)
    const upright = above.filter(({ ground }) => sharesColumn(ground.bbox as Rect, bbox))
    const bottom = (each: Head) => (each.ground.bbox as Rect)[3]
    return [
      ...nearest(level, each => (each.ground.bbox as Rect)[0]),
      ...nearest(upright, bottom),
      ...bandAbove(above, bbox),
      ...(upright.length === 0 ? this.#columnBefore(line, bbox) : []),
    ]
  }

  /** The head printed last before a line at the top of a column, if it is further down in a column to the left: that one goes on here. */
  #columnBefore(line: Ground, bbox: Rect): Head[] {
    const last = this.all.findLast(({ at }) => at < line.from)
    const head = last?.ground.page === line.page ? last.ground.bbox : undefined
    return last && head && head[2] <= bbox[0] && head[1] > bbox[1] ? [last] : []
  }

  /** Those printed last before a line, with nothing between them: all that a text without a page can show, or the page before. */
  #before(line: Ground): Head[] {
    const before = this.all.filter(({ at }) => at < line.from)
    const parted = before.findLastIndex((head, index) => index > 0 && !follows(before[index - 1] as Head, head))
    return before.slice(Math.max(parted, 0))
  }
}

/** Characters between two heads that are spaces, line breaks or a period's words, and no value. */
const nothingBetween = 12

const follows = (above: Head, below: Head): boolean => below.at - above.at - above.word.length <= nothingBetween

function headsAt(paths: readonly string[] | undefined, on: Furniture['on'], grounds: Grounds): Head[] {
  const [ground] = paths ? grounds.of(on) : []
  return paths && ground ? [{ word: wordOf(on), at: startOf(on), paths, ground }] : []
}

type Paths = ReadonlyMap<string, readonly string[]>
const pathsOfHeads = new WeakMap<Heads, Paths>()

/** The fields that each word of a form heads; worked out once for all its documents. */
function pathsOf(heads: Heads): Paths {
  const known = pathsOfHeads.get(heads)
  if (known) return known
  const pairs = Object.entries(heads).flatMap(([path, words]) => words.map(word => ({ word: compact(word), path })))
  const byWord = groupBy(pairs, pair => pair.word)
  const paths = new Map([...byWord].map(([word, of]) => [word, of.map(pair => pair.path)]))
  pathsOfHeads.set(heads, paths)
  return paths
}

/** a.b.c: a.b.c, a.b, a. */
export const holdersOf = (path: string): string[] =>
  path.split('.').map((_, index, parts) => parts.slice(0, parts.length - index).join('.'))

/** Those of which `measure` is greatest. */
function nearest(heads: readonly Head[], measure: (head: Head) => number): Head[] {
  const most = heads.reduce((best, each) => Math.max(best, measure(each)), Number.NEGATIVE_INFINITY)
  return heads.filter(each => measure(each) === most)
}

/** Of the heads at one height that is nearest above, the last that begins left of the line's end. */
function bandAbove(above: readonly Head[], [, , right]: Rect): Head[] {
  const [lowest] = nearest(above, each => (each.ground.bbox as Rect)[3])
  if (!lowest) return []
  const top = (lowest.ground.bbox as Rect)[1]
  const band = above.filter(each => (each.ground.bbox as Rect)[3] > top)
  const begun = band.filter(each => (each.ground.bbox as Rect)[0] < right)
  return nearest(begun.length > 0 ? begun : band, each => (each.ground.bbox as Rect)[0])
}

const isBeside = (head: Rect, line: Rect): boolean =>
  head[2] <= line[0] + slack && Math.min(head[3], line[3]) - Math.max(head[1], line[1]) > 0

const columnOf = ({ ground }: Head): number => ground.cell?.column ?? -1
const rowOf = ({ ground }: Head): number => ground.page * 10_000 + (ground.cell?.row ?? 0)

function isLeftOf({ cell: head }: Ground, { cell: line }: Ground): boolean {
  if (!head || !line) return false
  const sharesRow = head.row < line.row + line.rowSpan && line.row < head.row + head.rowSpan
  return sharesRow && head.column + head.columnSpan <= line.column
}

function isAbove({ cell: head }: Ground, { cell: line }: Ground): boolean {
  if (!head || !line) return false
  const shares = head.column < line.column + line.columnSpan && line.column < head.column + head.columnSpan
  return shares && head.row + head.rowSpan <= line.row
}

/** A year over the columns of a table whose rows are headed at the left, or at the left of rows whose columns are headed above: what it heads, the others head too. */
function crosses(head: Ground, line: Ground): boolean {
  const [one, other] = [head.cell, line.cell]
  if (!one || !other || head.table !== line.table) return false
  const isOverColumn = one.row >= other.row + other.rowSpan && one.column + one.columnSpan <= other.column
  const isLeftOfRow = one.column >= other.column + other.columnSpan && one.row + one.rowSpan <= other.row
  return isOverColumn || isLeftOfRow
}
