import type { Words } from '../messages/words.ts'
import type { Printed, Span } from './printed.ts'

/** A rectangle on the page as shown (CropBox, after rotation), in points from the top left. */
export type Rect = readonly [x0: number, y0: number, x1: number, y1: number]

/** A place in the source: page and line from 1, offset in code units of the decoded text, bbox in points from the top left. */
export interface Place {
  page: number | null
  line: number | null
  offset: [from: number, to: number] | null
  bbox: [x0: number, y0: number, x1: number, y1: number] | null
  /** The value is not what is printed there, but what a person decided who looked at it. */
  byHand?: true
}

/** One printed line. `indent` and `width` count in ems (a halfwidth character is half of one); `gap` is the number of blank lines above. */
export interface Line {
  readonly kind: 'line'
  readonly on: Printed
  readonly number: number
  readonly indent: number
  readonly width: number
  readonly gap: number
  /** What the converter says of the line: an HTML or Markdown paragraph, heading or list item begins here. */
  readonly begins?: 'paragraph' | 'item' | 'heading'
  readonly bbox?: Rect
  /** In points. */
  readonly fontSize?: number
  /** The name of the font that most of its characters are printed in: NotoSansJP-Bold. */
  readonly font?: string
  /** The wrap width: ems from where `indent` counts to the right edge of the cell or column, up to which the line could have run. */
  readonly room?: number
  /** Whether the page shows that it continues the sentence of the line above; left out where the source cannot show it. */
  readonly follows?: boolean
  /** Whether it holds a figure of its own, as the line above does; left out where the source cannot show it, or one of them holds words. */
  readonly apart?: boolean
  /** Its characters are set vertically. */
  readonly vertical?: true
}

/** A cell of a table, with its content; `row` and `column` count from 0. */
export interface Cell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly blocks: readonly Block[]
  readonly bbox?: Rect
  /** A side on which no line closes the cell: at the end of a page it may continue on the next. */
  readonly openTop?: true
  readonly openBottom?: true
}

export interface Table {
  readonly kind: 'table'
  readonly rows: number
  readonly columns: number
  readonly cells: readonly Cell[]
  readonly bbox?: Rect
  /** It has no ruling lines: the fills of its cells show it, or only the alignment of its text. Left out where lines show it. */
  readonly found?: 'fills' | 'alignment'
  /** The side on which no line closes it though one closes the other: the paper may have been too narrow for it. */
  readonly cutAt?: 'left' | 'right'
}

/** A framed box inside a page or cell. */
export interface Box {
  readonly kind: 'box'
  readonly blocks: readonly Block[]
  readonly bbox?: Rect
  readonly frame?: 'solid' | 'dashed' | 'fill'
}

export type Block = Line | Table | Box

export interface Page {
  /** Page of the file from 1, or null where the source has no pages. */
  readonly number: number | null
  /** The source characters of the page, markup included. */
  readonly span: Span
  readonly blocks: readonly Block[]
  /** Width and height in points, as shown. */
  readonly size?: readonly [width: number, height: number]
  /** Where a rectangle of its blocks is on the page as shown; left out where they are the same, as on all pages but those printed sideways. */
  readonly shown?: (rect: Rect) => Rect
  /** Its text was recognised by OCR: it is hidden behind a picture and may be wrong. */
  readonly recognised?: true
  /** Text that is in the file and not seen on the page, which is no part of its blocks; left out where there is none. */
  readonly unseen?: Printed
  /** How many form fields and annotations print text over it that is not among its blocks; left out where none does. */
  readonly annotations?: number
}

/**
 * Why characters are doubtful: the file does not say what they are, the page cuts their text off there, other
 * text is printed over them, they are struck through, a stamp holds them, or they cross the border of their cell: the cell beside it
 * may be meant, which may otherwise be empty.
 */
export type Suspicion =
  | 'no-unicode'
  | 'cut-off'
  | 'overprinted'
  | 'struck-out'
  | 'stamped'
  | 'on-border'
  | 'beside-empty'

/** Printed characters that a value should not hold without a diagnostic. */
export interface Suspect {
  readonly on: Printed
  readonly why: Suspicion
  /** Of text that is cut off: what the file holds of it and the page does not show. */
  readonly rest?: string
}

/** What every reader makes of its input: numbered characters, arranged on pages. */
export interface SourceDocument {
  readonly mediaType: 'application/pdf' | 'text/plain'
  readonly pages: readonly Page[]
  readonly pageCount: number | null
  /** The source's own characters, the converter's markup included. */
  readonly text: string
  /** The characters that are printed content: everything but markup and page breaks. */
  readonly content: readonly Span[]
  /** The places of a span, one per printed line. */
  readonly places: (span: Span) => Place[]
  /** What could not be read though the rest could; each error names its pages. */
  readonly unread?: readonly Error[]
  /** What was wrong with the file and could be repaired, so that all of it was read. */
  readonly repaired?: Words
  /** In the order of the source. */
  readonly suspects?: readonly Suspect[]
}

/** The height of a page in the units of its blocks, which differ from points where it is not read as shown; undefined without pages' sizes. */
export function heightAsRead({ size, shown }: Page): number | undefined {
  if (!size || !shown) return size?.[1]
  const [x0, y0, x1, y1] = shown([0, 0, 0, 1])
  return x1 - x0 > y1 - y0 ? size[0] / (x1 - x0) : size[1] / (y1 - y0)
}

/** A run of pages that are read as one. */
export interface PageRange {
  readonly source: SourceDocument
  readonly pages: readonly Page[]
}

/** Every line of the blocks in reading order, those inside tables and boxes included. */
export const linesOf = (blocks: readonly Block[]): Line[] => collected(blocks, [])

function collected(blocks: readonly Block[], lines: Line[]): Line[] {
  for (const block of blocks) {
    if (block.kind === 'line') lines.push(block)
    else if (block.kind === 'box') collected(block.blocks, lines)
    else for (const cell of block.cells) collected(cell.blocks, lines)
  }
  return lines
}

const linesByPage = new WeakMap<Page, readonly Line[]>()

/** The lines of a page, gathered once: every layout looks through them. */
function linesOfPage(page: Page): readonly Line[] {
  const known = linesByPage.get(page)
  if (known) return known
  const lines = collected(page.blocks, [])
  linesByPage.set(page, lines)
  return lines
}

export function linesOfRange({ pages }: PageRange): Line[] {
  const [only, second] = pages
  return only && !second ? [...linesOfPage(only)] : pages.flatMap(linesOfPage)
}

/** Pages of a file, from 1. */
export interface Pages {
  from: number
  to: number
}

/** The pages of a range as the output names them, or null where the source has no pages. */
export function pagesOf(pages: readonly Page[]): Pages | null {
  const from = pages[0]?.number ?? null
  const to = pages.at(-1)?.number ?? null
  return from === null || to === null ? null : { from, to }
}
