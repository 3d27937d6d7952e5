import type { Block, Line } from '../../../document/model.ts'
import { isBlank, match, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { itemLines, partOf } from '../../../document/prose/inline.ts'
import { asOneLine, joinLines } from '../../../document/prose/prose.ts'
import { isListMark } from '../../../normalise/marks.ts'
import { linesIn } from '../cells/rows.ts'
import { bareNumber, gluedNumber, initiativeNumber, type Numbered } from './numbers.ts'

/** 【APにおける取組の方向性】 */
interface Label {
  readonly on: Printed
  readonly brackets: readonly Printed[]
}

/** What a cell that runs over the whole table says: a section's number and title, its directions, or a part of them. */
export interface SectionCell {
  readonly number: Numbered | undefined
  readonly title: Printed | undefined
  /** （続き）, where a section is printed again. */
  readonly again: Printed | undefined
  readonly label: Label | undefined
  readonly body: readonly Line[]
}

export const directionsLabel = /【(?<label>[^】]{0,40}方向性[^】]{0,40})】/du
/** Any heading in brackets in the place of the label. */
const heading = /(?<=^|\s)【(?<label>[^】]{1,40})】(?=\s*(?:$|[・･•]))/du
const repeated = /[（(](?:続き|つづき)[)）]$/du
const longestTitle = 60

/** Reads a cell as a section; `next` is the number that the next section has. */
export function sectionCell(blocks: readonly Block[], next: number): SectionCell {
  const lines = withWholeLabels(linesIn(blocks))
  const { head, label, body } = cutAtLabel(lines) ?? cutAtItems(lines)
  const whole = joinLines(head)
  const number = isTitle(whole) || label ? numberOf(whole, next, label !== undefined) : undefined
  const named = number?.rest ?? whole
  const found = match(named, repeated)
  const title = found ? trim(slice(named, 0, found.index)) : named
  return { number, title: isBlank(title) ? undefined : title, again: found?.whole, label, body }
}

/** 【APにおける取組の方向⏎性】: a label that a narrow column breaks is on one line. */
function withWholeLabels(lines: readonly Line[]): Line[] {
  const whole: Line[] = []
  for (const line of lines) {
    const above = whole.at(-1)
    const isOpen = above !== undefined && /^\s*【[^】]{1,40}$/u.test(textOf(above.on)) && textOf(line.on).includes('】')
    if (isOpen) whole[whole.length - 1] = asOneLine(above, line)
    else whole.push(line)
  }
  return whole
}

/** The section that the last of some lines print, and where it begins; undefined where they end with something else. */
export function sectionBelow(lines: readonly Line[]): { at: number; found: SectionCell } | undefined {
  for (const [at, line] of lines.entries()) {
    if (!bareNumber(line.on)) continue
    const found = sectionCell(lines.slice(at), 0)
    if (found.number && found.title && isTitle(found.title)) return { at, found }
  }
  return undefined
}

/** A section's title is short and no sentence. */
export const isTitle = (on: Printed): boolean => textOf(on).length <= longestTitle && !textOf(on).includes('。')

function numberOf(on: Printed, next: number, isSure: boolean): Numbered | undefined {
  if (initiativeNumber(on)) return undefined
  const number = bareNumber(on)
  if (number) return number
  const glued = gluedNumber(on)
  return glued && (isSure || textOf(glued.no) === String(next)) ? glued : undefined
}

interface Cut {
  readonly head: readonly Printed[]
  readonly label: Label | undefined
  readonly body: readonly Line[]
}

function cutAtLabel(lines: readonly Line[]): Cut | undefined {
  for (const pattern of [directionsLabel, heading])
    for (const [index, line] of lines.entries()) {
      const found = match(line.on, pattern)
      const on = found?.groups.label
      if (!found || !on) continue
      const end = textOf(found.whole).length
      const brackets = [slice(found.whole, 0, 1), slice(found.whole, end - 1)]
      const head = [...lines.slice(0, index).map(each => each.on), slice(line.on, 0, found.index)]
      return { head: head.filter(on => !isBlank(on)), label: { on, brackets }, body: after(lines, index, found.end) }
    }
  return undefined
}

/** Without a label the directions begin at the first list mark. */
function cutAtItems(lines: readonly Line[]): Cut {
  const parts = itemLines(lines)
  const index = parts.findIndex(line => isListMark(textOf(line.on).charAt(0)))
  const end = index < 0 ? parts.length : index
  return { head: parts.slice(0, end).map(line => line.on), label: undefined, body: parts.slice(end) }
}

function after(lines: readonly Line[], index: number, from: number): Line[] {
  const rest = partOf(lines[index] as Line, from)
  return [...(isBlank(rest.on) ? [] : [rest]), ...lines.slice(index + 1)]
}

/** Whether a cell shows a section by what is printed in it. */
export const isSection = (cell: SectionCell): boolean => cell.number !== undefined || cell.label !== undefined
