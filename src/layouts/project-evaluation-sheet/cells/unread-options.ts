import { textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { type OptionSet, optionSets } from '../options.ts'
import type { FormCell } from './grid.ts'

const longestFirst = (set: OptionSet): string[] => optionSets[set].map(compact).sort((a, b) => b.length - a.length)

/** What may stand before an option: a mark of any kind, レ or v typed for a tick. */
const onlyMarks = /^(?:[^\p{L}\p{N}]|[\u3007レﾚvVxX])*$/u

/** How many options of a set a cell prints, or none where it prints other words too: レ 経常経費 □ 臨時的経費. */
export function optionsPrinted(cell: FormCell, set: OptionSet): number {
  let rest = compact(textOf(cell.on))
  let found = 0
  for (const word of longestFirst(set))
    if (rest.includes(word)) {
      rest = rest.replace(word, ' ')
      found += 1
    }
  return onlyMarks.test(rest) ? found : 0
}

/** A choice that is there though none of its marks may be known. */
export const isChoice = (cell: FormCell, set: OptionSet): boolean => optionsPrinted(cell, set) > 1
