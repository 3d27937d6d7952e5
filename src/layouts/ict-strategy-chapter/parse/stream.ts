import {
  type Block,
  type Cell,
  type Line,
  linesOf,
  type Page,
  type PageRange,
  type Table,
} from '../../../document/model.ts'
import { matches, slice, textOf, trim } from '../../../document/printed.ts'
import { isListMark } from '../../../normalise/marks.ts'
import { inColumns } from './columns.ts'
import { chapterAt, glossaryAt, listMarkOf, measureAt, sectionAt, sidebarAt } from './headings.ts'

/** A printed line as it follows the one before; `frame` changes where a page, a box or a cell of a table begins or ends. */
export interface LineToken {
  readonly kind: 'line'
  readonly line: Line
  readonly page: number | null
  readonly frame: number
  /** The outermost box it stands in, or 0. */
  readonly box: number
  /** Whether it is one of the first or last lines of its page; in a text without pages every line may be. */
  readonly edge: boolean
}

export interface TableToken {
  readonly kind: 'table'
  readonly table: Table
  readonly page: number | null
  readonly box: number
}

export type Token = LineToken | TableToken

/** The lines and tables of some pages in reading order. Tables that only arrange headings and lists on the page are taken apart. */
export function tokensOf(range: PageRange): Token[] {
  const stream = new Stream()
  for (const page of range.pages) stream.addPage(page)
  return stream.tokens
}

/** The lines of a table that only arranges lists beside each other, one column after the other. */
export function linesByColumn({ table, page, box }: TableToken): LineToken[] {
  const cells = [...table.cells].sort((a, b) => a.column - b.column || a.row - b.row)
  return cells.flatMap((cell, frame) =>
    [...linesOf(cell.blocks)]
      .flatMap(splitEntries)
      .map((line): LineToken => ({ kind: 'line', line, page, frame: -1 - frame, box, edge: false })),
  )
}

const edgeLines = 2
const edgeShare = 0.1

class Stream {
  readonly tokens: Token[] = []
  #page: number | null = null
  #frame = 0
  #box = 0
  #boxes = 0

  addPage(page: Page): void {
    this.#page = page.number
    this.#frame += 1
    const from = this.tokens.length
    this.#add(inColumns(page.blocks))
    if (page.number !== null) this.#markEdges(from, page.size?.[1])
  }

  /** Only what stands at the top or bottom of a page, or begins or ends it, can be its running head and number. */
  #markEdges(from: number, height: number | undefined): void {
    const last = this.tokens.length - edgeLines
    for (let at = from; at < this.tokens.length; at += 1) {
      const token = this.tokens[at] as Token
      if (token.kind !== 'line') continue
      const box = height === undefined ? undefined : token.line.bbox
      const share = box && height ? (box[1] + box[3]) / 2 / height : undefined
      const edge =
        share === undefined ? at < from + edgeLines || at >= last : share < edgeShare || share > 1 - edgeShare
      this.tokens[at] = { ...token, edge }
    }
  }

  #add(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'line') this.#addLine(block)
      else if (block.kind === 'box') this.#addBox(block.blocks)
      else this.#addTable(block)
    }
  }

  #addLine(line: Line): void {
    for (const part of splitEntries(line).flatMap(splitHeading))
      this.tokens.push({ kind: 'line', line: part, page: this.#page, frame: this.#frame, box: this.#box, edge: true })
  }

  #addBox(blocks: readonly Block[]): void {
    const outer = this.#box
    if (outer === 0) {
      this.#boxes += 1
      this.#box = this.#boxes
    }
    this.#framed(() => this.#add(blocks))
    this.#box = outer
  }

  #framed(add: () => void): void {
    this.#frame += 1
    add()
    this.#frame += 1
  }

  #addTable(table: Table): void {
    for (const part of partsOf(table)) {
      if (part.kind === 'cells') for (const cell of part.cells) this.#framed(() => this.#add(cell.blocks))
      else this.tokens.push({ kind: 'table', table: part.table, page: this.#page, box: this.#box })
    }
  }
}

/** …がある。■ …: a list that a converter printed on one line, parted at the mark that began it. */
export function splitEntries(line: Line): Line[] {
  const mark = textOf(line.on).charAt(0)
  if (!isListMark(mark)) return [line]
  const again = new RegExp(String.raw`(?<=[。）)」]\s*)${mark === '-' ? String.raw`\s-(?=\s)` : mark}`, 'dgu')
  const starts = [...matches(line.on, again)].map(found => found.index).filter(at => at > 0)
  if (starts.length === 0) return [line]
  return [0, ...starts].map((from, index) => ({ ...line, on: trim(slice(line.on, from, starts[index])) }))
}

/** …である。こう変える: a heading behind a sentence stands on a line of its own. */
function splitHeading(line: Line): Line[] {
  const end = textOf(line.on).lastIndexOf('。') + 1
  const rest = trim(slice(line.on, end))
  if (end === 0 || textOf(rest) === '' || listMarkOf(line.on) !== undefined) return [line]
  const isHeading = [sectionAt, measureAt, glossaryAt, sidebarAt, chapterAt].some(at => at(rest) !== undefined)
  return isHeading
    ? [
        { ...line, on: slice(line.on, 0, end) },
        { ...line, on: rest },
      ]
    : [line]
}

/** A part of a table: a table of its own, or cells that are read one after the other. */
type Part =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] }

/**
 * A table of one column arranges lines. Where headings of sections stand in a table, it is cut at the rows that hold them: beside
 * each other (ICTやデータの活用｜こう変える) each heads the column below it, alone it heads the rows.
 */
function partsOf(table: Table): Part[] {
  const cells = [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column)
  if (table.columns <= 1) return [{ kind: 'cells', cells }]
  const headRows = [...new Set(cells.filter(isHeadCell).map(cell => cell.row))]
  if (headRows.length === 0) return [{ kind: 'table', table }]
  const first = rowsBetween(table, cells, 0, headRows[0] as number)
  return [
    ...first,
    ...headRows.flatMap((row, index) => headedPart(table, cells, row, headRows[index + 1] ?? table.rows)),
  ]
}

function isHeadCell({ blocks }: Cell): boolean {
  const [block] = blocks
  return block?.kind === 'line' && splitHeading(block).some(line => sectionAt(line.on) !== undefined)
}

function headedPart(table: Table, cells: readonly Cell[], row: number, end: number): Part[] {
  const heads = cells.filter(cell => cell.row === row)
  const headings = heads.filter(isHeadCell)
  if (headings.length < 2) return [{ kind: 'cells', cells: heads }, ...rowsBetween(table, cells, row + 1, end)]
  const below = cells.filter(cell => cell.row > row && cell.row < end)
  return headings.map((head, index) => {
    const right = headings[index + 1]?.column ?? table.columns
    const left = index === 0 ? 0 : head.column
    return { kind: 'cells', cells: [head, ...below.filter(cell => cell.column >= left && cell.column < right)] }
  })
}

/** Some rows as a table of their own. */
function rowsBetween(table: Table, cells: readonly Cell[], from: number, to: number): Part[] {
  const inside = cells.filter(cell => cell.row >= from && cell.row < to)
  if (inside.length === 0) return []
  const moved = inside.map(cell => ({ ...cell, row: cell.row - from }))
  return [{ kind: 'table', table: { ...table, rows: to - from, cells: moved } }]
}
