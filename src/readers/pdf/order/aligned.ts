import type { Rect } from '../../../document/model.ts'
import type { DraftCell, DraftTable, PartedLine } from '../draft.ts'
import { type DraftLine, lineOf, partedAtGaps } from '../lines/lines.ts'
import { headCells } from './aligned-heads.ts'
import { rowsAt } from './aligned-rows.ts'
import { alignedColumns, type Gutter, narrowed } from './gutters.ts'

/** A gap of so many ems parts two columns. */
const leastGutter = 1.2
/** Lines further apart than this, in ems, are not of one table, unless a row is left empty: then the step is twice that before. */
const widestStep = 3
const emptyRow = 2.1
const leastRows = 3

/**
 * Lines outside all frames with the tables among them that show by alignment alone: three lines or more whose pieces lie below one
 * another, parted by the same gutters. `edges` are the heights at which lines or fills part rows.
 */
export function withAlignedTables(lines: readonly DraftLine[], edges: readonly number[]): (DraftLine | DraftTable)[] {
  const parted = lines.map(line => ({ line, parts: partedAtGaps([line], leastGutter) }))
  const groups = groupsIn(parted)
  const blocks: (DraftLine | DraftTable)[] = []
  for (let from = 0; from < parted.length; ) {
    const group = isHeadOver(groups, from) ? undefined : groups(from)
    const head = from > 0 && isHeadOver(groups, from - 1) ? parted[from - 1] : undefined
    const table = group && tableOf(group.lines, group.gutters, edges, head)
    if (table?.hasHead) blocks.pop()
    if (table) blocks.push(table.block)
    else blocks.push((parted[from] as PartedLine).line)
    from += table ? group.lines.length : 1
  }
  return blocks
}

/** Whether a line is over several columns of the table below it: that has more gutters without it. */
function isHeadOver(groups: GroupAt, from: number): boolean {
  const [group, below] = [groups(from), groups(from + 1)]
  return !!group && !!below && below.gutters.length > group.gutters.length
}

interface Group {
  readonly lines: readonly PartedLine[]
  readonly gutters: readonly Gutter[]
}

/** The group that begins at a line, if any. */
type GroupAt = (from: number) => Group | undefined

function groupsIn(lines: readonly PartedLine[]): GroupAt {
  const known = new Map<number, Group | undefined>()
  return from => {
    if (from < lines.length && !known.has(from)) known.set(from, groupFrom(lines, from))
    return known.get(from)
  }
}

/** The lines from one on that share its gutters; once there are enough rows, none may close a gutter. */
function groupFrom(lines: readonly PartedLine[], from: number): Group | undefined {
  const first = lines[from] as PartedLine
  if (first.parts.length < 2) return undefined
  let gutters: readonly Gutter[] = narrowed([[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]], first)
  let to = from + 1
  for (; to < lines.length; to += 1) {
    const [above, next] = [lines[to - 1], lines[to]] as [PartedLine, PartedLine]
    if (next.line.baseline - above.line.baseline > widestAfter(to - from > 1 ? lines[to - 2] : undefined, above, next))
      break
    const left = narrowed(gutters, next)
    if (left.length === 0 || (left.length < gutters.length && to - from >= leastRows)) break
    gutters = left
  }
  const group = withoutTail(lines.slice(from, to))
  return group.length >= leastRows ? { lines: group, gutters } : undefined
}

function widestAfter(before: PartedLine | undefined, above: PartedLine, next: PartedLine): number {
  const step = before ? above.line.baseline - before.line.baseline : 0
  const usual = step <= widestStep * next.line.em ? step : 0
  return Math.max(widestStep * next.line.em, usual * emptyRow)
}

/** What follows the last line of several pieces may be prose. */
const withoutTail = (lines: readonly PartedLine[]): PartedLine[] =>
  lines.slice(0, lines.findLastIndex(({ parts }) => parts.length > 1) + 1)

function tableOf(
  lines: readonly PartedLine[],
  gutters: readonly Gutter[],
  edges: readonly number[],
  over: PartedLine | undefined,
) {
  const columns = alignedColumns(lines, gutters)
  const rows = columns && rowsAt(lines, edges)
  if (!columns || !rows || rows.length < leastRows) return undefined
  const heads = over && headCells(over, columns, rows[0]?.extent[0] ?? 0)
  const above = heads ? 1 : 0
  const cells = rows.flatMap((row, at) => columns.map((extent, column) => cellOf(row, extent, at + above, column)))
  const block = drawn([...(heads ?? []), ...cells], rows.length + above, columns.length)
  return { block, hasHead: heads !== undefined }
}

type Extent = readonly [from: number, to: number]

function cellOf(row: { lines: readonly PartedLine[]; extent: Extent }, [x0, x1]: Extent, at: number, column: number) {
  const [y0, y1] = row.extent
  const blocks = row.lines.flatMap(({ line }) => {
    const runs = line.runs.filter(run => middle(run.bbox) >= x0 && middle(run.bbox) < x1)
    return runs.length > 0 ? [lineOf(runs)] : []
  })
  const open = { left: false, top: false, right: false, bottom: false }
  const rect: Rect = [x0, y0, x1, y1]
  return { cell: { row: at, column, rowSpan: 1, columnSpan: 1, rect, open }, blocks } satisfies DraftCell
}

const middle = (rect: Rect): number => (rect[0] + rect[2]) / 2

function drawn(cells: readonly DraftCell[], rows: number, columns: number): DraftTable {
  const [first, last] = [cells[0], cells.at(-1)] as [DraftCell, DraftCell]
  const rect: Rect = [first.cell.rect[0], first.cell.rect[1], last.cell.rect[2], last.cell.rect[3]]
  const table = {
    found: 'alignment' as const,
    rect,
    rows,
    columns,
    dashed: false,
    cells: cells.map(({ cell }) => cell),
  }
  return { kind: 'table', table, cells }
}
