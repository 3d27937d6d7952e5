import { circledNumber } from '../../normalise/numerals.ts'
import type { Line } from '../model.ts'
import { slice, textOf, trim } from '../printed.ts'
import { emWidth } from './widths.ts'

const dots = '・･•‧∙⋅'
const closing = '）)】」』'

/** Where an item or note begins inside a line: a converter prints a whole list on one, with a space for each line break. */
const starts: readonly RegExp[] = [
  new RegExp(String.raw`[${dots}](?<=。\s*[${dots}])(?=\s*\S)`, 'gu'),
  new RegExp(String.raw`[${dots}](?<=[${closing}]\s+[${dots}])(?=\s*\S)`, 'gu'),
  // …について検討 ・市政情報を…: the space is on one side only, so the dot parts no words
  new RegExp(String.raw`[${dots}](?<=\S\s+[${dots}])(?=\S)`, 'gu'),
  /(?<=\S)・(?=【)/gu,
  /[■□●○◆◇](?<=[。）)】」]\s+[■□●○◆◇])(?=\s*\S)/gu,
  /[■□●○◆◇](?<=\S\s+[■□●○◆◇])(?=[^\s■□●○◆◇])/gu,
  /(?<=[\s。])※(?=\s?\S)/gu,
]
/** 「業務の見える化」・BPR: without spaces between items, only such a cell's dots after a bracket begin one. */
const glued = new RegExp(String.raw`(?<=[${closing}])[${dots}](?=\S)`, 'gu')
const isGlued = (text: string): boolean => /。・/u.test(text) && !/\s・/u.test(text)

/** A heading that stands alone between items: …を実施。 【結果の概要】 ・全事業の… */
const heading = new RegExp(
  String.raw`【(?<=[^\s${dots}■□●○◆◇]\s+【)[^】]{1,60}】(?=\s*[${dots}①])|【(?<=。\s*【)[^】]{1,60}】(?=$)`,
  'gu',
)
const circled = /[①-⑳㉑-㊿]/gu
const setOff = /(?:^|[\s】。])$/u

/** The lines of a cell with every item, note and heading on a line of its own. */
export function itemLines(lines: readonly Line[]): Line[] {
  const text = lines.map(line => textOf(line.on)).join('\n')
  const patterns = isGlued(text) ? [...starts, glued] : starts
  const parts: Line[] = []
  let from = 0
  for (const line of lines) {
    const to = from + textOf(line.on).length
    const numbers = seriesIn(text).flatMap(at => (at >= from && at < to ? [at - from] : []))
    parts.push(...partsOf(line, patterns, numbers))
    from = to + 1
  }
  return parts
}

/**
 * Where ①②③ begin lines: a series whose marks are set off by spaces does, though one of them may be in a sentence, as something put
 * in front of it would make it.
 */
function seriesIn(text: string): number[] {
  const series: RegExpExecArray[][] = []
  let last = Number.POSITIVE_INFINITY
  for (const mark of text.matchAll(circled)) {
    const number = circledNumber(mark[0]) ?? 0
    if (number > last) series.at(-1)?.push(mark)
    else series.push([mark])
    last = number
  }
  return series.flatMap(marks => {
    const setOff = marks.filter(mark => isSetOff(text, mark.index))
    return setOff.length > 1 && marks.length - setOff.length <= setOff.length / 4 ? setOff.map(mark => mark.index) : []
  })
}

const isSetOff = (text: string, at: number): boolean => setOff.test(text.slice(Math.max(0, at - 1), at))

function partsOf(line: Line, patterns: readonly RegExp[], numbers: readonly number[]): Line[] {
  const text = textOf(line.on)
  const items = patterns.flatMap(pattern => [...text.matchAll(pattern)].map(found => found.index))
  const cuts = new Set([...items, ...numbers])
  for (const { index, 0: whole } of text.matchAll(heading)) cuts.add(index).add(index + whole.length)
  cuts.delete(0)
  const edges = [0, ...[...cuts].sort((a, b) => a - b), text.length]
  const [first, ...others] = edges.slice(1).map((to, index) => partOf(line, edges[index] as number, to))
  return [{ ...(first ?? line), ...(numbers.includes(0) ? { begins: 'item' as const } : {}) }, ...others]
}

/** A part of a line as a line; all but the first begin something. */
export function partOf(line: Line, from: number, to = Number.POSITIVE_INFINITY): Line {
  const on = trim(slice(line.on, from, to))
  const { follows, ...part } = { ...line, on, width: emWidth(textOf(on)) }
  if (from > 0) return { ...part, begins: 'item' }
  return follows === undefined ? part : { ...part, follows }
}
