import type { Rect } from '../../../document/model.ts'
import { median } from '../../../document/prose/widths.ts'
import { firstWhere } from '../../../document/search.ts'
import type { SetLine } from './characters.ts'

/** The column that some lines share: where text begins, where it must end, its usual em and the step from line to line. */
export interface Column {
  readonly left: number
  readonly right: number
  readonly em: number
  readonly pitch: number
}

/** Where at least this share of the room is used, and two lines end alike, there the text was wrapped. */
export const usedInCell = 0.8
export const usedOnPage = 0.4

/** The column of some lines in the rectangle that holds them; `used`: the share of its width from which on lines that end alike are wrapped. */
export function columnOf(lines: readonly SetLine[], holder: Rect, used: number): Column {
  if (lines.length === 0) return { left: holder[0], right: holder[2], em: 1, pitch: 1 }
  const em = median(lines.map(line => line.draft.em))
  const left = leftOf(lines, em)
  return { left, right: rightOf(lines, left, em, holder, used), em, pitch: pitchOf(lines, em) }
}

/** The text ends where wrapped lines do; where none can be told, as far from the border as it begins. */
function rightOf(lines: readonly SetLine[], left: number, em: number, holder: Rect, used: number): number {
  const padding = Math.min(Math.max(left - holder[0], 0), em)
  const ends = endsOf(lines, em, holder[2] - padding).sort((a, b) => b - a)
  const [end = holder[2], next = Number.NEGATIVE_INFINITY] = ends
  const border = Math.max(end, holder[2] - padding)
  const isWrapped = end - next < em && end - left > (border - left) * used
  return isWrapped ? end : border
}

/** Its ink is in the right half of its box; the left one may lie before the edge (天付き). */
const opening = /^[「『（【〔［｛〈《“‘]/u
const halfBox = 0.5

/** Where the text begins, whatever the blank half of an opening bracket does. */
function leftOf(lines: readonly SetLine[], em: number): number {
  const edge = (some: readonly SetLine[]) =>
    some.reduce((least, line) => Math.min(least, line.draft.bbox[0]), Number.POSITIVE_INFINITY)
  const all = edge(lines)
  const plain = edge(lines.filter(line => !opening.test(line.text)))
  return plain - all < em * (halfBox + alike / 2) ? Math.max(all, Math.min(plain, all + em * halfBox)) : all
}

/** In ems: how far before its ink a line's box may begin. */
export const blankBefore = ({ text }: SetLine): number => (opening.test(text) ? halfBox : 0)

/** In ems: how much further right a line begins than another; none where only a bracket's blank half does. */
export function stepBetween(line: SetLine, other: SetLine, em: number): number {
  const step = (line.bbox[0] - other.bbox[0]) / em
  const half = blankBefore(other) - blankBefore(line)
  return half !== 0 && Math.abs(step - half) < alike / 2 ? 0 : step
}

/** Its ink is in the left half of its box, and that half alone may hang. */
const hanging = /[、。，．､｡」』）】〕］]$/u
/** In ems: edges that were set alike. */
const alike = 0.35

/**
 * Where each line ends, without a mark that hangs out of the measure (ぶら下げ): beyond the edge that the cell's padding leaves, or
 * beyond the one at which two lines end that have no such mark.
 */
function endsOf(lines: readonly SetLine[], em: number, inner: number): number[] {
  const ends = lines.map(line => line.bbox[2])
  if (!lines.some(line => hanging.test(line.text))) return ends
  const plain = lines.filter(line => !hanging.test(line.text)).map(line => line.bbox[2])
  const [edge = inner, other = Number.NEGATIVE_INFINITY] = plain.sort((a, b) => b - a)
  const isSet = edge - other < em * alike
  return lines.map(line => {
    const end = line.bbox[2]
    const mark = hanging.test(line.text) ? line.chars.at(-1)?.char.bbox[0] : undefined
    if (mark === undefined || end < edge + em * alike) return end
    return end > inner + em * alike || (isSet && Math.abs(mark - edge) < em * alike) ? mark : end
  })
}

/** At least so many lines that end alike show the edge of a column. */
const edgeLines = 3

/** The holder of each group of lines within a region: it reaches to the nearest edge at which lines of the region end. */
export function holdersIn(region: readonly SetLine[], holder: Rect, em: number): (group: readonly SetLine[]) => Rect {
  const ends = region.map(line => line.bbox[2]).sort((a, b) => a - b)
  const upTo = (edge: number) => firstWhere(ends, other => other > edge)
  const edges = ends.filter(edge => upTo(edge) - firstWhere(ends, other => other > edge - em) >= edgeLines)
  return group => {
    const end = group.reduce((most, line) => Math.max(most, line.bbox[2]), Number.NEGATIVE_INFINITY)
    const edge = edges[firstWhere(edges, each => each > end - em / 2)] ?? Number.POSITIVE_INFINITY
    return [holder[0], holder[1], Math.min(holder[2], edge), holder[3]]
  }
}

/** In ems: the steps from one line to the next within a text; what is less is beside it, what is more a blank line or another text. */
const usualSteps = { least: 0.8, most: 2.2 }
/** In ems: the step of a column that shows none. */
const assumedStep = 1.4

/** The usual distance between the baselines of two lines, in points. */
function pitchOf(lines: readonly SetLine[], em: number): number {
  const steps = lines.slice(1).map((line, index) => line.draft.baseline - (lines[index] as SetLine).draft.baseline)
  const usual = steps.filter(step => step > em * usualSteps.least && step < em * usualSteps.most)
  return median(usual) || em * assumedStep
}

/** The step to the next line in steps of the column, and a little for uneven ones: what is beyond it is blank. */
const ownStep = 1.1

/** How many blank lines are between two lines. */
export function gapBetween(above: SetLine | undefined, line: SetLine, column: Column): number {
  if (!above) return 0
  return Math.max(0, Math.round((line.draft.baseline - above.draft.baseline) / column.pitch - ownStep))
}
