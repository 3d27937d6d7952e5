import { compact } from '../../../../normalise/whitespace.ts'
import { holdsMark } from '../../words/marks.ts'
import { cellsOn, type FormCell, isFilled } from '../grid.ts'
import { type LabelsAbove, labelsAbove } from './labels-above.ts'
import { isHeadLike } from './new-heads.ts'
import { isOneOption, optionsOf } from './options.ts'

/** A label, of the form or one that no edition has, with the filled cells that belong to it. */
export interface Slot {
  readonly head: FormCell
  readonly values: readonly FormCell[]
}

/** The longest words that may be a label nobody knows. */
const longestLabel = 20

/**
 * Every label with the cells to its right, up to the next label. What is beyond a label's own cells begins a label that is not
 * known, where a cell is beside it; without one it belongs to nothing.
 */
export function slotsOf(cells: readonly FormCell[]): { slots: Slot[]; unknown: Slot[] } {
  const slots = new Map<FormCell, FormCell[]>()
  const unknown = new Map<FormCell, FormCell[]>()
  const above = labelsAbove(cells, isLabelLike)
  for (const each of above) assignBelow(each, slots, unknown)
  const paired = new Set(above.flatMap(each => [...each.labels, ...each.values]))
  const others = cells.filter(cell => !paired.has(cell))
  for (const at of new Set(others.map(cell => cell.row)))
    for (const { head, own } of stretches(cellsOn(others, at))) {
      if (head && !slots.has(head)) slots.set(head, [])
      assign(
        head,
        own.filter(cell => cell.row === at),
        slots,
        unknown,
      )
    }
  const listed = (found: Found) => [...found].map(([head, values]) => ({ head, values }))
  return { slots: listed(slots), unknown: listed(unknown) }
}

type Found = Map<FormCell, FormCell[]>

interface Stretch {
  readonly head: FormCell | undefined
  readonly own: FormCell[]
}

/** The cells of a row from label to label. */
function stretches(row: readonly FormCell[]): Stretch[] {
  const found: Stretch[] = [{ head: undefined, own: [] }]
  for (const cell of row)
    if (cell.label) found.push({ head: cell, own: [] })
    else found.at(-1)?.own.push(cell)
  return found
}

/** A label of several cells (会計コード｜会計 over 10｜一般会計) takes what is below those behind it too. */
function assignBelow({ labels, values }: LabelsAbove, slots: Found, unknown: Found): void {
  let own: FormCell[] | undefined
  let room = 0
  let field: string | undefined
  labels.forEach((label, index) => {
    const below = [values[index] as FormCell].filter(isFilled)
    room -= 1
    if (label.label && !(room > 0 && label.label.field === field)) {
      own = below
      field = label.label.field
      room = label.label.cells
      slots.set(label, own)
    } else if (own && room > 0) own.push(...below)
    else unknown.set(label, below)
  })
}

/** First the label's own cells, an empty one among them; then pairs of a label that is not known and its value. */
function assign(head: FormCell | undefined, behind: readonly FormCell[], slots: Found, unknown: Found): void {
  // Cells between two choices hold nothing, as where lines are drawn column by column.
  const own = head?.label?.kind === 'choice' && behind.some(isFilled) ? behind.filter(isFilled) : behind
  const taken = head ? ownCount(head, own) : 0
  if (head) slots.get(head)?.push(...own.slice(0, taken).filter(isFilled))
  for (let at = taken; at < own.length; at += 1) {
    const [label, value] = [own[at] as FormCell, own[at + 1]]
    if (head && value && isGroupOver(head, own) && isChoiceOf(head, label, value)) {
      slots.get(head)?.push(value)
      at += 1
      continue
    }
    if (!isFilled(label) || !isLabelLike(label) || !value || label.periods || isHeadLike(value)) continue
    const options = optionsBehind(own.slice(at + 1))
    unknown.set(label, isFilled(value) ? [...options] : [])
    at += options.length
  }
}

function ownCount(head: FormCell, own: readonly FormCell[]): number {
  const capacity = head.label?.cells ?? 1
  const [first, second] = own
  if (!first || isGroupOver(head, own)) return 0
  if (capacity === 1 && own.every(({ word }) => /^\d{1,5}$/u.test(word))) return own.length
  if (isChoiceInCells(head, own)) return own.length
  if (capacity === 2 && namesName(own)) return 3
  const isSpacer = !isFilled(first) && second !== undefined && isFilled(second) && !own[2]
  return isSpacer && !(isLabelLike(second) && isWide(first)) ? 2 : capacity
}

/** ● 改善｜○ 現状維持｜○ 休止・廃止: every option in a cell of its own. */
const isChoiceInCells = ({ label }: FormCell, own: readonly FormCell[]): boolean =>
  label !== undefined &&
  (label.kind === 'choice' || (label.choices.length > 0 && own.length > 1)) &&
  own.every(cell => isFilled(cell) && optionsOf(cell)?.length === 1)

/** The cell beside a label; of options in cells of their own all of them. */
function optionsBehind(behind: readonly FormCell[]): readonly FormCell[] {
  const end = behind.findIndex(cell => !isOneOption(cell))
  return behind.slice(0, Math.max(1, end < 0 ? behind.length : end))
}

/** 会計コード｜10｜会計名｜一般会計: the name behind a code has a label of its own. */
export const namesName = ([code, label, name]: readonly FormCell[]): boolean =>
  code !== undefined &&
  label !== undefined &&
  name !== undefined &&
  /^\d/u.test(code.word) &&
  /^[^\d。、]{1,4}名称?[：:]?$/u.test(label.word) &&
  isFilled(name)

/** 事業内容 over several rows, of which this one has a label of its own that is not known, with a cell beside it. */
const isGroupOver = (head: FormCell, [first, second]: readonly FormCell[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  isFilled(first) &&
  head.to - head.row > first.to - first.row &&
  isLabelLike(first)

/** 事業内容｜方向性｜○ 改善 ● 現状維持: the choice of a label that heads others. */
const isChoiceOf = (head: FormCell, label: FormCell, value: FormCell): boolean => {
  const words = new Set(head.label?.choices.flatMap(choice => choice.options.words).map(compact))
  const options = isLabelLike(label) && words.size > 0 ? optionsOf(value) : undefined
  return options !== undefined && options.length > 1 && options.every(({ word }) => words.has(word))
}

/** Wide enough to be written in; what is narrower only sets cells apart. */
const isWide = ({ width }: FormCell): boolean => width === undefined || width > 15

/** Short words without a mark or number: what may be a label. */
export const isLabelLike = (cell: FormCell): boolean =>
  cell.word.length <= longestLabel && !holdsMark(cell.word) && !/[。、]|^[\d▲△①-⑳-]/u.test(cell.word)
