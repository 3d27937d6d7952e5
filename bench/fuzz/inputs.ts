import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pdfMutant } from './pdf-mutants.ts'
import type { Random } from './random.ts'
import { textMutant } from './text-mutants.ts'

/** An input as it stands among the fixtures and seeds. */
export interface Whole {
  readonly path: string
  readonly kind: 'pdf' | 'text'
  readonly bytes: Uint8Array
}

export interface Mutant {
  /** Unique in its run. */
  readonly name: string
  readonly how: string
  readonly of: Whole
  readonly bytes: Uint8Array
}

/** Larger fixtures take a fuzz run more time than they are worth. */
const largest = 150_000

/** The fixtures and seeds below the root of the project that mutants are made of. */
export function wholeInputs(root: string): Whole[] {
  const names = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' }).sort()
  const inputs = names.filter(name => /(?:^|[\\/])input\.(?:pdf|txt)$/.test(name)).map(name => join('fixtures', name))
  const seeds = readdirSync(join(root, 'seeds')).sort()
  return [...inputs, ...seeds.map(name => join('seeds', name))]
    .map(path => ({ path, bytes: new Uint8Array(readFileSync(join(root, path))) }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length <= largest)
    .map(whole => ({ ...whole, kind: whole.path.endsWith('.pdf') ? 'pdf' : 'text' }))
}

/** The next mutant of a run; three of four are PDFs, whose damage can be judged. */
export function nextMutant(inputs: readonly Whole[], random: Random, number: number): Mutant {
  const kind = random.int(1, 4) === 4 ? 'text' : 'pdf'
  const of = random.pick(inputs.filter(each => each.kind === kind) as [Whole, ...Whole[]])
  const name = `${String(number).padStart(6, '0')}.${kind === 'pdf' ? 'pdf' : 'txt'}`
  if (kind === 'text') {
    const { how, text } = textMutant(new TextDecoder().decode(of.bytes), random)
    return { name, how, of, bytes: new TextEncoder().encode(text) }
  }
  const mutant = pdfMutant(of.bytes, random)
  return mutant ? { name, of, ...mutant } : nextMutant(inputs, random, number)
}
