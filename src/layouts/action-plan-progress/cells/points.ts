import { type Note, note } from '../../../diagnostics/codes.ts'
import type { Block, Box, Line } from '../../../document/model.ts'
import {
  concat,
  isBlank,
  match,
  nothing,
  type Printed,
  put,
  slice,
  startOf,
  textOf,
  trim,
} from '../../../document/printed.ts'
import { itemLines, partOf } from '../../../document/prose/inline.ts'
import { joinLines, type Prose, proseOf } from '../../../document/prose/prose.ts'
import { beginsItem, isHeadInBrackets } from '../../../document/prose/sentences.ts'
import { say } from '../../../messages/words.ts'
import { isBlankMark } from '../../../normalise/marks.ts'
import { mark } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { linesIn } from './rows.ts'

/** How a source prints lists: a PDF has printed lines, of which the column's width is known; a converter may have put all on one. */
export interface Manner {
  readonly isInline: boolean
  readonly measure: number
}

/** 【業務量調査の結果概要】 and what is below it in its frame. */
export interface BoxFound {
  readonly title: Printed | undefined
  readonly items: readonly Printed[]
  readonly notes: readonly Note[]
}

export interface CellFound {
  readonly points: readonly Printed[]
  readonly boxes: readonly BoxFound[]
  readonly furniture: readonly Furniture[]
}

/** The points of a cell, and the boxes that are among them. */
export function readCell(blocks: readonly Block[], manner: Manner): CellFound {
  const parts = runsOf(blocks).map(run => ('kind' in run ? boxed(run, manner) : unboxed(run, manner)))
  return {
    points: parts.flatMap(part => part.points),
    boxes: parts.flatMap(part => part.boxes),
    furniture: parts.flatMap(part => part.furniture),
  }
}

/** The lines between boxes, each run together; a frame without a heading right below another goes on with it. */
function runsOf(blocks: readonly Block[]): (Line[] | Box)[] {
  const runs: (Line[] | Box)[] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    const frame = framed(block)
    if (frame && last && 'kind' in last && !isHeaded(frame)) runs[runs.length - 1] = goingOn(last, frame)
    else if (frame) runs.push(frame)
    else if (Array.isArray(last)) last.push(...linesIn([block]))
    else runs.push(linesIn([block]))
  }
  return runs
}

/** A frame inside a cell; some converters make it a table of one cell. */
function framed(block: Block): Box | undefined {
  if (block.kind === 'box') return block
  const [only, ...others] = block.kind === 'table' ? block.cells : []
  return only && others.length === 0 ? { kind: 'box', blocks: only.blocks } : undefined
}

/** A producer that frames paragraph by paragraph draws a frame for each indent. */
const goingOn = (above: Box, below: Box): Box => ({ ...above, blocks: [...above.blocks, ...below.blocks] })

const isHeaded = (box: Box): boolean =>
  textOf(linesIn(box.blocks)[0]?.on ?? nothing)
    .trimStart()
    .startsWith('【')

const asMarks = (marks: readonly Printed[]): Furniture[] => marks.map(mark)

/** The elements of some lines, as the source prints them. */
export const proseIn = (lines: readonly Line[], manner: Manner): Prose =>
  proseOfItems(manner.isInline ? itemLines(lines) : lines, manner)

function proseOfItems(lines: readonly Line[], { isInline, measure }: Manner): Prose {
  if (lines.length === 0) return { elements: [], marks: [] }
  return isInline ? proseOf(lines) : proseOf(lines, { measure })
}

function unboxed(lines: readonly Line[], manner: Manner): CellFound {
  const whole = joinLines(lines.map(line => line.on))
  if (isBlankMark(textOf(whole))) return { points: [], boxes: [], furniture: [mark(whole)] }
  const own = manner.isInline ? itemLines(lines) : lines
  const heading = headingIn(own)
  const above = proseOfItems(own.slice(0, heading?.from), manner)
  const below = proseOfItems(heading ? own.slice(heading.to) : [], manner)
  const brackets = heading ? bracketsOf(heading.on) : []
  return {
    points: nested(above),
    boxes: heading ? [unframed(heading.on, below.elements)] : [],
    furniture: asMarks([...above.marks, ...below.marks, ...brackets]),
  }
}

/** The first lines that are a heading in 【】 and nothing else, with something below them: 【…（R5.3月末時⏎点）】. */
function headingIn(lines: readonly Line[]): { from: number; to: number; on: Printed } | undefined {
  for (const from of lines.keys())
    for (const to of [from + 1, from + 2]) {
      const on = joinLines(lines.slice(from, to).map(line => line.on))
      if (to < lines.length && isHeadInBrackets(textOf(on))) return { from, to, on }
    }
  return undefined
}

/** ①②③ under a point are lines of it; ・①… is a point of its own. */
export function nested({ elements, marks }: Prose): Printed[] {
  const points: Printed[] = []
  for (const [index, on] of elements.entries()) {
    const isLine = marks.length > 0 && /^[①-⑳]/u.test(textOf(on)) && !isMarked(on, elements[index - 1], marks)
    const above = isLine ? points.pop() : undefined
    points.push(above ? concat(above, put('\n'), on) : on)
  }
  return points
}

/** Whether a list mark comes before an element, behind the one above it. */
function isMarked(on: Printed, above: Printed | undefined, marks: readonly Printed[]): boolean {
  const from = above ? startOf(above) : Number.NEGATIVE_INFINITY
  return marks.some(mark => startOf(mark) > from && startOf(mark) < startOf(on))
}

/** A heading in 【】 heads a box on this form, so it does where no frame is seen around it; how far the box goes is not sure then. */
function unframed(on: Printed, items: readonly Printed[]): BoxFound {
  const why = say('NO_FRAME')
  const args = { printed: textOf(on), suggestion: null, why }
  return { title: withoutBrackets(on), items: itemsOf(items), notes: [note('SUSPECT_TEXT', args, { on })] }
}

const withoutBrackets = (on: Printed): Printed => trim(slice(on, 1, textOf(on).length - 1))
const bracketsOf = (on: Printed): Printed[] => [slice(on, 0, 1), slice(on, textOf(on).length - 1)]

function boxed(box: Box, manner: Manner): CellFound {
  const { title, brackets, below } = titleOf(linesIn(box.blocks))
  const { elements, marks } = proseIn(below, { ...manner, measure: 0 })
  return {
    points: [],
    boxes: [{ title, items: itemsOf(elements), notes: [] }],
    furniture: asMarks([...marks, ...brackets]),
  }
}

interface Titled {
  readonly title: Printed | undefined
  readonly brackets: readonly Printed[]
  readonly below: readonly Line[]
}

/** The title of a box: in 【】, also over several lines, or a first line that is no item above lines that are. */
function titleOf(lines: readonly Line[]): Titled {
  const [first, second] = lines
  if (!first) return { title: undefined, brackets: [], below: [] }
  const last = textOf(first.on).startsWith('【') ? lines.findIndex(line => textOf(line.on).includes('】')) : -1
  if (last >= 0) return bracketed(lines, last)
  const isTitle = !isItem(first) && second !== undefined && isItem(second)
  return isTitle
    ? { title: first.on, brackets: [], below: lines.slice(1) }
    : { title: undefined, brackets: [], below: lines }
}

const isItem = ({ on }: Line): boolean => beginsItem(textOf(on))

function bracketed(lines: readonly Line[], last: number): Titled {
  const line = lines[last] as Line
  const end = textOf(line.on).indexOf('】') + 1
  const on = joinLines([...lines.slice(0, last).map(each => each.on), slice(line.on, 0, end)])
  const rest = partOf(line, end)
  const below = [...(isBlank(rest.on) ? [] : [rest]), ...lines.slice(last + 1)]
  return { title: withoutBrackets(on), brackets: bracketsOf(on), below }
}

const itemsOf = (elements: readonly Printed[]): Printed[] => [
  ...elements.slice(0, -1),
  ...elements.slice(-1).flatMap(withoutRest),
]

/** ⑩…業務（R4.4～） 他6業務: what a list leaves out is said after its last item. */
function withoutRest(on: Printed): Printed[] {
  if (!/^[①-⑳]/u.test(textOf(on))) return [on]
  const found = match(
    on,
    /(?<=[）)。])\s+(?=[^\s（(])|(?<=\S)\s+(?=(?:他|ほか|外|その他)\s*[0-9０-９])|(?<=[）)。])(?=(?:他|ほか|その他)\s*[0-9０-９])/du,
  )
  return found ? [trim(slice(on, 0, found.index)), trim(slice(on, found.end))] : [on]
}
