import type { Pages } from '../document/model.ts'

/** The place of a document of a release: its file as the user typed it, and its pages, null where the file has none. */
export interface Located {
  readonly path: string
  readonly pages: Pages | null
}

/** The values that rounded numbers allow; null where they set no upper end. */
interface Range {
  from: number
  to: number | null
}

/** What the sentence of each code needs. A new code begins here and with its sentence below. */
export interface ReleaseArgs {
  FILENAME_MISMATCH: { differences: readonly { what: string; named: string; printed: string }[] }
  YEAR_OUTLIER: { year: number; usual: number; agreeing: number; total: number }
  DOCUMENT_REPEATED: {
    what: string
    at: readonly Located[]
    reuploads: readonly { path: string; of: string }[]
    identical: readonly (readonly string[])[]
  }
  UNIT_COST_OUTLIER: {
    what: string
    cost: number
    staff: number
    own: Range
    usual: Range
    agreeing: number
    total: number
  }
}

export type ReleaseCode = keyof ReleaseArgs

/** What does not fit together across the documents of one release; `paths` and `pages` correspond one to one, in input order. */
export interface ReleaseFinding {
  code: ReleaseCode
  message: string
  paths: string[]
  pages: (Pages | null)[]
  expected: unknown
  actual: unknown
}

const pageWords = ({ from, to }: Pages): string => (from === to ? `page ${from}` : `pages ${from}-${to}`)

const rangeWords = ({ from, to }: Range): string => (to === null ? `${from} or more` : `${from} to ${to}`)

const placeWords = ({ path, pages }: Located): string => (pages ? `${path} (${pageWords(pages)})` : path)

/** A sentence names no more than this many of a list; the finding holds all of it. */
const mostNamed = 5

const few = (items: readonly string[]): string[] =>
  items.length > mostNamed ? [...items.slice(0, mostNamed), `${items.length - mostNamed} more`] : [...items]

/** Every sentence of every finding: what was found, then what to do about it. */
const sentences: { readonly [C in ReleaseCode]: (args: ReleaseArgs[C]) => string } = {
  FILENAME_MISMATCH: a =>
    `${a.differences.map(each => `the file name says ${each.what} ${each.named}, the sheet ${each.printed}`).join('; ')}; check whether the file is the right one`,
  YEAR_OUTLIER: a =>
    `the sheet is of 年度 ${a.year}, ${a.agreeing} of ${a.total} sheets are of ${a.usual}; check whether it belongs to this release`,
  DOCUMENT_REPEATED: a =>
    [
      `${a.what} stands ${a.at.length} times: ${few(a.at.map(placeWords)).join(', ')}`,
      ...few(a.reuploads.map(each => `${each.path} is named as a re-upload of ${each.of}`)),
      ...few(a.identical.map(paths => `the content of ${few(paths).join(' and ')} is identical`)),
      'count it once',
    ].join('; '),
  UNIT_COST_OUTLIER: a =>
    `人件費/人工 ${a.what}: ${a.cost} for ${a.staff} is ${rangeWords(a.own)} thousand yen a person, ${a.agreeing} of ${a.total} sheets agree on ${rangeWords(a.usual)}; check both on the page`,
}

/** A finding about the documents `at`, with its sentence. */
export function releaseFinding<C extends ReleaseCode>(
  code: C,
  args: ReleaseArgs[C],
  { at, expected, actual }: { at: readonly Located[]; expected: unknown; actual: unknown },
): ReleaseFinding {
  const sentence = sentences[code] as (args: ReleaseArgs[C]) => string
  const message = sentence(args)
  return { code, message, paths: at.map(each => each.path), pages: at.map(each => each.pages), expected, actual }
}
