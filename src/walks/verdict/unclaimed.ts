import { type Note, type NoteOf, note } from '../../diagnostics/codes.ts'
import { groupBy } from '../../document/group-by.ts'
import { type Printed, startOf, textOf } from '../../document/printed.ts'
import type { Shape } from '../../layouts/kit/fields.ts'
import { compact } from '../../normalise/whitespace.ts'
import { Apart } from './apart.ts'
import { Beside } from './beside.ts'
import type { Tested } from './confirm.ts'

type Unclaimed = NoteOf<'TEXT_UNCLAIMED'>

/**
 * Text that nothing claims, each with the value or record that may lack it. What is apart from all values is a fact to know,
 * told once a block; what is printed again is told once; what a note tells of already is not told again.
 */
export function unclaimedNotes(
  unclaimed: readonly Printed[],
  tested: Tested,
  record: Shape,
  told: readonly Note[],
): Note[] {
  if (unclaimed.length === 0) return []
  const apart = new Apart(tested, unclaimed)
  const beside = new Beside(tested, record)
  const isKnown = toldBy(told)
  const notes = unclaimed.flatMap(on => {
    const text = textOf(on)
    const [ground] = tested.grounds.of(on)
    if (ground && apart.holds(on, ground)) return [apartNote(on)]
    const pointer = apart.unfinishedBefore(on) ?? (ground ? beside.pointerOf(ground, startOf(on), compact(text)) : null)
    return isKnown(text, pointer)
      ? []
      : [note('TEXT_UNCLAIMED', { text, isApart: false, ...once }, { on, actual: text, pointer })]
  })
  return oncePerText(oncePerBlock(notes))
}

const once = { lines: 1, times: 1 }

function apartNote(on: Printed): Unclaimed {
  const text = textOf(on)
  return note('TEXT_UNCLAIMED', { text, isApart: true, ...once }, { on, actual: text, pointer: null, severity: 'info' })
}

/** Whether a value is told to be unreadable as this text, or a head to be none of the form's. */
function toldBy(notes: readonly Note[]): (text: string, pointer: string | null) => boolean {
  const unread = new Map<string, string>()
  const heads = new Set<string>()
  for (const each of notes) {
    if (each.code === 'EDITION_UNKNOWN') for (const word of each.args.unexpected) heads.add(compact(word))
    if (each.code === 'FIELD_UNREADABLE' && each.pointer) unread.set(each.pointer, compact(each.args.printed))
    if (each.code === 'FIELD_AMBIGUOUS' && each.pointer)
      unread.set(each.pointer, compact(each.args.candidates.join('')))
  }
  return (text, pointer) =>
    heads.has(compact(text)) || (pointer !== null && unread.get(pointer)?.includes(compact(text)) === true)
}

/** Lines apart that follow one another, as one. */
function oncePerBlock(notes: readonly Unclaimed[]): Unclaimed[] {
  const blocks: Unclaimed[] = []
  for (const each of notes) {
    const last = blocks.at(-1)
    if (last?.args.isApart && each.args.isApart)
      blocks[blocks.length - 1] = { ...last, args: { ...last.args, lines: last.args.lines + 1 } }
    else blocks.push(each)
  }
  return blocks
}

/** The same words where no value lacks them, as one: a label on every page, a head of a table that is printed again. */
function oncePerText(notes: readonly Unclaimed[]): Unclaimed[] {
  const byText = groupBy(notes, each => (each.pointer === null ? compact(each.args.text) : each))
  return [...byText.values()].flatMap(([first, ...again]) =>
    first ? [{ ...first, args: { ...first.args, times: again.length + 1 } }] : [],
  )
}
