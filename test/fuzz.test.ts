import { describe, expect, it } from 'vitest'
import { dressed, dressNames } from '../bench/fuzz/dresses.ts'
import { nextMutant, type Whole, wholeInputs } from '../bench/fuzz/inputs.ts'
import { silentLosses } from '../bench/fuzz/losses.ts'
import { randomFrom } from '../bench/fuzz/random.ts'
import type { Result } from '../src/pipeline.ts'
import { extractFrom } from './helpers/extract.ts'

const root = new URL('../', import.meta.url).pathname

/** In bytes: of larger inputs mutants are made by `npm run fuzz`. */
const largest = 40_000
const inputs = wholeInputs(root, 1).filter(({ bytes }) => bytes.length <= largest)

const random = randomFrom(20_260)
const mutants = Array.from({ length: 60 }, (_, number) => nextMutant(inputs, random, number))

const read = new Map<Whole, Promise<Result>>()

/** What is read of an input as it is. */
function undamaged(whole: Whole): Promise<Result> {
  const result = read.get(whole) ?? extractFrom(whole.bytes)
  read.set(whole, result)
  return result
}

describe('a file in another dress', () => {
  const [whole] = inputs.filter(({ path }) => path.includes('cells-pdf-row-cut')) as [Whole]

  it.each(dressNames)('is read as it was: %s', async name => {
    const other = await extractFrom(dressed(whole.bytes, name) as Uint8Array)
    const values = (result: Result) => result.documents.map(({ header, records }) => ({ header, records }))
    expect(values(other)).toHaveLength(1)
    expect(values(other)).toEqual(values(await undamaged(whole)))
  })
})

describe('a damaged file', () => {
  it('is made of PDFs and of texts', () => {
    expect(new Set(mutants.map(({ of }) => of.kind))).toEqual(new Set(['pdf', 'text']))
    expect(new Set(mutants.map(({ how }) => how)).size).toBeGreaterThan(15)
  })

  it('fails by name, and no value of a PDF changes without a word', { timeout: 120_000 }, async () => {
    const faults: unknown[] = []
    for (const { name, how, of, bytes } of mutants) {
      const [was, is] = [await undamaged(of), await extractFrom(bytes)]
      const bugs = is.failures.filter(({ code }) => code === 'INTERNAL')
      const hasFailed = is.failures.length > was.failures.length
      const losses = of.kind === 'text' ? [] : silentLosses(was.documents, is.documents, hasFailed)
      if (bugs.length + losses.length > 0) faults.push({ name, how, path: of.path, bugs, losses })
    }
    expect(faults).toEqual([])
  })
})
