import { type Choice, isLabelRow, type Label, type Options, type Row } from './rows.ts'

/** An edition: what the rows say of it, or another edition with some changes. */
export interface EditionChange {
  readonly id: string
  readonly like?: string
  /** Words that it no longer prints. */
  readonly gone?: readonly string[]
  readonly renamed?: { readonly [word: string]: string }
  /** Rows that every sheet of it has and no edition before. */
  readonly added?: readonly Row[]
}

export interface Edition {
  readonly id: string
  /** Every label by which its sheets are read; where two have the same words, the later one counts. */
  readonly labels: readonly Label[]
  /** What it prints and some other edition does not: by this it is known. */
  readonly marks: readonly string[]
  /** The labels that every sheet of it has. */
  readonly always: readonly Label[]
}

/** What is printed on the form, with its editions. */
export interface FormTable {
  readonly editions: readonly Edition[]
  /** The labels of all editions. */
  readonly labels: readonly Label[]
  readonly sections: readonly string[]
  /** The choices of all editions, once for each field. */
  readonly choices: readonly Choice[]
  readonly optionSets: readonly Options[]
}

/** The form that rows and editions describe; the editions are in their order. */
export function formOf(rows: readonly Row[], changes: readonly EditionChange[]): FormTable {
  const drafts: Draft[] = []
  for (const change of changes) drafts.push(draftOf(rows, change, drafts))
  const telling = new Set(drafts.flatMap(draft => draft.telling))
  const labels = unique([...rows, ...drafts.flatMap(draft => draft.rows)].filter(isLabelRow))
  const choices = [...new Map(labels.flatMap(label => label.choices.map(each => [each.field, each] as const))).values()]
  return {
    editions: drafts.map(draft => editionOf(draft, telling)),
    labels,
    sections: unique(drafts.flatMap(draft => draft.rows.filter(row => row.kind === 'section').map(row => row.printed))),
    choices,
    optionSets: unique(choices.map(choice => choice.options)),
  }
}

/** An edition while the words are gathered that tell it from others. */
interface Draft {
  readonly id: string
  /** The rows by which its sheets are read. */
  readonly rows: readonly Row[]
  /** Those that every sheet has. */
  readonly printed: ReadonlySet<Row>
  /** Words by which it, or an edition that it is like, is known. */
  readonly telling: readonly string[]
}

function draftOf(rows: readonly Row[], change: EditionChange, known: readonly Draft[]): Draft {
  if (change.like === undefined) return ownDraft(rows, change.id)
  const base = known.find(draft => draft.id === change.like)
  if (!base) throw new Error(`edition ${change.id} is like ${change.like}, which does not stand above it`)
  return changedDraft(base, change)
}

function ownDraft(rows: readonly Row[], id: string): Draft {
  const own = rows.filter(row => !isLabelRow(row) || row.only?.includes(id) !== false)
  const isMark = (row: Row) => row.marks?.includes(id) === true
  const isAlways = (row: Row) => isLabelRow(row) && row.always?.includes(id) === true
  return {
    id,
    rows: own,
    printed: new Set(own.filter(row => isMark(row) || isAlways(row))),
    telling: own.filter(isMark).map(row => row.printed),
  }
}

/** Words that are gone stay labels: a sheet that prints them all the same is of no known edition, but what is beside them is read. */
function changedDraft(base: Draft, { id, gone = [], renamed = {}, added = [] }: EditionChange): Draft {
  const changed = new Set([...gone, ...Object.keys(renamed)])
  for (const word of changed)
    if (!base.rows.some(row => row.printed === word)) throw new Error(`edition ${id}: ${base.id} has no row ${word}`)
  const kept = [...base.printed].filter(row => !changed.has(row.printed))
  const anew = base.rows.flatMap(row => {
    const printed = renamed[row.printed]
    return printed === undefined ? [] : [{ ...row, printed }]
  })
  const telling = [...changed, ...anew.map(row => row.printed), ...added.map(row => row.printed)]
  return { id, rows: [...base.rows, ...anew, ...added], printed: new Set([...kept, ...anew, ...added]), telling }
}

function editionOf({ id, rows, printed }: Draft, telling: ReadonlySet<string>): Edition {
  return {
    id,
    labels: rows.filter(isLabelRow),
    marks: unique([...printed].map(row => row.printed).filter(word => telling.has(word))),
    always: [...printed].filter(isLabelRow),
  }
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]
