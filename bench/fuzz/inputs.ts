import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dressed, dressNames } from './dresses.ts'
import { pdfMutant } from './pdf-mutants.ts'
import type { Random } from './random.ts'
import { textMutant } from './text-mutants.ts'

/** An input as it stands among the fixtures and seeds, or a PDF of them in another dress. */
export interface Whole {
  /** With the name of the dress, where it has another. */
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

/** The fixtures and seeds below the root of the project that mutants are made of, and each PDF in one other dress, by the seed. */
export function wholeInputs(root: string, seed: number): Whole[] {
  const names = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' }).sort()
  const inputs = names.filter(name => /(?:^|[\\/])input\.(?:pdf|txt)$/.test(name)).map(name => join('fixtures', name))
  const seeds = readdirSync(join(root, 'seeds')).sort()
  return inDresses(wholesAt(root, [...inputs, ...seeds.map(name => join('seeds', name))]), seed)
}

/** The PDFs and texts of a folder in the place of the fixtures. */
export const wholesFrom = (folder: string, seed: number): Whole[] =>
  inDresses(
    wholesAt(
      folder,
      readdirSync(folder)
        .filter(name => /\.(?:pdf|txt)$/.test(name))
        .sort(),
    ),
    seed,
  )

const wholesAt = (root: string, paths: readonly string[]): Whole[] =>
  paths
    .map(path => ({ path, bytes: new Uint8Array(readFileSync(join(root, path))) }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length <= largest)
    .map(whole => ({ ...whole, kind: whole.path.endsWith('.pdf') ? 'pdf' : 'text' }))

function inDresses(wholes: readonly Whole[], seed: number): Whole[] {
  const pdfs = wholes.filter(({ kind }) => kind === 'pdf')
  const others = pdfs.flatMap((whole, index): Whole[] => {
    const name = dressNames[(index + seed) % dressNames.length] as string
    const bytes = dressed(whole.bytes, name)
    return bytes ? [{ ...whole, path: `${whole.path} (${name})`, bytes }] : []
  })
  return [...wholes, ...others]
}

/** The next mutant of a run; three of four are PDFs, whose damage can be judged. */
export function nextMutant(inputs: readonly Whole[], random: Random, number: number): Mutant {
  const kind = random.int(1, 4) === 4 ? 'text' : 'pdf'
  const fitting = inputs.filter(each => each.kind === kind)
  const of = random.pick((fitting.length > 0 ? fitting : inputs) as [Whole, ...Whole[]])
  const name = `${String(number).padStart(6, '0')}.${of.kind === 'pdf' ? 'pdf' : 'txt'}`
  if (of.kind === 'text') {
    const { how, text } = textMutant(new TextDecoder().decode(of.bytes), random)
    return { name, how, of, bytes: new TextEncoder().encode(text) }
  }
  const mutant = pdfMutant(of.bytes, random)
  return mutant ? { name, of, ...mutant } : nextMutant(inputs, random, number)
}
