import type { Line } from '../../../document/model.ts'
import { joinPrinted, type Printed, textOf } from '../../../document/printed.ts'
import { proseOf, proseText } from '../../../document/prose/prose.ts'
import { joinCut } from '../../../document/table/cut-rows.ts'
import { say } from '../../../messages/words.ts'
import { isBlankMark, isDitto } from '../../../normalise/marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { label, mark } from '../../kit/claims.ts'
import { dittoed } from '../../kit/doubts.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, blank, type Leaf, open, printed } from '../../kit/leaves.ts'
import { type FormCell, sharesColumn } from './grid.ts'
import { isChoice, newOptionsOf, optionsOf } from './labels/options.ts'
import type { Slot } from './labels/slots.ts'

/** The form while its fields are read from cells: the slots by field, and what is found to be the form's own words. */
export interface Form {
  readonly cells: readonly FormCell[]
  readonly slots: readonly Slot[]
  readonly used: Set<FormCell>
  readonly furniture: Furniture[]
  /** Options that no edition has. */
  readonly newWords: Set<string>
}

/** Which slots are meant. */
type Which = (slot: Slot) => boolean

const isOf =
  (field: string): Which =>
  ({ head }) =>
    head.label?.field === field

/** Slots that have cells; several where the sheet prints their label more than once. */
const filledSlots = ({ slots }: Form, isOwn: Which): Slot[] =>
  slots.filter(slot => isOwn(slot) && slot.values.length > 0)

/** One slot. 事業内容 is printed twice: beside a block of labels, where it has no cells of its own, and as a label. */
export const slotOf = (form: Form, isOwn: Which): Slot | undefined =>
  filledSlots(form, isOwn)[0] ?? form.slots.find(isOwn)

export const slotOfField = (form: Form, field: string): Slot | undefined => slotOf(form, isOf(field))

/** Two cells claim the field: which is meant is not known. */
export function severalLeaf(form: Form, isOwn: Which): Leaf | undefined {
  const slots = filledSlots(form, isOwn)
  if (slots.length < 2) return undefined
  if (new Set(slots.map(({ values }) => values.map(cell => cell.word).join('|'))).size === 1) {
    takeRepeats(form, slots.slice(1))
    return undefined
  }
  const candidates = slots.map(slot => (slot.values[0] as FormCell).words)
  return open(candidates, say('LABEL_TWICE'))
}

/** The head of a form that the next page prints again: what is there is said already. */
function takeRepeats(form: Form, slots: readonly Slot[]): void {
  for (const cell of slots.flatMap(({ values }) => values).filter(value => !form.used.has(value))) {
    form.used.add(cell)
    form.furniture.push({ on: cell.on, as: 'repeat' })
  }
}

export const severalOfField = (form: Form, field: string): Leaf | undefined => severalLeaf(form, isOf(field))

/** The running text of a cell: paragraphs and items each on a line; the items' marks become furniture. */
export function cellProse(form: Form, lines: readonly Line[]): Printed {
  const rooms = lines.flatMap(line => line.room ?? [])
  const prose = proseOf(lines, rooms.length > 0 ? { measure: Math.max(...rooms) } : {})
  form.furniture.push(...prose.marks.map(mark))
  return proseText(prose)
}

/** The words of a cell as a leaf, or of those above it where 〃 stands for them; the cell counts as read. */
export function taken(form: Form, cell: FormCell): Leaf {
  form.used.add(cell)
  const above = isDitto(cell.word) ? cellAbove(form, cell) : undefined
  return above ? dittoed(printed(above.words), cell.words) : printed(cell.words)
}

/** The cell above in its column that says something of its own. */
function cellAbove({ cells }: Form, { row, top, column, columnTo }: FormCell): FormCell | undefined {
  const over = cells.filter(each => each.to <= row && each.top === top && each.column === column)
  const [nearest] = over.filter(each => !isDitto(each.word)).sort((a, b) => b.to - a.to)
  return nearest && nearest.columnTo === columnTo && !nearest.label && !nearest.periods ? nearest : undefined
}

/** What is across the columns of several heads belongs to none of them. */
export function acrossLeaf(form: Form, cell: FormCell, heads: readonly FormCell[]): Leaf | undefined {
  const over = heads.filter(head => head.to <= cell.row && head.top === cell.top && sharesColumn(head, cell))
  const [first, second] = over.filter(head => head.row === over.at(-1)?.row)
  if (!first || !second || isBlankMark(cell.word)) return undefined
  form.used.add(cell)
  return open([cell.words], say('ACROSS_YEARS'))
}

/** One cell of a field: absent where the form has no such label, blank where nothing is beside it. */
export function leafOf(form: Form, field: string): Leaf {
  const several = severalOfField(form, field)
  if (several) return several
  const slot = slotOfField(form, field)
  const cell = slot?.values[0]
  if (!slot || !cell) return slot ? blank() : absent
  const parts = slot.values.length > 1 && slot.values.every(isDigits) ? slot.values : [cell]
  for (const part of parts) form.used.add(part)
  return printed(joinPrinted(parts.map(namesIn), '-'))
}

/** 011｜211｜0001: a number in several cells. */
const isDigits = ({ word }: FormCell): boolean => /^\d{1,5}$/u.test(word)

/** 経）産業振興部…⏎経）雇用推進部…: each line names a unit of its own. */
function namesIn({ lines, words }: FormCell): Printed {
  const isList = lines.length > 1 && lines.every(({ on }) => /^\s*[^\s（(]{1,3}[）)]/u.test(textOf(on)))
  return isList
    ? joinPrinted(
        lines.map(({ on }) => on),
        '\n',
      )
    : words
}

/** The text cell of a field, beside the choice that some fields have as well. */
export function proseLeaf(form: Form, field: string): Leaf {
  const several = severalOfField(form, field)
  if (several) return several
  const slot = slotOfField(form, field)
  const [cell, ...more] = slot?.values.filter(value => !isOfChoice(slot, value)) ?? []
  if (!slot || !cell) return slot ? blank() : absent
  const parts = more.filter(below => isPartOf(slot.head, cell, below))
  for (const part of [cell, ...parts]) form.used.add(part)
  return printed(cellProse(form, joinCut([cell, ...parts].map(part => part.lines))))
}

function isOfChoice({ head, values }: Slot, cell: FormCell): boolean {
  if (optionsOf(cell) || head.label?.choices.some(choice => isChoice(cell, choice.options))) return true
  const isOtherChoice = head.label?.choices.length === 1 && newOptionsOf(cell) !== undefined
  return isOtherChoice && !values.some(optionsOf)
}

/** Whether a line runs through the cell beside a label, as where a break of the page once was: the label is beside both parts. */
const isPartOf = (head: FormCell, cell: FormCell, below: FormCell): boolean =>
  below.column === cell.column && below.columnTo === cell.columnTo && below.row >= cell.to && below.to <= head.to

/** The number of a cell whose unit is in the cell itself or in the next one: 0｜千円. */
export function savingLeaf(form: Form, field: string): Leaf {
  const unit = slotOfField(form, field)?.values.find(cell => compact(textOf(cell.on)) === '千円')
  if (unit) {
    form.used.add(unit)
    form.furniture.push(label(unit.on))
  }
  const several = severalOfField(form, field)
  if (several) return several
  const slot = slotOfField(form, field)
  const cell = slot?.values.find(value => value !== unit)
  if (!cell) return slot ? blank() : absent
  return taken(form, cell)
}
