import type { Rect } from '../../../document/model.ts'
import type { Char } from '../engine/engine.ts'
import { unite } from '../geometry.ts'
import type { DraftLine } from './lines.ts'
import type { Run } from './runs.ts'
import { raisedText } from './superscript.ts'
import { wordStarts } from './words.ts'

/** A character in its line, as it is to be read, and whether a visible gap parts it from the one before. */
export interface PlacedChar {
  readonly char: Char
  readonly text: string
  readonly gapBefore: boolean
}

/** A line without the spaces at its ends. */
export interface SetLine {
  readonly draft: DraftLine
  readonly chars: readonly PlacedChar[]
  readonly text: string
  readonly bbox: Rect
  /** It begins with a printed space: where a paragraph is indented by one. */
  readonly spaced: boolean
}

/** A wider gap between two runs of one line, in ems, is seen as a space. */
const visibleGap = 0.8

/** The name of the font that most characters of a line are printed in. */
export function usualFont(chars: readonly PlacedChar[]): string {
  const counts = new Map<string, number>()
  for (const { char } of chars) counts.set(char.fontName, (counts.get(char.fontName) ?? 0) + 1)
  if (counts.size < 2) return chars[0]?.char.fontName ?? ''
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0]
}

const isBlank = (text: string): boolean => text.trim() === ''

/** A line as it is read, or undefined where nothing but spaces is on it. */
export function setLine(draft: DraftLine): SetLine | undefined {
  const placed = placedOn(draft)
  const from = placed.findIndex(({ text }) => !isBlank(text))
  if (from < 0) return undefined
  const to = placed.findLastIndex(({ text }) => !isBlank(text)) + 1
  const chars = withoutSpreading(placed.slice(from, to).map(withoutDoubleSpace))
  return { draft, chars, text: textOf(chars), bbox: unite(chars.map(({ char }) => char.bbox)), spaced: from > 0 }
}

/** What some characters of a line are read as. */
export function textOf(chars: readonly PlacedChar[]): string {
  let text = ''
  for (const placed of chars) text += placed.text
  return text
}

// Every character of a document comes by here: one list for the line, none for each of its runs.
function placedOn(line: DraftLine): PlacedChar[] {
  const words = wordStarts(line)
  const placed: PlacedChar[] = []
  let before: Run | undefined
  for (const run of line.runs) {
    const gap = before && !line.vertical && run.angle === 0 ? run.bbox[0] - before.bbox[2] : 0
    let isApart = gap >= visibleGap * line.em
    for (const char of run.chars) {
      placed.push({ char, text: raisedText(char, line), gapBefore: isApart || words.has(char) })
      isApart = false
    }
    before = run
  }
  return placed
}

/** Beside a printed space, and at the start of the line, a gap needs no space of ours. */
function withoutDoubleSpace(item: PlacedChar, index: number, all: readonly PlacedChar[]): PlacedChar {
  const besideSpace = index === 0 || isBlank(item.text) || isBlank(all[index - 1]?.text ?? '')
  return besideSpace && item.gapBefore ? { ...item, gapBefore: false } : item
}

/** In ems: how far the gaps of a word that is spread over its cell may differ. */
const evenly = 0.3

const japanese = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u

/** 取 組 方 針: a word whose characters are all spaced alike has no words in it (均等割付). */
function withoutSpreading(chars: PlacedChar[]): PlacedChar[] {
  if (chars.length < 3 || !chars.every((item, index) => index === 0 || item.gapBefore)) return chars
  const gaps = chars.slice(1).map(({ char }, index) => char.bbox[0] - (chars[index] as PlacedChar).char.bbox[2])
  const isEven = Math.max(...gaps) - Math.min(...gaps) < evenly * (chars[0] as PlacedChar).char.em
  // ○ ○ ○ and １ ２ ３ are several things, spaced apart.
  const isWord = chars.every(({ text }) => !/^[!-~]$/.test(text)) && chars.some(({ text }) => japanese.test(text))
  return isEven && isWord ? chars.map(item => ({ ...item, gapBefore: false })) : chars
}

/** The characters of a line in groups between which a visible gap is read as a space. */
export function partedAtSpaces(chars: readonly PlacedChar[]): PlacedChar[][] {
  const groups: PlacedChar[][] = []
  for (const item of chars) {
    const group = groups.at(-1)
    if (group && !item.gapBefore) group.push(item)
    else groups.push([item])
  }
  return groups
}
