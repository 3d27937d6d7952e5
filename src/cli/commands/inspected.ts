import type { SourceDocument } from '../../document/model.ts'
import type { Failure, Pages } from '../../envelope.ts'
import { asFailure } from '../../failures.ts'
import type { LimitFlags } from '../inputs/limits.ts'
import type { PasswordFlags } from '../inputs/password.ts'
import { usage } from '../reporting/stderr.ts'

/** The options of `inspect` as commander gives them. */
export interface InspectFlags extends PasswordFlags, LimitFlags {
  readonly tables?: boolean
  readonly format?: 'json' | 'csv'
  readonly output?: string
  readonly page?: number
  readonly pages?: readonly Pages[]
  readonly overwrite?: boolean
}

/** One input as it was read. */
export interface Inspected {
  readonly path: string
  readonly bytes: Uint8Array
  readonly document: SourceDocument
  readonly password: string | undefined
}

/** What to show of an input. */
export interface InspectTask {
  readonly command: 'inspect'
  readonly flags: InspectFlags
  readonly password: string | undefined
  /** The JSON is for people: indented. */
  readonly isForPeople: boolean
}

/** What is to be written. */
export interface Shown {
  /** Empty where the page could not be read. */
  readonly data: string | Uint8Array
  /** What is to be reported about it. */
  readonly remarks?: readonly string[]
  /** Pages were requested, and the text has none. */
  readonly isPageless?: boolean
}

/** What is to be written, and what could not be read for it. */
export interface Drawn extends Shown {
  readonly failures: readonly Failure[]
  /** Stacks of INTERNAL failures. */
  readonly bugs?: readonly string[]
}

/** What could not be read though the rest could. */
export const unreadIn = ({ document, path }: Inspected): Failure[] =>
  (document.unread ?? []).map(error => asFailure(error, path))

/** Throws a usage error where the file has fewer pages than the requested number. */
export function refuseBeyond(page: number, pageCount: number | null): void {
  if (pageCount !== null && page > pageCount)
    throw usage('--page', `there is no page ${page}: the file has ${pageCount}`, 'pages count from 1')
}

/** Throws a usage error where the file has none of the requested pages. */
export function refuseAllBeyond(pages: readonly Pages[], pageCount: number | null): void {
  if (pageCount !== null && pages.every(({ from }) => from > pageCount))
    throw usage('--pages', `none of the pages asked for is there: the file has ${pageCount}`, 'pages count from 1')
}
