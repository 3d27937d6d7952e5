import type { DraftCell, PartedLine } from '../draft.ts'

type Extent = readonly [from: number, to: number]

/**
 * The cells of a line of heads over the columns of a table: each head spans those that it reaches into. Undefined where two heads reach
 * into one column, or none spans several.
 */
export function headCells(head: PartedLine, columns: readonly Extent[], bottom: number): DraftCell[] | undefined {
  const reaches = head.parts.map(part => reachOf(part.bbox[0], part.bbox[2], columns))
  const overlaps = reaches.some(([from], index) => index > 0 && from < (reaches[index - 1] as Extent)[1])
  if (overlaps || reaches.every(([from, to]) => to - from < 2)) return undefined
  const starts = new Map(reaches.map(([from, to], index) => [from, { to, part: head.parts[index] }]))
  const cells: DraftCell[] = []
  for (let column = 0; column < columns.length; ) {
    const { to, part } = starts.get(column) ?? { to: column + 1, part: undefined }
    const [x0, x1] = [(columns[column] as Extent)[0], (columns[to - 1] as Extent)[1]]
    cells.push({
      cell: {
        row: 0,
        column,
        rowSpan: 1,
        columnSpan: to - column,
        rect: [x0, head.line.bbox[1], x1, bottom],
        open: { left: false, top: false, right: false, bottom: false },
      },
      blocks: part ? [part] : [],
    })
    column = to
  }
  return cells
}

/** The columns, from the first to behind the last, that a stretch reaches into. */
function reachOf(x0: number, x1: number, columns: readonly Extent[]): Extent {
  const reached = columns.flatMap(([from, to], index) => (x0 < to && x1 > from ? [index] : []))
  return [Math.min(...reached), Math.max(...reached) + 1]
}
