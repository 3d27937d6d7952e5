import { type Note, note } from '../../../diagnostics/codes.ts'
import { concat, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { endsSentence } from '../../../document/prose/sentences.ts'
import { emWidth } from '../../../document/prose/widths.ts'
import type { GridCell } from '../../../document/table/grid.ts'
import { say } from '../../../messages/words.ts'
import { withoutSpaces } from '../../../normalise/whitespace.ts'

/** What else the document prints, without spaces: where a cut word is whole, a probable reading is found. */
export interface Seams {
  readonly corpus: string
}

export interface Joined {
  readonly on: Printed
  readonly notes: readonly Note[]
}

/** A space in a cell is a line end, but for one that recognition put before a full stop. */
const lineEnd = /(?<!\s)\s+(?![。、，．.,)）」』】\s])/dgu

/**
 * The text of two cells that a column edge cut: 区を単作⏎期から… beside 立とした相談支援体制を整え、妊娠 is read line by line. Nothing is
 * guessed and nothing removed; undefined where the lines could follow each other in several ways.
 */
export function joinSeam(cells: readonly GridCell[], seams: Seams): Joined | undefined {
  const columns = cells.map(cell => printedLines(cell.on))
  if (columns.length > 2)
    return columns.every(lines => lines.length === 1) ? joinPieces(columns.flat(), seams) : undefined
  const [left = [], right = []] = columns
  if (right.length !== left.length && right.length !== left.length - 1) return undefined
  if (right.length < left.length && reachesSeam(left)) return undefined
  return joinPieces(
    left.flatMap((piece, index) => [piece, ...(right[index] ? [right[index]] : [])]),
    seams,
    left.map((_, index) => index * 2),
  )
}

function printedLines(on: Printed): Printed[] {
  const ends = [...matches(on, lineEnd)]
  return [0, ...ends.map(end => end.end)].map((from, index) => trim(slice(on, from, ends[index]?.index)))
}

/** Whether the last line of the left cell is as long as those that go on in the right one, and ends no sentence: then it may go on there as well. */
function reachesSeam(left: readonly Printed[]): boolean {
  if (endsSentence(left.at(-1) ?? { pieces: [] })) return false
  const widths = left.map(piece => emWidth(textOf(piece)))
  const last = widths.pop() ?? 0
  return last > Math.max(...widths) * 0.9
}

/** The pieces one after the other; `cuts` are those that are followed by a piece of the same printed line. */
function joinPieces(
  pieces: readonly Printed[],
  seams: Seams,
  cuts: readonly number[] = pieces.map((_, at) => at),
): Joined {
  const notes = cuts.flatMap(at => {
    const [left, right] = [pieces[at], pieces[at + 1]]
    return left && right ? [seamNote(left, right, seams)] : []
  })
  return { on: concat(...pieces), notes: notes.filter(each => each !== undefined) }
}

const shown = 4

/** What to say of a seam: the probable reading, or that nothing is known; nothing where the joined text occurs elsewhere as well. */
export function seamNote(left: Printed, right: Printed, { corpus }: Seams): Note | undefined {
  const [before, after] = [withoutSpaces(textOf(left)), withoutSpaces(textOf(right))]
  const on = concat(slice(left, Math.max(0, textOf(left).length - shown)), slice(right, 0, shown))
  const printed = before.slice(-shown) + after.slice(0, shown)
  const best = readings(before, after, corpus).reduce((a, b) => (b.score > a.score ? b : a))
  if (best.cut === 'none' && best.score > 0) return undefined
  if (best.score === 0) {
    const why = say('CUT_BY_COLUMN')
    return note('SUSPECT_TEXT', { printed, suggestion: null, why }, { on, actual: printed })
  }
  const suggestion = best.before.slice(-shown) + best.put + best.after.slice(0, shown)
  return note('SEAM_SUSPECT', { printed, suggestion }, { on, expected: suggestion, actual: printed })
}

interface Reading {
  readonly before: string
  readonly put: string
  readonly after: string
  readonly cut: 'none' | 'left' | 'right' | 'both'
  /** How many characters around the seam occur elsewhere in the document. */
  readonly score: number
}

/** The joined text as it is; without the half character on either side; with one whole character for the two halves. */
function readings(before: string, after: string, corpus: string): Reading[] {
  const [less, more] = [before.slice(0, -1), after.slice(1)]
  const reading = (cut: Reading['cut'], b: string, a: string, gap: 0 | 1): Reading => {
    const { score, put } = context(corpus, b, a, gap)
    return { before: b, put, after: a, cut, score }
  }
  return [
    reading('none', before, after, 0),
    reading('left', less, after, 0),
    reading('right', before, more, 0),
    reading('both', less, more, 1),
  ]
}

const shortest = 4
const longest = 8

/** The longest stretch of the document that has the same around a seam, with `gap` characters of its own between. */
function context(corpus: string, before: string, after: string, gap: 0 | 1): { score: number; put: string } {
  let best = { score: 0, put: '' }
  const last = before.slice(-1)
  if (last === '' || after === '') return best
  for (let at = corpus.indexOf(last); at >= 0; at = corpus.indexOf(last, at + 1)) {
    const next = at + 1 + gap
    if (corpus[next] !== after[0]) continue
    const left = alike(index => corpus[at - index] === before[before.length - 1 - index], before.length)
    const right = alike(index => corpus[next + index] === after[index], after.length)
    const isTelling = left + right >= shortest + gap && (left >= 4 || Math.min(left, right) >= 2)
    if (isTelling && left + right > best.score) best = { score: left + right, put: corpus.slice(at + 1, next) }
  }
  return best
}

/** How many characters from the seam on are the same. */
function alike(same: (index: number) => boolean, length: number): number {
  let count = 0
  while (count < Math.min(longest, length) && same(count)) count += 1
  return count
}
