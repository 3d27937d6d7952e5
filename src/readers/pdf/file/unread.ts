import type { Pages } from '../../../envelope.ts'
import { type FailureCode, InputError, inputError } from '../../../failures.ts'

/** A page that was left out, and why. */
export interface LeftOut {
  readonly page: number
  readonly why: Extract<FailureCode, 'DAMAGED_PDF' | 'SCANNED' | 'UNREADABLE_FONT' | 'INPUT_TOO_LARGE'>
  readonly fonts: readonly string[]
  /** What it has too much of, where that is why. */
  readonly tooLarge?: InputError
  /** What was found, where that is known. */
  readonly what?: string | undefined
}

/** One error for each run of pages that were left out for one reason. */
export function errorsOf(leftOut: readonly LeftOut[], pageCount: number): InputError[] {
  const groups: LeftOut[][] = []
  for (const item of leftOut) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before && before.why === item.why && !item.tooLarge && before.page + 1 === item.page) group.push(item)
    else groups.push([item])
  }
  return groups.map(group => errorOf(group, pageCount))
}

function errorOf(group: readonly LeftOut[], pageCount: number): InputError {
  const pages = { from: (group[0] as LeftOut).page, to: (group.at(-1) as LeftOut).page }
  const { why, tooLarge } = group[0] as LeftOut
  if (tooLarge) return new InputError('INPUT_TOO_LARGE', tooLarge, tooLarge.args, { pages })
  if (why === 'SCANNED') return inputError(why, { pages: group.length, of: pageCount }, { pages })
  if (why === 'UNREADABLE_FONT') return inputError(why, { fonts: fontsOf(group) }, { pages })
  const whats = [...new Set(group.flatMap(({ what }) => what ?? []))]
  const found =
    whats.length === 0 ? '' : ` (${whats.slice(0, mostFound).join('; ')}${whats.length > mostFound ? '; …' : ''})`
  return inputError(why, { what: `the data of ${pagesText(pages)} cannot be read in full${found}` }, { pages })
}

/** Of many pages not everything is said. */
const mostFound = 3

const fontsOf = (group: readonly LeftOut[]): string[] => [...new Set(group.flatMap(item => item.fonts))]

const pagesText = ({ from, to }: Pages): string => (from === to ? `page ${from}` : `pages ${from}–${to}`)
