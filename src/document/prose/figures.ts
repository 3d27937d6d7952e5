import { foldWidth } from '../../normalise/width.ts'
import type { Line } from '../model.ts'
import { textOf } from '../printed.ts'

/** A whole number with its sign and unit: ▲1,234千円, 85.5%. What a break has cut (1,23⏎8,815) is none. */
const number = /^[▲△+\-−]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?(?:[^\d\s,.。、:：(（○●△▲]{1,3})?$/u
/** 3-4-1, 211-2885. */
const code = /^\d+(?:-\d+)+$/u
const mark = /^[○●◯〇◎△▲×✕]$/u

const isFigure = (printed: string): boolean => {
  const text = foldWidth(printed.trim())
  return number.test(text) || code.test(text) || mark.test(text)
}

/** Whether two lines, one below the other, hold a figure each and nothing else. */
export const areFigures = (above: string, below: string): boolean => isFigure(above) && isFigure(below)

/** Whether a line holds a figure of its own, as the line above does: 120⏎85 is not 12085. A number that the edge cut is one. */
export const isApart = (above: Line | undefined, line: Line): boolean =>
  line.apart ?? (above !== undefined && areFigures(textOf(above.on), textOf(line.on)))
