import type { Doc } from '../../../src/envelope.ts'
import { extractFrom, oneDocument, readFixture } from '../../helpers/extract.ts'

/** The source document: a table of three columns as tab-separated rows, with HTML in the cells. */
export const seed = new TextDecoder().decode(readFixture('seeds/001_d747f1a7977c51e7.txt'))
export const rows = seed.split('\n')
export const heads = rows.find(row => row.startsWith('項目\t')) ?? ''

export const read = (text: string): Promise<Doc> => oneDocument(text)

export const failures = async (text: string): Promise<string[]> =>
  (await extractFrom(text)).failures.map(failure => failure.code)

/** The codes of what is wrong; that only the main initiatives are listed is no fault. */
export const codesOf = (doc: Doc): string[] =>
  doc.diagnostics.filter(each => each.severity !== 'info').map(each => each.code)

/** The rows with the cells of each changed. */
export const eachRow = (change: (cells: string[], row: string) => string): string =>
  rows.map(row => (row.includes('\t') ? change(row.split('\t'), row) : row)).join('\n')

/** Every leaf of the values by its pointer. */
export function leaves(doc: Doc): Map<string, unknown> {
  const found = new Map<string, unknown>()
  const walk = (value: unknown, pointer: string): void => {
    if (value === null || typeof value !== 'object') found.set(pointer, value)
    else for (const [key, part] of Object.entries(value)) walk(part, `${pointer}/${key}`)
  }
  walk({ header: doc.header, records: doc.records }, '')
  return found
}

/** How many leaves differ between two documents. */
export function differences(one: Doc, other: Doc): string[] {
  const [a, b] = [leaves(one), leaves(other)]
  return [...new Set([...a.keys(), ...b.keys()])].filter(pointer => a.get(pointer) !== b.get(pointer))
}

/** Numbers from 0 to 1, the same in every run. */
export function randomOf(start: number): () => number {
  let state = start
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
