import type { Block, Box, Cell, Line, Page, Place, Rect, SourceDocument, Table } from '../../document/model.ts'
import type { Piece, Printed, Span } from '../../document/printed.ts'
import type { Char } from './engine.ts'
import { median, unite } from './geometry.ts'
import type { DraftLine } from './lines.ts'
import type { DraftBlock, DraftBox, DraftTable, PageDraft } from './page.ts'
import { raisedText } from './superscript.ts'

/** Where a printed line stands and which of the document's characters are on it. */
interface Row {
  readonly from: number
  readonly to: number
  readonly page: number
  readonly number: number
}

/** Line and page breaks are ours and stand nowhere. */
const nowhere: Rect = [0, 0, 0, 0]

/** Numbers the characters of a document page by page in reading order. */
export class Numbering {
  readonly #parts: string[] = []
  readonly #boxes: Rect[] = []
  readonly #rows: Row[] = []
  readonly #pages: Page[] = []
  #length = 0
  #page = 0
  #line = 0

  /** `recognised`: the page's text lies hidden on a picture. */
  add({ page, regions }: PageDraft, recognised = false): void {
    this.#page = page.number
    this.#line = 0
    if (this.#pages.length > 0) this.#push('\f', nowhere)
    const from = this.#length
    const numbered = regions.flatMap(region => this.#blocks(region.blocks, region.rect))
    this.#pages.push({
      number: page.number,
      span: [from, this.#length],
      blocks: numbered,
      size: [page.width, page.height],
      ...(recognised ? { recognised: true as const } : {}),
    })
  }

  document(pageCount: number, unread: readonly Error[]): SourceDocument {
    const rows = this.#rows
    const boxes = this.#boxes
    return {
      mediaType: 'application/pdf',
      pages: this.#pages,
      pageCount,
      text: this.#parts.join(''),
      content: rows.map(row => [row.from, row.to] as const),
      places: span => placesIn(rows, boxes, span),
      ...(unread.length > 0 ? { unread } : {}),
    }
  }

  #blocks(blocks: readonly DraftBlock[], holder: Rect): Block[] {
    const column = columnOf(blocks, holder)
    let above: DraftLine | undefined
    return blocks.flatMap((block): Block[] => {
      const before = above
      above = block.kind === 'line' ? block : undefined
      if (block.kind === 'table') return [this.#table(block)]
      if (block.kind === 'box') return [this.#box(block)]
      const line = this.#drawn(block, column, gapBetween(before, block, column))
      return line ? [line] : []
    })
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
    }
  }

  #cell({ rect, open, ...place }: DraftTable['cells'][number]['cell'], blocks: readonly DraftBlock[]): Cell {
    return {
      ...place,
      bbox: rect,
      blocks: this.#blocks(blocks, rect),
      ...(open.top ? { openTop: true as const } : {}),
      ...(open.bottom ? { openBottom: true as const } : {}),
    }
  }

  #drawn(line: DraftLine, column: Column, gap: number): Line | undefined {
    const chars = trimmed(line)
    const [first, last] = [chars[0], chars.at(-1)]
    if (!first || !last) return undefined
    if (this.#line > 0) this.#push('\n', nowhere)
    this.#line += 1
    const bbox = unite(chars.map(({ char }) => char.bbox))
    return {
      kind: 'line',
      on: this.#printed(chars),
      number: this.#line,
      indent: (bbox[0] - column.left) / column.em,
      width: (bbox[2] - bbox[0]) / column.em,
      room: (column.right - column.left) / column.em,
      gap,
      bbox,
      fontSize: line.fontSize,
      ...(line.vertical ? { vertical: true as const } : {}),
    }
  }

  #printed(chars: readonly Placed[]): Printed {
    const from = this.#length
    const pieces: Piece[] = []
    for (const { char, text, gapBefore } of chars) {
      const at = this.#length
      if (gapBefore) pieces.push({ text: ' ', at: null })
      const last = pieces.at(-1)
      if (last?.at) pieces[pieces.length - 1] = { text: last.text + text, at: [last.at[0], at + char.text.length] }
      else pieces.push({ text, at: [at, at + char.text.length] })
      this.#push(char.text, char.bbox)
    }
    this.#rows.push({ from, to: this.#length, page: this.#page, number: this.#line })
    return { pieces }
  }

  #push(text: string, bbox: Rect): void {
    this.#parts.push(text)
    for (let unit = 0; unit < text.length; unit += 1) this.#boxes.push(bbox)
    this.#length += text.length
  }
}

/** A character in its line, as it is to be read, and whether a visible gap parts it from the one before. */
interface Placed {
  readonly char: Char
  readonly text: string
  readonly gapBefore: boolean
}

/** A wider gap between two runs of one line, in ems, is seen as a space. */
const visibleGap = 0.8

const isBlank = (text: string): boolean => text.trim() === ''

/** The characters of a line without the spaces at its ends. */
function trimmed(line: DraftLine): Placed[] {
  const placed = line.runs.flatMap((run, index) => {
    const before = line.runs[index - 1]
    const gap = before && !line.vertical && run.angle === 0 ? run.bbox[0] - before.bbox[2] : 0
    return run.chars.map((char, at) => ({
      char,
      text: raisedText(char, line),
      gapBefore: at === 0 && gap >= visibleGap * line.em,
    }))
  })
  const from = placed.findIndex(({ text }) => !isBlank(text))
  if (from < 0) return []
  const to = placed.findLastIndex(({ text }) => !isBlank(text)) + 1
  return placed.slice(from, to).map((item, index, all) => {
    const besideSpace = index === 0 || isBlank(item.text) || isBlank(all[index - 1]?.text ?? '')
    return besideSpace ? { ...item, gapBefore: false } : item
  })
}

/** The column that some lines share: where text begins, where it must end, and its usual em. */
interface Column {
  readonly left: number
  readonly right: number
  readonly em: number
  readonly pitch: number
}

function columnOf(blocks: readonly DraftBlock[], holder: Rect): Column {
  const lines = blocks.filter(block => block.kind === 'line')
  if (lines.length === 0) return { left: holder[0], right: holder[2], em: 1, pitch: 1 }
  const left = Math.min(...lines.map(line => line.bbox[0]))
  const end = Math.max(...lines.map(line => line.bbox[2]))
  const em = median(lines.map(line => line.em))
  const padding = Math.min(Math.max(left - holder[0], 0), em)
  return { left, right: Math.max(end, holder[2] - padding), em, pitch: pitchOf(lines, em) }
}

/** The usual distance between the baselines of two lines. */
function pitchOf(lines: readonly DraftLine[], em: number): number {
  const steps = lines.slice(1).map((line, index) => line.baseline - (lines[index] as DraftLine).baseline)
  return median(steps.filter(step => step > em * 0.8 && step < em * 2.2)) || em * 1.4
}

/** How many blank lines stand between two lines. */
function gapBetween(above: DraftLine | undefined, line: DraftLine, column: Column): number {
  if (!above) return 0
  return Math.max(0, Math.round((line.baseline - above.baseline) / column.pitch - 1.1))
}

function placesIn(rows: readonly Row[], boxes: readonly Rect[], [from, to]: Span): Place[] {
  const places: Place[] = []
  for (let index = rowAt(rows, from); index < rows.length; index += 1) {
    const row = rows[index] as Row
    if (row.from >= to) break
    const [start, end] = [Math.max(from, row.from), Math.min(to, row.to)]
    if (start >= end) continue
    const [x0, y0, x1, y1] = unite(boxes.slice(start, end)).map(rounded) as [number, number, number, number]
    places.push({ page: row.page, line: row.number, offset: null, bbox: [x0, y0, x1, y1] })
  }
  return places
}

const rounded = (points: number): number => Math.round(points * 100) / 100

function rowAt(rows: readonly Row[], offset: number): number {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle] as Row).from <= offset) low = middle
    else high = middle - 1
  }
  return low
}
