import { type Code, type Note, type NoteOf, note } from '../diagnostics/codes.ts'
import { fold, type Printed, replaceRuns, type Span, slice, spansOf, textOf } from '../document/printed.ts'
import { isIgnorable, keepsSpace } from '../normalise/whitespace.ts'
import type { Suspect } from './finding.ts'
import type { Lattice } from './lattice.ts'
import { suspectsIn } from './suspects.ts'

/** A value's printed text and the value's place in the output. */
export interface Leaflet {
  readonly pointer: string
  readonly on: Printed
}

/** A note for every place of a document that looks misread and that no note of doubt covers yet. The values stay as they are. */
export function findingsIn(leaflets: readonly Leaflet[], made: readonly Note[], lattice: Lattice): Note[] {
  const once = onlyOnce(leaflets).map(({ pointer, on }) => ({ pointer, on: tidied(on) }))
  const found = suspectsIn(
    once.map(({ on }) => textOf(on)),
    lattice,
  )
  const doubted = made.filter(isNarrowDoubt).flatMap(({ on }) => (on ? spansOf(on) : []))
  return once
    .flatMap((leaflet, index) => (found[index] ?? []).map(suspect => noteOf(leaflet, suspect)))
    .filter(({ on }) => !overlaps(spansOf(on), doubted))
}

/** What layouts say of a place where the text is doubtful. */
const doubts: ReadonlySet<Code> = new Set<Code>(['SUSPECT_TEXT', 'SEAM_SUSPECT', 'ENUMERATOR_LOOKALIKE'])

/** A doubt about a whole cell does not say which of its characters is wrong. */
const isNarrowDoubt = ({ code, on }: Note): boolean =>
  doubts.has(code) && on !== undefined && textOf(on).length <= narrow

const narrow = 12

const overlaps = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some(([from, to]) => others.some(other => from < other[1] && other[0] < to))

/** What is printed once and belongs to several records is reported once. */
function onlyOnce(leaflets: readonly Leaflet[]): Leaflet[] {
  const seen = new Map(leaflets.toReversed().map(leaflet => [spansOf(leaflet.on).join(), leaflet]))
  return leaflets.filter(leaflet => seen.get(spansOf(leaflet.on).join()) === leaflet)
}

/** The text as the value has it: widths folded, no spaces but between ASCII, no control characters. */
function tidied(on: Printed): Printed {
  const folded = fold(on)
  const text = textOf(folded)
  const gone = [...text.matchAll(/[\t\v\f\r\u0085\p{Z}]+|\p{Cc}|\p{Cf}/gu)].filter(
    ({ 0: run, index }) =>
      isIgnorable(run) || (run !== '\n' && !keepsSpace(text.charAt(index - 1), text.charAt(index + run.length))),
  )
  return replaceRuns(
    folded,
    gone.map(({ 0: run, index }) => ({ from: index, to: index + run.length, text: '' })),
  )
}

/** Characters shown on either side of the doubtful ones. */
const shown = 3

type Found = NoteOf<'SUSPECT_TEXT'> & { readonly on: Printed }

function noteOf({ pointer, on }: Leaflet, { from, to, suggestion, why }: Suspect): Found {
  const text = textOf(on)
  const [before, after] = [text.slice(Math.max(0, from - shown), from), text.slice(to, to + shown)]
  const printed = before + text.slice(from, to) + after
  const better = suggestion === null ? null : before + suggestion + after
  const where = { pointer, on: slice(on, from, to) }
  return {
    ...note('SUSPECT_TEXT', { printed, suggestion: better, why }, { expected: better, actual: printed }),
    ...where,
  }
}
