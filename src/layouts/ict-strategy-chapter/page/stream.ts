import {
  type Block,
  heightAsRead,
  type Line,
  linesOf,
  type Page,
  type PageRange,
  type Table,
} from '../../../document/model.ts'
import type { Printed } from '../../../document/printed.ts'
import { folioAt } from '../../../document/prose/folio.ts'
import { runningHeads } from '../../../document/prose/running-heads.ts'
import { inColumns } from './arranged.ts'
import { type Columns, openColumns } from './columns.ts'
import { beginsOn, continuedOn } from './continued.ts'
import { chapterAt, glossaryAt, sidebarAt } from './headings/headings.ts'
import { measureAt } from './headings/measure-heading.ts'
import { sectionAt } from './headings/section-headings.ts'
import { splitEntries, splitHeading } from './split-lines.ts'
import { continuedParts, type Heads, lastHeads, type Part, tableParts } from './table-parts.ts'

/** A printed line as it follows the one before; `frame` changes where a page, a box or a cell of a table begins or ends. */
export interface LineToken {
  readonly kind: 'line'
  readonly line: Line
  readonly page: number | null
  readonly frame: number
  /** The outermost box it is in, or 0. */
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
  const isRunningHead = runningHeads(range.pages, isHeadingOfChapter)
  for (const page of range.pages)
    stream.addPage({ ...page, blocks: page.blocks.filter(block => !isRunningHead(block, page)) })
  return stream.tokens
}

const isHeadingOfChapter = (on: Printed): boolean => [chapterAt, measureAt, sectionAt].some(at => at(on) !== undefined)

/** The lines of a table that only arranges lists beside each other, one column after the other. */
export function linesByColumn({ table, page, box }: TableToken): LineToken[] {
  const cells = [...table.cells].sort((a, b) => a.column - b.column || a.row - b.row)
  return cells.flatMap((cell, frame) =>
    [...linesOf(cell.blocks)]
      .flatMap(splitEntries)
      .map((line): LineToken => ({ kind: 'line', line, page, frame: -1 - frame, box, edge: false })),
  )
}

/** A page number, or the chapter named again. */
const isOfPage = (block: Block): boolean =>
  block.kind === 'line' && (folioAt(block.on) !== undefined || chapterAt(block.on) !== undefined)

/** A line that begins something else than the columns that are open. */
const isBeginning = (token: Token): boolean =>
  token.kind === 'table' ||
  (!token.edge && [sectionAt, measureAt, glossaryAt, sidebarAt].some(at => at(token.line.on) !== undefined))

const edgeLines = 2
const edgeShare = 0.1

/** Columns that reach the end of a page, and the line that heads the right one. */
interface Open {
  readonly columns: Columns
  readonly head: Line
}

class Stream {
  readonly tokens: Token[] = []
  #open: Open | undefined
  /** The headings beside each other in the table that was the last thing of the page before. */
  #heads: Heads | undefined
  #page: number | null = null
  #frame = 0
  #box = 0
  #boxes = 0

  addPage(page: Page): void {
    this.#page = page.number
    this.#frame += 1
    const blocks = this.#open ? this.#goOn(page, this.#open) : page.blocks
    const from = this.tokens.length
    this.#add(inColumns(blocks))
    this.#open = this.#openAfter(page, blocks, from)
    if (page.number !== null) this.#markEdges(from, heightAsRead(page))
  }

  /** Puts what goes on from the page before where it belongs, and gives the rest of the page. */
  #goOn(page: Page, { columns, head }: Open): readonly Block[] {
    const found = continuedOn(page.blocks, columns, heightAsRead(page))
    if (!found) return page.blocks
    const from = this.tokens.length
    this.#add(found.left)
    const left = this.tokens.splice(from)
    const at = this.tokens.findIndex(token => token.kind === 'line' && token.line === head)
    this.tokens.splice(at, 0, ...left)
    this.#frame += 1
    this.#add(found.right)
    return found.rest
  }

  /** The columns that the next page may go on with: those of these blocks, or while no other heading came, those from before. */
  #openAfter(page: Page, blocks: readonly Block[], from: number): Open | undefined {
    const found = openColumns(blocks)
    const begins = () => this.tokens.slice(from).some(isBeginning) || beginsOn(blocks, heightAsRead(page))
    if (!found) return begins() ? undefined : this.#open
    const [head] = linesOf([found.head])
    return head && { columns: found.columns, head }
  }

  /** Only what is at the top or bottom of a page, or begins or ends it, can be its running head and number. */
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
      if (block.kind !== 'table' && !isOfPage(block)) this.#heads = undefined
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
    const found = this.#heads && continuedParts(table, this.#heads)
    if (found) this.#goOnBelow(found.below)
    for (const part of found?.rest ?? tableParts(table)) this.#addPart(part)
    this.#heads = lastHeads(table) ?? (found?.rest.length === 0 ? this.#heads : undefined)
  }

  #addPart(part: Part): void {
    if (part.kind === 'cells') for (const cell of part.cells) this.#framed(() => this.#add(cell.blocks))
    else this.tokens.push({ kind: 'table', table: part.table, page: this.#page, box: this.#box })
  }

  /** Puts the rows of a table that a page break cut behind what is below their headings on the page before. */
  #goOnBelow(below: readonly Part[][]): void {
    const heads = this.#heads?.over ?? []
    for (const [index, parts] of below.entries()) {
      const from = this.tokens.length
      for (const part of parts) this.#addPart(part)
      const next = heads[index + 1] && linesOf(heads[index + 1]?.cell.blocks ?? [])[0]
      const at = next ? this.tokens.findIndex(token => token.kind === 'line' && token.line === next) : -1
      if (at >= 0) this.tokens.splice(at, 0, ...this.tokens.splice(from))
    }
  }
}
