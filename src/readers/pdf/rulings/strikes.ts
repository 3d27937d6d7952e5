import type { Rect } from '../../../document/model.ts'
import type { Char } from '../engine/engine.ts'
import { refuseAbove } from '../limits.ts'
import { PlaceIndex } from '../place-index.ts'
import type { Ruling } from './ruling.ts'

/** Lines drawn through text, as where an old figure was struck out, and the characters under them. */
export interface Strikes {
  readonly lines: ReadonlySet<Ruling>
  readonly chars: readonly Char[]
}

/** In ems above the baseline: where a line goes through a character, not under it nor over it. */
const through = { least: 0.12, most: 0.55 }
/** In ems: a strike begins and ends with its text; a border goes on to the edges of its cell. */
const nearEnd = 0.15

/** The horizontal lines that go through text from its first character to its last. */
export function strikesAmong(lines: readonly Ruling[], chars: readonly Char[]): Strikes {
  const found = { lines: new Set<Ruling>(), chars: [] as Char[] }
  if (lines.length === 0) return found
  const starts = startsOf(lines, chars)
  let pairs = 0
  for (const line of lines) {
    const near = starts(line)
    pairs += near.length
    refuseAbove('lines through characters', pairs)
    const struck = struckBy(line, near, chars)
    if (!struck) continue
    found.lines.add(line)
    for (const char of struck) found.chars.push(char)
  }
  return found
}

/** For each line the characters, by their numbers, that begin where it does and through which it may go; from left to right by whole points. */
function startsOf(lines: readonly Ruling[], chars: readonly Char[]): (line: Ruling) => number[] {
  const begun = new Set(lines.flatMap(({ from }) => nearPoints.map(near => Math.round(from) + near)))
  const isStart = ({ angle, cutOff, text, bbox }: Char) =>
    begun.has(Math.round(bbox[0])) && angle === 0 && !cutOff && text.trim() !== ''
  const index = new PlaceIndex(
    [...chars.keys()].filter(at => isStart(chars[at] as Char)),
    at => reachOf(chars[at] as Char),
  )
  const pointOf = (at: number) => Math.round((chars[at] as Char).bbox[0])
  return ({ from, at: height }) => {
    const point = Math.round(from)
    const near = index.meeting([point - 2, height - 1, point + 2, height + 1])
    return near.filter(at => Math.abs(pointOf(at) - point) <= 1).sort((a, b) => pointOf(a) - pointOf(b))
  }
}

const nearPoints = [-1, 0, 1]

/** The heights at which a line goes through a character that it begins with. */
const reachOf = ({ origin: [, y], bbox: [x0], fontSize }: Char): Rect => [
  x0,
  y - through.most * fontSize,
  x0,
  y - through.least * fontSize,
]

function struckBy(line: Ruling, starts: readonly number[], chars: readonly Char[]): Char[] | undefined {
  for (const index of starts) {
    const struck = isUnder(line, chars[index] as Char) ? runFrom(line, index, chars) : undefined
    if (struck) return struck
  }
  return undefined
}

function isUnder({ at, from }: Ruling, { origin, bbox, em, fontSize }: Char): boolean {
  const above = (origin[1] - at) / fontSize
  return above > through.least && above < through.most && Math.abs(bbox[0] - from) < em * nearEnd
}

/** The characters from one on to where the line ends; undefined where it ends elsewhere. */
function runFrom({ to }: Ruling, index: number, chars: readonly Char[]): Char[] | undefined {
  const [first] = chars.slice(index, index + 1) as [Char]
  const run: Char[] = []
  for (let at = index; at < chars.length; at += 1) {
    const char = chars[at] as Char
    if (Math.abs(char.origin[1] - first.origin[1]) > 1 || char.bbox[0] > to) break
    run.push(char)
    if (Math.abs(char.bbox[2] - to) < char.em * nearEnd) return run
  }
  return undefined
}
