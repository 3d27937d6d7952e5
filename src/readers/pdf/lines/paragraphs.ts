import {
  endsSentence,
  beginsItem as hasItemMark,
  isHeadInBrackets,
  isNote,
  mayEndParagraph,
} from '../../../document/prose/sentences.ts'
import { isListMark } from '../../../normalise/marks.ts'
import { spreadOf } from '../geometry.ts'
import { once } from '../once.ts'
import type { SetLine } from './characters.ts'
import { blankBefore, type Column, stepBetween } from './column.ts'

/** In ems: how far edges that were set alike may differ. */
const alike = 0.35
/** The most by which the lines of an item hang below its first, and by which a first line is indented. */
const mostHanging = 4
const mostIndented = 1.6
/** A step this much larger than usual parts paragraphs; so does a change of size. */
const largeStep = 1.3
const otherSize = 0.15

/**
 * For each line of a column: whether it goes on with the sentence of the one above, as edges, steps and the room left at its end
 * show. A line goes on where its first word had no room left above and its edge is that of the paragraph.
 */
export function goingOn(lines: readonly SetLine[], column: Column): boolean[] {
  const centred = isCentred(lines, column)
  const hanging = once(() => hangs(lines, column.em))
  let first = 0
  return lines.map((line, index) => {
    const above = lines[index - 1]
    const goesOn =
      above !== undefined &&
      isOneText(above, line, column) &&
      !hadRoom(above, line, column) &&
      (centred || hasEdge(lines, first, index, column, hanging))
    if (!goesOn) first = index
    return goesOn
  })
}

/** Lines of one size and step: on a page, unlike in a cell, each such group has a width of its own. */
export function groupsOf(lines: readonly SetLine[], column: Column): SetLine[][] {
  const groups: SetLine[][] = []
  for (const line of lines) {
    const above = groups.at(-1)?.at(-1)
    if (above && isOneText(above, line, column)) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups
}

/** Every line is centred on one axis, and not all begin alike: then edges say nothing. */
function isCentred(lines: readonly SetLine[], { em }: Column): boolean {
  const middles = lines.map(line => (line.bbox[0] + line.bbox[2]) / 2)
  const lefts = lines.map(line => line.bbox[0])
  return spreadOf(middles) < em * alike && spreadOf(lefts) > em * alike
}

function isOneText(above: SetLine, line: SetLine, { pitch }: Column): boolean {
  if (above.draft.vertical || line.draft.vertical) return false
  const step = line.draft.baseline - above.draft.baseline
  const [a, b] = [above.draft.fontSize, line.draft.fontSize]
  return step > 0 && step < pitch * largeStep && Math.abs(a - b) < a * otherSize
}

/** Whether the next word would still have fitted: then the break was the writer's. */
function hadRoom(above: SetLine, line: SetLine, { right, em }: Column): boolean {
  const room = right - above.bbox[2] - em * alike
  if (room <= wordWidth(line, firstWord)) return false
  return mayEndParagraph(above.text) || room > wordWidth(line, keptTogether)
}

/**
 * What cannot be parted at the start of a line: opening brackets, a Latin word or number or else a character, and all that may not
 * begin a line (「LINE, 35.6％).
 */
const firstWord =
  /^[「『（【〔［“‘(]*(?:[A-Za-z0-9.,%()\-–'"/]+|.)[、。，．・：；！？）」』】〕］”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％‰℃]*/u

/** In the middle of a sentence some word processors also keep a Latin word with the punctuation before it: に、NPO. */
const keptTogether = new RegExp(`${firstWord.source}(?:(?<=[、，])[A-Za-z0-9]+)?`, 'u')

function wordWidth({ text, chars, bbox }: SetLine, words: RegExp): number {
  const word = words.exec(text)?.[0] ?? ''
  let [length, last] = [0, bbox[0]]
  for (const { char, text: printed } of chars) {
    if (length >= word.length) break
    length += printed.length
    last = char.bbox[2]
  }
  return last - bbox[0]
}

/** Whether a line begins at the edge of its paragraph: hanging or flush below its first line, then like the line above. */
function hasEdge(
  lines: readonly SetLine[],
  first: number,
  index: number,
  { em }: Column,
  hanging: () => boolean,
): boolean {
  const [head, above, line] = [lines[first], lines[index - 1], lines[index]] as [SetLine, SetLine, SetLine]
  const [toHead, toAbove] = [stepBetween(line, head, em), stepBetween(line, above, em)]
  if (index - first > 1) return Math.abs(toAbove) < alike && !beginsItem(lines, first, index, hanging)
  if (line.spaced && !isMarked(head)) return false
  if (toHead > alike) return toHead < mostHanging && isMarked(head)
  return toHead + blankBefore(line) > -mostIndented && !beginsItem(lines, first, index, hanging)
}

const marked = /^(?:[※◎▪•]|[(（]?[0-9０-９]{1,2}(?:[)）]|[.．](?![0-9０-９]))|[(（][ア-ン一-十][)）])/u

const isMarked = ({ text }: SetLine): boolean => hasItemMark(text) || marked.test(text)

/**
 * A mark begins an item, unless it is the middle dot of a word that the line broke (組織⏎・分野横断的): the line above is full and
 * unfinished, where the text else ends its sentences and its items do not hang.
 */
function beginsItem(lines: readonly SetLine[], first: number, index: number, hanging: () => boolean): boolean {
  const [above, line] = [lines[index - 1], lines[index]] as [SetLine, SetLine]
  if (!isMarked(line)) return isNote(line.text) || isHeadInBrackets(line.text)
  if (line.text.charAt(0) !== '・' || /^・\s*【/u.test(line.text)) return true
  const unfinished = /[ぁ-んァ-ヶ一-龠々]$/u.test(above.text)
  const endsSentences = endsSentence(lines.at(-1)?.text ?? '')
  return !unfinished || !endsSentences || (isListMark((lines[first] as SetLine).text.charAt(0)) && hanging())
}

/** Whether lines below an item begin further right than its mark. */
const hangs = (lines: readonly SetLine[], em: number): boolean =>
  lines.some((line, index) => {
    const above = lines[index - 1]
    return !!above && isListMark(above.text.charAt(0)) && line.bbox[0] - above.bbox[0] > em * alike
  })
