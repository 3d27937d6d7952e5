/** A sentence in the languages of the page. */
export interface Told {
  readonly ja: string
  readonly en: string
}

/** How much of a document is to be believed without a look. */
export type Grade = 'sound' | 'check' | 'doubtful'

/** What the page shows: plain data, but for what is loaded when it is looked at. */
export interface Review {
  /** Names what is reviewed: decisions that were not saved are kept in the browser under it. */
  readonly key: string
  readonly documents: readonly Listed[]
  readonly failures: readonly Failed[]
  /** The document of an index of the list. */
  readonly open: (index: number) => Promise<ReviewDocument>
}

/** A document as the list shows it. */
export interface Listed {
  readonly name: string
  /** The form, in Japanese. */
  readonly form: string
  /** Of the source; null where it has none. */
  readonly pages: { readonly from: number; readonly to: number } | null
  readonly grade: Grade
  /** How many places are to be looked at. */
  readonly doubts: number
  /** How many values a person has decided already. */
  readonly byHand: number
  /** From 0 to 1. */
  readonly coverage: number
}

/** What could not be read. */
export interface Failed {
  readonly path: string
  readonly code: string
  readonly message: Told
  /** Of a scan: its pages, for whoever reads them. */
  readonly pictures?: readonly string[]
}

/** A document as it is reviewed. */
export interface ReviewDocument {
  readonly name: string
  readonly source: DecisionSource
  readonly grade: Grade
  readonly reasons: readonly Told[]
  readonly coverage: number
  /** In the order of the paper. */
  readonly fields: readonly ReviewField[]
  /** Those that ask for a decision first. */
  readonly doubts: readonly Doubt[]
  readonly unclaimed: readonly { readonly text: string; readonly place: ReviewPlace }[]
  /** None of a text. */
  readonly pages: readonly ReviewPage[]
  /** The part of a text that the document is; null of a PDF. */
  readonly text: ReviewText | null
}

/** Which document a decision is about. */
export interface DecisionSource {
  readonly path: string
  readonly sha256: string
  /** The pages of the file that make the document. */
  readonly pages: { readonly from: number; readonly to: number } | null
  /** Its number, from 1, among the documents of the file on the same pages. */
  readonly no: number
}

/** One value with its names and places. */
export interface ReviewField {
  /** JSON Pointer from the document. */
  readonly pointer: string
  readonly name: string
  /** The last key of the pointer. */
  readonly key: string
  /** The groups that it is in, the outermost first. */
  readonly within: readonly string[]
  readonly value: unknown
  /** What the value is called on the form, where it is a word of ours. */
  readonly label: string | null
  readonly unit: string | null
  /** The options that are printed; none where it is no choice. */
  readonly options: readonly string[]
  readonly places: readonly ReviewPlace[]
  /** The decision of a person that was applied. */
  readonly byHand: 'accepted' | 'corrected' | 'unreadable' | null
  /** The tool counts it: nobody can correct it. */
  readonly isCounted: boolean
}

/** Left, top, right and bottom in points from the top left of the page as shown. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number]

/** Somewhere in the source. */
export interface ReviewPlace {
  readonly page: number | null
  /** In points from the top left of the page as shown. */
  readonly box: Box | null
  /** Of a text: in code units of the source. */
  readonly span: readonly [from: number, to: number] | null
}

/** A diagnostic. Several codes at one pointer are several doubts, and one decision settles them. */
export interface Doubt {
  readonly code: string
  /** How a decision names it. */
  readonly ask: string
  readonly severity: 'error' | 'warning' | 'info'
  /** A decision is asked for. */
  readonly isOpen: boolean
  readonly message: Told
  /** Of the value, or of what holds the values; null where it is about none. */
  readonly pointer: string | null
  /** What is read at the pointer, as a decision names it. */
  readonly read: unknown
  readonly place: ReviewPlace | null
  readonly expected: unknown
  readonly actual: unknown
  /** The other operands of a check, or the readings that are possible. */
  readonly related: readonly {
    readonly pointer: string | null
    readonly place: ReviewPlace | null
    readonly value: unknown
  }[]
}

/** One page and the way to its picture. */
export interface ReviewPage {
  readonly number: number
  /** In points. */
  readonly width: number
  readonly height: number
  /** A URL, or what gives one when the page comes into view; null where there is none. */
  readonly picture: string | (() => Promise<string>) | null
  /** Characters that the picture leaves blank, as the file does not hold their font; they are drawn in a font of the screen. */
  readonly inkless?: readonly { readonly text: string; readonly box: Box }[]
}

/** A part of a text. */
export interface ReviewText {
  /** Where it begins in the source, in code units. */
  readonly from: number
  readonly text: string
}
