import type { Rect } from '../../../document/model.ts'

/** A point of the page as shown: CropBox, after rotation, in points from the top left. */
export type Point = readonly [x: number, y: number]

/** One printed character, as the engine names it; everything is measured on the page as shown, but for its skew. */
export interface Char {
  /** One character, or the several that one glyph stands for. */
  readonly text: string
  /** Where the pen stood: on the baseline, at the start of the character. */
  readonly origin: Point
  /** The character's em box: its advance wide, from descender to ascender high. */
  readonly bbox: Rect
  /** The height of the font's em square. */
  readonly fontSize: number
  /** Its width, which differs where the text is condensed. */
  readonly em: number
  readonly fontName: string
  /** Names the text object that printed it: characters of one object were written together. */
  readonly objectId: number
  /** The direction in which the text runs, clockwise: 0, 90 (downward), 180, 270. */
  readonly angle: number
  /** The engine could not say which character the glyph stands for. */
  readonly unmapped: boolean
  /** Of such a glyph its code in the font. */
  readonly code?: number | undefined
  /** What it is filled with: null for nothing, undefined where that is not known, as of an outline. */
  readonly ink?: Color | null | undefined
  /** When it is drawn: what is drawn later has a higher number. */
  readonly order: number
  /** Printed without ink, as recognised text lies under a scan. */
  readonly hidden: boolean
  /** It is optional content that is switched off, and not seen. */
  readonly off: boolean
  /** Beyond the edge at which its text is cut off: not seen on the page. */
  readonly cutOff: boolean
  /** What shows of the text that it was cut from, where it is cut off. */
  readonly cutTo?: readonly Rect[] | undefined
  /** Its right edge is cut off: the box ends before the character does. */
  readonly clipped: boolean
}

export type Color = readonly [red: number, green: number, blue: number, alpha: number]

/** A run of points joined by straight lines; of a curve only the ends appear. */
export interface Subpath {
  readonly points: readonly Point[]
  readonly closed: boolean
  readonly curved: boolean
}

export interface Path {
  readonly subpaths: readonly Subpath[]
  readonly stroke: Color | null
  readonly fill: Color | null
  /** Of the stroke, in points. */
  readonly width: number
  readonly dashed: boolean
  /** What lies outside is not shown; null where all is. */
  readonly clip: Rect | null
  /** When it is drawn, as of characters. */
  readonly order: number
  /** Nothing is seen through its fill, whose colour is known. */
  readonly solid: boolean
}

export interface EnginePage {
  /** From 1. */
  readonly number: number
  /** The number of the page's own object in the file, or 0 where it is unknown. */
  readonly objectNumber: number
  readonly width: number
  readonly height: number
  /** Where a place of it lies on the page as shown; null where it is the same, as of every page that is not askew. */
  readonly shown: ((rect: Rect) => Rect) | null
  readonly chars: readonly Char[]
  readonly paths: readonly Path[]
  readonly images: readonly Rect[]
  /** Where colours change from place to place. */
  readonly shadings: readonly Rect[]
  /** How many form fields and annotations show text of their own, which is not among `chars`. */
  readonly annotations: number
}

/** The pixels of a page, row by row from its top. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** Bytes of a row. */
  readonly stride: number
  /** Blue, green, red and a byte without meaning, a pixel. */
  readonly bgrx: Uint8Array
}

/** A page as it is seen, and its size in points. */
export interface PicturedPage {
  readonly width: number
  readonly height: number
  /** Null where there is no room for it. */
  readonly picture: Picture | null
}

/** An open file. Pages are read one at a time, so that a long file needs no more memory than a short one. */
export interface EngineFile {
  readonly pageCount: number
  page(number: number): EnginePage
  /** `scale`: pixels to a point. */
  picture(number: number, scale: number): PicturedPage
  /** The same file without its encryption; null where the engine cannot write it. */
  unlocked(): Uint8Array | null
  close(): void
}

/** Why a file does not open. */
export type Refusal = 'password-required' | 'password-wrong' | 'damaged'

/** What reads PDF syntax for us. Replaceable: nothing else knows its name. */
export interface Engine {
  /** Fails with a `Refused`. */
  open(bytes: Uint8Array, password: string | undefined, known: Known): EngineFile
}

/** What the engine does not find in a file by itself. */
export interface Known {
  /** The size of one unit of a page in points by the page's object number. */
  readonly unitOf: (objectNumber: number) => number
  /** Optional content that is switched off is marked by the key `offKey`. */
  readonly hasOff?: boolean
}

/** The key, in the properties of a part of a content, that says that it is switched off. */
export const offKey = 'SwitchedOff'

/** A file, or a page of it, that the engine cannot open. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly why: Refusal

  constructor(why: Refusal) {
    super(why)
    this.why = why
  }
}
