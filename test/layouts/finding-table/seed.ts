import type { Doc } from '../../../src/envelope.ts'
import { findingTable } from '../../../src/layouts/finding-table/index.ts'
import { extractFrom, oneDocument, readFixture } from '../../helpers/extract.ts'

/** The first of the source documents, and its parts as the tests put them together again. */
export const seed = new TextDecoder().decode(readFixture('seeds/000_6b2d6f3d5afa7ccf.txt'))
export const lines: readonly string[] = seed.split('\n')
export const title = lines.find(line => line.includes('行政評価委員会')) ?? ''
export const heads = lines.find(line => line.startsWith('NO ')) ?? ''

/** The printed records, each with its lines up to the next. */
export const recordTexts: readonly string[] = seed
  .replace(`${title}\n`, '')
  .split(/^(?= ?\d \S+[局会])/mu)
  .slice(1)

export const table = (records: readonly string[]): string => [title, heads, '', ...records].join('\n')

const options = { layouts: [findingTable] }
export const read = (text: string): Promise<Doc> => oneDocument(text, options)
export const failures = async (text: string): Promise<string[]> =>
  (await extractFrom(text, options)).failures.map(failure => failure.code)

/** Every value of a document by its pointer. */
export function leaves({ header, records }: Pick<Doc, 'header' | 'records'>): Map<string, unknown> {
  const found = new Map<string, unknown>()
  const walk = (value: unknown, pointer: string): void => {
    if (value === null || typeof value !== 'object') found.set(pointer, value)
    else for (const [key, part] of Object.entries(value)) walk(part, `${pointer}/${key}`)
  }
  walk({ header, records }, '')
  return found
}

/** The pointers whose values differ. */
export function changed(before: Doc, after: Doc): string[] {
  const [one, other] = [leaves(before), leaves(after)]
  return [...new Set([...one.keys(), ...other.keys()])].filter(pointer => one.get(pointer) !== other.get(pointer))
}

export const codesOf = (document: Doc): string[] => [...new Set(document.diagnostics.map(each => each.code))].sort()

/** Numbers that look random and are the same on every run. */
export function randomOf(seedNumber: number): (below: number) => number {
  let state = seedNumber
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
