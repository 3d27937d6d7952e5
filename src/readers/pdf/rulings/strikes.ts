import type { Char } from '../engine/engine.ts'
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
  const starts = startsOf(chars)
  for (const line of lines) {
    const struck = struckBy(line, starts, chars)
    if (!struck) continue
    found.lines.add(line)
    found.chars.push(...struck)
  }
  return found
}

/** Where characters begin, by whole points from the left. */
function startsOf(chars: readonly Char[]): Map<number, number[]> {
  const starts = new Map<number, number[]>()
  for (const [index, char] of chars.entries()) {
    if (char.angle !== 0 || char.cutOff || char.text.trim() === '') continue
    const at = Math.round(char.bbox[0])
    const known = starts.get(at)
    if (known) known.push(index)
    else starts.set(at, [index])
  }
  return starts
}

function struckBy(line: Ruling, starts: ReadonlyMap<number, number[]>, chars: readonly Char[]): Char[] | undefined {
  const at = Math.round(line.from)
  for (const near of [at - 1, at, at + 1])
    for (const index of starts.get(near) ?? []) {
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
