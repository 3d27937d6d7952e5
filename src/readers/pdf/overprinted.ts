import type { Suspicion } from '../../document/model.ts'
import type { Char } from './engine.ts'
import { overlap, widthOf } from './geometry.ts'
import type { Run } from './runs.ts'

/** The share of a character that another covers: kerning and close punctuation make less. */
const covered = 0.5
/** Smaller print on larger is a mark or part of a logo. */
const leastSize = 0.75

/** The texts that are printed over one another. */
export function overprinted(runs: readonly Run[]): Map<Run, Suspicion> {
  const found = new Map<Run, Suspicion>()
  const level = runs.filter(run => run.angle === 0).sort((a, b) => a.bbox[1] - b.bbox[1])
  level.forEach((upper, index) => {
    const half = upper.bbox[3] - upper.fontSize * leastSize * covered
    for (let next = index + 1; next < level.length; next += 1) {
      const lower = level[next] as Run
      if (lower.bbox[1] > half) break
      if (liesOn(upper, lower)) found.set(upper, 'overprinted').set(lower, 'overprinted')
    }
  })
  return found
}

function liesOn(a: Run, b: Run): boolean {
  if (b.bbox[0] >= a.bbox[2] || a.bbox[0] >= b.bbox[2]) return false
  const [small, large] = a.fontSize < b.fontSize ? [a.fontSize, b.fontSize] : [b.fontSize, a.fontSize]
  if (small < large * leastSize || overlap(a.bbox[1], a.bbox[3], b.bbox[1], b.bbox[3]) < small * covered) return false
  return a.chars.some(char => isLetter(char) && b.chars.some(other => isLetter(other) && covers(char, other)))
}

/** A mark printed on text, as a circle around an option, is meant to be. */
const isLetter = ({ text }: Char): boolean => /[\p{L}\p{N}]/u.test(text)

const covers = ({ bbox: a }: Char, { bbox: b }: Char): boolean =>
  overlap(a[0], a[2], b[0], b[2]) > covered * Math.min(widthOf(a), widthOf(b))
