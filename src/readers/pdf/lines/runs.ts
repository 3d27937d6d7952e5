import type { Rect } from '../../../document/model.ts'
import type { Char, Point } from '../engine/engine.ts'
import { unite } from '../geometry.ts'

/** Characters written one after the other without a visible gap: the smallest thing that is placed as a whole. */
export interface Run {
  readonly chars: readonly Char[]
  readonly bbox: Rect
  /** On the baseline, where the run begins. */
  readonly origin: Point
  readonly angle: number
  readonly fontSize: number
  readonly em: number
  /** Each character is below the one before it. */
  readonly vertical: boolean
}

/** A wider gap, in ems, parts what one text object printed: there it moved on to another column. */
const widestInside = 0.8
/** Between characters of two objects, where each glyph may be an object of its own. */
const widestBetween = 0.25
/** Nor may they lie on one another by more. */
const deepest = 0.35

/** The share of its size by which characters of one run may differ in size, or in their baselines. */
const same = 0.1
/** In ems: how far aside of the one above a character of vertical writing may be, and how far below it. */
const aside = 0.3
const below = { least: 0.6, most: 1.6 }

/** The runs of a page. `parts` says where a border may part two objects that else would be one run. */
export function charRuns(chars: readonly Char[], parts: (before: Char, after: Char) => boolean): Run[] {
  const groups: Char[][] = []
  for (const char of chars) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before && goesOn(before, char) && !parts(before, char) && sameDirection(group, char)) group.push(char)
    else groups.push([char])
  }
  return groups.map(runOf)
}

export function runOf(chars: readonly Char[]): Run {
  const [first, second] = chars as [Char, Char | undefined]
  const vertical = second !== undefined && isBelow(first, second)
  const { origin, angle, fontSize, em } = first
  return { chars, bbox: unite(chars.map(char => char.bbox)), origin, angle, fontSize, em, vertical }
}

function goesOn(before: Char, after: Char): boolean {
  if (before.angle !== after.angle || Math.abs(before.fontSize - after.fontSize) > before.fontSize * same) return false
  return isBeside(before, after) || isBelow(before, after)
}

/** Along the direction of writing, on the same baseline, with no more than the usual room between. */
function isBeside(before: Char, after: Char): boolean {
  const [along, across] = step(before, after)
  const widest = before.objectId === after.objectId ? widestInside : widestBetween
  return Math.abs(across) < before.fontSize * same && along < widest * before.em && along > -deepest * before.em
}

/** Two of them, one below the other, are no vertical writing. */
const figure = /^[\p{Nd}\p{No}\p{S}]$/u

/** Vertical writing: within one object, about one em further down. */
function isBelow(before: Char, after: Char): boolean {
  if (before.objectId !== after.objectId || before.angle !== 0) return false
  if (figure.test(before.text) && figure.test(after.text)) return false
  const [x0, y0, x1] = before.bbox
  const down = after.bbox[1] - y0
  const offset = Math.abs(after.bbox[0] + after.bbox[2] - x0 - x1) / 2
  return offset < before.em * aside && down > before.fontSize * below.least && down < before.fontSize * below.most
}

/** From the end of one character to the start of the next, along the direction of writing and across it. */
export function step(before: Char, after: Char): [along: number, across: number] {
  const [dx, dy] = [after.origin[0] - before.origin[0], after.origin[1] - before.origin[1]]
  const [x0, y0, x1, y1] = before.bbox
  if (before.angle === 0) return [after.origin[0] - x1, dy]
  if (before.angle === 90) return [after.origin[1] - y1, dx]
  if (before.angle === 180) return [x0 - after.origin[0], dy]
  if (before.angle === 270) return [y0 - after.origin[1], dx]
  const radians = (before.angle * Math.PI) / 180
  const [ux, uy] = [Math.cos(radians), Math.sin(radians)]
  const advance = Math.max((x1 - x0) * Math.abs(ux), 0) / Math.max(Math.abs(ux), 0.1)
  return [dx * ux + dy * uy - advance, dy * ux - dx * uy]
}

/** A run goes either along or downward, not both. */
function sameDirection(group: readonly Char[], next: Char): boolean {
  const [first, second] = group as [Char, Char | undefined]
  return second === undefined || isBelow(first, second) === isBelow(group.at(-1) as Char, next)
}
