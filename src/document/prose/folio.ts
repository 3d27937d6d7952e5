import { DASHES } from '../../normalise/tables/marks.ts'
import { fold, match, type Printed, textOf } from '../printed.ts'

/** A folio: a page number as printed. */
export interface Folio {
  /** The bare number; undefined for a roman one, which no form prints as a value. */
  readonly no: Printed | undefined
  readonly value: number
  /** Dashes, 3/10, P.3, 12ページ: words and signs that only a page number has. A number alone, 12 or (12), may be a value. */
  readonly isDressed: boolean
}

const dash = `[${DASHES}ーｰ]{1,2}`
const no = String.raw`(?<no>\d{1,4})`
const total = String.raw`\s*(?:[/／]|of)\s*(?<total>\d{1,4})`
const page = '(?:ページ|頁|㌻)'
const dressed = [
  String.raw`${dash}\s*${no}\s*${dash}`,
  String.raw`${no}${total}\s*${page}?`,
  String.raw`(?:pp?|page|ページ|頁)\s*[.．]?\s*${no}(?:${total})?`,
  String.raw`第?\s*${no}\s*${page}(?:\s*[/／中]\s*全?\s*(?<total>\d{1,4})\s*${page})?`,
].map(pattern => new RegExp(`^\\s*${pattern}\\s*$`, 'diu'))
const bare = [no, String.raw`[(（〔［[【]\s*${no}\s*[)）〕］\]】]`].map(
  pattern => new RegExp(String.raw`^\s*${pattern}\s*$`, 'du'),
)
/** iv: capitals and Ⅰ number sections. */
const roman = /^(?=[ivx])(?<tens>x{0,3})(?<ones>ix|iv|v?i{0,3})$/u
const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

/** No page number is longer, whatever is around it. */
const longestFolio = 24

/** The page number that a line could be, if any; its place on the page says whether it is one. */
export function folioAt(on: Printed): Folio | undefined {
  const length = textOf(on).length
  if (length > longestFolio) return undefined
  const folded = fold(on)
  return numbered(folded, dressed, true) ?? numbered(folded, bare, false) ?? romanAt(folded)
}

/**
 * The same for a line that is not at the end of a page: 12 and - 12 - are page numbers wherever a converter puts them, while 12ページ or (12)
 * may continue the line above.
 */
export function folioBetween(on: Printed): Folio | undefined {
  const folio = folioAt(on)
  return folio && /^(?:pp?|page)?[^\p{L}()（）〔〕[\]［］【】]+$/iu.test(textOf(on)) ? folio : undefined
}

function numbered(on: Printed, patterns: readonly RegExp[], isDressed: boolean): Folio | undefined {
  const found = patterns.map(pattern => match(on, pattern)?.groups).find(groups => groups !== undefined)
  if (!found?.no) return undefined
  const value = Number(textOf(found.no))
  const most = found.total ? Number(textOf(found.total)) : value
  return value <= most ? { no: found.no, value, isDressed } : undefined
}

function romanAt(on: Printed): Folio | undefined {
  const groups = roman.exec(textOf(on).trim().normalize('NFKC'))?.groups
  if (!groups) return undefined
  return { no: undefined, value: (groups.tens ?? '').length * 10 + ones.indexOf(groups.ones ?? ''), isDressed: false }
}
