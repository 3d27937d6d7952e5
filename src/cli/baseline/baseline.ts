import { existsSync } from 'node:fs'
import type { Diagnostic } from '../../diagnostics/codes.ts'
import type { Doc, Result } from '../../envelope.ts'
import { say } from '../../messages/words.ts'
import { isJsonLog, reportEvent, reportNote, reportProblem, usage } from '../reporting/stderr.ts'
import { type Accepted, readBaseline, writeBaseline } from './file.ts'

interface BaselineFlags {
  readonly baseline?: string
  readonly writeBaseline?: boolean
  readonly failOn?: readonly string[]
}

/** The findings of a run beside those that were accepted before. */
export class Baseline {
  readonly #path: string
  readonly #isRenewed: boolean
  /** Codes whose findings count even where they are notes. */
  readonly #codes: readonly string[]
  readonly #known: ReadonlyMap<string, Accepted>
  readonly #met = new Set<string>()
  /** Paths and contents. */
  readonly #read = new Set<string>()
  readonly #found = new Map<string, Accepted>()
  #accepted = 0

  constructor(path: string, known: readonly Accepted[], isRenewed: boolean, codes: readonly string[]) {
    this.#path = path
    this.#known = new Map(known.map(entry => [keyOf(entry), entry]))
    this.#isRenewed = isRenewed
    this.#codes = codes
  }

  /**
   * The result without the findings that were accepted; where the baseline is written anew, as it is. One more than was accepted of a kind, and all
   * of the kind are new. What counts for the exit code is without those that are accepted by this run, too.
   */
  split(result: Result): { readonly told: Result; readonly counted: Result } {
    if (result.input) this.#read.add(result.input.path).add(result.input.sha256)
    const others = { ...result, documents: result.documents.map((doc, index) => this.#withoutAccepted(doc, index)) }
    if (!this.#isRenewed) return { told: others, counted: others }
    const documents = result.documents.map(doc => ({
      ...doc,
      diagnostics: doc.diagnostics.filter(each => !this.#counts(each)),
    }))
    return { told: result, counted: { ...result, documents } }
  }

  #withoutAccepted(doc: Doc, index: number): Doc {
    const own = new Map<string, Accepted>()
    for (const diagnostic of doc.diagnostics.filter(each => this.#counts(each))) {
      const entry = { ...entryOf(doc, index, diagnostic), times: 1 }
      const known = own.get(keyOf(entry))
      own.set(keyOf(entry), known ? { ...known, times: known.times + 1 } : entry)
    }
    const accepted = new Set<string>()
    for (const [key, entry] of own) {
      this.#found.set(key, entry)
      const known = this.#known.get(key)
      if (known) this.#met.add(key)
      if (known && entry.times <= known.times) accepted.add(key)
    }
    const diagnostics = doc.diagnostics.filter(
      each => !this.#counts(each) || !accepted.has(keyOf(entryOf(doc, index, each))),
    )
    this.#accepted += doc.diagnostics.length - diagnostics.length
    return { ...doc, diagnostics }
  }

  #counts({ severity, code }: Diagnostic): boolean {
    return severity !== 'info' || this.#codes.includes(code)
  }

  /** Tells how many were accepted and which entries are out of date, and writes the file anew where that was asked for. */
  end(isQuiet: boolean): void {
    const entries = [...this.#known].filter(([key]) => !this.#met.has(key)).map(([, entry]) => entry)
    const unread = entries.filter(entry => !this.#isRead(entry))
    const stale = entries.filter(entry => this.#isRead(entry))
    const counts = { accepted: this.#accepted, stale: stale.length, unread: unread.length }
    if (this.#isRenewed) {
      const written = [...this.#found.values(), ...unread]
      writeBaseline(this.#path, written)
      if (!isQuiet) reportNote(say('BASELINE_WRITTEN', { path: this.#path, entries: written.length }))
      return
    }
    if (isJsonLog()) reportEvent({ event: 'baseline', path: this.#path, ...counts })
    else if (!isQuiet) reportNote(say('BASELINE_ACCEPTED', { path: this.#path, ...counts }))
    const [first] = stale
    if (!first) return
    const message = say('BASELINE_STALE', {
      entries: stale.length,
      code: first.code,
      at: first.pointer ?? '',
      of: first.path,
    })
    reportProblem({ where: this.#path, code: 'BASELINE_STALE', message, hint: say('RENEW_BASELINE'), level: 'warning' })
  }

  /** Whether the content was read, or another one in its place. */
  #isRead({ path, sha256 }: Accepted): boolean {
    return this.#read.has(path) || this.#read.has(sha256)
  }
}

const keyOf = ({ sha256, code, pointer }: Pick<Accepted, 'sha256' | 'code' | 'pointer'>): string =>
  JSON.stringify([sha256, code, pointer])

/** The second document of a file, and those after it, have their numbers before their pointers. */
const entryOf = ({ source }: Doc, index: number, { code, pointer, message }: Diagnostic): Omit<Accepted, 'times'> => ({
  sha256: source.sha256,
  code,
  pointer: index === 0 ? pointer : `#${index + 1}${pointer ?? ''}`,
  path: source.path,
  message,
})

/** The baseline that was asked for, undefined where none was. Throws a UsageError. */
export function baselineFor({
  baseline,
  writeBaseline: isRenewed = false,
  failOn = [],
}: BaselineFlags): Baseline | undefined {
  if (baseline === undefined && isRenewed)
    throw usage('--write-baseline', say('NO_BASELINE_NAMED'), say('NAME_BASELINE'))
  if (baseline === undefined) return undefined
  const known = isRenewed && !existsSync(baseline) ? [] : readBaseline(baseline)
  return new Baseline(baseline, known, isRenewed, failOn)
}
