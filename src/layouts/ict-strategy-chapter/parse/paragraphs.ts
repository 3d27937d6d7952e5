import { type Line } from '../../../document/model.ts'
import { proseOf } from '../../../document/prose.ts'
import { joinPrinted, type Printed, textOf } from '../../../document/printed.ts'
import { listMarkOf } from './headings.ts'
import type { LineToken } from './stream.ts'

const sentenceEnd = /[。．！？!?）)」』】]$/u

/** Whether a line begins something of its own: after a blank line, in another cell or box, or where the converter says so. */
export function isParted(before: LineToken, token: LineToken): boolean {
  if (token.line.gap > 0 || token.line.begins !== undefined) return true
  if (token.frame === before.frame) return false
  // A sentence that a page break cuts goes on.
  const isCut = token.page !== before.page && !sentenceEnd.test(textOf(before.line.on))
  return !isCut || listMarkOf(token.line.on) !== undefined
}

/** Lines as runs between which something printed parts them. */
export function runsOf(tokens: readonly LineToken[]): LineToken[][] {
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
  runsOf(tokens).flatMap(run => [...proseOf(linesOf(run), { measure }).elements])

export const joinParagraphs = (paragraphs: readonly Printed[]): Printed => joinPrinted(paragraphs, '\n')

export const linesOf = (tokens: readonly LineToken[]): Line[] => tokens.map(token => token.line)

export const endsSentence = (on: Printed): boolean => /[。．！？!?]$/u.test(textOf(on).trim())

/** The right edge that the lines of a column reach. */
export const measureOf = (tokens: readonly LineToken[]): number =>
  Math.max(0, ...tokens.map(({ line }) => line.indent + line.width))
