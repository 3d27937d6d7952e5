import { isTimeout, type Pause, pausesFor } from './deadline.ts'
import { type PageRange, pagesOf, type SourceDocument } from './document/model.ts'
import {
  type Doc,
  type Extraction,
  extractionOf,
  type Failure,
  type Input,
  type Result,
  type Skipped,
} from './envelope.ts'
import { asFailure, fromPackage, inputError } from './failures.ts'
import { type Claim, claimants, closest, layoutRuns, missingMarks, type Run } from './layouts/choose.ts'
import type { AnyLayout } from './layouts/kit/layout.ts'
import { spoken } from './messages/speak.ts'
import { sha256Of } from './platform/index.ts'
import { onlyPages } from './readers/pages.ts'
import { type Reader, type ReadOptions, readWith } from './readers/reader.ts'
import { toldResult } from './told.ts'
import { assemble, type Extras, type Finder } from './walks/assemble.ts'
import { decisionsAbout, Numbering } from './walks/decisions/about.ts'
import type { Decision } from './walks/decisions/decision.ts'

/** One input: its path as the user typed it, and a way to its bytes, which is abandoned once the signal is aborted. */
export interface Source {
  readonly path: string
  readonly bytes: (signal?: AbortSignal) => Promise<Uint8Array>
}

export type { Result } from './envelope.ts'

/** How inputs are read, and by what. */
export interface Options extends Extras, Omit<ReadOptions, 'pause'> {
  readonly layouts: readonly AnyLayout[]
  readonly readers: readonly Reader[]
  /** Seconds after which an input fails with TIMEOUT; none by default. It is checked between pages and documents. */
  readonly timeout?: number | undefined
  /** The result keeps what its sentences are made of, so that they can be told in another language than English. */
  readonly untold?: boolean
  /** What people decided about the values of documents: applied where it is about one of these. */
  readonly decisions?: readonly Decision[] | undefined
  /** Called with what was thrown where a failure is a bug of ours, for those who want its stack. */
  readonly onBug?: (error: unknown) => void
}

/** The options, what they need loaded, and the pauses of this input. */
type Ready = Options & { readonly find: Finder | undefined; readonly pause: Pause }

/** The whole run of one input: read → recognise → parse → value → check → document. What fails is a failure, never a throw. */
export async function extractOne(source: Source, options: Options): Promise<Result> {
  const result = await resultFrom(source, options)
  return options.untold ? result : toldResult(result, 'en')
}

async function resultFrom(source: Source, options: Options): Promise<Result> {
  try {
    const pause = pausesFor(options.timeout)
    const { document, input } = await read(source, { ...options, pause })
    const ready = { ...options, pause, find: await finderFor(options) }
    const runs = layoutRuns(document, options.layouts)
    const parts = await inTurn(runs, run => resultOf(run, input, ready))
    const documents = parts.flatMap(part => part.documents)
    const failures = parts.flatMap(part => part.failures)
    const skipped = parts.flatMap(part => part.skipped)
    const unread = (document.unread ?? []).map(error => failureOf(error, source.path, options))
    const isUnknown = documents.length + failures.length + unread.length === 0
    const unknown = isUnknown ? [unknownLayout(document, source.path, options)] : []
    return { input: { ...input, skipped }, documents, failures: [...unread, ...failures, ...unknown] }
  } catch (error) {
    return { input: null, documents: [], failures: [failureOf(error, source.path, options)] }
  }
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => R | Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

/** Every input in turn; one that fails hides none of the others. */
export async function extractAll(sources: readonly Source[], options: Options): Promise<Extraction> {
  return extractionOf(await inTurn(sources, source => extractOne(source, options)))
}

async function read(
  source: Source,
  options: Options & ReadOptions,
): Promise<{ document: SourceDocument; input: Input }> {
  const bytes = await source.bytes()
  const document = onlyPages(await readWith(options.readers, bytes, options), options.pages)
  const { mediaType, pageCount: pages } = document
  return { document, input: { path: source.path, sha256: sha256Of(bytes), mediaType, pages, skipped: [] } }
}

/** Loaded on demand: its dictionary is larger than all the rest. */
async function finderFor({ findings }: Options): Promise<Finder | undefined> {
  if (!findings) return undefined
  return fromPackage('kuromoji', '--findings', async () => (await import('./findings/index.ts')).loadFinder())
}

interface Part {
  readonly documents: readonly Doc[]
  readonly failures: readonly Failure[]
  readonly skipped: readonly Skipped[]
}

/** The documents of a run that exactly one layout claims; a run claimed by several is a failure, by none it is skipped. */
async function resultOf(run: Run, input: Input, options: Ready): Promise<Part> {
  const owners = claimants(run.claims)
  const [owner] = owners
  try {
    if (!owner) return { documents: [], failures: [], skipped: skippedPages(run) }
    if (owners.length > 1) throw inputError('LAYOUT_AMBIGUOUS', { claimants: owners.map(claim => claim.layout.id) })
    const results = await documentsOf(run.range, owner, input, options)
    return { documents: results.filter(isDocument), failures: results.filter(isFailure), skipped: [] }
  } catch (error) {
    if (isTimeout(error)) throw error
    const failure = { ...failureOf(error, input.path, options), pages: pagesOf(run.range.pages) }
    return { documents: [], failures: [failure], skipped: [] }
  }
}

const isFailure = (result: Doc | Failure): result is Failure => 'code' in result
const isDocument = (result: Doc | Failure): result is Doc => !isFailure(result)

/** The documents of a range; one that cannot be read hides none of the others. */
async function documentsOf(range: PageRange, claim: Claim, input: Input, options: Ready): Promise<(Doc | Failure)[]> {
  const { layout, evidence } = claim
  const source = { path: input.path, sha256: input.sha256 }
  const numbering = new Numbering()
  await options.pause()
  return inTurn(layout.parse(range), async parsed => {
    await options.pause()
    try {
      const pages = pagesOf(parsed.range.pages)
      const decisions = decisionsAbout(options.decisions ?? [], { ...source, pages, no: numbering.next(pages) })
      const doc = assemble(layout, parsed, evidence, source, { ...options, decisions })
      numbering.add(pages)
      return doc
    } catch (error) {
      return { ...failureOf(error, input.path, options), pages: pagesOf(parsed.range.pages) }
    }
  })
}

function failureOf(error: unknown, path: string, { onBug }: Options): Failure {
  const failure = asFailure(error, path)
  if (failure.code === 'INTERNAL') onBug?.(error)
  return failure
}

function skippedPages(run: Run): Skipped[] {
  const pages = pagesOf(run.range.pages)
  const near = closest(run.claims)
  return pages ? [{ pages, closest: near?.layout.id ?? null, ...missingOf(near) }] : []
}

function missingOf(near: Claim | undefined): Pick<Skipped, 'missing' | 'said'> {
  const said = near ? missingMarks(near) : []
  return { missing: said.map(mark => spoken(mark, 'en')), said }
}

function unknownLayout(document: SourceDocument, path: string, options: Options): Failure {
  const [whole] = layoutRuns(document, options.layouts)
  const near = whole && closest(whole.claims)
  const isMisnamed = document.mediaType === 'text/plain' && /\.pdf$/iu.test(path)
  const args = { closest: near?.layout.id ?? null, missing: near ? missingMarks(near) : [], isMisnamed }
  return asFailure(inputError('LAYOUT_UNKNOWN', args), path)
}
