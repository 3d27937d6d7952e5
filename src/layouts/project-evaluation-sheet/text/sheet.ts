import { type Note, note } from '../../../diagnostics/codes.ts'
import type { Line } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { type Prose, proseOf, proseText } from '../../../document/prose/prose.ts'
import { endsSentence, mayEndParagraph } from '../../../document/prose/sentences.ts'
import { emWidth } from '../../../document/prose/widths.ts'
import { say } from '../../../messages/words.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { mark } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, type Leaf, open, printed } from '../../kit/leaves.ts'
import { form } from '../words/form.ts'
import { isHeading } from '../words/rows.ts'
import { isKind, type Token, type TokenOf } from './token.ts'

/** The tokens of one sheet while its fields are found: what a field has taken, no other one gets. */
export interface Sheet {
  readonly tokens: readonly Token[]
  readonly used: Set<Token>
  readonly furniture: Furniture[]
  /** Whether a blank line parts one cell from the next, as it does unless the text has them everywhere. */
  readonly gapsPart: boolean
}

/** A sheet of which nothing is read yet. */
export function sheetOf(tokens: readonly Token[]): Sheet {
  const wrapped = tokens.filter((token, index) => isKind('text')(token) && isKind('text')(tokens[index - 1]))
  const gapsPart = wrapped.filter(token => token.line.gap > 0).length * 4 < wrapped.length
  return { tokens, used: new Set(), furniture: [], gapsPart }
}

export const take = (sheet: Sheet, ...tokens: readonly Token[]): void => {
  for (const token of tokens) sheet.used.add(token)
}

export const isFree = (sheet: Sheet, token: Token | undefined): token is Token =>
  token !== undefined && !sheet.used.has(token)

/** The tokens of one kind that no field has taken yet, in the order of the source. */
export function freeTokens<K extends Token['kind']>(sheet: Sheet, kind: K): TokenOf<K>[] {
  return sheet.tokens.filter((token): token is TokenOf<K> => isKind(kind)(token) && !sheet.used.has(token))
}

export const labelTokens = (sheet: Sheet, kind: string, field?: string): TokenOf<'label'>[] =>
  sheet.tokens.filter(
    (token): token is TokenOf<'label'> =>
      token.kind === 'label' && token.label.kind === kind && (field === undefined || token.label.field === field),
  )

/** A line as the part of it that a token stands for. */
export function lineOf(token: Token): Line {
  const { on, line } = token
  if (on === line.on) return line
  return { ...line, on, width: (line.width * emWidth(textOf(on))) / emWidth(textOf(line.on)) }
}

/** The lines of text that follow `token`, up to the next thing that is no text of the same cell. */
export function textAfter(sheet: Sheet, token: Token): TokenOf<'text'>[] {
  const found: TokenOf<'text'>[] = []
  for (let index = sheet.tokens.indexOf(token) + 1; index < sheet.tokens.length; index += 1) {
    const next = sheet.tokens[index] as Token
    const isSkipped = found.length === 0 && (next.kind === 'marks' || next.kind === 'unit')
    if (isSkipped) continue
    if (!isKind('text')(next) || !isFree(sheet, next)) break
    if (found.length > 0 && (isStranger(sheet, index) || isParted(sheet, next))) break
    found.push(next)
  }
  return found
}

const isParted = (sheet: Sheet, token: Token): boolean => sheet.gapsPart && token.line.gap > 0

/** The most characters of a line that may be a label nobody knows. */
const shortLine = 16
const notLabel = /[。、：]|^[・■○●◆※①-⑳（(【-]|[）)]$|\d/u

/** A short line on its own after a finished sentence may be a label of an edition not known here: no part of the text before it. */
function isStranger(sheet: Sheet, index: number): boolean {
  const before = sheet.tokens[index - 1]
  return before !== undefined && mayEndParagraph(before.on) && looksLikeLabel(sheet, index)
}

function looksLikeLabel(sheet: Sheet, index: number): boolean {
  const [token, after] = [sheet.tokens[index], sheet.tokens[index + 1]] as const
  if (!token || token.line.gap === 0) return false
  const text = textOf(token.on)
  const standsAlone = !after || after.line.gap > 0 || after.kind !== 'text'
  return standsAlone && text.length <= shortLine && !notLabel.test(text)
}

/** The text of a cell from its lines, paragraphs and items each on a line; the items' marks become furniture. */
export function cellText(sheet: Sheet, tokens: readonly Token[], measure?: number): Printed {
  take(sheet, ...tokens)
  const prose: Prose = proseOf(tokens.map(lineOf), roomOf(tokens, measure))
  sheet.furniture.push(...prose.marks.map(mark))
  return proseText(prose)
}

/** How wide the cell is: what the page shows of it, or else what other cells do. */
function roomOf(tokens: readonly Token[], measure: number | undefined): { measure?: number } {
  const rooms = tokens.flatMap(token => token.line.room ?? [])
  if (rooms.length > 0) return { measure: Math.max(...rooms) }
  return measure === undefined ? {} : { measure }
}

/**
 * The text of a cell as a leaf. Text of nobody's right below it may be the rest of the cell, or what the cell really holds; only a line
 * that looks like a label nobody knows begins another cell.
 */
export function cellLeaf(sheet: Sheet, tokens: readonly Token[], measure?: number): Leaf {
  const last = tokens.at(-1)
  if (!last) return absent
  const at = sheet.tokens.indexOf(last) + 1
  const next = sheet.tokens[at]
  if (isKind('text')(next) && isFree(sheet, next) && !looksLikeLabel(sheet, at))
    return open([cellText(sheet, tokens, measure), next.on], say('TEXT_BELOW_UNLABELLED'))
  if (tokens.some(token => isStrayPiece(token.on)))
    return open([cellText(sheet, tokens, measure)], say('PIECE_OF_LABEL'))
  return printed(cellText(sheet, tokens, measure), hiddenLabels(tokens))
}

/** 取組の方, or たか）: the rest of what a narrow cell beside the text wraps. */
function isStrayPiece(on: Printed): boolean {
  const text = compact(textOf(on))
  const isTail = /^[^（(「]{0,12}か[）)]$/u.test(text)
  return isTail || (text.length >= 3 && longLabels.some(label => label !== text && label.includes(text)))
}

/** Labels that a cell wraps over several lines. */
const longLabels = form.labels
  .filter(label => !label.isCellOnly)
  .map(label => compact(label.printed))
  .filter(label => label.length > 8)

/** A short line between a finished sentence and more text may be a label nobody knows: the text stays, and the line is pointed out. */
function hiddenLabels(tokens: readonly Token[]): Note[] {
  return tokens.slice(1, -1).flatMap((token, index) => {
    const text = textOf(token.on)
    const before = tokens[index] as Token
    if (text.length > shortLine || notLabel.test(text) || !endsSentence(before.on)) return []
    const args = {
      printed: text,
      suggestion: null,
      why: say('MAYBE_LABEL'),
    }
    return [note('SUSPECT_TEXT', args, { on: token.on })]
  })
}

/** Text that is below no label of its own: the converter has parted labels and texts. */
export function strayTexts(sheet: Sheet): Token[] {
  const stray = new Set<Token>()
  for (const [index, token] of sheet.tokens.entries()) {
    if (!isKind('text')(token) || !isFree(sheet, token)) continue
    const above = sheet.tokens[index - 1]
    const isBelowText = isKind('text')(above) && isFree(sheet, above) && !isParted(sheet, token)
    if (isBelowText ? stray.has(above) : !isBelowLabel(sheet, index)) stray.add(token)
  }
  return [...stray]
}

function isBelowLabel(sheet: Sheet, index: number): boolean {
  let at = index - 1
  while (isKind('marks')(sheet.tokens[at]) || isKind('unit')(sheet.tokens[at])) at -= 1
  const label = sheet.tokens[at]
  return isKind('label')(label) && !isHeading(label.label)
}
