import { type Block, type Cell, linesOf, type Table } from '../../../../document/model.ts'
import { textOf } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import { cellRows } from '../../../../document/table/cell-rows.ts'
import { blank, counted, type Leaf } from '../../../kit/leaves.ts'
import type { Book } from '../../page/book.ts'
import { itemMarkOf } from '../../page/headings/list-marks.ts'
import { measureOf, paragraphsOf } from '../../page/paragraphs.ts'
import { splitEntries } from '../../page/split-lines.ts'
import type { LineToken } from '../../page/stream.ts'
import type { NeedIn } from './need-items.ts'
import { itemLeaves } from './need-items.ts'

/** The rows of some tables: the topic, and beside it the items; without a topic they go on with the row above. */
export function addRows(tables: readonly Table[], spread: number, needs: NeedIn[], book: Book): void {
  for (const cells of rowsOf(tables)) {
    const isTopic = (cell: Cell) => cell.column === 0 && !hasItems(cell)
    const topic = joinLines(cells.filter(isTopic).flatMap(cell => [...linesOf(cell.blocks)].map(line => line.on)))
    const items = columnsOf(cells.filter(cell => !isTopic(cell))).flatMap(blocks => cellItems(blocks, book))
    const isFilled = textOf(topic) !== ''
    const last = needs.at(-1)
    if (!isFilled && items.length === 0) continue
    if (!isFilled && last) needs[needs.length - 1] = { ...last, items: [...last.items, ...items] }
    else needs.push({ spread: counted(spread), topic: isFilled ? book.plain(topic) : blank(), items })
  }
}

/** The cells of each row from left to right; a row that a page break cut has those of both its parts. */
function rowsOf(tables: readonly Table[]): Cell[][] {
  const rows: Cell[][] = []
  for (const table of tables)
    for (const [row, found] of cellRows(table).entries()) {
      const cells = found.sort((a, b) => a.column - b.column)
      const isCut = rows.at(-1)?.some(cell => cell.openBottom) && row === 0 && cells.some(cell => cell.openTop)
      if (isCut) rows.at(-1)?.push(...cells)
      else rows.push(cells)
    }
  return rows
}

/** What the cells of one column hold, the parts of a cut one together. */
function columnsOf(cells: readonly Cell[]): Block[][] {
  const columns = [...new Set(cells.map(cell => cell.column))].sort((a, b) => a - b)
  return columns.map(column => cells.filter(cell => cell.column === column).flatMap(cell => cell.blocks))
}

const hasItems = ({ blocks }: Cell): boolean => [...linesOf(blocks)].some(line => itemMarkOf(line) !== undefined)

function cellItems(blocks: readonly Block[], book: Book): Leaf[] {
  const tokens = [...linesOf(blocks)]
    .flatMap(splitEntries)
    .map((line): LineToken => ({ kind: 'line', line, page: null, frame: 0, box: 0, edge: false }))
  const first = tokens.findIndex(token => itemMarkOf(token.line) !== undefined)
  const before = first < 0 ? tokens : tokens.slice(0, first)
  const plain = paragraphsOf(before, measureOf(tokens)).map(on => book.plain(on))
  return first < 0 ? plain : [...plain, ...itemLeaves(tokens.slice(first), book)]
}
