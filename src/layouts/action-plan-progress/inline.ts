import { emWidth } from '../../document/measure.ts'
import type { Line } from '../../document/model.ts'
import { slice, textOf, trim } from '../../document/printed.ts'
import { circledNumber } from '../../normalise/numerals.ts'

const dots = '・･•‧∙⋅'
const closing = '）)】」』'

/** Where an item or note begins inside a line: a converter prints a whole list on one, with a space for each line break. */
const starts: readonly RegExp[] = [
  new RegExp(String.raw`(?<=。\s*)[${dots}](?=\s*\S)`, 'gu'),
  new RegExp(String.raw`(?<=[${closing}]\s+)[${dots}](?=\s*\S)`, 'gu'),
  // …について検討 ・市政情報を…: the space is on one side only, so the dot parts no words
  new RegExp(String.raw`(?<=\S\s+)[${dots}](?=\S)`, 'gu'),
  /(?<=\S)・(?=【)/gu,
  /(?<=[。）)】」]\s+)[■□●○◆◇](?=\s*\S)/gu,
  /(?<=[\s。])※(?=\s?\S)/gu,
]
/** 「業務の見える化」・BPR: without spaces between items, only such a cell's dots after a bracket begin one. */
const glued = new RegExp(String.raw`(?<=[${closing}])[${dots}](?=\S)`, 'gu')
const isGlued = (text: string): boolean => /。・/u.test(text) && !/\s・/u.test(text)

/** A heading that stands alone between items: …を実施。 【結果の概要】 ・全事業の… */
const heading = new RegExp(
  String.raw`(?<=[^\s${dots}■□●○◆◇]\s+)【[^】]{1,60}】(?=\s*[${dots}①])|(?<=。\s*)【[^】]{1,60}】(?=$)`,
  'gu',
)
const circled = /[①-⑳㉑-㊿]/gu
const setOff = /(?:^|[\s】。])$/u

/** The lines of a cell with every item, note and heading on a line of its own. */
export function itemLines(lines: readonly Line[]): Line[] {
  const text = lines.map(line => textOf(line.on)).join('\n')
  const patterns = isGlued(text) ? [...starts, glued] : starts
  const series = isSeries(text)
  return lines.flatMap(line => partsOf(line, patterns, series))
}

/**
 * ①②③ begin lines where they are set off by spaces and count upwards; one of them may be in a sentence, as something put in front
 * of it would make it.
 */
function isSeries(text: string): boolean {
  const marks = [...text.matchAll(circled)]
  const numbers = marks.filter(mark => isSetOff(text, mark.index)).map(mark => circledNumber(mark[0]) ?? 0)
  const isRising = numbers.every((number, index) => index === 0 || number > (numbers[index - 1] as number))
  return numbers.length > 1 && isRising && marks.length - numbers.length <= numbers.length / 4
}

const isSetOff = (text: string, at: number): boolean => setOff.test(text.slice(Math.max(0, at - 1), at))

function partsOf(line: Line, patterns: readonly RegExp[], series: boolean): Line[] {
  const text = textOf(line.on)
  const cuts = new Set(patterns.flatMap(pattern => [...text.matchAll(pattern)].map(found => found.index)))
  if (series) for (const { index } of text.matchAll(circled)) if (isSetOff(text, index)) cuts.add(index)
  for (const { index, 0: whole } of text.matchAll(heading)) cuts.add(index).add(index + whole.length)
  cuts.delete(0)
  const edges = [0, ...[...cuts].sort((a, b) => a - b), text.length]
  return edges.slice(1).map((to, index) => partOf(line, edges[index] as number, to))
}

/** A part of a line as a line; all but the first begin something. */
export function partOf(line: Line, from: number, to = Number.POSITIVE_INFINITY): Line {
  const on = trim(slice(line.on, from, to))
  const part = { ...line, on, width: emWidth(textOf(on)) }
  return from === 0 ? part : { ...part, begins: 'item' }
}
