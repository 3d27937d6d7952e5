import type { Line } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { median } from '../../../document/prose/widths.ts'
import { say, type Words } from '../../../messages/words.ts'
import { integer } from '../../../normalise/numerals.ts'
import type { OtherFields } from '../../kit/columns.ts'
import type { Furniture } from '../../kit/layout.ts'
import type { ColumnName } from '../words/index.ts'
import { findHeads, type Head } from './heads.ts'
import { compactLines, groupsByGap, restOf } from './lines.ts'
import { insideStart, markedStart, type TimingStart, timingEnd, timingLike } from './timing.ts'
import { type Upper, upperCells } from './upper.ts'

/** What the cells of a record print beside its values, and the columns in which a dash says that there is nothing. */
interface CellsOfRow {
  readonly furniture: readonly Furniture[]
  /** What is in columns that the form does not know. */
  readonly other: OtherFields
  readonly dashes: readonly ColumnName[]
  /** The marks printed for what is above, by their columns. */
  readonly dittos: ReadonlyMap<ColumnName, Printed>
  /** The columns whose cell goes on from the page before, where nothing is printed. */
  readonly goesOn: readonly ColumnName[]
  /** The columns that its table has. */
  readonly columns: ReadonlySet<ColumnName>
  /** What is in a column of units and names none. */
  readonly strangers: readonly { readonly column: '局' | '所管部'; readonly on: Printed }[]
}

/** One record by the lines of its cells. */
export interface Row {
  readonly head: Head
  readonly upper: Upper
  /** The timing's lines, mark included; undefined where no timing was found. */
  readonly timing: readonly Line[] | undefined
  /** Undefined where the timing's end is not known: then `timing` holds both cells. */
  readonly response: readonly Line[] | undefined
  readonly lines: readonly Line[]
  /** Set where the record is in the cells of a table, so that nothing had to be parted. */
  readonly cells?: CellsOfRow
  /** Why its values may be in each other's places. */
  readonly doubt?: Words
  /** No line parts the record from its neighbours: a blank stretch does. */
  readonly byBlank?: boolean
  /** Columns that hold the text of several records, of which it is not known what is this one's. */
  readonly mixed?: ReadonlySet<ColumnName>
  /** Why its long texts may hold another record's, or lack some of theirs. */
  readonly textDoubt?: Words
}

/** The records of the lines, their cells parted by what each prints and by what others print. */
export function rowsOf(lines: readonly Line[]): Row[] {
  const heads = findHeads(lines)
  const bodies = heads.map((head, index) => bodyOf(lines, head, heads[index + 1]?.line))
  const starts = timingStarts(bodies)
  const uppers = upperCells(bodies.map((body, index) => body.slice(0, starts[index]?.line ?? body.length)))
  const lowers = bodies.map((body, index) => lowerLines(body, starts[index]))
  const ends = timingEnds(lowers)
  const numbers = heads.map(numberOf)
  return heads.map((head, index) => ({
    head,
    upper: uppers[index] as Upper,
    ...partLower(lowers[index], ends[index]),
    lines: lines.slice(head.line, heads[index + 1]?.line),
    ...doubtBeside(numbers, index),
  }))
}

/** Where NO leaves out a number a record was not found; its lines may be in the one before it or behind it, or be mixed with theirs. */
function doubtBeside(numbers: readonly (number | undefined)[], index: number): Pick<Row, 'textDoubt'> {
  const isBeside = isLeftOut(numbers, index - 1) || isLeftOut(numbers, index)
  return isBeside ? { textDoubt: say('RECORD_BESIDE_LOST') } : {}
}

/** Whether a number is left out behind one; one that is higher than the next two is misread, and nothing is missing. */
function isLeftOut(numbers: readonly (number | undefined)[], index: number): boolean {
  const [before, behind, next] = [numbers[index], numbers[index + 1], numbers[index + 2]]
  if (before === undefined || behind === undefined || behind <= before + 1) return false
  return next === undefined || next > behind
}

const numberOf = (head: Head | undefined): number | undefined =>
  head?.no ? (integer(textOf(head.no)) ?? undefined) : undefined

function bodyOf(lines: readonly Line[], { organisations: { end } }: Head, to: number | undefined): Line[] {
  const first = lines[end.line]
  if (!first || end.line >= (to ?? lines.length)) return []
  const rest = restOf(first, end.from)
  return [...(rest ? [rest] : []), ...lines.slice(end.line + 1, to)]
}

function timingStarts(bodies: readonly (readonly Line[])[]): (TimingStart | undefined)[] {
  const marked = bodies.map(markedStart)
  const blocks = bodies.flatMap((body, index) => {
    const [block] = groupsByGap(body.slice(marked[index]?.line ?? body.length))
    return block ? [block.slice(0, 6)] : []
  })
  return bodies.map((body, index) => marked[index] ?? unmarkedStart(body, blocks))
}

/** A timing whose mark is damaged or has something before it. */
function unmarkedStart(body: readonly Line[], others: readonly (readonly Line[])[]): TimingStart | undefined {
  const [inside, like] = [insideStart(body), timingLike(body, others)]
  return inside && (!like || inside.line === like.line) ? inside : like
}

function lowerLines(body: readonly Line[], start: TimingStart | undefined): Line[] | undefined {
  if (!start) return undefined
  const first = restOf(body[start.line] as Line, start.from)
  return [...(first ? [first] : []), ...body.slice(start.line + 1)]
}

/** Where each timing ends; a text that one record prints apart tells where it ends in another. */
function timingEnds(lowers: readonly (readonly Line[] | undefined)[]): (number | undefined)[] {
  const width = median(lowers.flatMap(lines => lines?.[0]?.width ?? []))
  const sure = lowers.map(lines => lines && timingEnd(lines, width, []))
  const texts = lowers.flatMap((lines, index) =>
    lines && sure[index] ? [compactLines(lines.slice(0, sure[index]))] : [],
  )
  return lowers.map((lines, index) => sure[index] ?? (lines && timingEnd(lines, width, texts)))
}

function partLower(lines: readonly Line[] | undefined, end: number | undefined): Pick<Row, 'timing' | 'response'> {
  if (!lines || end === undefined) return { timing: lines, response: undefined }
  return { timing: lines.slice(0, end), response: lines.slice(end) }
}
