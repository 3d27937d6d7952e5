import { concat, type Printed, textOf } from '../../../../document/printed.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import { compacted } from '../../page/headings/compact.ts'
import { codeKey } from '../../page/headings/measure-heading.ts'
import { codeIn } from './overview.ts'

/** What a measure says that the front says again, without spaces. */
export interface Known {
  readonly code: string
  readonly name: string
  readonly domain: string
  readonly vision: string
}

/** The code of a measure and the texts of it that are printed, with the brackets around them. */
export interface MeasureWords {
  readonly code: Printed | undefined
  readonly brackets: Printed[]
  readonly texts: Printed[]
}

/** A text that is nothing but a measure's code, name and field, or some of them in this order, or its vision; else undefined. */
export function measureWords(on: Printed, known: Known): MeasureWords | undefined {
  const { text, part } = compacted(on)
  const vision = visionParts(on, known.vision)
  if (vision) return { code: undefined, ...vision }
  const code = codeIn(on)
  const isCode = code !== undefined && codeKey(code) === known.code
  let at = isCode ? compact(textOf(code)).length : 0
  const found: MeasureWords = { code: isCode ? code : undefined, brackets: [], texts: [] }
  for (const word of [known.name, known.domain]) {
    const open = /^[（(]/u.test(text.slice(at)) ? 1 : 0
    if (word === '' || !text.startsWith(word, at + open)) continue
    if (open) found.brackets.push(part(at, at + 1))
    found.texts.push(part(at + open, at + open + word.length))
    at += open + word.length
    if (!open || !/^[）)]/u.test(text.slice(at))) continue
    found.brackets.push(part(at, at + 1))
    at += 1
  }
  return at > 0 && at === text.length ? found : undefined
}

/** The vision, also with a footnote mark in it that a text no longer raises: UIJ ターン 78 等. */
function visionParts(on: Printed, vision: string): { brackets: Printed[]; texts: Printed[] } | undefined {
  const { text, part } = compacted(on)
  if (text === '' || vision === '') return undefined
  if (text === vision) return { brackets: [], texts: [on] }
  for (const { 0: digits, index } of text.matchAll(/(?<!\d)\d{1,3}(?!\d)/gu)) {
    const end = index + digits.length
    if (text.slice(0, index) + text.slice(end) !== vision) continue
    return { brackets: [part(index, end)], texts: [concat(part(0, index), part(end))] }
  }
  return undefined
}
