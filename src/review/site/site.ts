import type { Result } from '../../envelope.ts'
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
  /** Looks at some pages of the input of a result; where it is a text, at its characters. */
  readonly look: (result: Result, pages: readonly number[]) => Promise<Looks>
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
    list.failures.push(...result.failures.map(failedOf))
    list.key += keyOf([result])
    if (result.documents.length === 0) continue
    const seen = await drawn(folder, result, source, options)
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
async function drawn(folder: NewFolder, result: Result, source: number, { look }: SiteOptions) {
  const numbers = pagesOf(result)
  const pages: ReviewPage[] = []
  let text: string | null = null
  for (let from = 0; from === 0 || from < numbers.length; from += together) {
    const looks = await look(result, numbers.slice(from, from + together))
    text ??= looks.text
    for (const { number, width, height, inkless, png } of looks.pages) {
      const picture = png && pictureName(source, number)
      if (picture && png) await folder.add(picture, `${number}`, [png])
      pages.push({ number, width, height, picture, inkless })
    }
  }
  return { pages, text }
}

/** The pages of a PDF that its documents are on. */
function pagesOf({ input, documents }: Result): number[] {
  if (input?.mediaType !== 'application/pdf') return []
  const numbers = documents.flatMap(({ source: { pages } }) =>
    pages ? Array.from({ length: pages.to - pages.from + 1 }, (_, index) => pages.from + index) : [],
  )
  return [...new Set(numbers)].sort((a, b) => a - b)
}
