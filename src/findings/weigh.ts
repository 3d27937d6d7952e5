import type { Lattice, Word } from './lattice.ts'

/** What an edit of a text would bring. */
export interface Weighed {
  /** How much cheaper the words of the clause become. */
  readonly drop: number
  /** The word that then contains the edit, with offsets in the edited text. */
  readonly word: Word | undefined
}

/** Words depend on their neighbours only, so a few characters on either side are enough. */
const reach = 12

/** Weighs the text in which the characters from `from` to `to` are replaced. */
export function weigh(lattice: Lattice, text: string, from: number, to: number, by: string): Weighed {
  const [start, end] = [clauseStart(text, from), clauseEnd(text, to)]
  const before = lattice.read(text.slice(start, end))
  const after = lattice.read(text.slice(start, from) + by + text.slice(to, end))
  const word = after.words.find(each => each.from <= from - start && from - start < each.to)
  return {
    drop: before.cost - after.cost,
    word: word && { ...word, from: word.from + start, to: word.to + start },
  }
}

const endsClause = (ch: string): boolean => /[、。，．\n]/.test(ch)

function clauseStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < reach && !endsClause(text.charAt(start - 1))) start -= 1
  return start
}

function clauseEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && end - at < reach && !endsClause(text.charAt(end))) end += 1
  return end
}

/** A lattice that reads no text twice. */
export function remembering(lattice: Lattice): Lattice {
  const known = new Map<string, ReturnType<Lattice['read']>>()
  return {
    read: text => {
      const reading = known.get(text) ?? lattice.read(text)
      known.set(text, reading)
      return reading
    },
  }
}
