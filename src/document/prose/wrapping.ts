import { isListMark } from '../../normalise/marks.ts'
import type { Line } from '../model.ts'
import { type Printed, textOf } from '../printed.ts'
import { isCutAddress } from './addresses.ts'
import { beginsItself, mayEndParagraph } from './sentences.ts'
import { emWidth } from './widths.ts'

type Extent = Pick<Line, 'indent' | 'width'>

/** Where a line ends, in ems from the left edge of its column. */
export const rightEdge = ({ indent, width }: Extent): number => indent + width

/** Of so many lines the widest twentieth does not set the width. */
const manyLines = 20
const oddLines = 0.05
/** Wrapped lines of one column end within this share of each other. */
const alike = 0.92

/**
 * The width at which a column wraps, in ems: the right edge that its lines share, so that neither one odd line sets it nor the only long
 * one of a few. The longest where no two end alike; 0 without lines.
 */
export function wrapWidth(lines: readonly Extent[]): number {
  const edges = lines.map(rightEdge).sort((a, b) => b - a)
  if (edges.length >= manyLines) return edges[Math.floor(edges.length * oddLines)] ?? 0
  return edges.find((edge, index) => (edges[index + 1] ?? 0) > edge * alike) ?? edges[0] ?? 0
}

/**
 * The same of the lines of one cell, which may be too few to agree: that of the longest, unless it sticks out far beyond all others.
 */
export function widthOfCell(lines: readonly Extent[]): number {
  const [longest = 0, second = longest, third] = lines.map(rightEdge).sort((a, b) => b - a)
  return third !== undefined && longest > second * 1.2 ? second : longest
}

/** What of the width is no room: estimated widths differ by up to 5 % between wrapped lines of one column. */
const slack = 0.07
/** A line that does not end a sentence must leave more room to be a paragraph's last. */
const unfinishedSlack = 0.13

/** Whether the next word would not have fitted any more: `next` is the line below. */
export const isFull = (line: Line, next: Line, measure: number): boolean => room(line, next, measure) <= measure * slack

/** Whether a line ends early: the next word would still have fitted, so that the break was made by the writer. */
export function endsEarly(line: Line, next: Line, measure: number): boolean {
  const [above, below] = [textOf(line.on), textOf(next.on)]
  if (cutNumber.test(`${above}\n${below}`) || isCutAddress(above, below)) return false
  return room(line, next, measure) > measure * (mayEndParagraph(line.on) ? slack : unfinishedSlack)
}

/** 就職件数：⏎４，０８６人: a number is what the line before it announces, however short that line is. */
const cutNumber = /[：:，,．]\n[0-9０-９]/u

const room = (line: Line, next: Line, measure: number): number =>
  measure - rightEdge(line) - emWidth(nextWord(textOf(next.on)))

/** What cannot be parted at the start of a line: a Latin word, a number with its sign, or a character; with the punctuation that follows. */
const nextWord = (text: string): string =>
  /^(?:[A-Za-z0-9]+(?:[.,][0-9]+)*[%％]?|[０-９，．]+[%％]?|.)[、。，．）」』】・ー]*/u.exec(text)?.[0] ?? ''

/** Whether a line goes on with a sentence that the line above leaves unfinished: it begins nothing of its own. */
export const sentenceGoesOn = (above: Line, line: Line): boolean =>
  !beginsItself(textOf(line.on)) && !mayEndParagraph(above.on)

/** In ems: how far the edges of lines that hang below one mark may differ. */
const sameEdge = 0.35

/** ・…の効果が表れ⏎　ている。: a line that is set in below the mark of an item, as the lines between are, and ends the sentence above. */
export function hangsBelow(line: Line, above: Line, item: Line | undefined): boolean {
  if (!item || line.begins !== undefined || !isListMark(textOf(item.on).charAt(0))) return false
  const isBelow = above === item || Math.abs(line.indent - above.indent) < sameEdge
  return isBelow && line.indent > item.indent && sentenceGoesOn(above, line)
}

/** Whether two texts are surely one, however short their lines are: no paragraph ends in 、 or begins with a closing sign. */
export const isOneSentence = (above: Printed, below: Printed): boolean =>
  /[、，]\s*$/u.test(textOf(above)) || /^[、。，．]/u.test(textOf(below))

/**
 * Whether a line of a converter is the rest of a sentence, though it is printed as a paragraph or an item of its own: …などに取り組⏎む。,
 * （令和5年度末時⏎点）。, …が継続的に⏎活動する…. Only what cannot begin a paragraph, or stands behind what cannot end one; in a list of
 * sentences that is any item that ends in kana and not in its 。: ・…提供の在り⏎方を検討する。 One that ends in a noun may be whole.
 */
export function isCutByConverter(above: Line, line: Line, isListOfSentences = false): boolean {
  if (line.bbox || line.begins === 'heading') return false
  const [before, text] = [textOf(above.on), textOf(line.on)]
  if (beginsItself(text) || mayEndParagraph(before)) return false
  if (isInBracket(before, text)) return true
  if (line.begins === undefined) return false
  if (isListOfSentences && endsInKana.test(before)) return true
  return remainder.test(text) || endsInParticle.test(before)
}

/** む。, 点）。, り、: no paragraph is that short, or begins so. */
const remainder = /^(?:.{1,3}。$|を|のか|ので、|のは、|\p{Script=Hiragana}、)/u
/** Behind kanji, katakana or letters, as こと and もの end in kana too. */
const endsInParticle = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}ー][をがはにのでへや]\s*$/u

/** No noun of those that stand for a sentence: 検討すること, 増設したもの. */
const endsInKana = /\p{Script=Hiragana}(?<!こと|もの|ため|など|とおり|ほか)$/u

const isInBracket = (before: string, text: string): boolean =>
  lastBracket(before, '（(「『') > lastBracket(before, '）)」』') && /^[^（(「『]*[）)」』]/u.test(text)

const lastBracket = (text: string, brackets: string): number =>
  Math.max(...[...brackets].map(bracket => text.lastIndexOf(bracket)))
