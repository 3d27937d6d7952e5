import type { Char } from '../engine/engine.ts'

/** In ems: a character this near to the same one is that one, printed twice to look bold or to throw a shadow. */
const nearest = 0.15

/** The characters without those that lie on themselves. */
export function printedOnce(chars: readonly Char[]): Char[] {
  const seen = new Places()
  return chars.filter(char => {
    if (seen.has(char)) return false
    seen.add(char)
    return true
  })
}

/** Whether one of the characters is the given one at its place. */
export function isOn(chars: readonly Char[]): (char: Char) => boolean {
  const known = new Places()
  for (const char of chars) known.add(char)
  return char => known.has(char)
}

/** So many alike are gone through one by one; more are looked for by their places. */
const few = 48

/** Characters by what they are, and where many are alike by where they are. */
class Places {
  readonly #known = new Map<string, Char[]>()
  readonly #far = new Map<string, Cells>()

  add(char: Char): void {
    const far = this.#far.get(char.text)
    const same = this.#known.get(char.text)
    if (far) far.add(char)
    else if (!same) this.#known.set(char.text, [char])
    else if (same.push(char) > few) this.#far.set(char.text, new Cells(same))
  }

  // Every character of a page comes by here, with all that are the same: without a function for each.
  has(char: Char): boolean {
    const others = this.#far.get(char.text)?.near(char) ?? this.#known.get(char.text) ?? []
    for (const other of others) if (liesOn(char, other)) return true
    return false
  }
}

/** Characters in the squares of a grid, one grid for each doubling of their size: no square is smaller than two of it may be apart. */
class Cells {
  readonly #grids = new Map<number, Map<string, Char[]>>()

  constructor(chars: readonly Char[]) {
    for (const char of chars) this.add(char)
  }

  add(char: Char): void {
    const size = classOf(char)
    const grid = this.#grids.get(size) ?? new Map<string, Char[]>()
    const key = keyOf(squareOf(char, size), 0, 0)
    const square = grid.get(key)
    if (square) square.push(char)
    else grid.set(key, [char])
    this.#grids.set(size, grid)
  }

  *near(char: Char): Generator<Char> {
    for (const size of [classOf(char) - 1, classOf(char), classOf(char) + 1]) {
      const grid = this.#grids.get(size)
      if (!grid) continue
      const square = squareOf(char, size)
      for (const dx of around) for (const dy of around) yield* grid.get(keyOf(square, dx, dy)) ?? []
    }
  }
}

const around = [-1, 0, 1]

const classOf = ({ fontSize }: Char): number => (fontSize > 0 ? Math.floor(Math.log2(fontSize)) : -Infinity)

function squareOf({ origin }: Char, size: number): readonly [x: number, y: number] {
  const side = nearest * 2 ** (size + 1) || 1
  return [Math.floor(origin[0] / side), Math.floor(origin[1] / side)]
}

const keyOf = ([x, y]: readonly [number, number], dx: number, dy: number): string => `${x + dx} ${y + dy}`

function liesOn(a: Char, b: Char): boolean {
  const near = nearest * Math.min(a.fontSize, b.fontSize)
  return (
    Math.abs(a.origin[0] - b.origin[0]) < near &&
    Math.abs(a.origin[1] - b.origin[1]) < near &&
    Math.abs(a.fontSize - b.fontSize) < near
  )
}
