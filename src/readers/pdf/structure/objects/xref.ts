import type { Buffer } from '../../../../platform/index.ts'
import { type Body, bodyAt } from './body.ts'
import { decoded } from './packed/filters.ts'
import { type Dictionary, isArray, isDictionary, isWord, Lexer, Name, SyntaxFault, type Value } from './syntax.ts'

/** Where the file says that an object lies: at an offset, or as one of a group; null where it says that there is none. */
export type Entry =
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'in'; readonly group: number }
  | null

/** The file's own list of its objects. */
export interface Xref {
  readonly entries: ReadonlyMap<number, Entry>
  readonly trailer: Dictionary
  /** The last `startxref` does not lead to it: it was found by its keyword. */
  readonly isAstray: boolean
  /** How much lies before the header: offsets count from there. */
  readonly base: number
  /** Where the newest part of it was said to begin, and where it begins. */
  readonly start: { readonly told: number; readonly found: number }
}

interface Section {
  readonly entries: ReadonlyMap<number, Entry>
  readonly trailer: Dictionary
}

/** The list of objects, newest parts first; undefined where none can be read. */
export function readXref(file: Buffer): Xref | undefined {
  const base = Math.max(0, file.subarray(0, 1024).indexOf('%PDF-'))
  const told = toldStart(file)
  const straight = sectionAt(file, base + told)
  const found = straight ? base + told : foundStart(file)
  const newest = straight ?? sectionAt(file, found)
  if (!newest) return undefined
  const sections = chainOf(file, base, newest)
  if (!sections) return undefined
  const entries = new Map<number, Entry>()
  for (const section of sections)
    for (const [object, entry] of section.entries) if (!entries.has(object)) entries.set(object, entry)
  return { entries, trailer: newest.trailer, isAstray: !straight, base, start: { told, found: found - base } }
}

function toldStart(file: Buffer): number {
  const at = file.lastIndexOf('startxref')
  const number = at < 0 ? undefined : new Lexer(file, at + 'startxref'.length).next()
  return typeof number === 'number' ? number : -1
}

/** The last list in the file, by its keywords. */
function foundStart(file: Buffer): number {
  const table = file.lastIndexOf('xref', file.lastIndexOf('startxref') - 1)
  const stream = file.lastIndexOf('/XRef')
  return stream > table ? file.lastIndexOf(' obj', stream) - objectHead(file, stream) : table
}

function objectHead(file: Buffer, stream: number): number {
  const end = file.lastIndexOf(' obj', stream)
  const head = /\d+ \d+$/.exec(file.subarray(Math.max(0, end - 24), Math.max(0, end)).toString('latin1'))
  return head?.[0].length ?? 0
}

/** The sections from the newest on; undefined where one of them is not there. */
function chainOf(file: Buffer, base: number, newest: Section): Section[] | undefined {
  const sections = [newest]
  const seen = new Set<number>()
  for (let { trailer } = newest; ; ) {
    const hidden = trailer.get('XRefStm')
    const beside = typeof hidden === 'number' ? sectionAt(file, base + hidden) : undefined
    // What the table calls free may be listed there, for readers that know of it.
    if (beside) sections.splice(-1, 1, withHidden(sections.at(-1) as Section, beside))
    const before = trailer.get('Prev')
    if (typeof before !== 'number' || seen.has(before)) return sections
    seen.add(before)
    const next = sectionAt(file, base + before)
    if (!next) return undefined
    sections.push(next)
    trailer = next.trailer
  }
}

const withHidden = (section: Section, hidden: Section): Section => ({
  trailer: section.trailer,
  entries: new Map([...section.entries, ...[...hidden.entries].filter(([object]) => !section.entries.get(object))]),
})

function sectionAt(file: Buffer, offset: number): Section | undefined {
  if (!(offset >= 0 && offset < file.length)) return undefined
  try {
    const lexer = new Lexer(file, offset)
    return isWord(lexer.next(), 'xref') ? tableSection(lexer) : streamSection(file, offset)
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined
    throw error
  }
}

/** Far beyond any file of 2,000 pages. */
const mostEntries = 5_000_000

function tableSection(lexer: Lexer): Section | undefined {
  const entries = new Map<number, Entry>()
  for (let token = lexer.next(); !isWord(token, 'trailer'); token = lexer.next()) {
    const count = lexer.next()
    if (typeof token !== 'number' || typeof count !== 'number' || count > mostEntries) return undefined
    for (let index = 0; index < count; index += 1) {
      const at = lexer.at
      const [offset, generation, use] = [lexer.next(), lexer.next(), lexer.next()]
      if (isWord(offset, 'trailer')) {
        lexer.at = at
        break
      }
      if (typeof offset !== 'number' || typeof generation !== 'number') return undefined
      entries.set(token + index, isWord(use, 'n') ? { kind: 'at', offset } : null)
    }
  }
  const trailer = lexer.value()
  return trailer instanceof Map ? { entries, trailer: trailer as Dictionary } : undefined
}

function streamSection(file: Buffer, offset: number): Section | undefined {
  const body = bodyAt(file, offset)
  const data = body && xrefData(body)
  if (!data || !isDictionary(body.value)) return undefined
  const widths = numbersOf(body.value.get('W'))
  const [first, second, third] = widths as [number, number, number]
  const size = first + second + third
  if (widths.length < 3 || !(size > 0)) return undefined
  const ranges = numbersOf(body.value.get('Index') ?? [0, body.value.get('Size') ?? 0])
  const entries = new Map<number, Entry>()
  let at = 0
  for (let range = 0; range + 1 < ranges.length; range += 2)
    for (let index = 0; index < (ranges[range + 1] as number) && at + size <= data.length; index += 1) {
      const kind = first === 0 ? 1 : numberAt(data, at, first)
      const place = numberAt(data, at + first, second)
      entries.set((ranges[range] as number) + index, entryOf(kind, place))
      at += size
    }
  return { entries, trailer: body.value }
}

function xrefData({ value, data }: Body): Uint8Array | undefined {
  if (!isDictionary(value) || !data || !(value.get('Type') instanceof Name)) return undefined
  if ((value.get('Type') as Name).text !== 'XRef') return undefined
  const unpacked = decoded(data, value, direct)
  return unpacked.kind === 'data' ? unpacked.data : undefined
}

const direct = (value: Value | undefined): Value => value ?? null

function entryOf(kind: number, place: number): Entry {
  if (kind === 1) return { kind: 'at', offset: place }
  return kind === 2 ? { kind: 'in', group: place } : null
}

const numbersOf = (value: Value | undefined): number[] => (isArray(value) ? value.map(Number) : [])

function numberAt(data: Uint8Array, at: number, width: number): number {
  let number = 0
  for (let index = 0; index < width; index += 1) number = number * 256 + (data[at + index] as number)
  return number
}
