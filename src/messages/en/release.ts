import type { Located, Range, ReleaseArgs } from '../arguments.ts'
import { few } from '../short.ts'
import type { Spoken } from '../words.ts'

const pageWords = ({ from, to }: { from: number; to: number }): string =>
  from === to ? `page ${from}` : `pages ${from}-${to}`

const rangeWords = ({ from, to }: Range): string => (to === null ? `${from} or more` : `${from} to ${to}`)

const placeWords = ({ path, pages }: Located): string => (pages ? `${path} (${pageWords(pages)})` : path)

const named = (items: readonly string[]): string[] => few(items, more => `${more} more`)

/** Every sentence of every finding across a release: what was found, then what to do about it. */
export const release: { readonly [C in keyof ReleaseArgs]: (args: Spoken<ReleaseArgs[C]>) => string } = {
  FILENAME_MISMATCH: a =>
    `${a.differences.map(each => `the file name says ${each.what} ${each.named}, the sheet ${each.printed}`).join('; ')}; check whether the file is the right one`,
  YEAR_OUTLIER: a =>
    `the sheet is of 年度 ${a.year}, ${a.agreeing} of ${a.total} sheets are of ${a.usual}; check whether it belongs to this release`,
  DOCUMENT_REPEATED: a =>
    [
      `${a.what} stands ${a.at.length} times: ${named(a.at.map(placeWords)).join(', ')}`,
      ...named(a.reuploads.map(each => `${each.path} is named as a re-upload of ${each.of}`)),
      ...named(a.identical.map(paths => `the content of ${named(paths).join(' and ')} is identical`)),
      'count it once',
    ].join('; '),
  UNIT_COST_OUTLIER: a =>
    `人件費/人工 ${a.what}: ${a.cost} for ${a.staff} is ${rangeWords(a.own)} thousand yen a person, ${a.agreeing} of ${a.total} sheets agree on ${rangeWords(a.usual)}; check both on the page`,
}
