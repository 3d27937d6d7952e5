import { closeSync, openSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { type Doc, extractionOf, type Failure, type Input, type Result } from '../../envelope.ts'
import { say, type Words } from '../../messages/words.ts'
import { aboutIn, inputIn, resultIn } from '../journal/entries.ts'
import { again } from '../journal/ledger.ts'
import { lineContent, linesOf } from '../journal/lines.ts'
import type { Results } from '../journal/results.ts'
import { InputList, type ListOfInputs, shardOf } from './shard.ts'

/** A part whose manifest has been read. */
export interface Part {
  readonly folder: string
  /** The path of its results. */
  readonly file: string
  readonly number: number
  readonly results: number
}

/** All parts of a run. */
export interface Parts {
  readonly parts: readonly Part[]
  readonly inputs: ListOfInputs
  /** Makes of each result what is to be written of it. */
  readonly change: (result: Result) => Result
}

/** What a part holds is not what its run has written; `said` is about the part at `where`, or about all where that is null. */
export class PartError extends Error {
  override readonly name = 'PartError'
  readonly where: string | null
  readonly said: Words

  constructor(where: string | null, said: Words) {
    super(said.say)
    this.where = where
    this.said = said
  }
}

/**
 * What all parts hold, in the order of the inputs: none of it stays in memory but what failed. `onDone` is called with each result, and
 * after the last one it is sure that the parts are whole. Throws a PartError.
 */
export async function mergedResults(
  merging: Parts,
  onDone: (result: Result, how: { readonly index: number; readonly reused: false }) => Promise<void>,
): Promise<Results> {
  const failures: Failure[] = []
  const layouts = new Set<string>()
  const list = new InputList()
  for (const entry of entriesInOrder(merging)) {
    const { index } = entry
    list.add(entry.path)
    const result = resultOf(entry, merging)
    failures.push(...result.failures)
    for (const { layout } of result.documents) layouts.add(layout)
    await onDone(result, { index, reused: false })
    if (index % resultsBetweenTurns === 0) await turn()
  }
  if (list.end().sha256 !== merging.inputs.sha256) throw new PartError(null, say('OTHER_INPUTS'))
  const each = again(() => resultsOf(merging))
  return {
    ...extractionOf([]),
    inputs: again(() => inputsOf(merging)),
    failures,
    layouts,
    documents: again(() => documentsOf(each)),
    each,
  }
}

/** Signals are heard between two turns. */
const resultsBetweenTurns = 32

function* resultsOf(merging: Parts): Generator<Result> {
  for (const entry of entriesInOrder(merging)) yield resultOf(entry, merging)
}

function* documentsOf(results: Iterable<Result>): Generator<Doc> {
  for (const { documents } of results) yield* documents
}

/** Without reading the documents. */
function* inputsOf(merging: Parts): Generator<Input> {
  for (const { body } of entriesInOrder(merging)) {
    const input = inputIn(body)
    if (input) yield input
  }
}

interface Entry {
  readonly index: number
  readonly path: string
  readonly body: string
  readonly part: Part
}

function resultOf({ body, part }: Entry, { change }: Parts): Result {
  const result = resultIn(body)
  if (!result) throw damaged(part)
  return change(result)
}

/** What is read of all open files at a time, in bytes, and of one file at least. */
const bytesTogether = 16 * 1024 * 1024
const bytesAtLeast = 64 * 1024

/** The entries of all parts: each part has its own in the order of the inputs, so of each one entry is held. */
function* entriesInOrder({ parts, inputs }: Parts): Generator<Entry> {
  const files: number[] = []
  const size = Math.max(bytesAtLeast, Math.floor(bytesTogether / parts.length))
  const heads = new Map<number, { readonly entry: Entry; readonly rest: Iterator<Entry> }>()
  const take = (rest: Iterator<Entry>) => {
    const { value: entry, done } = rest.next()
    if (done) return
    if (heads.has(entry.index)) throw damaged(entry.part)
    heads.set(entry.index, { entry, rest })
  }
  try {
    for (const part of parts) {
      const file = openSync(part.file, 'r')
      files.push(file)
      take(entriesOf(part, file, { of: parts.length, size }))
    }
    for (let index = 0; index < inputs.count; index += 1) {
      const head = heads.get(index)
      if (!head) throw new PartError(null, say('INPUT_IN_NO_PART', { index: index + 1, inputs: inputs.count }))
      heads.delete(index)
      yield head.entry
      take(head.rest)
    }
    const [left] = heads.values()
    if (left) throw damaged(left.entry.part)
  } finally {
    files.forEach(file => {
      closeSync(file)
    })
  }
}

/** The entries of one part, as many as it says that it holds, each of an input of its share. */
function* entriesOf(
  part: Part,
  file: number,
  { of, size }: { readonly of: number; readonly size: number },
): Generator<Entry> {
  let left = part.results
  for (const { bytes } of linesOf(file, size)) {
    const body = lineContent(bytes)
    const about = body === undefined ? undefined : aboutIn(body)
    const { index, path } = about ?? {}
    if (body === undefined || index === undefined || path === undefined) throw damaged(part)
    if (left === 0 || shardOf(path, of) !== part.number) throw damaged(part)
    left -= 1
    yield { index, path, body, part }
  }
  if (left > 0) throw damaged(part)
}

const damaged = ({ folder }: Part): PartError => new PartError(folder, say('PART_DAMAGED'))
