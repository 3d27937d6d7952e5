import type { SourceDocument } from '../../document/model.ts'
import { InputError } from '../../failures.ts'
import { say, type Words } from '../../messages/words.ts'
import { isPdf } from '../is-pdf.ts'
import { isWanted } from '../pages.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { Numbering } from './document.ts'
import type { PageDraft } from './draft.ts'
import { type EngineFile, type EnginePage, Refused } from './engine/engine.ts'
import { fileDamage, isHurt } from './file/damage.ts'
import { type Legibility, legibilityOf } from './file/legibility.ts'
import type { FileFacts } from './file/objects.ts'
import { type GeometryOptions, type OpenPdf, opened } from './file/open.ts'
import { errorsOf, type LeftOut } from './file/unread.ts'
import { refuseAbove } from './limits.ts'
import { draftOf } from './page.ts'
import type { Audit, PageAudit } from './structure/audit.ts'
import { withMeaning } from './structure/meaning.ts'

export type { GeometryOptions } from './file/open.ts'

/** Reads a PDF as pages: characters, lines, and the tables that its rulings make. */
export function geometryReader(options: GeometryOptions = {}): Reader {
  return {
    id: 'geometry',
    mediaType: 'application/pdf',
    owns: isPdf,
    read: (bytes, { password, ...asked }) =>
      readPdf(bytes, password === undefined ? options : { ...options, password }, asked),
  }
}

async function readPdf(bytes: Uint8Array, options: GeometryOptions, asked: ReadOptions): Promise<SourceDocument> {
  const numbering = new Numbering()
  const leftOut: LeftOut[] = []
  const pdf = await opened(bytes, options)
  const wanted = pagesFrom(pdf.pageCount, asked.pages)
  // What was not asked for may be whole: its absence refuses no file.
  let read = pdf.pageCount - wanted.length
  for (const page of enginePages(pdf, wanted)) {
    if (page.number !== wanted[0]) await asked.pause?.()
    const { audit } = page
    const content = page.content && withMeaning(page.content, audit)
    const legibility = content ? legibilityOf(content) : undefined
    const reason =
      reasonAgainst({ ...page, content }, legibility, pdf.facts, audit) ??
      numbered(numbering, { ...page, content }, legibility, asked.everyTable)
    if (reason) leftOut.push(reason)
    else if (legibility?.kind !== 'empty') read += 1
  }
  return documentOf(numbering, pdf, leftOut, read)
}

/** Numbers what is on a page; gives why it is left out where it has more than any page of a form. */
function numbered(
  numbering: Numbering,
  { number, content }: FilePage,
  legibility: Legibility | undefined,
  everyTable: boolean | undefined,
): LeftOut | undefined {
  const draft = content && withinLimits(() => draftOf(content, everyTable))
  if (draft instanceof InputError) return crowded(number, draft)
  if (draft) numbering.add(draft, legibility?.kind === 'recognised')
  return undefined
}

const crowded = (page: number, tooLarge: InputError): LeftOut => ({
  page,
  why: tooLarge.code as 'INPUT_TOO_LARGE',
  fonts: [],
  tooLarge,
})

/** What a step makes of a page, or the error of one that has too much. */
function withinLimits<T>(step: () => T): T | InputError {
  try {
    return step()
  } catch (error) {
    if (error instanceof InputError && error.code === 'INPUT_TOO_LARGE') return error
    throw error
  }
}

/** What was read, with what was not; where that is all, it is a refusal. */
function documentOf(
  numbering: Numbering,
  { facts, audit, pageCount, repaired }: OpenPdf,
  leftOut: readonly LeftOut[],
  read: number,
) {
  const errors = errorsOf(leftOut, pageCount)
  const [first] = errors
  if (first && read === 0) throw first
  const isDamaged = leftOut.some(({ why }) => why === 'DAMAGED_PDF')
  const damage = isDamaged ? undefined : fileDamage(facts, pageCount, facts.isLocked || audit.tree !== undefined)
  const isTold = isDamaged || damage !== undefined
  return numbering.document(pageCount, damage ? [damage, ...errors] : errors, isTold ? undefined : repaired)
}

/** Why a page is left out, or undefined where it can be believed. */
function reasonAgainst(
  { number, content, tooLarge }: FilePage,
  legibility: Legibility | undefined,
  facts: FileFacts,
  audit: PageAudit | undefined,
): LeftOut | undefined {
  if (tooLarge) return crowded(number, tooLarge)
  const found = content && audit ? faultOf(content, audit) : audit?.what
  if (!content || found !== undefined || isHurt(facts, content.objectNumber))
    // What is missing from a file that was cut off is no news.
    return { page: number, why: 'DAMAGED_PDF', fonts: [], what: facts.cutShort ? undefined : found }
  if (legibility?.kind === 'picture') return { page: number, why: 'SCANNED', fonts: [] }
  if (legibility?.kind === 'unreadable') return { page: number, why: 'UNREADABLE_FONT', fonts: legibility.fonts }
  return undefined
}

/** What is wrong with a page by its own objects, or where the engine finds nothing of what it shows. */
function faultOf({ chars }: EnginePage, audit: PageAudit): Words | undefined {
  return audit.what ?? (audit.shows > 0 && chars.length === 0 ? say('SHOWN_TEXT_LOST') : undefined)
}

/** Every page with what was made of it, one at a time: for those who want to see the steps. */
export async function* draftsOf(bytes: Uint8Array, options: GeometryOptions = {}): AsyncGenerator<PageDraft> {
  const pdf = await opened(bytes, options)
  for (const { content, tooLarge } of enginePages(pdf, pagesFrom(pdf.pageCount))) {
    if (tooLarge) throw tooLarge
    if (content) yield draftOf(content)
  }
}

interface FilePage {
  readonly number: number
  /** Null where the engine cannot load the page. */
  readonly content: EnginePage | null
  /** Why it was not even looked at to the end. */
  readonly tooLarge?: InputError
  readonly audit?: PageAudit | undefined
}

const pagesFrom = (pageCount: number, asked?: ReadOptions['pages']): number[] =>
  Array.from({ length: pageCount }, (_, index) => index + 1).filter(number => isWanted(asked, number))

/** Some pages in turn; the file is closed with the last, or when no more are asked for. */
function* enginePages({ file, audit }: OpenPdf, numbers: readonly number[]): Generator<FilePage> {
  try {
    for (const number of numbers) {
      const page = withinLimits(() => auditedPage(file, audit, number))
      yield page instanceof InputError ? { number, content: null, tooLarge: page } : page
    }
  } finally {
    file.close()
  }
}

/** The engine draws every form as often as it is asked to, so what that comes to is looked at before. */
function auditedPage(file: EngineFile, audit: Audit, number: number): FilePage {
  const found = audit.page(number)
  refuseAbove('drawing operators', found?.operators ?? 0)
  return { number, content: pageOf(file, number), audit: found }
}

function pageOf(file: EngineFile, number: number): EnginePage | null {
  try {
    return file.page(number)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
