import { foldRuns } from '../normalise/width.ts'

/** A range of the source's characters, numbered from 0 in the order in which the reader met them. */
export type Span = readonly [from: number, to: number]

/**
 * A run of text and the source characters it came from. Where both have the same length they correspond one to one;
 * elsewhere (`&amp;`, `ﾊﾞ`) the piece is never cut. `at` is null for what we put in (a paragraph's "\n").
 */
export interface Piece {
  readonly text: string
  readonly at: Span | null
}

/** Text that knows where it stands: every operation below keeps the source characters of what it returns. */
export interface Printed {
  readonly pieces: readonly Piece[]
}

export const nothing: Printed = { pieces: [] }

/** Text of ours, of no source character: what joins lines and paragraphs. */
export const put = (text: string): Printed => (text === '' ? nothing : { pieces: [{ text, at: null }] })

/** The source's own characters from `from` to `to`. */
export const printedAt = (text: string, from: number): Printed =>
  text === '' ? nothing : { pieces: [{ text, at: [from, from + text.length] }] }

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

/** What stands between two offsets of `textOf(on)`. */
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

export const concat = (...parts: readonly Printed[]): Printed => ({ pieces: parts.flatMap(part => part.pieces) })

/** The parts with `between` put in between them. */
export const joinPrinted = (parts: readonly Printed[], between: string): Printed =>
  concat(...parts.flatMap((part, index) => (index === 0 ? [part] : [put(between), part])))

export function trim(on: Printed): Printed {
  const text = textOf(on)
  const from = text.length - text.trimStart().length
  return slice(on, from, Math.max(from, text.trimEnd().length))
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

/** The same text with each run of `runs` replaced; the replacement stands on the characters it replaces. */
export function replaceRuns(on: Printed, runs: readonly { from: number; to: number; text: string }[]): Printed {
  if (runs.length === 0) return on
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

/** `on` after the width rules of the text (`２０` → `20`, `ﾊﾞ` → `バ`), each result on its own source characters. */
export function fold(on: Printed): Printed {
  const known = folded.get(on)
  if (known) return known
  const result = replaceRuns(on, foldRuns(textOf(on)))
  folded.set(on, result)
  return result
}

/** The matches of a regular expression with flags `dg`, whole and by group, as printed text. */
export function* matches(on: Printed, pattern: RegExp): Generator<PrintedMatch> {
  for (const match of textOf(on).matchAll(withoutIndices(pattern))) yield asPrinted(on, match)
}

const plainPatterns = new Map<string, RegExp>()

/** The places of groups cost the engine a second run over the text: they are asked for only where there are groups. */
function withoutIndices(pattern: RegExp): RegExp {
  if (pattern.source.includes('(?<')) return pattern
  const known = plainPatterns.get(pattern.source)
  if (known) return known
  const plain = new RegExp(pattern.source, pattern.flags.replace('d', ''))
  plainPatterns.set(pattern.source, plain)
  return plain
}

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
