import type { Char } from '../engine/engine.ts'

/** In ems: a character this near to the same one is that one, printed twice to look bold or to throw a shadow. */
const nearest = 0.15

/** The characters without those that lie on themselves. */
export function printedOnce(chars: readonly Char[]): Char[] {
  const seen = new Map<string, Char[]>()
  return chars.filter(char => {
    const known = seen.get(char.text)
    if (known && liesOnOne(char, known)) return false
    if (known) known.push(char)
    else seen.set(char.text, [char])
    return true
  })
}

/** Whether one of the characters is the given one at its place. */
export function isOn(chars: readonly Char[]): (char: Char) => boolean {
  const known = new Map<string, Char[]>()
  for (const char of chars) {
    const same = known.get(char.text)
    if (same) same.push(char)
    else known.set(char.text, [char])
  }
  return char => liesOnOne(char, known.get(char.text) ?? [])
}

// Every character of a page comes by here, with all that are the same: without a function for each.
function liesOnOne(char: Char, others: readonly Char[]): boolean {
  for (const other of others) if (liesOn(char, other)) return true
  return false
}

function liesOn(a: Char, b: Char): boolean {
  const near = nearest * Math.min(a.fontSize, b.fontSize)
  return (
    Math.abs(a.origin[0] - b.origin[0]) < near &&
    Math.abs(a.origin[1] - b.origin[1]) < near &&
    Math.abs(a.fontSize - b.fontSize) < near
  )
}
