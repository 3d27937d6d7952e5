import { readFileSync } from 'node:fs'
import { say } from '../../messages/words.ts'
import { writeFile } from '../../writers/files.ts'
import { usage } from '../reporting/stderr.ts'

/** Findings that were looked at and accepted: those of one code at one value of one content. */
export interface Accepted {
  /** Of the bytes of the input, in hexadecimal digits. */
  readonly sha256: string
  readonly code: string
  readonly pointer: string | null
  /** How many there are. */
  readonly times: number
  /** The input as it was typed, and what was told: for those who read the file. */
  readonly path: string
  readonly message: string
}

const schemaVersion = 1

/** The entries of a file. Throws a UsageError for one that is missing, or no such file. */
export function readBaseline(path: string): Accepted[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw usage('--baseline', say('BASELINE_MISSING', { path }), say('WRITE_BASELINE_FIRST'))
  }
  const accepted = entriesOf(text)
  if (!accepted) throw usage('--baseline', say('NO_BASELINE', { path }), say('NAME_BASELINE'))
  return accepted
}

function entriesOf(text: string): Accepted[] | undefined {
  try {
    const { schemaVersion: version, accepted } = JSON.parse(text.replace(/^\ufeff/u, '')) ?? {}
    return version === schemaVersion && Array.isArray(accepted) && accepted.every(isEntry) ? accepted : undefined
  } catch {
    return undefined
  }
}

function isEntry(entry: unknown): entry is Accepted {
  const { sha256, code, pointer, times, path, message } = (entry ?? {}) as { readonly [key: string]: unknown }
  const areTexts = [sha256, code, path, message].every(each => typeof each === 'string')
  return areTexts && (pointer === null || typeof pointer === 'string') && Number.isInteger(times)
}

/** Writes the entries, one a line, in an order that depends on them alone, so that versions of the file can be compared. */
export function writeBaseline(path: string, entries: readonly Accepted[]): void {
  const lines = entries
    .map(({ path, sha256, code, pointer, times, message }) =>
      JSON.stringify({ path, sha256, code, pointer, times, message }),
    )
    .sort()
  const text = `{"schemaVersion":${schemaVersion},"accepted":[\n${lines.join(',\n')}\n]}\n`
  writeFile(path, Buffer.from(text, 'utf8'), { overwrite: true })
}
