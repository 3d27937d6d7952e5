import { type Doc, extractionOf, type Failure, type Input, type Result } from '../envelope.ts'
import { type Place, readBack } from './journal.ts'
import type { Results } from './results.ts'

/** How a result came about. */
export interface How {
  /** Of the input, from 0. */
  readonly index: number
  /** Read by an earlier run that was cut off. */
  readonly reused: boolean
}

type OnDone = (result: Result, how: How) => void | Promise<void>

interface Settled {
  readonly place: Place
  readonly reused: boolean
}

/** Where the result of each input stands, and what of the results is small enough to be held. */
export interface Ledger {
  /** Notes where the result of an input stands; results are told in input order, as soon as those before them are there. */
  settle(index: number, settled: Settled): void
  /** Resolves when all that can be told has been told; rejects with what telling has thrown. */
  told(): Promise<void>
  /** How many results are there. */
  readonly done: number
  results(): Results
}

/** A ledger of no results yet, whose journal lies in `folder`. */
export function ledgerIn(folder: string, onDone: OnDone): Ledger {
  const settled: Settled[] = []
  const inputs: Input[] = []
  const failures: Failure[] = []
  const layouts = new Set<string>()
  let next = 0
  let done = 0
  let telling = Promise.resolve()

  const note = ({ input, documents, failures: failed }: Result) => {
    if (input) inputs.push(input)
    failures.push(...failed)
    for (const { layout } of documents) layouts.add(layout)
  }

  const tellNext = async () => {
    for (let found = settled[next]; found; found = settled[next]) {
      const index = next
      next += 1
      for (const result of readBack(folder, [found.place])) {
        note(result)
        await onDone(result, { index, reused: found.reused })
      }
    }
  }

  return {
    settle(index, found) {
      settled[index] = found
      done += 1
      telling = telling.then(tellNext)
      // It is heard by those who ask whether all is told; until then it must not pass for unheard.
      telling.catch(() => {})
    },
    told: () => telling,
    get done() {
      return done
    },
    results: () => {
      const each = again(() => readBack(folder, placesOf(settled)))
      const documents = again(() => documentsOf(each))
      return { ...extractionOf([]), inputs, failures, layouts, documents, each }
    },
  }
}

function* placesOf(settled: readonly Settled[]): Generator<Place> {
  for (const { place } of settled) yield place
}

function* documentsOf(results: Iterable<Result>): Generator<Doc> {
  for (const { documents } of results) yield* documents
}

/** Iterated from the start each time it is asked. */
const again = <T>(start: () => Iterator<T>): Iterable<T> => ({ [Symbol.iterator]: start })
