import type { Char } from '../engine/engine.ts'
import { type Band, columnsBetween, type Free, isWithin } from './free.ts'

/** In ems: a line further off than this is of another part of the page. */
const widestStep = 3

/** The row above a table, which the break of the page before cuts, so that no line is over it. */
export function linesUp({ top }: Band, chars: readonly Char[], free: readonly Free[], em: number): Band[] {
  const above = chars.filter(({ bbox }) => bbox[1] + bbox[3] < top * 2).sort((a, b) => b.origin[1] - a.origin[1])
  const own = upTo(above, top, free, em)
  return isOfColumns(own, free)
    ? [{ top: Math.min(...own.map(char => char.bbox[1])), bottom: top, chars: own, open: 'top' }]
    : []
}

/** The row below a table that the end of the page cuts. */
export function linesDown({ bottom }: Band, chars: readonly Char[], free: readonly Free[], em: number): Band[] {
  const below = chars.filter(({ bbox }) => bbox[1] + bbox[3] > bottom * 2).sort((a, b) => a.origin[1] - b.origin[1])
  const own = upTo(below, bottom, free, em)
  return isOfColumns(own, free)
    ? [{ top: bottom, bottom: Math.max(...own.map(char => char.bbox[3])), chars: own, open: 'bottom' }]
    : []
}

/** The characters from a line on that keep clear of what the rows leave free, up to a wide step. */
function upTo(chars: readonly Char[], from: number, free: readonly Free[], em: number): Char[] {
  const own: Char[] = []
  let reached = from
  for (const char of chars) {
    const isFar = Math.min(Math.abs(char.bbox[1] - reached), Math.abs(char.bbox[3] - reached)) > widestStep * em
    if (isFar || free.some(isCrossedBy(char))) break
    own.push(char)
    reached = char.origin[1]
  }
  return own
}

const isCrossedBy =
  ({ bbox }: Char) =>
  ([from, to]: Free): boolean =>
    bbox[0] < (from + to) / 2 && bbox[2] > (from + to) / 2

const leastColumns = 2

function isOfColumns(chars: readonly Char[], free: readonly Free[]): boolean {
  const columns = columnsBetween(free, [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
  return columns.filter(column => chars.some(isWithin(column))).length >= leastColumns
}
