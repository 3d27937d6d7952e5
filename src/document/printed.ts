import { foldRuns, mayFold } from '../normalise/width.ts'
import { allMatches } from './patterns.ts'

/** A range of the source's characters, numbered from 0 in the reader's order. */
export type Span = readonly [from: number, to: number]

/**
 * A run of text and the source characters it came from. Where both have the same length they correspond one to one;
 * elsewhere (`&amp;`, `ﾊﾞ`) the piece is never cut. `at` is null for what we insert (a paragraph's "\n").
 */
export interface Piece {
  readonly text: string
  readonly at: Span | null
}

/** Text that knows its place in the source: every operation below keeps the source characters of what it returns. */
export interface Printed {
  readonly pieces: readonly Piece[]
}

export const nothing: Printed = { pieces: [] }

/** Inserted text without source characters: what joins lines and paragraphs. */
export const put = (text: string): Printed => (text === '' ? nothing : { pieces: [{ text, at: null }] })

/** The source's own characters from `from` to `to`. */
export const printedAt = (text: string, from: number): Printed =>
  text === '' ? nothing : { pieces: [{ text, at: [from, from + text.length] }] }

/** The text of all pieces; `''` where there are none. */
export function textOf(on: Printed): string {
  if (on.pieces.length === 1) return (on.pieces[0] as Piece).text
  let text = ''
  for (const piece of on.pieces) text += piece.text
  return text
}

const oneToOne = (piece: Piece): boolean => piece.at === null || piece.at[1] - piece.at[0] === piece.text.length

function slicePiece(piece: Piece, from: number, to: number): Piece | undefined {
  if (from >= to) return undefined
  if (from <= 0 && to >= piece.text.length) return piece
  if (!oneToOne(piece)) return { text: piece.text.slice(Math.max(from, 0), to), at: piece.at }
  const start = Math.max(from, 0)
  const at = piece.at
  const text = piece.text.slice(start, to)
  return { text, at: at === null ? null : [at[0] + start, at[0] + start + text.length] }
}

/** The text between two offsets of `textOf(on)`. */
export function slice(on: Printed, from: number, to = Number.POSITIVE_INFINITY): Printed {
  const pieces: Piece[] = []
  let start = 0
  for (const piece of on.pieces) {
    const end = start + piece.text.length
    if (end > from && start < to) {
      const part = slicePiece(piece, from - start, Math.min(to, end) - start)
      if (part) pieces.push(part)
    }
    start = end
    if (start >= to) break
  }
  return { pieces }
}

/** The parts one after the other, with nothing in between. */
export function concat(...parts: readonly Printed[]): Printed {
  const pieces: Piece[] = []
  for (const part of parts) for (const piece of part.pieces) pieces.push(piece)
  return { pieces }
}

/** The parts joined by `between`. */
export const joinPrinted = (parts: readonly Printed[], between: string): Printed =>
  concat(...parts.flatMap((part, index) => (index === 0 ? [part] : [put(between), part])))

/** The same without spaces at its ends. */
export function trim(on: Printed): Printed {
  const text = textOf(on)
  const from = text.length - text.trimStart().length
  const to = Math.max(from, text.trimEnd().length)
  return from === 0 && to === text.length ? on : slice(on, from, to)
}

export const isBlank = (on: Printed): boolean => textOf(on).trim() === ''

/** The source spans of `on`, in reading order, neighbours merged. */
export function spansOf(on: Printed): Span[] {
  const spans: Span[] = []
  for (const { at } of on.pieces) {
    if (at === null) continue
    const last = spans.at(-1)
    if (last && last[1] === at[0]) spans[spans.length - 1] = [last[0], at[1]]
    else if (!last || last[0] !== at[0] || last[1] !== at[1]) spans.push(at)
  }
  return spans
}

/** The first source character of `on`, or -1 where it has none. */
export const startOf = (on: Printed): number => on.pieces.find(piece => piece.at !== null)?.at?.[0] ?? -1

/** The same text with each run of `runs` replaced; a replacement takes the source characters of what it replaces. */
export function replaceRuns(on: Printed, runs: readonly { from: number; to: number; text: string }[]): Printed {
  if (runs.length === 0) return on
  return replacedPieceByPiece(on, runs) ?? replacedAcross(on, runs)
}

type Replacement = Parameters<typeof replaceRuns>[1][number]

/** Undefined where a run crosses from one piece to the next, or a piece cannot be cut. */
function replacedPieceByPiece(on: Printed, runs: readonly Replacement[]): Printed | undefined {
  const pieces: Piece[] = []
  let next = 0
  let start = 0
  for (const piece of on.pieces) {
    const end = start + piece.text.length
    const first = next
    while (next < runs.length && (runs[next] as Replacement).from < end) next += 1
    if (first === next) pieces.push(piece)
    else if (!oneToOne(piece) || (runs[next - 1] as Replacement).to > end) return undefined
    else pushReplaced(pieces, piece, runs.slice(first, next), start)
    start = end
  }
  return { pieces }
}

function pushReplaced(pieces: Piece[], { text, at }: Piece, runs: readonly Replacement[], start: number): void {
  const push = (part: string, from: number, to: number) => {
    if (from < to) pieces.push({ text: part, at: at && [at[0] + from, at[0] + to] })
  }
  let done = 0
  for (const run of runs) {
    const [from, to] = [run.from - start, run.to - start]
    push(text.slice(done, from), done, from)
    push(run.text, from, to)
    done = to
  }
  push(text.slice(done), done, text.length)
}

function replacedAcross(on: Printed, runs: readonly Replacement[]): Printed {
  const parts: Printed[] = []
  let done = 0
  for (const run of runs) {
    parts.push(slice(on, done, run.from), replaced(slice(on, run.from, run.to), run.text))
    done = run.to
  }
  parts.push(slice(on, done))
  return concat(...parts)
}

function replaced(on: Printed, text: string): Printed {
  const spans = spansOf(on)
  const [first, last] = [spans[0], spans.at(-1)]
  return { pieces: [{ text, at: first && last ? [first[0], last[1]] : null }] }
}

const folded = new WeakMap<Printed, Printed>()

/** `on` after the width rules of the text (`２０` → `20`, `ﾊﾞ` → `バ`), each result with its own source characters. */
export function fold(on: Printed): Printed {
  const [only, second] = on.pieces
  // Text that does not change, as most does not, is not cached: looking at it again is cheaper.
  if (only && !second && !mayFold(only.text)) return on
  const known = folded.get(on)
  if (known) return known
  const result = replaceRuns(on, foldRuns(textOf(on)))
  folded.set(on, result)
  return result
}

/** The matches of a regular expression with flags `dg`, whole and by group, as printed text. */
export const matches = (on: Printed, pattern: RegExp): PrintedMatch[] =>
  allMatches(textOf(on), pattern).map(found => asPrinted(on, found))

export interface PrintedMatch {
  readonly whole: Printed
  readonly index: number
  readonly end: number
  readonly groups: { readonly [name: string]: Printed | undefined }
}

/** The first match of a regular expression with flag `d`, or undefined. */
export function match(on: Printed, pattern: RegExp): PrintedMatch | undefined {
  const found = pattern.exec(textOf(on))
  return found ? asPrinted(on, found) : undefined
}

const noGroups = {}

function asPrinted(on: Printed, found: RegExpMatchArray): PrintedMatch {
  const index = found.index ?? 0
  const end = index + found[0].length
  if (!found.indices?.groups) return { whole: slice(on, index, end), index, end, groups: noGroups }
  const groups: Record<string, Printed | undefined> = {}
  for (const [name, range] of Object.entries(found.indices.groups))
    groups[name] = range && slice(on, range[0], range[1])
  return { whole: slice(on, index, end), index, end, groups }
}
