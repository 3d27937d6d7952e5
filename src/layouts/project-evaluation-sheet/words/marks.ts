import { fold, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { isChosenMark, isOpenMark } from '../../../normalise/marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { form } from './form.ts'

/** ● A ○ B: an option with its mark, and whether the mark is a square (several answers) or a circle (one). */
export interface MarkedOption {
  readonly mark: Printed
  readonly label: Printed
  readonly word: string
  readonly chosen: boolean
  readonly square: boolean
}

/** Whether a word has the mark of an option in it. */
export const holdsMark = (word: string): boolean => [...word].some(isMark)

export const isMark = (ch: string): boolean => isChosenMark(ch) || isOpenMark(ch)
const squares = /[■□☐☑☒◼◻▪▫]/u
const optionWords = new Set(form.optionSets.flatMap(set => set.words).map(compact))

/**
 * The options of a line that begins with a mark, or undefined where what the first mark begins is no option of the form (a list
 * item). Where more than a known option is behind a mark, the option is taken and the rest is left over.
 */
export function markedOptions(on: Printed): MarkedOption[] | undefined {
  const text = textOf(on)
  if (!isMark(text.charAt(0))) return undefined
  const marks = marksIn(text)
  const options = marks.flatMap((at, index) => {
    const label = knownOption(trim(slice(on, at + 1, marks[index + 1])))
    return label ? [optionOf(slice(on, at, at + 1), label)] : []
  })
  return options.length > 0 ? options : undefined
}

/**
 * Options in words that the form does not know, or under a label that it does not: two or more on one line, with a short word behind
 * each mark, and one of them left open. A list has one mark a line.
 */
export function newOptions(on: Printed): MarkedOption[] | undefined {
  const text = textOf(on)
  const marks = isMark(text.charAt(0)) ? marksIn(text) : []
  const options = marks.map((at, index) => optionOf(slice(on, at, at + 1), trim(slice(on, at + 1, marks[index + 1]))))
  const isChoice = options.length > 1 && options.some(option => !option.chosen)
  return isChoice && options.every(({ word }) => shortWord.test(word)) ? options : undefined
}

const shortWord = /^[^。、]{1,12}$/u

/** Where marks are in a text. */
function marksIn(text: string): number[] {
  const found: number[] = []
  for (let at = 0; at < text.length; at += 1) if (isMark(text.charAt(at))) found.push(at)
  return found
}

/** The whole text, or its first words where they are an option: `その他 …`, `その他（組替え）`. */
function knownOption(on: Printed): Printed | undefined {
  if (optionWords.has(compact(textOf(on)))) return on
  const [first] = matches(on, /^[^\s（(]+/dgu)
  return first && optionWords.has(compact(textOf(first.whole))) ? first.whole : undefined
}

function optionOf(mark: Printed, label: Printed): MarkedOption {
  const ch = textOf(mark)
  return { mark, label, word: compact(textOf(fold(label))), chosen: isChosenMark(ch), square: squares.test(ch) }
}
