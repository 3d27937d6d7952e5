import type { Block, Line } from '../../document/model.ts'
import { type Piece, type Printed, textOf, trim } from '../../document/printed.ts'
import { emIndent, emWidth } from '../../document/prose/widths.ts'
import { longestIndent } from '../text.ts'
import { isFramed, spanOf } from './html/attributes.ts'
import { beginsOf, blockElements, tableParts } from './html/elements.ts'
import { Frames } from './html/frames.ts'
import type { Token } from './html/html.ts'
import { limitLine } from './limits.ts'

/** Sets text, tags and line ends, as they follow each other, as blocks. */
export class Blocks {
  readonly #frames = new Frames(block => this.add(block))
  #pieces: Piece[] = []
  #begins: Line['begins']
  #gap = 0
  #depth = 0
  #lists = 0
  /** Whether the line being set follows a tag, or is inside an element: then the spaces before it only lay out the source. */
  #laidOut = false
  #afterTag = false
  /** The end of a table that is nested too deeply: until then its parts are not cells. */
  #flatUntil = -1
  readonly #isCell: boolean

  constructor(isCell: boolean) {
    this.#isCell = isCell
  }

  /** Whether nothing is open: Markdown is read outside HTML elements only. */
  get isPlain(): boolean {
    return this.#depth === 0 && this.#frames.isEmpty
  }

  /** Whether the last line set, with no blank line below it, began an item; or whether there is no such line. */
  get mayFollow(): boolean {
    const last = this.#frames.blocks.at(-1)
    return this.#gap > 0 || last === undefined || (last.kind === 'line' && last.begins === 'item')
  }

  begin(what: Line['begins']): void {
    this.#begins = what
  }

  text(piece: Piece): void {
    if (this.#pieces.length === 0) this.#laidOut = this.#afterTag || this.#depth > 0
    this.#pieces.push(piece)
  }

  /** Ends the printed line, if there is one, which is on line `number` of the page. */
  endLine(number: number): void {
    if (this.#pieces.length === 0) return
    const raw: Printed = { pieces: this.#pieces }
    const on = trim(raw)
    this.#pieces = []
    const printed = textOf(on)
    if (printed === '') return
    limitLine(printed.length)
    const begins = this.#begins ? { begins: this.#begins } : {}
    const width = emWidth(printed)
    this.add({ kind: 'line', on, number, indent: this.#indentOf(textOf(raw)), width, gap: this.#gap, ...begins })
  }

  /** Ends a line of the source; after a blank one a paragraph is what the lines themselves say. */
  endRow(number: number, isBlank: boolean): void {
    this.endLine(number)
    this.#afterTag = false
    if (!isBlank) return
    this.#gap += 1
    if (this.isPlain) this.#begins = undefined
  }

  add(block: Block): void {
    this.#frames.blocks.push(block)
    this.#gap = 0
    this.#begins = undefined
  }

  /** An opening tag; `end` is the index of the tag that closes it, or -1. */
  open(token: Token, end: number, number: number): void {
    const { name } = token
    if (name === 'br') this.#breakLine(number)
    if (!blockElements.has(name)) return
    if (end >= 0) this.#count(name, 1)
    this.#afterElement(number, beginsOf(name))
    if (name === 'table') this.#openTable(end)
    else if (tableParts.has(name)) this.#openPart(token, end)
    else if (isFramed(token)) this.#openBox(end)
  }

  /** The closing tag with index `at`, of an element that was opened here (`paired`) or of none. */
  close({ name }: Token, at: number, paired: boolean, number: number): void {
    if (!blockElements.has(name)) return
    this.endLine(number)
    if (paired) this.#endElement(name, at)
    this.#afterElement(number, 'paragraph')
  }

  /** Ends everything that is open and gives the blocks. */
  finish(number: number): Block[] {
    this.endLine(number)
    this.#depth = 0
    this.#lists = 0
    return this.#frames.endAll()
  }

  /** Leading spaces as printed; in HTML only ideographic ones are, and a list indents its content. */
  #indentOf(raw: string): number {
    const before = raw.slice(0, Math.min(raw.length - raw.trimStart().length, longestIndent))
    if (!this.#laidOut) return emIndent(before)
    return emWidth(before.replace(/[ \t\r\n]+/g, '')) + Math.max(0, this.#lists - 1)
  }

  #count(name: string, by: 1 | -1): void {
    this.#depth += by
    if (name === 'ul' || name === 'ol') this.#lists += by
  }

  #endElement(name: string, at: number): void {
    this.#count(name, -1)
    if (at === this.#flatUntil) this.#flatUntil = -1
    else if (this.#frames.ends(at)) this.#frames.endThrough(at)
    else if (name === 'tr' && this.#flatUntil < 0) this.#frames.endCell()?.endRow()
  }

  /** A break where nothing was printed leaves a blank line. */
  #breakLine(number: number): void {
    if (this.#pieces.every(({ text }) => text.trim() === '')) this.#gap += 1
    this.endLine(number)
    this.#afterTag = true
  }

  #afterElement(number: number, begins: Line['begins']): void {
    this.endLine(number)
    this.#begins = begins
    this.#afterTag = true
  }

  /** A box that is not closed ends with its cell; on a page it would take all that follows, so it is ignored. */
  #openBox(end: number): void {
    if (end >= 0 || this.#isCell || this.#frames.isInCell) this.#frames.openBox(end)
  }

  #openTable(end: number): void {
    if (this.#flatUntil >= 0) return
    if (!this.#frames.openTable(end)) this.#flatUntil = end
  }

  #openPart({ name, attributes }: Token, end: number): void {
    if (this.#flatUntil >= 0) return
    if (name === 'tr') this.#frames.endCell()?.beginRow()
    else if (name === 'td' || name === 'th')
      this.#openCell(end, spanOf(attributes?.rowspan), spanOf(attributes?.colspan))
    else if (name !== 'caption') this.#frames.endCell()?.endRow()
  }

  #openCell(end: number, rowSpan: number, columnSpan: number): void {
    if (!this.#frames.openCell(end, rowSpan, columnSpan)) return
    this.#begins = undefined
    this.#gap = 0
  }
}
