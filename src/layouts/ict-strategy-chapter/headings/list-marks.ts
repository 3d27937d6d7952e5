import type { Line } from '../../../document/model.ts'
import { type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { isListMark } from '../../../normalise/marks.ts'
import { numberedAt } from './headings.ts'

/** The mark that begins a list item, where one does. */
export function listMarkOf(on: Printed): string | undefined {
  const text = textOf(on)
  const mark = text.charAt(0)
  if (!isListMark(mark)) return undefined
  // -5 or –年 are no items: a dash is a mark before a space only.
  return /^[-‐‑–]/u.test(mark) && !/^.\s/u.test(text) ? undefined : mark
}

/** The mark of an item; an item of HTML has none, '' stands for it. */
export const itemMarkOf = ({ on, begins }: Line): string | undefined =>
  listMarkOf(on) ?? (begins === 'item' && !numberedAt(on) ? '' : undefined)

/** The words of an item without the mark that begins it. */
export const afterMark = (on: Printed): Printed => (listMarkOf(on) === undefined ? on : trim(slice(on, 1)))

export const markAt = (on: Printed): Printed => slice(on, 0, listMarkOf(on) === undefined ? 0 : 1)
