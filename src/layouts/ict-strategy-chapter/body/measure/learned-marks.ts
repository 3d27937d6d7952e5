import { textOf } from '../../../../document/printed.ts'
import { endsSentence } from '../../../../document/prose/sentences.ts'
import { itemMarkOf } from '../../page/headings/list-marks.ts'
import type { LineToken } from '../../page/stream.ts'

/** ①, (1), 1., ア.: numbers and letters of a series; they stay in what they begin. */
const numbered = /^(?:[①-⑳❶-❿⑴-⒇]|[(（](?:[\d０-９]{1,2}|[ア-ン])[)）]|(?:[\d０-９]{1,2}|[ア-ン])[.．](?![\d０-９]))/u

/**
 * The lines of a list whose items no known mark begins, with those that begin an item named: what a section begins with may be numbers,
 * or titles in a font of their own. Where nothing tells, or the items have marks, the lines are as before.
 */
export function withLearnedMarks(tokens: readonly LineToken[]): readonly LineToken[] {
  if (tokens.length === 0 || tokens.some(({ line }) => itemMarkOf(line) !== undefined)) return tokens
  const isFirst = isNumbered(tokens) ?? inTitleFont(tokens) ?? isOneSentence(tokens)
  return isFirst ? tokens.map(token => (isFirst(token) ? beginning(token) : token)) : tokens
}

const beginning = (token: LineToken): LineToken => ({ ...token, line: { ...token.line, begins: 'item' } })

type Test = (token: LineToken) => boolean

function isNumbered(tokens: readonly LineToken[]): Test | undefined {
  const isNumber = ({ line }: LineToken) => numbered.test(textOf(line.on))
  return isNumber(tokens[0] as LineToken) ? isNumber : undefined
}

/** Titles printed in the font of the first line, and text in another one that ends sentences. */
function inTitleFont(tokens: readonly LineToken[]): Test | undefined {
  const font = tokens[0]?.line.font
  const isTitle = ({ line }: LineToken) => line.font === font
  const text = tokens.filter(token => !isTitle(token))
  const areTitles = tokens.filter(isTitle).every(({ line }) => !endsSentence(line.on))
  if (font === undefined || text.length === 0 || !areTitles || !text.some(({ line }) => endsSentence(line.on)))
    return undefined
  return token => isTitle(token) && token.line.follows !== true
}

/** A sentence a line, or several that each end their last one: こう変える without marks. */
function isOneSentence(tokens: readonly LineToken[]): Test | undefined {
  const firsts = tokens.filter((_, index) => index === 0 || endsSentence((tokens[index - 1] as LineToken).line.on))
  const isSure =
    firsts.every(({ line }) => line.follows === false) && endsSentence((tokens.at(-1) as LineToken).line.on)
  return isSure ? token => firsts.includes(token) : undefined
}
