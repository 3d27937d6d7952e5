import type { Pages } from '../../../envelope.ts'
import { type FailureCode, InputError, inputError } from '../../../failures.ts'
import type { Text } from '../../../messages/arguments.ts'
import { distinct, say, type Words } from '../../../messages/words.ts'

/** A page that was left out, and why. */
export interface LeftOut {
  readonly page: number
  readonly why: Extract<FailureCode, 'DAMAGED_PDF' | 'SCANNED' | 'UNREADABLE_FONT' | 'INPUT_TOO_LARGE'>
  readonly fonts: readonly Text[]
  /** What it has too much of, where that is why. */
  readonly tooLarge?: InputError
  /** What was found, where that is known. */
  readonly what?: Words | undefined
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
  const whats = distinct(group.flatMap(({ what }) => what ?? []))
  return inputError(why, { what: unreadOn(pages, whats) }, { pages })
}

function unreadOn({ from, to }: Pages, whats: readonly Words[]): Words {
  const faults = whats.slice(0, mostFound)
  const since = { faults, areAll: faults.length === whats.length }
  if (from === to)
    return whats.length === 0 ? say('PAGE_UNREAD', { page: from }) : say('PAGE_UNREAD_SINCE', { page: from, ...since })
  return whats.length === 0 ? say('PAGES_UNREAD', { from, to }) : say('PAGES_UNREAD_SINCE', { from, to, ...since })
}

/** Of many pages not everything is said. */
const mostFound = 3

const fontsOf = (group: readonly LeftOut[]): Text[] => [...new Set(group.flatMap(item => item.fonts))]
