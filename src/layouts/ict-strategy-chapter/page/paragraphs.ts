import type { Line } from '../../../document/model.ts'
import { joinPrinted, type Printed } from '../../../document/printed.ts'
import { joinLines, proseOf } from '../../../document/prose/prose.ts'
import { mayEndParagraph } from '../../../document/prose/sentences.ts'
import { isOneSentence, rightEdge } from '../../../document/prose/wrapping.ts'
import { listMarkOf } from './headings/list-marks.ts'
import type { LineToken } from './stream.ts'

/** No page of ordinary print is that many ems wide: where places are not known, such a line is a whole paragraph that nobody wrapped. */
const widestPrinted = 80
const isUnwrapped = ({ line }: LineToken): boolean => line.bbox === undefined && line.width > widestPrinted

/** Whether a line begins something of its own: after a blank line, in another cell or box, or where the converter says so. */
export function isParted(before: LineToken, token: LineToken): boolean {
  const isApart = token.line.gap > 0 && (token.page === before.page || mayEndParagraph(before.line.on))
  if (isApart || token.line.begins !== undefined || isUnwrapped(before)) return true
  if (token.frame === before.frame) return false
  // A sentence that a page break cuts goes on.
  const isCut = token.page !== before.page && !mayEndParagraph(before.line.on)
  return !isCut || listMarkOf(token.line.on) !== undefined
}

/** Lines as runs between which something printed parts them. */
export function lineRuns(tokens: readonly LineToken[]): LineToken[][] {
  const runs: LineToken[][] = []
  tokens.forEach((token, index) => {
    const before = tokens[index - 1]
    if (before && !isParted(before, token)) runs.at(-1)?.push(token)
    else runs.push([token])
  })
  return runs
}

/** The paragraphs that some lines print. */
export const paragraphsOf = (tokens: readonly LineToken[], measure = 0): Printed[] =>
  lineRuns(tokens).flatMap(run => joinSentences(proseOf(linesOf(run), { measure }).elements))

/** 「生活」⏎、⏎「経済」: no paragraph ends in 、 or begins with it, however short the lines are that a text was cut into. */
function joinSentences(paragraphs: readonly Printed[]): Printed[] {
  const joined: Printed[] = []
  for (const on of paragraphs) {
    const last = joined.at(-1)
    if (last && isOneSentence(last, on)) joined[joined.length - 1] = joinLines([last, on])
    else joined.push(on)
  }
  return joined
}

export const joinParagraphs = (paragraphs: readonly Printed[]): Printed => joinPrinted(paragraphs, '\n')

export const linesOf = (tokens: readonly LineToken[]): Line[] => tokens.map(token => token.line)

/** Lines without a blank line between them, in one cell or box: a column, or a part of one. */
export function columnRuns(tokens: readonly LineToken[]): LineToken[][] {
  const runs: LineToken[][] = []
  for (const token of tokens) {
    const before = runs.at(-1)?.at(-1)
    if (before && token.line.gap === 0 && token.frame === before.frame) runs.at(-1)?.push(token)
    else runs.push([token])
  }
  return runs
}

/** For each line the right edge that its column reaches: the columns of a page may be of different widths. */
export function measures(tokens: readonly LineToken[]): (token: LineToken) => number {
  const known = new Map<LineToken, number>()
  for (const run of columnRuns(tokens)) {
    const measure = measureOf(run)
    for (const token of run) known.set(token, measure)
  }
  return token => known.get(token) ?? 0
}

/**
 * The right edge that the lines of a column reach. An entry has few lines, its titles short ones: the width at which many lines agree would
 * be that of the titles.
 */
export const measureOf = (tokens: readonly LineToken[]): number =>
  tokens.reduce((edge, { line }) => Math.max(edge, rightEdge(line)), 0)
