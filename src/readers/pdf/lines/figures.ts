import type { Rect } from '../../../document/model.ts'
import { areFigures } from '../../../document/prose/figures.ts'
import type { SetLine } from './characters.ts'

/** In ems: a halfwidth digit, with the room that fonts leave beside it. */
const digit = 0.6
/** In ems: the most that a cell leaves free between its border and what begins at its left edge. */
const mostPadding = 1

/**
 * For each line of a cell: whether its figure is another one than that of the line above, or the rest of it; undefined where one of
 * the two lines holds words. A number is cut where no digit more had room, and goes on at the left edge.
 */
export const figuresApart = (lines: readonly SetLine[], cell: Rect): (boolean | undefined)[] =>
  lines.map((line, index) => {
    const above = lines[index - 1]
    return above && areFigures(above.text, line.text) ? !isCut(above, line, cell) : undefined
  })

function isCut(above: SetLine, line: SetLine, [left, , right]: Rect): boolean {
  const { em } = line.draft
  const padding = line.bbox[0] - left
  return padding < em * mostPadding && right - above.bbox[2] < Math.max(padding, 0) + em * digit
}
