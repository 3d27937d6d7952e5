/** What is to be printed, without places: a producer gives it lines and pages. Lengths are in ems of the text around unless said otherwise. */
export type Block = Paragraph | Table | Side | Frame | Gap | Break

export interface Run {
  readonly text: string
  readonly bold?: boolean
  /** A footnote mark. */
  readonly raised?: boolean
  /** A badge: white on a coloured ground. */
  readonly badge?: boolean
  readonly colour?: Colour
}

/** Red, green and blue from 0 to 1. */
export type Colour = readonly [number, number, number]

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly runs: readonly Run[]
  readonly align?: 'left' | 'center' | 'right'
  /** Of the first line. */
  readonly indent?: number
  /** Of the lines after the first. */
  readonly hanging?: number
  /** Of the whole paragraph. */
  readonly left?: number
  /** Size against that of the document. */
  readonly scale?: number
  readonly ground?: Colour
  readonly after?: number
  /** A line below the paragraph. */
  readonly underlined?: boolean
  /** Paragraphs of a cell that follow one another and are boxed stand in one frame. */
  readonly boxed?: boolean
}

export interface Cell {
  readonly content: readonly Paragraph[]
  readonly columns?: number
  readonly rows?: number
  readonly ground?: Colour
  readonly middle?: boolean
}

export interface Table {
  readonly kind: 'table'
  /** In proportion to one another. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
  /** Rows at the head that every page repeats. */
  readonly heads: number
  readonly rules: 'all' | 'rows'
  /** Rows may be cut by a page break. */
  readonly cuts: boolean
}

export interface Side {
  readonly kind: 'side'
  readonly widths: readonly number[]
  readonly columns: readonly (readonly Block[])[]
}

export interface Frame {
  readonly kind: 'frame'
  readonly content: readonly Block[]
  readonly ground?: Colour
}

export interface Gap {
  readonly kind: 'gap'
  readonly height: number
}

export interface Break {
  readonly kind: 'break'
}

/** The paper and what stands at its edges; lengths in points. */
export interface Paper {
  readonly width: number
  readonly height: number
  readonly margin: number
  readonly size: number
  /** Of a line, against the size of its text. */
  readonly leading: number
  readonly folio?: ((page: number, pages: number) => string) | undefined
  readonly runningHead?: string | undefined
  /** Vertical text at the right edge. */
  readonly tab?: string | undefined
}

export interface Print {
  readonly paper: Paper
  readonly blocks: readonly Block[]
}

export const paragraph = (text: string | readonly Run[], style: Omit<Paragraph, 'kind' | 'runs'> = {}): Paragraph => ({
  kind: 'paragraph',
  runs: typeof text === 'string' ? [{ text }] : text,
  ...style,
})

export const bold = (text: string, style: Omit<Paragraph, 'kind' | 'runs'> = {}): Paragraph =>
  paragraph([{ text, bold: true }], style)

/** A cell of one paragraph a text. */
export const cell = (texts: string | readonly string[], style: Omit<Cell, 'content'> = {}): Cell => ({
  content: (typeof texts === 'string' ? [texts] : texts).map(text => paragraph(text)),
  ...style,
})

export const headCell = (text: string, style: Omit<Cell, 'content'> = {}): Cell => ({
  content: [bold(text, { align: 'center' })],
  middle: true,
  ...style,
})
