import { type Note, note } from '../../../diagnostics/codes.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { filled, type GridRow } from '../../../document/table/grid.ts'
import { say } from '../../../messages/words.ts'
import { mark } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { type Entry, entriesIn, entriesOf, lineRows, paired } from './entries.ts'
import type { Seams } from './seam.ts'
import { headingOf } from './sections.ts'

/** The recommendation as a page prints it: heading, number and title, points. */
export interface Block {
  readonly heading: Printed | undefined
  readonly no: Printed | undefined
  readonly title: Entry | undefined
  readonly points: readonly Entry[]
  readonly furniture: readonly Furniture[]
  readonly notes: readonly Note[]
}

/** The recommendation at the top of a page; heading, number or title are undefined where the rows have none. */
export function blockOf(all: readonly GridRow[], seams: Seams): Block {
  const rows = all.flatMap(lineRows)
  const at = rows.findIndex(row => filled(row).length === 1 && headingOf(row) !== undefined)
  const head = rows[at] && headingOf(rows[at])
  const furniture: Furniture[] = []
  const behind = head && textOf(head.rest) !== '' ? entriesIn(head.rest, furniture) : []
  const below = rows.slice(at + 1).flatMap(row => entriesOf(row, seams, furniture))
  const { title, rest } = titleAmong(behind, paired(below))
  const points = pointsAmong(rest)
  const marks = points.entries.flatMap(entry => entry.mark ?? [])
  return {
    heading: head?.heading,
    no: title?.mark,
    title,
    points: points.entries,
    furniture: [...furniture, ...marks.map(mark)],
    notes: points.notes,
  }
}

/**
 * The title is what is behind the heading, or first below it. Where something else has got in between, it is the entry with a
 * number before point 1.
 */
function titleAmong(behind: readonly Entry[], below: readonly Entry[]): { title: Entry | undefined; rest: Entry[] } {
  const all = [...behind, ...below]
  const first = all.findIndex((each, index) => isPlainNumber(each) && all[index + 1]?.no === 1)
  const at = first >= 0 && all.slice(0, first).every(each => each.no === undefined) ? first : 0
  const title = all[at]
  if (!title || title.circled) return { title: undefined, rest: all }
  return { title, rest: all.slice(at + 1) }
}

const isPlainNumber = ({ no, circled }: Entry): boolean => no !== undefined && !circled

/** No point is that short: what is left of a letter that the scan cut. */
const shortestPoint = 4

/**
 * The points in order. An entry without a number is one where the numbers around it leave room for it, or where it is last; what
 * is between two numbers that follow each other is none.
 */
function pointsAmong(entries: readonly Entry[]): { entries: Entry[]; notes: Note[] } {
  const kept: Entry[] = []
  let waiting: Entry[] = []
  const notes: Note[] = []
  let next = 1
  for (const each of entries.filter(isLongEnough)) {
    if (each.no === undefined) {
      waiting.push(each)
      continue
    }
    if (each.no > next) kept.push(...waiting)
    if (each.no !== next) notes.push(gap(next, each, each.no > next ? waiting.length : 0))
    kept.push(each)
    next = Math.max(next, each.no + 1)
    waiting = []
  }
  if (waiting[0] && !(next === 1 && waiting.every(each => each.isItem))) notes.push(gap(next, waiting[0], 0))
  return { entries: [...kept, ...waiting], notes }
}

const isLongEnough = ({ on, no }: Entry): boolean => no !== undefined || textOf(on).length >= shortestPoint

function gap(expected: number, found: Entry, between: number): Note {
  const said = found.no === undefined || between > 0 ? say('UNNUMBERED_POINT') : say('POINT', { no: found.no })
  const on = found.mark ?? found.on
  return note(
    'SEQUENCE_GAP',
    { what: say('POINTS'), expected: say('POINT', { no: expected }), actual: said },
    { on, expected, actual: said },
  )
}
