import type { Page } from '../../document/model.ts'
import type { Doc, Failure, Pages } from '../../envelope.ts'
import { emptyFields, fieldsOn, unclaimedOn } from '../../inspect/marks.ts'
import { drawingWords, svgOf } from '../../inspect/picture.ts'
import { layouts } from '../../layouts/registry.ts'
import type { AnyLanguage } from '../../messages/language.ts'
import { spoken } from '../../messages/speak.ts'
import { say } from '../../messages/words.ts'
import { extractOne, type Result } from '../../pipeline.ts'
import { draftsOf } from '../../readers/pdf/index.ts'
import type { Rulings } from '../../readers/pdf/rulings/rulings.ts'
import { toldResult } from '../../told.ts'
import { summaryOf, unknownLayout } from '../reporting/report.ts'
import { usage } from '../reporting/stderr.ts'
import { type Drawn, type Inspected, refuseBeyond, unreadIn } from './inspected.ts'

/** A page as a picture of all that was found on it; without data where the page could not be read. */
export async function drawPage(input: Inspected, number: number, language: AnyLanguage): Promise<Drawn> {
  const page = pageOf(input, number)
  const failures = unreadIn(input).filter(({ pages }) => !pages || holds(pages, number))
  if (!page?.size) return { data: '', failures }
  const bugs: string[] = []
  const result = toldResult(await extractionOf(input, bugs), language)
  const docs = result.documents.filter(({ source }) => source.pages && holds(source.pages, number))
  const data = svgOf({
    source: input.document,
    page,
    size: page.size,
    rulings: await rulingsOf(input, number),
    fields: docs.flatMap(doc => fieldsOn(number, doc, layoutOf(doc))),
    unclaimed: docs.flatMap(doc => unclaimedOn(number, doc)),
    empty: docs.length === 0 ? undefined : docs.flatMap(doc => emptyFields(number, doc, layoutOf(doc))),
    said: [...docs.map(doc => spoken(summaryOf(doc), language)), ...saidOf(result, number, language)],
    words: drawingWords(language),
  })
  return { data, failures: [...failures, ...bugsOf(result)], bugs }
}

const holds = ({ from, to }: Pages, page: number): boolean => from <= page && page <= to

/** The requested page; undefined where the file has it but it could not be read. */
function pageOf({ document, path }: Inspected, number: number): Page | undefined {
  const { mediaType, pageCount } = document
  if (mediaType === 'text/plain') throw usage(path, say('TEXT_HAS_NO_PAGE'), say('PDF_OR_TABLES'))
  refuseBeyond(number, pageCount)
  return document.pages.find(page => page.number === number)
}

/** What `extract` makes of a document that has been read; the stacks of INTERNAL failures are added to `bugs`. */
function extractionOf({ path, bytes, document }: Inspected, bugs: string[]): Promise<Result> {
  const reader = { id: 'as-read', mediaType: document.mediaType, owns: () => true, read: async () => document }
  const onBug = (error: unknown) => bugs.push(error instanceof Error ? (error.stack ?? '') : String(error))
  const options = { layouts, readers: [reader], provenance: true, untold: true, onBug }
  return extractOne({ path, bytes: async () => bytes }, options)
}

const layoutOf = (doc: Doc) => {
  const layout = layouts.find(each => each.id === doc.layout)
  if (!layout) throw new RangeError(`no layout ${doc.layout}`)
  return layout
}

/** The ruling lines of a page: the document model leaves them out, as the layouts need only the cells they make. */
async function rulingsOf({ bytes, password }: Inspected, number: number): Promise<Rulings | undefined> {
  for await (const draft of draftsOf(bytes, password === undefined ? {} : { password }))
    if (draft.page.number === number) return draft.rulings
  return undefined
}

/** Why a page belongs to no document. */
function saidOf({ input, failures }: Result, number: number, language: AnyLanguage): string[] {
  const skipped = (input?.skipped ?? [])
    .filter(({ pages }) => holds(pages, number))
    .map(each => unknownLayout(each, language))
  const failed = failures.filter(({ pages }) => !pages || holds(pages, number)).map(said)
  return skipped.length > 0 ? skipped : failed
}

const said = ({ code, message }: Failure): string => `${code}: ${message}`

const bugsOf = ({ failures }: Result): Failure[] => failures.filter(({ code }) => code === 'INTERNAL')
