import { type Printed, textOf } from '../../../document/printed.ts'
import { joinLines, proseOf, proseText } from '../../../document/prose/prose.ts'
import { mayEndParagraph } from '../../../document/prose/sentences.ts'
import { isBlankMark } from '../../../normalise/marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, blank, type Leaf, open, printed } from '../../kit/leaves.ts'
import { type OptionSet, optionSets } from '../options.ts'
import { type MarkedOption, markedOptions } from '../words/marks.ts'
import type { FormCell } from './grid.ts'
import type { Slot } from './slots.ts'
import { isChoice, optionsPrinted } from './unread-options.ts'

/** The form while its fields are read from cells: the slots by field, and what is found to be the form's own words. */
export interface Form {
  readonly cells: readonly FormCell[]
  readonly slots: readonly Slot[]
  readonly used: Set<FormCell>
  readonly furniture: Furniture[]
}

/** The slots of a field that have cells; several where the sheet prints its label more than once. */
const filledSlots = (form: Form, field: string): Slot[] =>
  form.slots.filter(slot => slot.field === field && slot.values.length > 0)

/** The slot of a field. 事業内容 is printed twice: beside a block of labels, where it has no cells of its own, and as a label. */
export const slotOf = (form: Form, field: string): Slot | undefined =>
  filledSlots(form, field)[0] ?? form.slots.find(slot => slot.field === field)

/** Two cells claim the field: which is meant is not known. */
export function severalLeaf(form: Form, field: string): Leaf | undefined {
  const slots = filledSlots(form, field)
  if (slots.length < 2) return undefined
  const candidates = slots.map(slot => cellWords(slot.values[0] as FormCell))
  return open(candidates, 'its label is printed more than once')
}

const words = new WeakMap<FormCell, Printed>()

/** The words of a cell as one line; every field looks for its heads among all cells. */
export function cellWords(cell: FormCell): Printed {
  const known = words.get(cell)
  if (known) return known
  const on = joinLines(cell.lines.map(line => line.on))
  words.set(cell, on)
  return on
}

/** The running text of a cell: paragraphs and items each on a line; the items' marks become furniture. */
export function cellProse(form: Form, cell: FormCell): Printed {
  const rooms = cell.lines.flatMap(line => line.room ?? [])
  const prose = proseOf(cell.lines, rooms.length > 0 ? { measure: Math.max(...rooms) } : {})
  form.furniture.push(...prose.marks.map(on => ({ on, as: 'mark' as const })))
  return proseText(prose)
}

/** The words of a cell as a leaf; the cell counts as read. */
export function taken(form: Form, cell: FormCell, read = cellWords): Leaf {
  form.used.add(cell)
  return printed(read(cell))
}

/** One cell of a field: absent where the form has no such label, blank where nothing stands beside it. */
export function leafOf(form: Form, field: string): Leaf {
  const several = severalLeaf(form, field)
  if (several) return several
  const slot = slotOf(form, field)
  const cell = slot?.values[0]
  if (!cell) return slot ? blank() : absent
  return taken(form, cell)
}

/** The text cell of a field, beside the choice that some fields have as well. */
export function proseLeaf(form: Form, field: string): Leaf {
  const several = severalLeaf(form, field)
  if (several) return several
  const slot = slotOf(form, field)
  const [cell, ...more] = slot?.values.filter(value => !optionsOf(value) && !isChoiceOf(field, value)) ?? []
  if (!slot || !cell) return slot ? blank() : absent
  const whole = more.filter(below => isPartOf(slot.head, cell, below)).reduce(joinedBelow, cell)
  for (const below of more) if (isPartOf(slot.head, cell, below)) form.used.add(below)
  return taken(form, cell, () => cellProse(form, whole))
}

/** Whether a line runs through the cell beside a label, as where a break of the page once was: the label stands beside both parts. */
const isPartOf = (head: FormCell, cell: FormCell, below: FormCell): boolean =>
  below.column === cell.column && below.columnTo === cell.columnTo && below.row >= cell.to && below.to <= head.to

/** What ended inside a sentence goes on in the part below. */
function joinedBelow(above: FormCell, below: FormCell): FormCell {
  const last = above.lines.at(-1)
  const [first, ...rest] = below.lines
  if (!last || !first || mayEndParagraph(last.on))
    return { ...above, to: below.to, lines: [...above.lines, ...below.lines] }
  return { ...above, to: below.to, lines: [...above.lines, { ...first, follows: true }, ...rest] }
}

/** The options of a cell that is a choice, also where its lines part a mark from its words. */
export function optionsOf(cell: FormCell): MarkedOption[] | undefined {
  const byLine = cell.lines.flatMap(line => markedOptions(line.on) ?? [])
  const joined = cell.lines.length > 1 ? (markedOptions(cellWords(cell)) ?? []) : []
  const options = joined.length > byLine.length ? joined : byLine
  return options.length > 0 ? options : undefined
}

/** The choice among the words of a set, from whichever cell beside a label holds them. */
export function choiceLeaf(form: Form, field: string, set: OptionSet): Leaf {
  const several = severalLeaf(form, field)
  if (several) return several
  const words = new Set(optionSets[set].map(compact))
  const cells = slotOf(form, field)?.values ?? []
  const options = cells.flatMap(cell => optionsOf(cell) ?? []).filter(option => words.has(option.word))
  const unread = options.some(option => option.chosen) ? [] : cells.filter(cell => isChoice(cell, set))
  if (unread.some(cell => optionsPrinted(cell, set) > options.length)) return unreadLeaf(form, unread)
  if (options.length === 0) return isAlsoProse(field) ? absent : unmarkedLeaf(form, cells, words)
  for (const cell of cells) if (optionsOf(cell)) form.used.add(cell)
  return { kind: 'choice', options: options.map(({ mark, label, chosen }) => ({ mark, label, chosen })) }
}

/** 事業内容 and 予算 of the next year have a choice in one edition only, beside a text. */
const choicesBesideProse: { readonly [field: string]: OptionSet } = {
  projectText: 'projectDirection',
  budgetText: 'budgetDirection',
}

const isAlsoProse = (field: string): boolean => choicesBesideProse[field] !== undefined

function isChoiceOf(field: string, cell: FormCell): boolean {
  const set = choicesBesideProse[field]
  return set !== undefined && isChoice(cell, set)
}

/** Options of which some have no mark that is known, and none is marked as chosen. */
function unreadLeaf(form: Form, cells: readonly FormCell[]): Leaf {
  for (const cell of cells) form.used.add(cell)
  return open(cells.map(cellWords), 'not every option has a mark that is known')
}

/** One option alone, without a mark, is the answer; of several, or of words that are no options, none is. */
function unmarkedLeaf(form: Form, cells: readonly FormCell[], words: ReadonlySet<string>): Leaf {
  const alone = cells.find(cell => words.has(cell.word))
  if (alone) return taken(form, alone)
  const isOther = cells.some(cell => optionsOf(cell) || isBlankMark(cell.word))
  return isOther || cells.length === 0 ? absent : open(cells.map(cellWords), 'no option of the form stands there')
}

/** The number of a cell whose unit stands in the cell itself or in the next one: 0｜千円. */
export function savingLeaf(form: Form, field: string): Leaf {
  const unit = slotOf(form, field)?.values.find(cell => compact(textOf(cell.on)) === '千円')
  if (unit) {
    form.used.add(unit)
    form.furniture.push({ on: unit.on, as: 'label' })
  }
  const several = severalLeaf(form, field)
  if (several) return several
  const slot = slotOf(form, field)
  const cell = slot?.values.find(value => value !== unit)
  if (!cell) return slot ? blank() : absent
  return taken(form, cell)
}
