import { emWidth } from '../../../document/measure.ts'
import type { Line } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { type Prose, proseOf, proseText } from '../../../document/prose.ts'
import type { Furniture } from '../../layout.ts'
import { isKind, type Token, type TokenOf } from './tokens.ts'

/** The tokens of one sheet while its fields are found: what a field has taken, no other one gets. */
export interface Sheet {
  readonly tokens: readonly Token[]
  readonly used: Set<Token>
  readonly furniture: Furniture[]
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
  if (token.on === token.line.on) return token.line
  return { ...token.line, on: token.on, width: emWidth(textOf(token.on)) }
}

/** The lines of text that follow `token`, up to the next thing that is no text of the same cell. */
export function textAfter(sheet: Sheet, token: Token): TokenOf<'text'>[] {
  const found: TokenOf<'text'>[] = []
  for (let index = sheet.tokens.indexOf(token) + 1; index < sheet.tokens.length; index += 1) {
    const next = sheet.tokens[index] as Token
    const isSkipped = found.length === 0 && (next.kind === 'marks' || next.kind === 'unit')
    if (isSkipped) continue
    if (!isKind('text')(next) || !isFree(sheet, next) || (found.length > 0 && isStranger(sheet, index))) break
    found.push(next)
  }
  return found
}

const endsSentence = /[。．！？」）]$/u
/** The most characters of a line that may be a label nobody knows. */
const shortLine = 16

/** A short line on its own after a finished sentence may be a label of an edition not known here: no part of the text before it. */
function isStranger(sheet: Sheet, index: number): boolean {
  const [before, token, after] = [sheet.tokens[index - 1], sheet.tokens[index], sheet.tokens[index + 1]] as const
  if (!before || !token || token.line.gap === 0) return false
  const text = textOf(token.on)
  const standsAlone = !after || after.line.gap > 0 || after.kind !== 'text'
  return (
    standsAlone && endsSentence.test(textOf(before.on)) && text.length <= shortLine && !/[。、]|^[・■○●※]/u.test(text)
  )
}

/** The text of a cell from its lines, paragraphs and items each on a line; the items' marks become furniture. */
export function cellText(sheet: Sheet, tokens: readonly Token[], measure?: number): Printed {
  take(sheet, ...tokens)
  const prose: Prose = proseOf(tokens.map(lineOf), measure === undefined ? {} : { measure })
  sheet.furniture.push(...prose.marks.map(on => ({ on, as: 'mark' as const })))
  return proseText(prose)
}
