import { match, type Printed } from '../../../document/printed.ts'
import { circledNumber } from '../../../normalise/numerals.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { Furniture } from '../../kit/layout.ts'
import type { Edition } from './editions.ts'
import { form } from './form.ts'
import type { Label } from './rows.ts'

/** The labels of an edition by their words, and the words, the longest first. */
export interface LabelBook {
  readonly byWord: ReadonlyMap<string, Label>
  readonly words: readonly string[]
  /** Those that a cell may hold, by their words. */
  readonly inCells: ReadonlyMap<string, Label>
  /** What a word may begin with, whole words included. */
  readonly beginnings: ReadonlySet<string>
  /** Those that may be inside a line. */
  readonly inside: RegExp
}

/** Labels by their words, of those with the same words the last one. */
export function bookOf(labels: readonly Label[]): LabelBook {
  const byWord = mapOf(labels.filter(label => !label.isCellOnly))
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length)
  const inside = words.filter(word => insideKinds.includes((byWord.get(word) as Label).kind))
  const pattern = new RegExp(`(?<=\\s)(?:${inside.map(escapePattern).join('|')})(?=\\s|$)`, 'gu')
  const beginnings = new Set(words.flatMap(word => [...word].map((_, at) => word.slice(0, at + 1))))
  return { byWord, words, inCells: mapOf(labels), beginnings, inside: pattern }
}

const mapOf = (labels: readonly Label[]): Map<string, Label> =>
  new Map(labels.map(label => [compact(label.printed), label]))

/** The label that a word is, also where a colon ends it or its number is in a circle or brackets: 対象者：, 活動指標①. */
export const labelIn = (labels: ReadonlyMap<string, Label>, word: string): Label | undefined =>
  labels.get(word) ?? labels.get(plainWord(word))

const plainWord = (word: string): string =>
  word.replace(/：$/u, '').replace(/(?<=指標)(?:[①-⑨]|（\d）)$/u, no => String(circledNumber(no) ?? no.charAt(1)))

/** A printed label as the form's own word, a colon behind it as a mark. */
export function labelFurniture(on: Printed): Furniture[] {
  const { label, colon } = match(on, /^(?<label>.*\S)\s*(?<colon>[：:])\s*$/dsu)?.groups ?? {}
  if (!label || !colon) return [{ on, as: 'label' }]
  return [
    { on: label, as: 'label' },
    { on: colon, as: 'mark' },
  ]
}

/** Labels that may be inside a line behind a value: 対象者 求職者 開始 平成16 年度 終了; … 見直し効果額 0. */
const insideKinds: readonly Label['kind'][] = ['year', 'saving']

const escapePattern = (word: string): string => word.replace(/[()+.*?[\]{}|^$\\]/gu, '\\$&')

/** The headings of all editions, without spaces. */
export const sectionWords: ReadonlySet<string> = new Set(form.sections.map(compact))

/** The labels of all editions. */
export const wholeBook = bookOf(form.labels)

const books = new Map(form.editions.map(edition => [edition, bookOf(edition.labels)]))

/** The labels of one edition of the form. */
export const bookFor = (edition: Edition): LabelBook => books.get(edition) ?? bookOf(edition.labels)
