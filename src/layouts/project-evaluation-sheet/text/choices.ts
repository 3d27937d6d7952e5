import type { Printed } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { absent, type Leaf, open, printed } from '../../kit/leaves.ts'
import { form, grade, target } from '../words/form.ts'
import type { MarkedOption } from '../words/marks.ts'
import type { Options } from '../words/rows.ts'
import { type Sheet, take } from './sheet.ts'
import type { Token, TokenOf } from './token.ts'

/** Options that belong together, the choices they may be, and the tokens they come from. */
export interface OptionGroup {
  readonly options: MarkedOption[]
  readonly sets: readonly Options[]
  readonly tokens: TokenOf<'marks'>[]
}

const wordsOf = new Map(form.optionSets.map(set => [set, new Set(set.words.map(compact))]))

/** The choices whose options all of these are. */
function setsOf(options: readonly MarkedOption[]): Options[] {
  const isSquare = options[0]?.square ?? false
  return form.optionSets.filter(
    set => (set.marks === 'squares') === isSquare && options.every(option => wordsOf.get(set)?.has(option.word)),
  )
}

/** The options of the sheet, grouped as the form groups them: a group ends where an option comes again or fits no choice with it. */
export function optionGroups(tokens: readonly Token[]): OptionGroup[] {
  const groups: OptionGroup[] = []
  let open: OptionGroup | undefined
  for (const token of tokens) {
    if (token.kind !== 'marks') {
      open = undefined
      continue
    }
    for (const option of token.options) {
      const joined = open && joins(open, option)
      if (open && joined) addTo(open, option, token)
      else {
        open = { options: [option], sets: setsOf([option]), tokens: [token] }
        groups.push(open)
      }
    }
  }
  return groups.map(group => ({ ...group, sets: setsOf(group.options) }))
}

const joins = (group: OptionGroup, option: MarkedOption): boolean =>
  group.options.every(known => known.word !== option.word) && setsOf([...group.options, option]).length > 0

function addTo(group: OptionGroup, option: MarkedOption, token: TokenOf<'marks'>): void {
  group.options.push(option)
  if (group.tokens.at(-1) !== token) group.tokens.push(token)
}

const isOnly = (group: OptionGroup, set: Options): boolean => group.sets.length === 1 && group.sets[0] === set

/** The groups that can be no other choice than this: several where its options were torn apart. */
const groupsFor = (groups: readonly OptionGroup[], set: Options): OptionGroup[] =>
  groups.filter(group => isOnly(group, set))

const optionsLeaf = (options: readonly MarkedOption[]): Leaf => ({
  kind: 'choice',
  options: options.map(({ mark, label, chosen }) => ({ mark, label, chosen })),
})

/** A choice that the form has once: all options that are only its own, or absent where the text has none. */
export function singleChoice(sheet: Sheet, groups: readonly OptionGroup[], set: Options): Leaf {
  const own = groupsFor(groups, set)
  take(sheet, ...own.flatMap(group => group.tokens))
  const options = own.flatMap(group => group.options)
  if (options.length === 0) return absent
  const words = options.map(option => option.word)
  const isTwice = new Set(words).size < words.length
  return isTwice
    ? open(
        options.filter(o => o.chosen).map(o => o.label),
        'its options are printed more than once',
      )
    : optionsLeaf(options)
}

/** 対象/対象外 as often as the sheet asks it; a label is paired with its question only where there are as many of both. */
export function targets(sheet: Sheet, groups: readonly OptionGroup[]): { label: Leaf; value: Leaf }[] {
  const own = groupsFor(groups, target)
  const labels = sheet.tokens.filter(
    token => token.kind === 'label' && token.label.choices.some(choice => choice.options === target),
  )
  take(sheet, ...own.flatMap(group => group.tokens))
  const isWhole = own.every(group => group.options.length === target.words.length)
  const isPaired = isWhole && labels.length === own.length
  if (isPaired) take(sheet, ...labels)
  return own.map((group, index) => ({
    label: isPaired ? printed((labels[index] as Token).on) : unpaired(labels),
    value: isWhole ? optionsLeaf(group.options) : apart(own),
  }))
}

const unpaired = (labels: readonly Token[]): Leaf =>
  labels.length === 0
    ? absent
    : open(
        labels.map(label => label.on),
        'the questions stand apart from 対象 and 対象外',
      )

const apart = (groups: readonly OptionGroup[]): Leaf =>
  open(
    groups.flatMap(group => group.options.map(option => option.label)),
    '対象 and 対象外 stand apart from each other',
  )

/**
 * 前回の評価 and 今回の評価 have the same options. A label right above a group names it; else the form's own order tells them
 * apart: 市民参加, 前回の評価, 今回の評価, 次年度 — forwards, or backwards where the whole sheet was written so.
 */
export function grades(sheet: Sheet, groups: readonly OptionGroup[]): Grades {
  const { previous, current } = gradesOf(sheet, groups)
  return { 'previous.grade': previous, 'current.grade': current }
}

type Grades = { readonly [F in 'previous.grade' | 'current.grade']: Leaf }

function gradesOf(sheet: Sheet, groups: readonly OptionGroup[]): { previous: Leaf; current: Leaf } {
  const own = groupsFor(groups, grade)
  take(sheet, ...own.flatMap(group => group.tokens))
  if (own.length === 0) return { previous: absent, current: absent }
  const [first, second, third] = own
  const named = { previous: groupBelow(sheet, own, 'previous.grade'), current: groupBelow(sheet, own, 'current.grade') }
  if (first && second && !third) {
    if (named.previous && named.current !== named.previous)
      return pair(named.previous, named.previous === first ? second : first)
    if (named.current) return pair(named.current === first ? second : first, named.current)
    if (chosenWord(first) !== undefined && chosenWord(first) === chosenWord(second)) return pair(first, second)
    const order = formOrder(sheet, groups, first, second)
    if (order === 'forwards') return pair(first, second)
    if (order === 'backwards') return pair(second, first)
  }
  if (first && !second && named.previous) return { previous: optionsLeaf(first.options), current: absent }
  if (first && !second && named.current) return { previous: absent, current: optionsLeaf(first.options) }
  const candidates = own.flatMap(group => group.options.filter(o => o.chosen).map((o): Printed => o.label))
  const leaf = open(candidates, 'nothing tells 前回の評価 and 今回の評価 apart')
  return { previous: leaf, current: leaf }
}

const pair = (previous: OptionGroup, current: OptionGroup) => ({
  previous: optionsLeaf(previous.options),
  current: optionsLeaf(current.options),
})

const chosenWord = (group: OptionGroup): string | undefined => group.options.find(option => option.chosen)?.word

function groupBelow(sheet: Sheet, groups: readonly OptionGroup[], field: string): OptionGroup | undefined {
  return groups.find(group => {
    const above = sheet.tokens[sheet.tokens.indexOf(group.tokens[0] as Token) - 1]
    return above?.kind === 'label' && above.label.choices.some(choice => choice.field === field)
  })
}

/** Whether the options may be of a field whose path begins so. */
const isOneOf = ({ sets }: OptionGroup, beginning: string): boolean =>
  form.choices.some(({ field, options }) => field.startsWith(beginning) && sets.includes(options))

function formOrder(sheet: Sheet, groups: readonly OptionGroup[], first: OptionGroup, second: OptionGroup) {
  const at = (group: OptionGroup) => sheet.tokens.indexOf(group.tokens[0] as Token)
  const neighbours = groups.filter(group => isOneOf(group, 'nextYear.'))
  const participation = groups.filter(group => isOneOf(group, 'citizenParticipation.'))
  const isAfter = (group: OptionGroup) => at(group) > at(second)
  const isBefore = (group: OptionGroup) => at(group) < at(first)
  if (neighbours.length > 0 && neighbours.every(isAfter) && !participation.some(isAfter)) return 'forwards'
  if (neighbours.length > 0 && neighbours.every(isBefore) && !participation.some(isBefore)) return 'backwards'
  return undefined
}
