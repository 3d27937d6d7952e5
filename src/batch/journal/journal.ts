import { closeSync, constants, fdatasync, fdatasyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../../messages/words.ts'
import type { Result } from '../../pipeline.ts'
import { type About, aboutIn, entryOf, resultIn } from './entries.ts'
import { BatchError } from './errors.ts'
import { type Line, lineContent, lineOf, linesOf } from './lines.ts'

/** The place of an entry in the journal. */
export interface Place {
  readonly offset: number
  readonly length: number
}

/** What the journal of an earlier run holds of one input. */
export interface Kept {
  readonly sha256: string
  readonly place: Place
}

/** What a run has done so far, on disk: nothing of it is held in memory, and an interrupted run resumes from it. */
export interface Journal {
  /** What an earlier run left, by path; the last entry of a path counts. */
  readonly kept: ReadonlyMap<string, Kept>
  /** Adds the result of one input, as JSON. Throws a BatchError where the disk is full. */
  append(about: About, result: string): Place
  /** Closes it, everything on disk. */
  close(): void
}

export const journalIn = (folder: string): string => join(folder, 'journal.jsonl')

// Never through a link; Windows has no such flag.
const toAppend = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)

/** Milliseconds between two flushes to disk: what was read since the last may be lost in a power cut. */
const syncEvery = 1000

/**
 * Opens the journal in a folder. It keeps the entries that are there if its first line says that they depend on the
 * same things (`dependsOn`, JSON), and otherwise starts afresh.
 */
export function openJournal(folder: string, dependsOn: string, { anew }: { readonly anew: boolean }): Journal {
  return refusing(() => {
    const file = openSync(journalIn(folder), toAppend)
    const first = lineOf(`"for":${dependsOn}`)
    const found = anew ? undefined : entriesIn(file, first)
    if (!found) {
      ftruncateSync(file, 0)
      writeWhole(file, first)
    } else ftruncateSync(file, found.end)
    return journalOf(file, found ?? { kept: new Map(), end: first.length })
  })
}

interface Found {
  readonly kept: Map<string, Kept>
  /** Where the last whole line ends: what follows was cut off. */
  readonly end: number
}

function entriesIn(file: number, first: Buffer): Found | undefined {
  const kept = new Map<string, Kept>()
  let end = 0
  for (const line of linesOf(file)) {
    if (line.offset === 0 && !line.bytes.equals(first.subarray(0, -1))) return undefined
    const body = lineContent(line.bytes)
    // A line that is damaged in the middle of the file counts as never written; the next one begins at its line feed.
    if (body === undefined) continue
    end = line.offset + line.bytes.length + 1
    const about = line.offset > 0 ? aboutIn(body) : undefined
    if (about) remember(kept, about, line)
  }
  return end === 0 ? undefined : { kept, end }
}

function remember(kept: Map<string, Kept>, { path, sha256 }: About, { offset, bytes }: Line): void {
  if (sha256 === null) kept.delete(path)
  else kept.set(path, { sha256, place: { offset, length: bytes.length } })
}

function journalOf(file: number, { kept, end }: Found): Journal {
  let offset = end
  let fault: Error | null = null
  const sync = () =>
    fdatasync(file, error => {
      fault ??= error
    })
  const pulse = setInterval(sync, syncEvery).unref()
  return {
    kept,
    append(about, result) {
      const line = lineOf(entryOf(about, result))
      refusing(() => {
        if (fault) throw fault
        appendWhole(file, line, offset)
      })
      const place = { offset, length: line.length - 1 }
      offset += line.length
      return place
    },
    close() {
      clearInterval(pulse)
      // A late call must not write to the file that is opened next under the same number.
      const unheard = fault
      fault = new Error('the journal is closed')
      try {
        refusing(() => {
          if (unheard) throw unheard
          fdatasyncSync(file)
        })
      } finally {
        closeSync(file)
      }
    },
  }
}

/** Adds a line whole or not at all: a part that a full disk took is removed again. */
function appendWhole(file: number, line: Buffer, offset: number): void {
  try {
    writeWhole(file, line)
  } catch (error) {
    ftruncateSync(file, offset)
    throw error
  }
}

function writeWhole(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new BatchError(say('NOT_KEPT', { detail: code ?? message }), { cause: error })
  }
}

/** The results at some places of the journal in a folder, in that order; each is read when it is looked at. */
export function* readBack(folder: string, places: Iterable<Place>): Generator<Result> {
  const file = openSync(journalIn(folder), 'r')
  try {
    for (const place of places) yield resultAt(file, place)
  } finally {
    closeSync(file)
  }
}

function resultAt(file: number, { offset, length }: Place): Result {
  const line = Buffer.allocUnsafe(length)
  for (let done = 0; done < length; ) {
    const size = readSync(file, line, done, length - done, offset + done)
    if (size === 0) break
    done += size
  }
  const body = lineContent(line)
  if (body === undefined) throw new BatchError(say('CHANGED_ON_DISK'))
  const result = resultIn(body)
  if (!result) throw new BatchError(say('EARLIER_DAMAGED'))
  return result
}
