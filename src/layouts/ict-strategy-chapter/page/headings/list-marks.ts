import type { Line } from '../../../../document/model.ts'
import { type Printed, slice, textOf, trim } from '../../../../document/printed.ts'
import { isListMark } from '../../../../normalise/marks.ts'
import { numberedAt } from './headings.ts'

/** The mark that begins a list item, where one does. */
export function listMarkOf(on: Printed): string | undefined {
  const text = textOf(on)
  const mark = text.charAt(0)
  if (!isListMark(mark) && !(otherMark.test(mark) && text.length > 1)) return undefined
  // -5 or –年 are no items: a dash is a mark before a space only.
  return /^[-‐‑–]/u.test(mark) && !/^.\s/u.test(text) ? undefined : mark
}

/** Arrows, shapes and dingbats that are no numbers: whichever an edition prints before its items. */
const otherMark = /^[\u2190-\u21ff\u25a0-\u25ff\u2605-\u2606\u2700-\u2775\u2794-\u27bf\u2b00-\u2bff]$/u

/** The mark of an item; an item of HTML has none, '' stands for it. */
export const itemMarkOf = ({ on, begins }: Line): string | undefined =>
  listMarkOf(on) ?? (begins === 'item' && !numberedAt(on) ? '' : undefined)

/** The words of an item without the mark that begins it. */
export const afterMark = (on: Printed): Printed => (listMarkOf(on) === undefined ? on : trim(slice(on, 1)))

export const markAt = (on: Printed): Printed => slice(on, 0, listMarkOf(on) === undefined ? 0 : 1)
