import type { Buffer } from '../../../../platform/index.ts'
import { type Dictionary, isDictionary, isWord, Lexer, SyntaxFault, type Value, Word } from './syntax.ts'

/** An object as it stands in the file. */
export interface Body {
  readonly object: number
  readonly value: Value
  /** What follows it as a stream, still packed. */
  readonly data?: Uint8Array
  /** The data end elsewhere than its /Length says, by so many bytes. */
  readonly lengthOff?: number
}

/** The length that a dictionary gives, where it is in another object. */
type LengthAt = (length: Value | undefined) => number | undefined

const directLength: LengthAt = length => (typeof length === 'number' ? length : undefined)

/** The object whose head (`12 0 obj`) is at an offset; undefined where there is none. Throws a `SyntaxFault` where it is broken. */
export function bodyAt(file: Buffer, offset: number, lengthAt: LengthAt = directLength): Body | undefined {
  const lexer = new Lexer(file, offset)
  const [object, generation, word] = [lexer.next(), lexer.next(), lexer.next()]
  if (typeof object !== 'number' || typeof generation !== 'number' || !isWord(word, 'obj')) return undefined
  const value = lexer.value()
  if (value instanceof Word && value.text !== 'endobj') throw new SyntaxFault(`${value.text} is no value`)
  if (value === undefined || value instanceof Word) return { object, value: null }
  if (!isDictionary(value) || !isWord(nextWord(lexer), 'stream')) return { object, value }
  return { object, value, ...dataAfter(file, lexer.at, value, lengthAt) }
}

function nextWord(lexer: Lexer): ReturnType<Lexer['next']> {
  try {
    return lexer.next()
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined
    throw error
  }
}

/** In bytes: a producer may count the line end before `endstream` or not. */
const lineEnd = 2

function dataAfter(file: Buffer, keyword: number, dictionary: Dictionary, lengthAt: LengthAt) {
  const start =
    file[keyword] === 0x0d ? keyword + (file[keyword + 1] === 0x0a ? 2 : 1) : keyword + lineFeed(file, keyword)
  const told = lengthAt(dictionary.get('Length'))
  if (told !== undefined && /^\s*endstream/.test(file.toString('latin1', start + told, start + told + 14)))
    return { data: file.subarray(start, start + told) }
  const end = endFrom(file, start)
  const off = end - start - (told ?? 0)
  return { data: file.subarray(start, end), ...(Math.abs(off) > lineEnd ? { lengthOff: off } : {}) }
}

const lineFeed = (file: Buffer, at: number): number => (file[at] === 0x0a ? 1 : 0)

function endFrom(file: Buffer, start: number): number {
  const end = file.indexOf('endstream', start)
  return end < 0 ? file.length : end
}
