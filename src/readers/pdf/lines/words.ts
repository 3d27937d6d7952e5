import { median } from '../../../document/prose/widths.ts'
import type { Char } from '../engine/engine.ts'
import type { DraftLine } from './lines.ts'

/** In ems: a gap between two Latin characters that is as wide as a narrow space. */
const leastGap = 0.2
/** Letters that are all set apart are no words: a space is this much wider than the usual gap. */
const wider = 0.15

const none: ReadonlySet<Char> = new Set()

/** The characters of a line before which a Latin word ends although no space is printed: the next was only moved along. */
export function wordStarts(line: DraftLine): ReadonlySet<Char> {
  const least = leastGap * line.em
  if (line.vertical || !hasGap(line, least)) return none
  const steps = [...latinSteps(line)]
  const usual = median(steps.map(({ gap }) => gap))
  const wide = Math.max(least, usual + wider * line.em)
  return new Set(steps.filter(({ gap }) => gap >= wide).map(({ after }) => after))
}

// Every character of a document comes by here: nothing is made for a line that has no such gap, as most have none.
function hasGap({ runs }: DraftLine, least: number): boolean {
  let before: Char | undefined
  for (const run of runs)
    for (const after of run.chars) {
      if (before && gapOf(before, after) >= least && isWordPair(before, after)) return true
      before = after
    }
  return false
}

/** From one Latin character to the next on the same baseline. */
function* latinSteps({ runs }: DraftLine): Generator<{ after: Char; gap: number }> {
  let before: Char | undefined
  for (const run of runs)
    for (const after of run.chars) {
      if (before && isWordPair(before, after)) yield { after, gap: gapOf(before, after) }
      before = after
    }
}

const gapOf = (before: Char, after: Char): number => after.bbox[0] - before.bbox[2]

/** Points and signs within numbers end no word: they are spaced apart where a font is narrow. */
function isWordPair(a: Char, b: Char): boolean {
  if (a.angle !== 0 || b.angle !== 0 || a.origin[1] !== b.origin[1]) return false
  if (isDigit(a.text) && isDigit(b.text)) return true
  return isLatin(a.text) && isLatin(b.text) && (isLetter(a.text) || isLetter(b.text))
}

const isLatin = (text: string): boolean => text > ' ' && text <= '~'
const isLetter = (text: string): boolean => /^[A-Za-z]$/.test(text)
const isDigit = (text: string): boolean => text >= '0' && text <= '9'
