import {
  type Block,
  type Box,
  type Cell,
  type Line,
  linesOf,
  type Page,
  type Rect,
  type SourceDocument,
  type Table,
} from '../../document/model.ts'
import { joinPrinted, type Printed } from '../../document/printed.ts'
import type { Row } from '../../document/rows.ts'
import type { Words } from '../../messages/words.ts'
import type { DraftBlock, DraftBox, DraftTable, PageDraft } from './draft.ts'
import { type PlacedChar, partedAtSpaces, type SetLine, setLine, usualFont } from './lines/characters.ts'
import { type Column, columnOf, gapBetween, holdersIn, usedInCell, usedOnPage } from './lines/column.ts'
import { figuresApart } from './lines/figures.ts'
import type { DraftLine } from './lines/lines.ts'
import { goingOn, groupsOf } from './lines/paragraphs.ts'
import { placesIn } from './lines/rows.ts'
import { partedAtRuby, type Rubies } from './lines/ruby.ts'
import { asShown } from './lines/upright.ts'
import { Numbered } from './numbered.ts'
import { cutSide } from './rulings/cut-side.ts'

/** Numbers the characters of a document page by page in reading order. */
export class Numbering {
  readonly #chars = new Numbered()
  readonly #rows: Row[] = []
  readonly #unseen = new Set<Row>()
  readonly #pages: Page[] = []
  #page = 0
  #rubies: Rubies = new Map()
  #line = 0

  /** `recognised`: the page's text lies hidden on a picture. */
  add(draft: PageDraft, recognised = false): void {
    const { page, regions, across, unseen, rubies, shown, size } = draft
    this.#chars.turnTo(draft)
    this.#rubies = rubies
    this.#page = page.number
    this.#line = 0
    if (this.#pages.length > 0) this.#chars.break('\f')
    const from = this.#chars.length
    const numbered = regions.flatMap(region => this.#blocks(region.blocks, region.rect, true))
    // Counted, as it is printed; but no layout meets it.
    for (const line of across) this.#blocks([line], line.bbox, true)
    const to = this.#chars.length
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
    const { boxes, suspects } = this.#chars
    return {
      mediaType: 'application/pdf',
      pages: this.#pages,
      pageCount,
      text: this.#chars.text,
      content: rows.flatMap(row => (this.#unseen.has(row) ? [] : [[row.from, row.to] as const])),
      places: span => placesIn(rows, boxes, span),
      ...(unread.length > 0 ? { unread } : {}),
      ...(repaired === undefined ? {} : { repaired }),
      ...(suspects.all.length > 0 ? { suspects: suspects.all } : {}),
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
    if (this.#line > 0) this.#chars.break('\n')
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
    const from = this.#chars.length
    const groups = partedAtSpaces(chars).map(group =>
      partedAtRuby(group, this.#rubies).map(part => this.#chars.add(part)),
    )
    this.#rows.push({ from, to: this.#chars.length, page: this.#page, number: this.#line })
    return { pieces: groups.flatMap((group, index) => (index === 0 ? group : [{ text: ' ', at: null }, ...group])) }
  }
}
