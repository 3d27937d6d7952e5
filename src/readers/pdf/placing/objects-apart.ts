import type { Suspicion } from '../../../document/model.ts'
import { median } from '../../../document/prose/widths.ts'
import type { Char } from '../engine/engine.ts'
import { type Run, runOf, step } from '../lines/runs.ts'
import { type Slot, slotAt } from './places.ts'

/** A run that crosses a border in the pieces that are texts of their own, and what makes that doubtful. */
export interface Parted {
  readonly runs: readonly Run[]
  readonly doubt?: Suspicion
}

/** In ems: how far the step from one object to the next may differ from that within a text. */
const sameStep = 0.05
/** Some producers set Latin letters apart from the others by up to so much. */
const betweenScripts = 0.3

/**
 * Text that fills its cell and spills over, and the text of the next cell that begins where it ends, look like one: they are two
 * objects, and the step from one to the other is an accident.
 */
export function partedAtObjects(root: Slot, run: Run): Parted {
  const { chars } = run
  const first = slotAt(root, chars[0] as Char)
  // As nearly all text.
  if (run.angle !== 0 || run.vertical || slotAt(root, chars.at(-1) as Char) === first) return whole(run)
  const starts = objectStarts(chars)
  const beyond = starts.filter(start => slotAt(root, chars[start] as Char) !== first)
  if (beyond.length === 0) return whole(run)
  const steps = stepsOf(chars)
  const apart = beyond.filter(start => steps(start) === 'other')
  if (apart.length > 0) return pieces(root, chars, apart)
  const set = beyond.find(
    start => steps(start) === 'between scripts' && isSetIn(root, chars[start] as Char, chars.at(-1) as Char),
  )
  return set === undefined ? { runs: [run], doubt: 'beside-empty' } : pieces(root, chars, [set], 'on-border')
}

const whole = (run: Run): Parted => ({ runs: [run] })

function objectStarts(chars: readonly Char[]): number[] {
  const starts: number[] = []
  for (let at = 1; at < chars.length; at += 1)
    if ((chars[at] as Char).objectId !== (chars[at - 1] as Char).objectId) starts.push(at)
  return starts
}

const stepTo = (chars: readonly Char[], at: number): number => step(chars[at - 1] as Char, chars[at] as Char)[0]

/** Whether the step to a character is that within the text, one that a change of script may make, or another. */
function stepsOf(chars: readonly Char[]): (at: number) => 'usual' | 'between scripts' | 'other' {
  const usual = median(chars.slice(1).map((_, index) => stepTo(chars, index + 1)))
  return at => {
    const [before, after] = [chars[at - 1] as Char, chars[at] as Char]
    const more = (stepTo(chars, at) - usual) / after.em
    if (Math.abs(more) <= sameStep) return 'usual'
    return isLatin(before) !== isLatin(after) && more > 0 && more < betweenScripts ? 'between scripts' : 'other'
  }
}

const isLatin = ({ text }: Char): boolean => text <= '~'

function pieces(root: Slot, chars: readonly Char[], starts: readonly number[], doubt?: Suspicion): Parted {
  const cuts = [0, ...starts, chars.length]
  const parts = cuts.slice(1).map((end, index) => chars.slice(cuts[index], end))
  const isClear =
    doubt === undefined && parts.slice(1).every(part => isSetIn(root, part[0] as Char, part.at(-1) as Char))
  return { runs: parts.map(runOf), ...(isClear ? {} : { doubt: 'on-border' }) }
}

/** In ems: how far from the edge, or from the middle, of its cell text begins or ends. */
const nearEdge = 0.6
const nearMiddle = 0.3

/** Whether text, from its first character to its last, is in one cell, at the left of it, at the right or in the middle. */
function isSetIn(root: Slot, first: Char, last: Char): boolean {
  const slot = slotAt(root, first)
  if (slot !== slotAt(root, last)) return false
  const [left, right] = [first.bbox[0] - slot.rect[0], slot.rect[2] - last.bbox[2]]
  if (left < 0 || right < 0) return false
  return Math.min(left, right) < nearEdge * first.em || Math.abs(left - right) / 2 < nearMiddle * first.em
}
