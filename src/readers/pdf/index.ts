import type { SourceDocument } from '../../document/model.ts'
import { inputError } from '../../failures.ts'
import type { Reader } from '../reader.ts'
import { fileDamage, isHurt } from './damage.ts'
import { Numbering } from './document.ts'
import { type Engine, type EngineFile, type EnginePage, Refused } from './engine.ts'
import { type Legibility, legibilityOf } from './legibility.ts'
import { mended } from './mended.ts'
import { type FileFacts, factsOf } from './objects.ts'
import { draftOf, type PageDraft } from './page.ts'
import { errorsOf, type LeftOut } from './unread.ts'

export interface GeometryOptions {
  readonly password?: string
  /** A file of more pages is refused; 2,000 where it is left out. */
  readonly pageLimit?: number
}

const defaultPageLimit = 2_000

/** Reads a PDF as pages: characters, lines, and the tables that its rulings make. */
export function geometryReader(options: GeometryOptions = {}): Reader {
  return {
    id: 'geometry',
    mediaType: 'application/pdf',
    owns: isPdf,
    read: (bytes, { password }) => readPdf(bytes, password === undefined ? options : { ...options, password }),
  }
}

/** A PDF may begin with other bytes; its mark stands within the first 1,024. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')
}

async function readPdf(bytes: Uint8Array, options: GeometryOptions): Promise<SourceDocument> {
  const numbering = new Numbering()
  const leftOut: LeftOut[] = []
  const facts = factsOf(bytes)
  let pageCount = 0
  let read = 0
  for await (const page of enginePages(bytes, options, facts)) {
    pageCount = page.of
    const legibility = page.content ? legibilityOf(page.content) : undefined
    const reason = reasonAgainst(page, legibility, facts)
    if (reason) leftOut.push(reason)
    else if (page.content) numbering.add(draftOf(page.content), legibility?.kind === 'recognised')
    if (!reason && legibility?.kind !== 'empty') read += 1
  }
  const errors = errorsOf(leftOut, pageCount)
  const [first] = errors
  if (first && read === 0) throw first
  const damage = leftOut.some(({ why }) => why === 'DAMAGED_PDF') ? undefined : fileDamage(facts, pageCount)
  return numbering.document(pageCount, damage ? [damage, ...errors] : errors)
}

/** Why a page is left out, or undefined where it can be believed. */
function reasonAgainst(page: FilePage, legibility: Legibility | undefined, facts: FileFacts): LeftOut | undefined {
  const { number } = page
  if (!page.content || isHurt(facts, page.content.objectNumber)) return { page: number, why: 'DAMAGED_PDF', fonts: [] }
  if (legibility?.kind === 'picture') return { page: number, why: 'SCANNED', fonts: [] }
  if (legibility?.kind === 'unreadable') return { page: number, why: 'UNREADABLE_FONT', fonts: legibility.fonts }
  return undefined
}

/** Every page with what was made of it, one at a time: for those who want to see the steps. */
export async function* draftsOf(bytes: Uint8Array, options: GeometryOptions = {}): AsyncGenerator<PageDraft> {
  for await (const { content } of enginePages(bytes, options, factsOf(bytes))) if (content) yield draftOf(content)
}

interface FilePage {
  readonly number: number
  readonly of: number
  /** Null where the engine cannot load the page. */
  readonly content: EnginePage | null
}

async function* enginePages(bytes: Uint8Array, options: GeometryOptions, facts: FileFacts): AsyncGenerator<FilePage> {
  const file = await openFile(bytes, options, facts)
  try {
    const { pageCount } = file
    const limit = options.pageLimit ?? defaultPageLimit
    if (pageCount > limit) throw inputError('INPUT_TOO_LARGE', { bytes: pageCount, limit, unit: 'pages' })
    for (let number = 1; number <= pageCount; number += 1)
      yield { number, of: pageCount, content: pageOf(file, number) }
  } finally {
    file.close()
  }
}

function pageOf(file: EngineFile, number: number): EnginePage | null {
  try {
    return file.page(number)
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

async function openFile(bytes: Uint8Array, { password }: GeometryOptions, facts: FileFacts): Promise<EngineFile> {
  const { pdfium } = await import('./pdfium.ts')
  const engine = await pdfium()
  try {
    return engine.open(bytes, password, facts.unitOf)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const whole = error.why === 'damaged' ? mended(bytes, facts) : undefined
    if (whole) return reopened(engine, whole, facts)
    throw refusal(error, facts)
  }
}

function reopened(engine: Engine, whole: Uint8Array, facts: FileFacts): EngineFile {
  try {
    return engine.open(whole, undefined, facts.unitOf)
  } catch (error) {
    throw error instanceof Refused ? refusal(error, facts) : error
  }
}

function refusal({ why }: Refused, facts: FileFacts): Error {
  if (why === 'password-required') return inputError('PASSWORD_REQUIRED', {})
  if (why === 'password-wrong') return inputError('PASSWORD_WRONG', {})
  const what = facts.cutShort ? 'it ends before its end mark' : 'its structure cannot be read'
  return inputError('DAMAGED_PDF', { what })
}
