import { type Printed, textOf } from '../../../../document/printed.ts'
import { say } from '../../../../messages/words.ts'
import { isBlankMark } from '../../../../normalise/marks.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import type { In } from '../../../kit/fields.ts'
import { absent, type Leaf, open, printed } from '../../../kit/leaves.ts'
import type { RecordShape } from '../../record.ts'
import { labelFurniture } from '../../words/book.ts'
import { target } from '../../words/form.ts'
import type { Choice, Options } from '../../words/rows.ts'
import type { FormCell } from '../grid.ts'
import { isChoice, newOptionsOf, optionsLeaf, optionsOf, optionsPrinted, tickedOptions } from '../labels/options.ts'
import type { Slot } from '../labels/slots.ts'
import { type Form, severalLeaf, slotOf, taken } from '../read.ts'

/** The choice among the options of a field, from whichever cell beside its label holds them. */
export function choiceLeaf(form: Form, field: string): Leaf {
  const isOwn = (slot: Slot) => choiceIn(slot, field) !== undefined
  const slot = slotOf(form, isOwn)
  const choice = slot && choiceIn(slot, field)
  return choice ? (severalLeaf(form, isOwn) ?? chosenLeaf(form, slot, choice.options)) : absent
}

const choiceIn = ({ head }: Slot, field: string): Choice | undefined =>
  head.label?.choices.find(choice => choice.field === field)

function chosenLeaf(form: Form, { head, values: cells }: Slot, set: Options): Leaf {
  const ticked = cells.find(cell => tickedOptions(cell, set))
  if (ticked) {
    form.used.add(ticked)
    return tickedOptions(ticked, set) as Leaf
  }
  const words = new Set(set.words.map(compact))
  const options = cells.flatMap(cell => optionsOf(cell) ?? []).filter(option => words.has(option.word))
  const other = options.some(option => option.chosen) ? undefined : otherChoice(form, { head, values: cells }, words)
  if (other) return other
  const unread = options.some(option => option.chosen) ? [] : cells.filter(cell => isChoice(cell, set))
  if (unread.some(cell => optionsPrinted(cell, set) > options.length)) return unreadLeaf(form, unread)
  if (options.length === 0) return head.label?.kind === 'prose' ? absent : unmarkedLeaf(form, cells, words)
  for (const cell of cells) if (optionsOf(cell)) form.used.add(cell)
  return optionsLeaf(options)
}

/** A choice in other words, of which one is chosen; where a label has two choices nothing says of which it is. */
function otherChoice(form: Form, { head, values }: Slot, words: ReadonlySet<string>): Leaf | undefined {
  const cell = head.label?.choices.length === 1 ? values.find(newOptionsOf) : undefined
  const options = cell && newOptionsOf(cell)
  if (!options?.some(option => option.chosen && !words.has(option.word))) return undefined
  form.used.add(cell as FormCell)
  for (const { word } of options) if (!words.has(word)) form.newWords.add(word)
  return optionsLeaf(options)
}

/** Options of which some have no mark that is known, and none is marked as chosen. */
function unreadLeaf(form: Form, cells: readonly FormCell[]): Leaf {
  for (const cell of cells) form.used.add(cell)
  return open(
    cells.map(cell => cell.words),
    say('MARK_UNKNOWN'),
  )
}

/** One option alone, without a mark, is the answer; of several, or of words that are no options, none is. */
function unmarkedLeaf(form: Form, cells: readonly FormCell[], words: ReadonlySet<string>): Leaf {
  const alone = cells.find(cell => words.has(cell.word))
  if (alone) return taken(form, alone)
  const isOther = cells.some(cell => optionsOf(cell) || isBlankMark(cell.word))
  if (isOther || cells.length === 0) return absent
  return open(
    cells.map(cell => cell.words),
    say('NO_OPTION_THERE'),
  )
}

/** A label without a colon behind it. */
const wordsOf = ({ words }: FormCell): Printed => labelFurniture(words)[0]?.on ?? words

/** アクションプラン掲載 and what else is answered by 対象 or 対象外, in reading order. */
export function targets(form: Form, unknown: readonly Slot[]): In<RecordShape>['targets'] {
  const asked = form.slots.filter(({ head }) => head.label?.choices.some(choice => choice.options === target))
  const known = [...new Set(asked.map(slot => slot.head.label))].flatMap(label => {
    const isOwn = (slot: Slot) => slot.head.label === label
    const slot = slotOf(form, isOwn)
    const value = slot && (severalLeaf(form, isOwn) ?? chosenLeaf(form, slot, target))
    return slot && value ? [{ head: slot.head, value }] : []
  })
  const others = unknown.filter(slot => isTarget(slot) && asked.some(({ head }) => isOnRowOf(head, slot.head)))
  return [...known, ...others.map(slot => newTarget(form, slot))]
    .sort((a, b) => a.head.row - b.head.row || a.head.column - b.head.column)
    .map(({ head, value }) => ({ label: printed(wordsOf(head)), value }))
}

/** 重点事業｜● 対象　○ 対象外: asked in the same words beside the targets of the form. */
const isTarget = ({ values }: Slot): boolean => {
  const words = values.flatMap(cell => newOptionsOf(cell) ?? []).map(option => option.word)
  return words.length === target.words.length && target.words.every(word => words.includes(compact(word)))
}

const isOnRowOf = (known: FormCell, head: FormCell): boolean => head.row < known.to && known.row < head.to

function newTarget(form: Form, { head, values }: Slot): { head: FormCell; value: Leaf } {
  for (const cell of [head, ...values]) form.used.add(cell)
  form.newWords.add(textOf(wordsOf(head)))
  return { head, value: optionsLeaf(values.flatMap(cell => newOptionsOf(cell) ?? [])) }
}
