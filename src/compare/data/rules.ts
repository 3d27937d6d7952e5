/** How the documents of a form are compared: what tells their records apart, and what each table below a record holds. */
export interface FormRules {
  readonly layout: string
  /** The table with a row for each thing that is paired. */
  readonly main: string
  /** Columns by which records are paired, the surest first: what one leaves over is paired by the next. */
  readonly keys: readonly (readonly [string, ...string[]])[]
  /** Rows with the same cells under these columns are lines of one text. */
  readonly lines?: { readonly of: readonly string[]; readonly text: string }
  /** The year of a record, where records of several years may come together. */
  readonly year?: string
  /** What a record is called. */
  readonly name: string
  /** The departments that it belongs to. */
  readonly departments: readonly string[]
  /** Columns that say which time a document is about, which is another one each time. */
  readonly periods: readonly string[]
  readonly choices: readonly string[]
  readonly children: readonly ChildRules[]
}

/** How the rows of a table below a record are compared. */
export interface ChildRules {
  readonly table: string
  /** Only the rows whose cell in a column is one of these. */
  readonly only?: { readonly column: string; readonly among: readonly string[] }
  /** Columns that say what a row is about; the first that is a word of the form, where `isLabelled`, comes and goes with the form. */
  readonly about: readonly string[]
  /** The column of the words that the form itself prints. */
  readonly label?: string
  /** Rows are figures of years: the same year in two releases must agree. */
  readonly yearly?: { readonly year: string; readonly series: readonly string[]; readonly isLatestCompared: boolean }
  /** The values; of a list of columns the first that both rows have. */
  readonly values: readonly (readonly [string, ...string[]])[]
  /** The rows about one thing are lines of one text. */
  readonly isList?: true
  readonly choices?: readonly string[]
  readonly areDepartments?: true
}
