import type { Note } from '../diagnostics/codes.ts'
import { pagesOf, type SourceDocument } from '../document/model.ts'
import { type Printed, type Span, spansOf } from '../document/printed.ts'
import { contentOf } from '../document/ranges.ts'
import type { ChoiceMade, DecisionMade, Doc } from '../envelope.ts'
import { outputSchema, plainText } from '../layouts/kit/fields.ts'
import type { AnyLayout, Evidence, Parsed } from '../layouts/kit/layout.ts'
import { spoken } from '../messages/speak.ts'
import { account } from './coverage.ts'
import type { OwnDecisions } from './decisions/about.ts'
import { type Decided, decided } from './decisions/apply.ts'
import type { Decision } from './decisions/decision.ts'
import { settled } from './decisions/settle.ts'
import { diagnose } from './diagnose.ts'
import { type Evaluated, evaluate, printedWhole } from './evaluate.ts'
import { orderOf } from './order.ts'
import { provenance, toPlace } from './places.ts'
import { rawOf } from './raw.ts'
import { doubtsOf } from './suspects.ts'
import { arrangementNotes } from './verdict/arrangement.ts'
import { type Tested, testPlaces } from './verdict/confirm.ts'
import { verdictOf } from './verdict/grade.ts'
import { shapeNotes } from './verdict/shape.ts'
import { unclaimedNotes } from './verdict/unclaimed.ts'

/** What a document holds besides its values, where it is asked for. */
export interface Extras {
  /** The places of every value, or only of those without which the rows of tables would not know their pages. */
  readonly provenance?: boolean | 'rows'
  /** The strings as printed. */
  readonly raw?: boolean
  /** Point at what looks misread in the values; slower, as it loads a dictionary. */
  readonly findings?: boolean
}

/** Notes on the printed text of some values, besides those that are made already. */
export type Finder = (values: readonly { pointer: string; on: Printed }[], notes: readonly Note[]) => readonly Note[]

/** The document that the output shows: values, checks, and the account of every character. Throws `TEXT_OUT_OF_ORDER`. */
export function assemble(
  layout: AnyLayout,
  parsed: Parsed,
  evidence: readonly Evidence[],
  source: { path: string; sha256: string },
  extras: Extras & { readonly find?: Finder | undefined; readonly decisions?: OwnDecisions | undefined },
): Doc {
  const document = parsed.range.source
  const asRead = evaluated(layout, parsed)
  const { applied, notes: refused, ...read } = withDecisions(asRead, extras.decisions)
  const { values, leaves, printed } = read
  validate(layout, values)
  const spans = contentOf(parsed.range)
  const unseen = parsed.range.pages.flatMap(page => page.unseen ?? [])
  const accountFor = (of: readonly Evaluated[]) =>
    account(document, spans, of, parsed.furniture, layout.vocabulary, unseen)
  const { coverage, unclaimed: left, enclosed } = accountFor(leaves)
  const unclaimed = applied.length > 0 ? wholeRuns(accountFor(asRead.leaves).unclaimed, left) : left
  const order = orderOf(document, enclosed, firstLine(document, spans))
  if (order instanceof Error) throw order
  const tested = testPlaces(layout, parsed.range, leaves, parsed.furniture)
  const own = [...order, ...refused, ...notesOf(layout, parsed, read)]
  const told = [...own, ...withoutDoubted(placeNotes(layout, read, tested), own)]
  const notes = [...told, ...unclaimedNotes(unclaimed, tested, layout.record, told)]
  const found = extras.find?.(leaves.flatMap(printedText), notes) ?? []
  const diagnostics = [...notes, ...found].map(each => settled(diagnose(document, each, printed), applied))
  return {
    source: { ...source, pages: pagesOf(parsed.range.pages) },
    layout: layout.id,
    edition: parsed.edition,
    evidence: evidence.map(({ marker, found }) => ({
      marker: spoken(marker, 'en'),
      found: found !== undefined,
      said: marker,
    })),
    ...values,
    recordPages: parsed.records.map(record => record.pages),
    choices: leaves.flatMap(choiceMade),
    diagnostics,
    coverage,
    verdict: verdictOf(tested.leaves, diagnostics),
    ...(applied.length > 0 ? { decisions: applied.map(decisionMade) } : {}),
    ...(extras.provenance ? { provenance: provenance(document, toPlace(leaves, extras.provenance, parsed)) } : {}),
    ...(extras.raw ? { raw: rawTree(document, values, leaves) } : {}),
  }
}

const firstLine = (document: SourceDocument, [first]: readonly Span[]): number | null =>
  (first && document.places(first)[0]?.line) ?? null

interface Values {
  readonly header: Doc['header']
  readonly records: Doc['records']
}

/** The values of a document, every leaf that they were read from, and what is behind a pointer. */
interface Read {
  readonly values: Values
  readonly leaves: readonly Evaluated[]
  readonly printed: (pointer: string) => Printed | undefined
}

function evaluated(layout: AnyLayout, parsed: Parsed): Read {
  const header = evaluate(layout.header, parsed.header, '/header')
  const records = parsed.records.map((record, index) => evaluate(layout.record, record.body, `/records/${index}`))
  const leaves = [...header.leaves, ...records.flatMap(record => record.leaves)]
  const values = { header: header.value, records: records.map(record => record.value) }
  return { values, leaves, printed: printedByPointer(leaves) }
}

/**
 * The runs of which something is left, whole as they were before: what a decision claims would cut others in two, and the halves
 * would ask anew.
 */
const wholeRuns = (before: readonly Printed[], left: readonly Printed[]): Printed[] => {
  const spans = left.flatMap(spansOf)
  return before.filter(run => spansOf(run).some(([from, to]) => spans.some(span => span[0] < to && from < span[1])))
}

const noDecisions: OwnDecisions = { own: [], replaced: [] }

function withDecisions(read: Read, decisions = noDecisions): Read & Pick<Decided<Values>, 'applied' | 'notes'> {
  const { values, leaves, applied, notes } = decided(read.values, read.leaves, decisions)
  return { ...read, values, leaves, applied, notes }
}

const decisionMade = ({ pointer, decision, read, by }: Decision): DecisionMade => ({
  pointer,
  decision,
  read,
  ...(by === undefined ? {} : { by }),
})

/** What reader, layout, fields and checks have to say, in this order. */
const notesOf = (layout: AnyLayout, parsed: Parsed, { values, leaves, printed }: Read): Note[] => [
  ...doubtsOf(parsed.range, leaves),
  ...(parsed.notes ?? []),
  ...leaves.flatMap(leaf => leaf.notes),
  ...layout.checks.flatMap(check => [...check({ ...values, printed })]),
]

/** What the places of the values, and their shape, give to doubt. */
function placeNotes(layout: AnyLayout, { leaves }: Read, tested: Tested): Note[] {
  const byPointer = new Map(tested.leaves.map(each => [each.pointer, each]))
  return [...arrangementNotes(layout.record, tested), ...shapeNotes(leaves, byPointer)]
}

const rawTree = (document: SourceDocument, values: Values, leaves: readonly Evaluated[]) => ({
  header: rawOf(document, values.header, leaves, '/header'),
  records: rawOf(document, values.records, leaves, '/records') as unknown[],
})

/** Our own values against our own schema: what fails here is a bug, not a fault of the document. */
function validate(layout: AnyLayout, values: Values): void {
  outputSchema(layout.header).parse(values.header)
  const record = outputSchema(layout.record)
  for (const value of values.records) record.parse(value)
}

/** What is behind a pointer: a leaf, or every leaf below it. */
function printedByPointer(leaves: readonly Evaluated[]): (pointer: string) => Printed | undefined {
  const known = new Map(leaves.map(leaf => [leaf.pointer, leaf]))
  return pointer => {
    const leaf = known.get(pointer)
    if (leaf) return printedWhole(leaf)
    const below = leaves.filter(each => each.pointer.startsWith(`${pointer}/`))
    return below.length === 0 ? undefined : { pieces: below.flatMap(each => printedWhole(each).pieces) }
  }
}

const printedText = ({ pointer, leaf, value }: Evaluated): { pointer: string; on: Printed }[] =>
  leaf.kind === 'printed' && typeof value === 'string' ? [{ pointer, on: leaf.on }] : []

function choiceMade({ pointer, leaf, value, byHand }: Evaluated): ChoiceMade[] {
  if (leaf.kind !== 'choice') return []
  const own = byHand === undefined || byHand === 'accepted' ? undefined : [value ?? []].flat().map(String)
  const labels = (chosenOnly: boolean) =>
    leaf.options.filter(option => option.chosen || !chosenOnly).map(option => plainText(option.label))
  return [{ pointer, options: labels(false), chosen: own ?? labels(true) }]
}

/** The notes without the doubts of an arrangement that the layout has of the same place. */
function withoutDoubted(notes: readonly Note[], own: readonly Note[]): Note[] {
  const doubted = new Set(own.flatMap(({ code, pointer }) => (code === 'ARRANGEMENT_DOUBTED' ? [pointer] : [])))
  return notes.filter(({ code, pointer }) => code !== 'ARRANGEMENT_DOUBTED' || !doubted.has(pointer))
}
