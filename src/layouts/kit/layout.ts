import type { Note } from '../../diagnostics/codes.ts'
import type { ReleaseFinding } from '../../diagnostics/release.ts'
import type { PageRange, Pages } from '../../document/model.ts'
import type { Printed } from '../../document/printed.ts'
import type { Words } from '../../messages/words.ts'
import type { In, Out, Shape } from './fields.ts'
import type { Table } from './tables.ts'

/** A mark of the form that was sought. A layout claims pages that show every required one, and most of the others. */
export interface Evidence {
  readonly marker: Words
  readonly required: boolean
  readonly found: Printed | undefined
}

/**
 * Printed text that is not a value: the form's own words and marks. It counts as furniture only where it equals a word of the
 * layout's vocabulary (or is a mark or a page number), as a repeat only where it equals something else in the document.
 */
export interface Furniture {
  readonly on: Printed
  readonly as: 'label' | 'heading' | 'mark' | 'page' | 'repeat'
}

/** One document as a layout found it: leaves in the shape of its header and records. */
export interface Parsed<Header = unknown, Body = unknown> {
  readonly edition: string | null
  readonly range: PageRange
  readonly header: Header
  readonly records: readonly { readonly pages: Pages | null; readonly body: Body }[]
  readonly furniture: readonly Furniture[]
  readonly notes?: readonly Note[]
}

/** The values of one document, for checks: `printed` gives what a value was read from, by pointer. */
export interface Checked<H extends Shape, R extends Shape> {
  readonly header: Out<H>
  readonly records: readonly Out<R>[]
  readonly printed: (pointer: string) => Printed | undefined
}

export type Check<H extends Shape, R extends Shape> = (document: Checked<H, R>) => Iterable<Note>

/** A finished document, as far as checks across a release look at it. */
export interface ReleaseDocument<Record = unknown> {
  readonly source: {
    readonly path: string
    readonly sha256: string
    readonly pages: Pages | null
  }
  readonly edition: string | null
  readonly records: readonly Record[]
}

/**
 * What must agree across the documents of one release. Each document yields its facts, small and plain as JSON, so that
 * thousands of documents need not be held; the findings are made of them at the end.
 */
export interface ReleaseChecks<Record = unknown, Facts = unknown> {
  facts(document: ReleaseDocument<Record>): Facts
  /** The facts come in input order. */
  findings(facts: readonly Facts[]): ReleaseFinding[]
}

/**
 * The words that are printed above or beside a field of the record, or a part of it that holds fields, by its path without `[]`
 * (`costs.staffFte`): the place of a value is held against theirs.
 */
export interface Heads {
  readonly [path: string]: readonly string[]
}

/** All that is known of one form. Adding a form is adding a folder with one of these, and a line in the registry. */
export interface Layout<H extends Shape, R extends Shape, Id extends string = string> extends AnyLayout {
  readonly id: Id
  readonly header: H
  readonly record: R
  parse(range: PageRange): Parsed<In<H>, In<R>>[]
  readonly checks: readonly Check<H, R>[]
  readonly release?: ReleaseChecks<Out<R>>
}

/** A form of any shape, as the pipeline runs it. */
export interface AnyLayout {
  readonly id: string
  readonly title: string
  readonly editions: readonly string[]
  /** Every word the form itself prints: labels, column heads, options. Compared without spaces, after the width rules. */
  readonly vocabulary: ReadonlySet<string>
  /** Left out where nothing is known of them: then no value is held against its head. */
  readonly heads?: Heads
  /** A word that every document of the form prints: pages without it need not be searched for the other marks. */
  readonly keyword?: string
  recognise(range: PageRange): Evidence[]
  /** Whether a document of this form begins on a page, though it may show few of the marks. */
  begins?(page: PageRange): boolean
  /** Whether a page that shows too few marks of its own may continue a document of this form; every page by default. */
  continues?(page: PageRange): boolean
  parse(range: PageRange): Parsed[]
  readonly header: Shape
  readonly record: Shape
  readonly tables: readonly Table[]
  // biome-ignore lint/suspicious/noExplicitAny: each check knows the shape of its own form
  readonly checks: readonly ((document: any) => Iterable<Note>)[]
  /** Left out where a form is not published in yearly releases. */
  readonly release?: ReleaseChecks
}
