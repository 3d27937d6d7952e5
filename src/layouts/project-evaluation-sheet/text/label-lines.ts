import type { Line } from '../../../document/model.ts'
import { concat, matches, type Printed, slice, textOf } from '../../../document/printed.ts'
import { wordOf } from '../../../document/words.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { foldInPlace } from '../../../normalise/width.ts'
import { type LabelBook, labelIn } from '../words/book.ts'
import type { Label } from '../words/rows.ts'
import type { Token } from './token.ts'

const longestLabelLines = 6

/**
 * The label that the lines from `from` on spell, taken whole (事業実施におけ⏎る⏎⏎工夫点), or the labels that one line is made of
 * (項目 判定 理由). Undefined where the line is anything else.
 */
export function labelsOver(book: LabelBook, lines: readonly Line[], from: number): LabelledLines | undefined {
  return wrappedLabel(book, lines, from) ?? labelRow(book, lines[from] as Line)
}

export interface LabelledLines {
  readonly tokens: Token[]
  readonly lines: number
}

function wrappedLabel(
  { byWord, beginnings }: LabelBook,
  lines: readonly Line[],
  from: number,
): LabelledLines | undefined {
  let spelt = ''
  let best: { label: Label; count: number } | undefined
  for (let count = 1; count <= longestLabelLines && from + count <= lines.length; count += 1) {
    spelt += wordOf((lines[from + count - 1] as Line).on)
    const label = endsInColon(spelt) ? labelBeforeColon(byWord, spelt) : byWord.get(spelt)
    if (label) best = { label, count }
    if (spelt !== '' && !beginnings.has(spelt)) break
  }
  if (!best) return undefined
  const taken = lines.slice(from, from + best.count)
  const label = isVertical(taken) ? ({ ...best.label, kind: 'group' } as const) : best.label
  const line = { ...(taken.at(-1) as Line), gap: (taken[0] as Line).gap }
  const token = { kind: 'label' as const, label, on: concat(...taken.map(each => each.on)), line }
  return { tokens: [token], lines: best.count }
}

const endsInColon = (word: string): boolean => word.endsWith('：')

/** 対象者：, alone on its line; 人件費： may as well begin an item of a list whose amount is below. */
function labelBeforeColon(byWord: LabelBook['byWord'], word: string): Label | undefined {
  const label = labelIn(byWord, word)
  return label?.kind === 'amounts' || word.length < 4 ? undefined : label
}

/** 事⏎業⏎内⏎容: a label printed from top to bottom is beside a block of the form, it has no value of its own. */
const isVertical = (taken: readonly Line[]): boolean =>
  taken.length > 2 && taken.every(line => textOf(line.on).length === 1)

function labelRow({ byWord }: LabelBook, line: Line): LabelledLines | undefined {
  if (!/\S\s+\S/u.test(textOf(line.on))) return undefined
  const parts = matches(line.on, /\S+/dgu).map(found => found.whole)
  const found = parts.map(part => byWord.get(compact(textOf(part))))
  if (parts.length < 2 || !found.every(label => label !== undefined)) return undefined
  return {
    tokens: parts.map((on, index) => ({ kind: 'label', label: found[index] as Label, on, line })),
    lines: 1,
  }
}

export interface LinePart {
  readonly on: Printed
  readonly label?: Label
}

/** A line cut at the labels in it: one at its start that white space follows, and those whose kind is behind values. */
export function inlineLabels(book: LabelBook, on: Printed): LinePart[] {
  if (!/\s/u.test(textOf(on))) return [{ on }]
  const text = foldInPlace(textOf(on))
  const start = labelAtStart(book, text) ?? labelBehindNumbers(book, text)
  const cuts = [...(start ? [start] : []), ...labelsInside(book, text, start?.to ?? 0)]
  const parts: LinePart[] = []
  let done = 0
  for (const cut of cuts) {
    parts.push({ on: slice(on, done, cut.from) }, { on: slice(on, cut.from, cut.to), label: cut.label })
    done = cut.to
  }
  return [...parts, { on: slice(on, done) }]
}

interface Cut {
  readonly from: number
  readonly to: number
  readonly label: Label
}

function labelAtStart({ byWord, words }: LabelBook, text: string): Cut | undefined {
  const word = words.find(each => text.startsWith(each) && /^\s/u.test(text.slice(each.length)))
  return word ? { from: 0, to: word.length, label: byWord.get(word) as Label } : undefined
}

/** 192,788 203,640 計（事業費＋人件費）: a row of amounts whose label the text prints last. */
function labelBehindNumbers({ byWord }: LabelBook, text: string): Cut | undefined {
  const from = /^(?:[▲△-]?\d[\d,.]*|[▲△－―-])(?:\s+(?:[▲△-]?\d[\d,.]*|[－―-]))+\s+(?=[^\d\s])/u.exec(text)?.[0].length
  const label = from === undefined ? undefined : byWord.get(compact(text.slice(from)))
  return from !== undefined && label?.kind === 'amounts' ? { from, to: text.length, label } : undefined
}

function labelsInside({ byWord, inside }: LabelBook, text: string, from: number): Cut[] {
  return [...text.matchAll(inside)]
    .filter(found => found.index >= from && isValueOrEnd(text.slice(found.index + found[0].length)))
    .map(found => ({ from: found.index, to: found.index + found[0].length, label: byWord.get(found[0]) as Label }))
}

/** What may follow such a label on its line: a number, a year, another label, or nothing. */
const isValueOrEnd = (rest: string): boolean =>
  /^\s*(?:$|[▲△－-]?\d|元|明治|大正|昭和|平成|令和|[MTSHR]\d|年度|終了)/u.test(rest)
