import { type Cell, linesOf, type Table } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose.ts'
import { blank, counted, type Leaf } from '../../leaves.ts'
import type { Book } from './book.ts'
import { itemMarkOf } from './list-marks.ts'
import type { NeedIn } from './need-items.ts'
import { itemLeaves } from './need-items.ts'
import { measureOf, paragraphsOf } from './paragraphs.ts'
import { splitEntries } from './split-lines.ts'
import type { LineToken } from './stream.ts'

/** The rows of a table: the topic, and beside it the items; without a topic they go on with the row above. */
export function addRows(table: Table, spread: number, needs: NeedIn[], book: Book): void {
  for (let row = 0; row < table.rows; row += 1) {
    const cells = table.cells.filter(cell => cell.row === row).sort((a, b) => a.column - b.column)
    const isTopic = (cell: Cell) => cell.column === 0 && !hasItems(cell)
    const topic = joinLines(cells.filter(isTopic).flatMap(cell => [...linesOf(cell.blocks)].map(line => line.on)))
    const items = cells.filter(cell => !isTopic(cell)).flatMap(cell => cellItems(cell, book))
    const isFilled = textOf(topic) !== ''
    const last = needs.at(-1)
    if (!isFilled && items.length === 0) continue
    if (!isFilled && last) needs[needs.length - 1] = { ...last, items: [...last.items, ...items] }
    else needs.push({ spread: counted(spread), topic: isFilled ? book.plain(topic) : blank(), items })
  }
}

const hasItems = ({ blocks }: Cell): boolean => [...linesOf(blocks)].some(line => itemMarkOf(line) !== undefined)

function cellItems({ blocks }: Cell, book: Book): Leaf[] {
  const tokens = [...linesOf(blocks)]
    .flatMap(splitEntries)
    .map((line): LineToken => ({ kind: 'line', line, page: null, frame: 0, box: 0, edge: false }))
  const first = tokens.findIndex(token => itemMarkOf(token.line) !== undefined)
  const before = first < 0 ? tokens : tokens.slice(0, first)
  const plain = paragraphsOf(before, measureOf(tokens)).map(on => book.plain(on))
  return first < 0 ? plain : [...plain, ...itemLeaves(tokens.slice(first), book)]
}
