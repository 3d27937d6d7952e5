import {
  type Block,
  type Box,
  type Cell,
  type Line,
  linesOf,
  type Page,
  type Rect,
  type SourceDocument,
  type Suspicion,
  type Table,
} from '../../document/model.ts'
import { joinPrinted, type Piece, type Printed } from '../../document/printed.ts'
import type { Row } from '../../document/rows.ts'
import type { Words } from '../../messages/words.ts'
import { foldIdeographs } from '../../normalise/width.ts'
import { Boxes } from './boxes.ts'
import type { DraftBlock, DraftBox, DraftTable, PageDraft } from './draft.ts'
import type { Char } from './engine/engine.ts'
import { type PlacedChar, partedAtSpaces, type SetLine, setLine, textOf, usualFont } from './lines/characters.ts'
import { type Column, columnOf, gapBetween, holdersIn, usedInCell, usedOnPage } from './lines/column.ts'
import { figuresApart } from './lines/figures.ts'
import type { DraftLine } from './lines/lines.ts'
import { goingOn, groupsOf } from './lines/paragraphs.ts'
import { placesIn } from './lines/rows.ts'
import { asShown } from './lines/upright.ts'
import { cutSide } from './rulings/cut-side.ts'
import { Suspects } from './suspects.ts'

/** Line and page breaks are ours: the page holds none. */
const nowhere: Rect = [0, 0, 0, 0]

/** Numbers the characters of a document page by page in reading order. */
export class Numbering {
  readonly #parts: string[] = []
  readonly #boxes = new Boxes()
  readonly #rows: Row[] = []
  readonly #unseen = new Set<Row>()
  readonly #pages: Page[] = []
  readonly #suspects = new Suspects()
  #doubts: ReadonlyMap<Char, Suspicion> = new Map()
  #length = 0
  #page = 0
  #shown = asShown
  #line = 0

  /** `recognised`: the page's text lies hidden on a picture. */
  add({ page, regions, across, unseen, suspects, shown, size }: PageDraft, recognised = false): void {
    this.#doubts = suspects
    this.#page = page.number
    this.#shown = shown
    this.#line = 0
    if (this.#pages.length > 0) this.#push('\f', nowhere)
    const from = this.#length
    const numbered = regions.flatMap(region => this.#blocks(region.blocks, region.rect, true))
    // Counted, as it is printed; but no layout meets it.
    for (const line of across) this.#blocks([line], line.bbox, true)
    const to = this.#length
    const hidden = this.#unread(unseen)
    this.#pages.push({
      number: page.number,
      span: [from, to],
      blocks: numbered,
      size,
      ...(shown === asShown ? {} : { shown }),
      ...(recognised ? { recognised: true as const } : {}),
      ...(hidden ? { unseen: hidden } : {}),
      ...(page.annotations > 0 ? { annotations: page.annotations } : {}),
    })
  }

  document(pageCount: number, unread: readonly Error[], repaired?: Words): SourceDocument {
    const rows = this.#rows
    const boxes = this.#boxes
    return {
      mediaType: 'application/pdf',
      pages: this.#pages,
      pageCount,
      text: this.#parts.join(''),
      content: rows.flatMap(row => (this.#unseen.has(row) ? [] : [[row.from, row.to] as const])),
      places: span => placesIn(rows, boxes, span),
      ...(unread.length > 0 ? { unread } : {}),
      ...(repaired === undefined ? {} : { repaired }),
      ...(this.#suspects.all.length > 0 ? { suspects: this.#suspects.all } : {}),
    }
  }

  /** Has a place, as all that is in the file; but it is no content. */
  #unread(lines: readonly DraftLine[]): Printed | undefined {
    if (lines.length === 0) return undefined
    const before = this.#rows.length
    const found = lines.flatMap(line => linesOf(this.#blocks([line], line.bbox, true)))
    for (const row of this.#rows.slice(before)) this.#unseen.add(row)
    const texts = found.map(line => line.on)
    return joinPrinted(texts, ' ')
  }

  #blocks(blocks: readonly DraftBlock[], holder: Rect, isPage = false): Block[] {
    if (blocks.length === 0) return []
    const set = blocks.map(block => (block.kind === 'line' ? setLine(block) : undefined))
    const lines = set.filter(line => line !== undefined)
    const column = columnOf(lines, holder, isPage ? usedOnPage : usedInCell)
    const follows = isPage ? this.#goingOnPage(lines, column, holder) : goingOn(lines, column)
    const apart = isPage ? [] : figuresApart(lines, holder)
    let count = 0
    return blocks.flatMap((block, index): Block[] => {
      if (block.kind === 'table') return [this.#table(block)]
      if (block.kind === 'box') return [this.#box(block)]
      const line = set[index]
      if (!line) return []
      const isBelow = blocks[index - 1]?.kind === 'line'
      const gap = isBelow ? gapBetween(lines[count - 1], line, column) : 0
      const goesOn = isBelow && follows[count] === true
      const drawn = this.#drawn(line, column, gap, goesOn)
      const isApart = apart[count]
      count += 1
      return [isApart === undefined ? drawn : { ...drawn, apart: isApart }]
    })
  }

  #goingOnPage(lines: readonly SetLine[], column: Column, holder: Rect): boolean[] {
    const holderOf = holdersIn(lines, holder, column.em)
    return groupsOf(lines, column).flatMap(group => goingOn(group, columnOf(group, holderOf(group), usedOnPage)))
  }

  #box({ rect, dashed, blocks }: DraftBox): Box {
    return { kind: 'box', bbox: rect, frame: dashed ? 'dashed' : 'solid', blocks: this.#blocks(blocks, rect) }
  }

  #table({ table, cells }: DraftTable): Table {
    return {
      kind: 'table',
      rows: table.rows,
      columns: table.columns,
      bbox: table.rect,
      cells: cells.map(({ cell, blocks }) => this.#cell(cell, blocks)),
      ...(table.found === 'rulings' ? {} : { found: table.found }),
      ...cutSide(table),
    }
  }

  #cell(cell: DraftTable['cells'][number]['cell'], blocks: readonly DraftBlock[]): Cell {
    // By name: the rest of an object is copied at twenty times the cost.
    const { row, column, rowSpan, columnSpan, rect, open } = cell
    return {
      row,
      column,
      rowSpan,
      columnSpan,
      bbox: rect,
      blocks: this.#blocks(blocks, rect),
      ...(open.top ? { openTop: true as const } : {}),
      ...(open.bottom ? { openBottom: true as const } : {}),
    }
  }

  #drawn({ draft, chars, bbox }: SetLine, { left, right, em }: Column, gap: number, follows: boolean): Line {
    if (this.#line > 0) this.#push('\n', nowhere)
    this.#line += 1
    return {
      kind: 'line',
      on: this.#printed(chars),
      number: this.#line,
      indent: Math.max(0, bbox[0] - left) / em,
      width: (bbox[2] - bbox[0]) / em,
      room: (right - left) / em,
      gap,
      follows,
      bbox,
      fontSize: draft.fontSize,
      font: usualFont(chars),
      ...(draft.vertical ? { vertical: true as const } : {}),
    }
  }

  #printed(chars: readonly PlacedChar[]): Printed {
    const from = this.#length
    const pieces = partedAtSpaces(chars).map(group => this.#piece(group))
    this.#rows.push({ from, to: this.#length, page: this.#page, number: this.#line })
    return { pieces: pieces.flatMap((piece, index) => (index === 0 ? [piece] : [{ text: ' ', at: null }, piece])) }
  }

  #piece(chars: readonly PlacedChar[]): Piece {
    const from = this.#length
    for (const { char } of chars) {
      const doubt = this.#doubts.get(char)
      if (doubt) this.#suspects.mark(doubt, char.text, this.#length)
      this.#push(char.text, this.#shown(char.bbox))
    }
    return { text: foldIdeographs(textOf(chars)), at: [from, this.#length] }
  }

  #push(text: string, bbox: Rect): void {
    this.#parts.push(text)
    for (let unit = 0; unit < text.length; unit += 1) this.#boxes.add(bbox)
    this.#length += text.length
  }
}
