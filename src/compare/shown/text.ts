import { catalogueOf } from '../../messages/catalogue.ts'
import type { AnyLanguage } from '../../messages/language.ts'
import type { Part } from '../data/change.ts'
import { markedWords } from './changes-table.ts'
import type { Line, Report } from './lines.ts'

/** Lines of one kind that are shown; files hold all of them. */
const mostLines = 40

/** Characters of a text that both releases have which stand beside what differs. */
const beside = 12

/** A report as lines of text. */
export function textOf({ releases, counts, sections }: Report, language: AnyLanguage): string[] {
  const words = catalogueOf(language).compare
  const told = sections.flatMap(({ heading, lines }) => [
    '',
    heading,
    ...lines.slice(0, mostLines).map(line => `  ${lineText(line, words.empty)}`),
    ...(lines.length > mostLines ? [`  ${words.left({ more: lines.length - mostLines })}`] : []),
  ])
  return [releases, ...counts, ...(sections.length === 0 ? ['', words.none] : told)]
}

function lineText({ record, what, old, new: fresh, difference, parts }: Line, empty: string): string {
  const place = [record, what].filter(word => word !== '').join(' | ')
  const values = old === '' && fresh === '' ? '' : `${old || empty} → ${fresh || empty}`
  const change = parts.length > 0 ? markedWords(shortened(parts)) : values
  const end = difference === '' || change === '' ? difference : `; ${difference}`
  return `${place}${change + end === '' ? '' : `: ${change}${end}`}`.replace(/\s+/gu, ' ')
}

/** Of what both have, only what stands beside a difference. */
const shortened = (parts: readonly Part[]): Part[] =>
  parts.map((part, index) => {
    const characters = [...part.text]
    if (part.in !== 'both' || characters.length <= 2 * beside + 1) return part
    const from = index === 0 ? '' : characters.slice(0, beside).join('')
    const to = index === parts.length - 1 ? '' : characters.slice(-beside).join('')
    return { in: 'both', text: `${from}…${to}` }
  })
