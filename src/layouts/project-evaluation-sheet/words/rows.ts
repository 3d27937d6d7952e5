/** What a form prints, as data: the kinds of rows that `form.ts` lists. */

/** The options of a choice, those of every edition; squares allow several answers, circles one. */
export interface Options {
  readonly words: readonly string[]
  readonly marks: 'circles' | 'squares'
}

/** A field that is answered by a choice. */
export interface Choice {
  readonly field: string
  readonly options: Options
}

/** A label, as a cell or a line shows it, and what is beside it. */
export interface Label {
  readonly printed: string
  /** How what is beside it is read. `group` heads other labels, or a table. */
  readonly kind: 'prose' | 'choice' | 'group' | 'amounts' | 'saving' | 'year' | 'head' | 'indicator' | 'name'
  /** The path in the record of what is beside it, where that is one field or list. */
  readonly field?: string
  /** The choices that are beside it, alone or above its text. */
  readonly choices: readonly Choice[]
  /** How many cells are beside it: 会計コード｜10｜一般会計. */
  readonly cells: number
  /** Its cell is as wide as the others of the upper half. */
  readonly isWide: boolean
  /** Its words are part of other labels and of texts, so that only a cell of its own tells it: 内容. */
  readonly isCellOnly: boolean
  /** No known edition prints it: a sheet that does is another. */
  readonly isOtherWord?: true
}

/** Options, or other labels, are beside it and no text. */
export const isHeading = ({ kind }: Label): boolean => kind === 'group' || kind === 'choice'

/** Which editions print a row. */
export interface Printing {
  /** Every sheet of these editions has the row: it is missed where it is not there. */
  readonly always?: readonly string[]
  /** It is printed always, and these editions are known by it. */
  readonly marks?: readonly string[]
  /** It is a label in these editions alone; in others its words mean something else. */
  readonly only?: readonly string[]
}

export type LabelRow = Label & Printing
/** A heading over a part of the form; editions may be known by it. */
export interface SectionRow extends Pick<Printing, 'marks'> {
  readonly printed: string
  readonly kind: 'section'
}
export type Row = LabelRow | SectionRow

export const isLabelRow = (row: Row): row is LabelRow => row.kind !== 'section'

type More = Printing & Partial<Pick<Label, 'choices' | 'cells' | 'isWide' | 'isCellOnly' | 'isOtherWord'>>

const row = (kind: Label['kind'], printed: string, field: string | undefined, more: More): LabelRow => ({
  printed,
  kind,
  ...(field === undefined ? {} : { field }),
  choices: [],
  cells: 1,
  isWide: false,
  isCellOnly: false,
  ...more,
})

export const circles = (...words: readonly string[]): Options => ({ words, marks: 'circles' })
export const squares = (...words: readonly string[]): Options => ({ words, marks: 'squares' })

type FieldRow = (printed: string, field: string, more?: More) => LabelRow

/** Running text beside its label. */
export const prose: FieldRow = (printed, field, more = {}) => row('prose', printed, field, more)
/** What other sheets print for labels of the form: words that a cell must hold alone, as texts may begin with them. */
export const otherWords = (
  kind: 'head' | 'prose',
  words: { readonly [field: string]: readonly string[] },
  cells = 1,
): LabelRow[] =>
  Object.entries(words).flatMap(([field, printed]) =>
    printed.map(word => row(kind, word, field, { isCellOnly: true, isOtherWord: true, cells })),
  )

/** Running text in one of the cells of the upper half, which are equally wide. */
export const wideProse: FieldRow = (printed, field, more = {}) => prose(printed, field, { ...more, isWide: true })
/** A choice above a running text, both beside one label; some editions leave the choice out. */
export const choiceAndProse = (printed: string, choice: Choice, field: string, more: Printing = {}): LabelRow =>
  prose(printed, field, { ...more, choices: [choice], cells: 2 })

/** The choices beside a label, each with its field: 事業の性質 has two. */
export const choice = (
  printed: string,
  choices: { readonly [field: string]: Options },
  more: Printing = {},
): LabelRow =>
  row('choice', printed, undefined, {
    ...more,
    choices: Object.entries(choices).map(([field, options]) => ({ field, options })),
    cells: Object.keys(choices).length,
  })

/** A short value of the head of the form. */
export const head: FieldRow = (printed, field, more = {}) => row('head', printed, field, more)
/** Code and name, in a cell each. */
export const coded: FieldRow = (printed, field, more = {}) => row('head', printed, field, { ...more, cells: 2 })
/** A row of amounts, one for each column of money. */
export const amounts: FieldRow = (printed, field, more = {}) => row('amounts', printed, field, more)
/** An amount with its unit. */
export const saving: FieldRow = (printed, field, more = {}) => row('saving', printed, field, { ...more, cells: 2 })
export const year: FieldRow = (printed, field, more = {}) => row('year', printed, field, more)
/** A block with a name and a value for each year. */
export const indicator: FieldRow = (printed, field, more = {}) => row('indicator', printed, field, more)
export const indicatorName = (printed: string): LabelRow => row('name', printed, undefined, {})
/** A label that heads other labels, or a list with columns of its own. */
export const group = (printed: string, field?: string, more: More = {}): LabelRow => row('group', printed, field, more)
export const section = (printed: string, more: Pick<Printing, 'marks'> = {}): SectionRow => ({
  printed,
  kind: 'section',
  ...more,
})
