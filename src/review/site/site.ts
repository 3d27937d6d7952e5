import type { Failure, Result } from '../../envelope.ts'
import type { Language } from '../../messages/language.ts'
import type { NewFolder } from '../../writers/new-folder.ts'
import type { Form } from '../data/fields.ts'
import { failedOf, keyOf, listedOf, type Numbered, numberedIn, reviewDocumentOf } from '../data/review-of.ts'
import type { Failed, Listed, ReviewPage } from '../view/review.ts'
import { styles } from '../view/styles.ts'
import { pageWords } from '../view/words.ts'
import { documentName, listName, pictureName, startName, styleName, viewName } from './names.ts'
import { documentScript, listScript, startPage } from './scripts.ts'

/** What is to be seen of a source: some of its pages with their pictures, or the characters of a text. */
export interface Looks {
  readonly pages: readonly SeenPage[]
  readonly text: string | null
}

export interface SeenPage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly inkless: NonNullable<ReviewPage['inkless']>
  /** A PNG file; null where the page could not be drawn. */
  readonly png: Uint8Array | null
}

export interface SiteOptions {
  readonly language: Language
  readonly forms: readonly Form[]
  /** The script of the page. */
  readonly view: string
  /** Looks at some pages of an input; where it is a text, at its characters. */
  readonly look: (path: string, pages: readonly number[]) => Promise<Looks>
}

/** The names of all files that the site of some results may have. */
export function siteNames(results: Iterable<Result>): string[] {
  const names = [startName, listName, styleName, viewName]
  let documents = 0
  let sources = 0
  for (const result of results) {
    sources += 1
    names.push(...result.documents.map((_, index) => documentName(documents + index)))
    names.push(...pagesOf(result).map(page => pictureName(sources, page)))
    documents += result.documents.length
  }
  return names
}

/** Writes the site of some results into a folder, source by source: no more than one is held. */
export async function fillSite(folder: NewFolder, results: Iterable<Result>, options: SiteOptions): Promise<void> {
  const list = { documents: [] as Listed[], failures: [] as Failed[], key: '' }
  let source = 0
  for (const result of results) {
    source += 1
    list.key += keyOf([result])
    const scans = scansIn(result)
    if (result.documents.length === 0 && scans.length === 0) {
      list.failures.push(...result.failures.map(failedOf))
      continue
    }
    const path = result.input?.path ?? scans[0]?.path ?? ''
    const seen = await drawn(folder, { path, numbers: pagesOf(result), source }, options)
    list.failures.push(...result.failures.map(failure => withPictures(failure, seen.pages)))
    for (const each of numberedIn(result)) await addDocument(folder, each, seen, list.documents, options.forms)
  }
  const { language, view } = options
  await folder.add(viewName, 'view', [view])
  await folder.add(styleName, 'style', [styles])
  await folder.add(listName, 'list', [listScript({ ...list, language })])
  await folder.add(startName, pageWords('ja').title, [startPage(language, pageWords(language).title)])
}

async function addDocument(
  folder: NewFolder,
  each: Numbered,
  seen: { readonly pages: readonly ReviewPage[]; readonly text: string | null },
  list: Listed[],
  forms: readonly Form[],
): Promise<void> {
  const index = list.length
  const document = reviewDocumentOf(each, forms, seen)
  await folder.add(documentName(index), document.name, [documentScript(index, document)])
  list.push(listedOf(each.doc, forms))
}

/** Pages that are looked at in one go: their pictures are held together. */
const together = 32

/** Draws the pages of a source into the folder; gives what the page needs to know of them. */
async function drawn(folder: NewFolder, { path, numbers, source }: Drawing, { look }: SiteOptions) {
  const pages: ReviewPage[] = []
  let text: string | null = null
  for (let from = 0; from === 0 || from < numbers.length; from += together) {
    const looks = await look(path, numbers.slice(from, from + together))
    text ??= looks.text
    for (const { number, width, height, inkless, png } of looks.pages) {
      const picture = png && pictureName(source, number)
      if (picture && png) await folder.add(picture, `${number}`, [png])
      pages.push({ number, width, height, picture, inkless })
    }
  }
  return { pages, text }
}

/** Pages of one input, which is the `source`-th. */
interface Drawing {
  readonly path: string
  readonly numbers: readonly number[]
  readonly source: number
}

/** The pages of a PDF that its documents are on, and those that are pictures, of which nothing is read. */
function pagesOf(result: Result): number[] {
  const { input, documents } = result
  const ofDocuments = input?.mediaType === 'application/pdf' ? documents.map(({ source }) => source.pages) : []
  const numbers = [...ofDocuments, ...scansIn(result).map(({ pages }) => pages)].flatMap(pages =>
    pages ? Array.from({ length: pages.to - pages.from + 1 }, (_, index) => pages.from + index) : [],
  )
  return [...new Set(numbers)].sort((a, b) => a - b)
}

const scansIn = ({ failures }: Result): Failure[] => failures.filter(({ code }) => code === 'SCANNED')

function withPictures(failure: Failure, seen: readonly ReviewPage[]): Failed {
  const { code, pages } = failure
  if (code !== 'SCANNED' || !pages) return failedOf(failure)
  const own = seen.filter(({ number }) => number >= pages.from && number <= pages.to)
  return { ...failedOf(failure), pictures: own.flatMap(({ picture }) => (typeof picture === 'string' ? picture : [])) }
}
