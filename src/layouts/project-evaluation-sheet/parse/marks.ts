import { fold, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { isChosenMark, isOpenMark } from '../../../normalise/marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { optionSets } from '../options.ts'

/** ● A ○ B: an option with its mark, and whether the mark is a square (several answers) or a circle (one). */
export interface MarkedOption {
  readonly mark: Printed
  readonly label: Printed
  readonly word: string
  readonly chosen: boolean
  readonly square: boolean
}

const isMark = (ch: string): boolean => isChosenMark(ch) || isOpenMark(ch)
const squares = /[■□☐☑☒◼◻▪▫]/u
const optionWords = new Set(Object.values(optionSets).flat().map(compact))

/**
 * The options of a line that begins with a mark, or undefined where what the first mark begins is no option of the form (a list
 * item). Where more than a known option stands behind a mark, the option is taken and the rest is left over.
 */
export function markedOptions(on: Printed): MarkedOption[] | undefined {
  const marks = [...matches(on, /\S/dgu)].filter(found => isMark(textOf(found.whole)))
  if (marks[0]?.index !== 0) return undefined
  const options = marks.flatMap((found, index) => {
    const behind = trim(slice(on, found.end, marks[index + 1]?.index))
    const label = knownOption(behind)
    return label ? [optionOf(found.whole, label)] : []
  })
  return options.length > 0 ? options : undefined
}

/** The whole text, or its first words where they are an option: `その他 …`. */
function knownOption(on: Printed): Printed | undefined {
  if (optionWords.has(compact(textOf(on)))) return on
  const [first] = matches(on, /^\S+/dgu)
  return first && optionWords.has(compact(textOf(first.whole))) ? first.whole : undefined
}

function optionOf(mark: Printed, label: Printed): MarkedOption {
  const ch = textOf(mark)
  return { mark, label, word: compact(textOf(fold(label))), chosen: isChosenMark(ch), square: squares.test(ch) }
}
