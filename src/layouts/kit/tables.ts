/**
 * One table of the CSV output, as data. Types, units and Japanese titles come from the field definitions at the paths.
 *
 * A path goes from the record (`measure.code`) or from the header (`header.title`) and enters lists by `[]`
 * (`indicators[].values[].kind`): there it means the item that the row is in. `.` is the row itself, `$kind` the kind of the
 * row's source, `$no` its number in its list, from 1. A path through a list that the row is not in gives an empty cell.
 * A list of strings at the end of a path is one cell with "\n" between.
 */
export interface Table {
  readonly name: string
  readonly ja: string
  readonly rows: readonly RowSource[]
  readonly columns: { readonly [column: string]: ColumnSource }
}

export interface RowSource {
  /** The list whose items are the rows: `costs[]`, `indicators[].values[]`; '' for one row per record; `header.…` for one per document. */
  readonly each: string
  readonly kind?: string
  /** What the kind is called in Japanese. */
  readonly ja?: string
}

/** One path, or several of which the row enters one (a row of `targets[]` or of `other[]`). */
export type Path = string | readonly string[]

/** A path, or a path with a Japanese title of its own where the field's is not enough. A choice with many answers is a list too. */
export type ColumnSource = Path | { readonly path: Path; readonly ja: string }
