import { type Block, type Cell, linesOf, type Table } from '../../../document/model.ts'
import { fold, joinPrinted, type Printed, textOf } from '../../../document/printed.ts'
import { joinCutBlocks } from '../../../document/table/cut-rows.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { labelIn, wholeBook } from '../words/book.ts'
import { markedOptions } from '../words/marks.ts'
import { numbersOf } from '../words/numbers.ts'
import { periodsOf } from '../words/periods.ts'

/** How far apart, in points, one edge may be on two pages. */
const slack = 3

/**
 * Two parts of a table as one, cells that the break cut joined; `rest` is what the second part printed again. A cell is known to be
 * cut where no line closes it. Where lines close both parts, a label that is printed on one page only is beside the rows of both,
 * and running text beside it goes on.
 */
export function joinTables(above: Table, below: Table): { table: Table; rest: Block[] } {
  const edges = edgesOf([...above.cells, ...below.cells])
  const upper = above.cells.map(cell => placed(cell, edges, 0))
  const lower = below.cells.map(cell => placed(cell, edges, above.rows))
  const pairs = cutPairs(upper, lower, above.rows)
  const rest = pairs.flatMap(([a, b]) => (isAgain(a, b) ? b.blocks : []))
  const joinedTo = new Map(pairs)
  const cut = new Set(pairs.map(([, b]) => b))
  const cells = [...upper.map(cell => joined(cell, joinedTo.get(cell))), ...lower.filter(cell => !cut.has(cell))]
  return {
    table: { ...above, rows: above.rows + below.rows, columns: edges?.length ?? above.columns, cells },
    rest,
  }
}

type Pair = readonly [above: Cell, below: Cell]

/** Pairs of cells that are one cell of the form, from left to right. */
function cutPairs(upper: readonly Cell[], lower: readonly Cell[], rows: number): Pair[] {
  const bottom = upper.filter(cell => cell.row + cell.rowSpan === rows)
  const top = lower.filter(cell => cell.row === rows).sort((a, b) => a.column - b.column)
  if (areHeads(top)) return []
  const pairs: Pair[] = []
  let left = 'edge' as Left
  for (const b of top) {
    const a = bottom.find(cell => cell.column === b.column && cell.columnSpan === b.columnSpan)
    if (!a || !isOneCell(a, b, left)) left = 'whole'
    else {
      pairs.push([a, b])
      if (left === 'edge' && isLabelBeside(a, b)) left = 'cut'
    }
  }
  return pairs
}

/** ｜指標名｜令和6年度実績: the heads of another list, of which each row has a label. */
const areHeads = (row: readonly Cell[]): boolean =>
  row.some(cell => labelIn(wholeBook.byWord, wordOf(cell))?.kind === 'name') &&
  row.some(cell => periodsOf(textIn(cell)))

/** What is left of a cell: nothing, labels that the break cut, or a cell that it left whole. */
type Left = 'edge' | 'cut' | 'whole'

const isLabelBeside = (a: Cell, b: Cell): boolean => wordOf(a) !== '' && wordOf(b) === ''

function isOneCell(a: Cell, b: Cell, left: Left): boolean {
  if (areTwoLabels(a, b)) return false
  const isOneBlank = wordOf(a) === '' || wordOf(b) === ''
  if (a.openBottom && b.openTop) return isOneBlank || (mayGoOn(a) && mayGoOn(b))
  if (left === 'whole') return false
  if (isOneBlank) return wordOf(b) === '' || a.openBottom === true || b.openTop === true
  return left === 'cut' && mayGoOn(a) && mayGoOn(b) && isRunning(a) && !isLabel(b)
}

const wordOf = (cell: Cell): string => compact([...linesOf(cell.blocks)].map(line => textOf(line.on)).join(''))

const isAgain = (a: Cell, b: Cell): boolean => isLabel(b) && wordOf(a) === wordOf(b)

export const isLabel = (cell: Cell): boolean => labelIn(wholeBook.byWord, wordOf(cell)) !== undefined

/** 実施結果 below 対象者; the same label twice is one label that both pages print. */
const areTwoLabels = (a: Cell, b: Cell): boolean =>
  isLabel(a) && isLabel(b) && !(wordOf(a) === wordOf(b) && a.openBottom === true && b.openTop === true)

/** No head of a column and no number: below them is another cell. */
const mayGoOn = (cell: Cell): boolean => !periodsOf(textIn(cell)) && !numbersOf(textIn(cell))

/** Text of which the page need not show that it goes on; the options of a choice end with their cell. */
const isRunning = (cell: Cell): boolean => wordOf(cell).length > 1 && !markedOptions(textIn(cell))

const textIn = (cell: Cell): Printed =>
  fold(
    joinPrinted(
      [...linesOf(cell.blocks)].map(line => line.on),
      '',
    ),
  )

function joined(above: Cell, below: Cell | undefined): Cell {
  if (!below) return above
  const blocks = isAgain(above, below) ? above.blocks : joinCutBlocks([above.blocks, below.blocks])
  return { ...above, rowSpan: above.rowSpan + below.rowSpan, blocks }
}

/** The places where cells begin and end, counted through both parts; undefined where they are not known. */
function edgesOf(cells: readonly Cell[]): number[] | undefined {
  const ends = cells.flatMap(cell => (cell.bbox ? [cell.bbox[0], cell.bbox[2]] : []))
  if (ends.length < cells.length * 2) return undefined
  return ends.sort((a, b) => a - b).filter((end, index) => index === 0 || end - (ends[index - 1] as number) > slack)
}

function placed(cell: Cell, edges: readonly number[] | undefined, rows: number): Cell {
  const row = cell.row + rows
  if (!edges || !cell.bbox) return { ...cell, row }
  const at = (end: number) => edges.findLastIndex(edge => edge <= end + 0.01)
  const column = at(cell.bbox[0])
  return { ...cell, row, column, columnSpan: Math.max(1, at(cell.bbox[2]) - column) }
}
