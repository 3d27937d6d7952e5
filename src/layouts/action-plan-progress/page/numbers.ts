import { match, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { circledNumber, integer as readInteger, romanNumber } from '../../../normalise/numerals.ts'
import { plainText } from '../../kit/fields.ts'

/** A number at the start of a cell, the token it is printed in ((1), 1.), and what follows. */
export interface Numbered {
  readonly no: Printed
  readonly token: Printed
  readonly rest: Printed
}

/** (1) 市民、企業、… */
const bracketed = /^\s*(?:[（(]\s*(?<no>[0-9０-９]{1,3})\s*[)）])/du
const bracketAfter = /^\s*(?<no>[0-9０-９]{1,2})\s*[)）]/du
const oneSign = /^\s*(?<no>[⑴-⒇①-⑳])/du
/** 1 市民・企業などの協働, １．市民…, 3 2040年への備え. */
const bare =
  /^\s*(?<no>[0-9０-９]{1,2})(?:\s*[.．](?![0-9０-９](?![0-9０-９]{3}年))|(?=\s))(?=\s*(?:[^\s0-9０-９]|(?<=[\s.．])[0-9０-９]{1,4}\p{L}))/du
/** Ⅰ 市民との協働, Ⅱ．… */
const roman = /^\s*(?<no>[Ⅰ-Ⅻⅰ-ⅻ])(?![Ⅰ-Ⅻⅰ-ⅻ])[\s.．]*/du
const glued = /^\s*(?<no>[0-9０-９]{1,2})(?=[\p{L}「『])(?![年月日度時分人名件回社校台区か所割倍次第期])/du

function numberedBy(on: Printed, ...patterns: readonly RegExp[]): Numbered | undefined {
  for (const pattern of patterns) {
    const found = match(on, pattern)
    const no = found?.groups.no
    if (found && no) return { no, token: trim(found.whole), rest: trim(slice(on, found.end)) }
  }
  return undefined
}

/** ◎(1), ○ ⑴: a mark of how an initiative stands is no part of its number and title. */
const status = /^\s*[◎○〇△▲×✕●☆★◇◆■□]\s*(?=[（(]\s*[0-9０-９]|[0-9０-９⑴-⒇①-⑳])/u

const withoutStatus = (on: Printed): Printed => slice(on, status.exec(textOf(on))?.[0].length ?? 0)

/** The number that an initiative begins with, or undefined where it begins with none. */
export const initiativeNumber = (on: Printed): Numbered | undefined =>
  numberedBy(withoutStatus(on), bracketed, bracketAfter, oneSign)

/** The number of a section, or of an initiative whose brackets are lost; undefined where the text begins with none. */
export const bareNumber = (on: Printed): Numbered | undefined => numberedBy(on, bare, roman)

/** A number without a space after it, 3業務の効率化: only where a section is sure to begin. */
export const gluedNumber = (on: Printed): Numbered | undefined => numberedBy(on, glued)

const otherSeries =
  /^\s*(?:[IVXＩＶＸ]{1,4}(?=[\s.．])|第\s*[0-9０-９一二三四五六七八九十]{1,3}(?=[\s章節部編.．])|[一二三四五六七八九十]{1,3}(?=[\s、.．]))/u

/** Whether a title begins as II, 第2 or 二 does: with a number of a kind that is not read. */
export const isEnumerated = (on: Printed): boolean => otherSeries.test(textOf(on))

/** What a number is, where one is printed that can be read. */
export function numberIn(number: Numbered | undefined): number | undefined {
  const text = number && plainText(number.no)
  return text === undefined ? undefined : (readInteger(text) ?? circledNumber(text) ?? romanNumber(text))
}
