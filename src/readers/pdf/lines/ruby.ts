import type { Char } from '../engine/engine.ts'
import { overlap, widthOf } from '../geometry.ts'
import { once } from '../once.ts'
import { PlaceIndex, widened } from '../place-index.ts'
import type { PlacedChar } from './characters.ts'
import type { Run } from './runs.ts'

/** A word and the kana over it that say how it is read (ルビ). */
export interface Ruby {
  readonly first: Char
  readonly last: Char
  readonly kana: readonly Char[]
}

/** The words of a page with kana over them, by the last character of each. */
export type Rubies = ReadonlyMap<Char, Ruby>

/** Kana over a word are of such a share of its size. */
const smallest = 0.25
const largest = 0.6
/** In ems of the word: how near its top the kana end. */
const gap = { least: -0.35, most: 0.35 }
/** The share of the kana's width under which the word is: more kana than it has room for reach beyond it. */
const leastUnder = 0.3

const isKana = (text: string): boolean => /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]*$/u.test(text)
const isHan = ({ text }: Char): boolean => /^[\p{Script=Han}々〆ヶ]$/u.test(text)

/** Runs without those that are set over a word to say how it is read. `isParted`: whether a border lies between two characters. */
export function withoutRuby(
  runs: readonly Run[],
  isParted: (kana: Char, word: Char) => boolean,
): { lines: readonly Run[]; rubies: Rubies } {
  const most = runs.reduce((size, run) => Math.max(size, run.fontSize), 0) * largest
  const small = runs.filter(run => run.fontSize <= most && isLevel(run) && run.chars.every(({ text }) => isKana(text)))
  const rubies = new Map<Char, Ruby>()
  if (small.length === 0) return { lines: runs, rubies }
  const places = once(() => new PlaceIndex(runs.filter(isLevel), run => run.bbox))
  const gone = new Set<Run>()
  for (const run of small) {
    const word = wordUnder(run, places(), isParted)
    if (!word) continue
    gone.add(run)
    addTo(rubies, word, run.chars)
  }
  return { lines: gone.size === 0 ? runs : runs.filter(run => !gone.has(run)), rubies }
}

const isLevel = ({ angle, vertical }: Run): boolean => angle === 0 && !vertical

/** The ideographs under some kana, of the nearest line of larger print. */
function wordUnder(
  kana: Run,
  places: PlaceIndex<Run>,
  isParted: (kana: Char, word: Char) => boolean,
): Char[] | undefined {
  const above = ({ bbox, fontSize }: Run) => (bbox[1] - kana.bbox[3]) / fontSize
  const under = places
    .meeting(widened(kana.bbox, kana.fontSize * 2))
    .filter(run => isSmaller(kana, run) && above(run) >= gap.least && above(run) <= gap.most)
    .sort((a, b) => Math.abs(above(a)) - Math.abs(above(b)))
  for (const run of under) {
    const word = run.chars.filter(char => isHan(char) && isUnder(char, kana))
    const share = word.reduce((sum, { bbox }) => sum + overlap(bbox[0], bbox[2], kana.bbox[0], kana.bbox[2]), 0)
    const [first] = word
    if (first && share >= widthOf(kana.bbox) * leastUnder && !isParted(kana.chars[0] as Char, first)) return word
  }
  return undefined
}

const isSmaller = ({ fontSize: size }: Run, { fontSize: of }: Run): boolean =>
  size >= of * smallest && size <= of * largest

const isUnder = ({ bbox: [x0, , x1] }: Char, { bbox }: Run): boolean =>
  overlap(x0, x1, bbox[0], bbox[2]) > (x1 - x0) / 3

/** Kana over each character of a word by itself are one reading where their words have characters in common. */
function addTo(rubies: Map<Char, Ruby>, word: readonly Char[], kana: readonly Char[]): void {
  const [first, last] = [word[0] as Char, word.at(-1) as Char]
  const before = rubies.get(last)
  if (!before) rubies.set(last, { first, last, kana })
  else rubies.set(last, { first: leftOf(first, before.first), last, kana: [...before.kana, ...kana] })
}

const leftOf = (a: Char, b: Char): Char => (b.bbox[0] < a.bbox[0] ? b : a)

/** Characters of a line in groups, so that each word with kana over it is one. */
export function partedAtRuby(chars: readonly PlacedChar[], rubies: Rubies): (readonly PlacedChar[])[] {
  if (rubies.size === 0) return [chars]
  const groups: (readonly PlacedChar[])[] = []
  let done = 0
  for (const [at, { char }] of chars.entries()) {
    const ruby = rubies.get(char)
    if (!ruby) continue
    const first = Math.max(
      done,
      chars.findLastIndex((each, index) => index <= at && each.char === ruby.first),
    )
    groups.push(chars.slice(done, first), chars.slice(first, at + 1))
    done = at + 1
  }
  groups.push(chars.slice(done))
  return groups.filter(group => group.length > 0)
}
