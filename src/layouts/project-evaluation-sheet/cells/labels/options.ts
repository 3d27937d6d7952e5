import { isBlank, joinPrinted, nothing, slice, textOf, trim } from '../../../../document/printed.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import type { Leaf, Option } from '../../../kit/leaves.ts'
import { holdsMark, isMark, type MarkedOption, markedOptions, newOptions } from '../../words/marks.ts'
import type { Options } from '../../words/rows.ts'
import type { FormCell } from '../grid.ts'

/** The options of a cell that is a choice, also where its lines part a mark from its words. */
export function optionsOf(cell: FormCell): MarkedOption[] | undefined {
  const byLine = cell.lines.flatMap(line => markedOptions(line.on) ?? [])
  const joined = cell.lines.length > 1 ? (markedOptions(cell.words) ?? []) : []
  const options = isWhole(joined, byLine) ? joined : byLine
  return options.length > 0 ? options : undefined
}

/** More options, or longer ones: ■ 内部管理⏎以外. */
function isWhole(joined: readonly MarkedOption[], byLine: readonly MarkedOption[]): boolean {
  const lengthOf = (options: readonly MarkedOption[]) => options.reduce((sum, { word }) => sum + word.length, 0)
  return joined.length > byLine.length || (joined.length === byLine.length && lengthOf(joined) > lengthOf(byLine))
}

const longestFirst = ({ words }: Options): string[] => words.map(compact).sort((a, b) => b.length - a.length)

/** Options in words of its own, whatever the label beside it. */
export const newOptionsOf = (cell: FormCell): MarkedOption[] | undefined =>
  cell.lines.some(line => newOptions(line.on)) ? newOptions(cell.words) : undefined

/** The same of cells side by side, each with one option: ● 有｜○ 無. */
export function newOptionsIn(cells: readonly FormCell[]): MarkedOption[] | undefined {
  const [first, ...more] = cells
  if (!first || more.length === 0) return first && newOptionsOf(first)
  return newOptions(
    joinPrinted(
      cells.map(({ words }) => words),
      ' ',
    ),
  )
}

/** ○ 無: a cell with one option, known or new. */
export const isOneOption = ({ word }: FormCell): boolean =>
  isMark(word.charAt(0)) && word.length > 1 && !holdsMark(word.slice(1)) && !word.includes('。')

export const optionsLeaf = (options: readonly MarkedOption[]): Leaf => ({
  kind: 'choice',
  options: options.map(({ mark, label, chosen }) => ({ mark, label, chosen })),
})

/** What may be before an option: a mark of any kind, レ or v typed for a tick. */
const onlyMarks = /^(?:[^\p{L}\p{N}]|[\u3007レﾚvVxX])*$/u

/** How many options of a set a cell prints, or none where it prints other words too: レ 経常経費 □ 臨時的経費. */
export function optionsPrinted(cell: FormCell, set: Options): number {
  let rest = compact(textOf(cell.on))
  let found = 0
  for (const word of longestFirst(set))
    if (rest.includes(word)) {
      rest = rest.replace(word, ' ')
      found += 1
    }
  return onlyMarks.test(rest) ? found : 0
}

/** What is put before the one that is chosen where nothing precedes the others; レ is typed for a tick. */
const ticks = new Set('✓✔☑✅レﾚ')

/** ✓経常経費　臨時的経費: a tick before what is chosen and nothing before the others; undefined where anything else is there. */
export function tickedOptions({ words: on }: FormCell, set: Options): Leaf | undefined {
  const options: Option[] = []
  let rest = trim(on)
  while (!isBlank(rest)) {
    const mark = ticks.has(textOf(rest).charAt(0)) ? slice(rest, 0, 1) : nothing
    const behind = trim(slice(rest, textOf(mark).length))
    const word = longestFirst(set).find(each => textOf(behind).startsWith(each))
    if (word === undefined) return undefined
    options.push({ mark, label: slice(behind, 0, word.length), chosen: !isBlank(mark) })
    rest = trim(slice(behind, word.length))
  }
  return options.length > 1 && options.some(option => option.chosen) ? { kind: 'choice', options } : undefined
}

/** A choice that is there though none of its marks may be known. */
export const isChoice = (cell: FormCell, set: Options): boolean => optionsPrinted(cell, set) > 1
