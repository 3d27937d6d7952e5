import { cellsOn, type FormCell } from './grid.ts'

/** A label of the form with the cells that belong to it; `label` is undefined for one that no edition has. */
export interface Slot {
  readonly head: FormCell
  readonly field: string
  readonly values: readonly FormCell[]
}

/** How many cells stand beside a label: 会計コード｜10｜一般会計. One where nothing is said. */
const capacities: { readonly [field: string]: number } = {
  account: 2,
  departmentCode: 2,
  measureMain: 2,
  measureSub: 2,
  施策名: 2,
  事業の性質: 2,
  projectText: 2,
  budgetText: 2,
  previous: 2,
  nextYear: 2,
}

/** What a label is the head of: its field, or for a choice the words themselves. */
export const fieldOf = (cell: FormCell): string => cell.label?.field ?? cell.label?.printed ?? ''

/** The longest words that may be a label nobody knows. */
const longestLabel = 20

/**
 * Every label with the cells to its right, up to the next label. What stands beyond a label's own cells begins a label that is not
 * known, where a cell stands beside it; without one it belongs to nothing.
 */
export function slotsOf(cells: readonly FormCell[]): { slots: Slot[]; unknown: Slot[] } {
  const slots = new Map<FormCell, FormCell[]>()
  const unknown = new Map<FormCell, FormCell[]>()
  for (const row of new Set(cells.map(cell => cell.row))) assignRow(cellsOn(cells, row), row, slots, unknown)
  const listed = (found: Map<FormCell, FormCell[]>) =>
    [...found].map(([head, values]) => ({ head, field: fieldOf(head), values }))
  return { slots: listed(slots), unknown: listed(unknown).filter(slot => slot.values.length > 0) }
}

type Found = Map<FormCell, FormCell[]>

function assignRow(row: readonly FormCell[], at: number, slots: Found, unknown: Found): void {
  let head: FormCell | undefined
  let isKnown = false
  for (const cell of row) {
    if (cell.label) {
      head = cell
      isKnown = true
      if (!slots.has(cell)) slots.set(cell, [])
    } else if (cell.row === at) {
      const values = head && (isKnown ? slots : unknown).get(head)
      const capacity = head && isKnown ? (capacities[fieldOf(head)] ?? 1) : 1
      if (values && values.length < capacity) values.push(cell)
      else if (isLabelLike(cell)) {
        head = cell
        isKnown = false
        unknown.set(cell, [])
      } else head = undefined
    }
  }
}

const isLabelLike = (cell: FormCell): boolean =>
  cell.word.length <= longestLabel && !/[。、●○■□〇◯]|^\d/u.test(cell.word)
