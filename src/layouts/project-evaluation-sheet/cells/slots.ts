import { cellsOn, type FormCell, isFilled } from './grid.ts'
import { isHeadLike } from './new-heads.ts'

/** A label, of the form or one that no edition has, with the filled cells that belong to it. */
export interface Slot {
  readonly head: FormCell
  readonly values: readonly FormCell[]
}

/** The longest words that may be a label nobody knows. */
const longestLabel = 20

/**
 * Every label with the cells to its right, up to the next label. What stands beyond a label's own cells begins a label that is not
 * known, where a cell stands beside it; without one it belongs to nothing.
 */
export function slotsOf(cells: readonly FormCell[]): { slots: Slot[]; unknown: Slot[] } {
  const slots = new Map<FormCell, FormCell[]>()
  const unknown = new Map<FormCell, FormCell[]>()
  for (const at of new Set(cells.map(cell => cell.row)))
    for (const { head, own } of stretches(cellsOn(cells, at))) {
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

/** First the label's own cells, an empty one among them; then pairs of a label that is not known and its value. */
function assign(head: FormCell | undefined, own: readonly FormCell[], slots: Found, unknown: Found): void {
  const taken = head ? ownCount(head, own) : 0
  if (head) slots.get(head)?.push(...own.slice(0, taken).filter(isFilled))
  for (let at = taken; at < own.length; at += 1) {
    const [label, value] = [own[at] as FormCell, own[at + 1]]
    if (!isFilled(label) || !isLabelLike(label) || !value || label.periods || isHeadLike(value)) continue
    unknown.set(label, isFilled(value) ? [value] : [])
    at += 1
  }
}

function ownCount(head: FormCell, own: readonly FormCell[]): number {
  const capacity = head.label?.cells ?? 1
  const [first, second] = own
  if (!first || isGroupOver(head, own)) return 0
  const isSpacer = !isFilled(first) && second !== undefined && isFilled(second) && !own[2]
  return isSpacer && !(isLabelLike(second) && isWide(first)) ? 2 : capacity
}

/** 事業内容 over several rows, of which this one has a label of its own that is not known, with a cell beside it. */
const isGroupOver = (head: FormCell, [first, second]: readonly FormCell[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  isFilled(first) &&
  head.to - head.row > first.to - first.row &&
  isLabelLike(first)

/** Wide enough to be written in; what is narrower only sets cells apart. */
const isWide = ({ width }: FormCell): boolean => width === undefined || width > 15

const isLabelLike = (cell: FormCell): boolean =>
  cell.word.length <= longestLabel && !/[。、●○■□〇◯]|^[\d▲△①-⑳-]/u.test(cell.word)
