import type { Line } from '../../../document/model.ts'
import { matches, type Printed, slice, trim } from '../../../document/printed.ts'

/** What the letters of the timings mean, where the form says it: `A:指摘を踏まえ、…　B:…　C:…`. */
export type Legend = readonly { readonly letter: string; readonly mark: Printed; readonly on: Printed }[]

const marks = /(?<=^|\s)(?<letter>[A-F])\s?[:：]/dgu

/** A legend that begins on a line: at least A and B, beside each other or one below the other; undefined where none begins. */
export function legendAt(lines: readonly Line[], index: number): { count: number; entries: Legend } | undefined {
  const entries: Legend[number][] = []
  let count = 0
  for (const line of lines.slice(index, index + 6)) {
    const found = entriesOf(line)
    if (found.length === 0 || !goesOn(entries.length, found)) break
    entries.push(...found)
    count += 1
  }
  return entries.length >= 2 ? { count, entries } : undefined
}

function entriesOf(line: Line): Legend {
  const found = [...matches(line.on, marks)]
  if (found[0]?.index !== 0) return []
  return found.map((each, index) => ({
    letter: letterOf(each.groups.letter),
    mark: each.whole,
    on: trim(slice(line.on, each.end, found[index + 1]?.index)),
  }))
}

const letterOf = (on: Printed | undefined): string => on?.pieces.map(piece => piece.text).join('') ?? ''

/** A B C …: each letter the next of the alphabet. */
const goesOn = (before: number, found: Legend): boolean =>
  found.every(({ letter }, index) => letter === 'ABCDEF'.charAt(before + index))
