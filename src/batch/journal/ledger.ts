import { type Doc, extractionOf, type Failure, type Input, type Result } from '../../envelope.ts'
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

/** The place of each input's result in the journal, and the parts of the results that are small enough to hold in memory. */
export interface Ledger {
  /** Notes the place of an input's result; results are reported in input order, each as soon as those before it are there. */
  settle(index: number, settled: Settled): void
  /** Resolves when all results that can be reported have been; rejects with what reporting threw. */
  reported(): Promise<void>
  /** How many results are there. */
  readonly done: number
  results(): Results
}

/** A ledger without results yet, whose journal is in `folder`. */
export function ledgerIn(folder: string, onDone: OnDone): Ledger {
  const settled: Settled[] = []
  const inputs: Input[] = []
  const failures: Failure[] = []
  const layouts = new Set<string>()
  let next = 0
  let done = 0
  let reporting = Promise.resolve()

  const note = ({ input, documents, failures: failed }: Result) => {
    if (input) inputs.push(input)
    failures.push(...failed)
    for (const { layout } of documents) layouts.add(layout)
  }

  const reportNext = async () => {
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
      reporting = reporting.then(reportNext)
      // Whoever awaits `reported` handles a rejection; until then it must not count as unhandled.
      reporting.catch(() => {})
    },
    reported: () => reporting,
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
export const again = <T>(start: () => Iterator<T>): Iterable<T> => ({ [Symbol.iterator]: start })
