import { Buffer } from '../../../../platform/index.ts'
/** A name of PDF syntax: `/Type`. */
export class Name {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A reference to another object: `12 0 R`. */
export class Ref {
  readonly object: number

  constructor(object: number) {
    this.object = object
  }
}

/** A word that is no value: an operator of a page's content, `endobj`, a bracket of an array or dictionary. */
export class Word {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Dictionary = ReadonlyMap<string, Value>
export type Value = null | boolean | number | string | Name | Ref | readonly Value[] | Dictionary

/** The syntax of an object is broken. */
export class SyntaxFault extends Error {
  override readonly name = 'SyntaxFault'
}

export const isDictionary = (value: Value | undefined): value is Dictionary => value instanceof Map
export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)

enum Code {
  lineFeed = 0x0a,
  carriageReturn = 0x0d,
  percent = 0x25,
  slash = 0x2f,
  open = 0x28,
  close = 0x29,
  backslash = 0x5c,
  less = 0x3c,
  greater = 0x3e,
}

/** What each byte is: 1 white space, 2 a delimiter, 0 a letter of a word. */
const kinds = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = 1
for (const char of '()<>[]{}/%') kinds[char.charCodeAt(0)] = 2

const number = /^[+-]*(?:\d+(?:\.\d*)?|\.\d+)(?:-\d*)?$/
const deepest = 200

/** Reads PDF syntax from a place in some bytes, token by token or value by value. */
export class Lexer {
  readonly #bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes
    this.at = at
  }

  /** The next token: a scalar value or a word; undefined at the end. */
  next(): Value | Word | undefined {
    this.#skipSpace()
    const code = this.#bytes[this.at]
    if (code === undefined) return undefined
    if (code === Code.slash) return this.#name()
    if (code === Code.open) return this.#string()
    if (code === Code.less) return this.#bytes[this.at + 1] === Code.less ? this.#mark(2) : this.#hex()
    if (code === Code.greater) return this.#mark(this.#bytes[this.at + 1] === Code.greater ? 2 : 1)
    if (kinds[code] === 2) return this.#mark(1)
    return scalar(this.#letters())
  }

  /** The next value, whole; a word where there is none. Throws a `SyntaxFault` where brackets and keys do not fit. */
  value(depth = 0): Value | Word | undefined {
    const token = this.next()
    if (depth > deepest) throw new SyntaxFault('too deep')
    if (token instanceof Word && token.text === '[') return this.#array(depth)
    if (token instanceof Word && token.text === '<<') return this.#dictionary(depth)
    return typeof token === 'number' && Number.isInteger(token) ? this.#refOr(token) : token
  }

  #array(depth: number): Value[] {
    const items: Value[] = []
    for (let item = this.value(depth + 1); ; item = this.value(depth + 1)) {
      if (item instanceof Word && item.text === ']') return items
      if (item === undefined || item instanceof Word) throw new SyntaxFault('an array is not closed')
      items.push(item)
    }
  }

  #dictionary(depth: number): Dictionary {
    const entries = new Map<string, Value>()
    for (let key = this.next(); ; key = this.next()) {
      if (key instanceof Word && key.text === '>>') return entries
      if (!(key instanceof Name)) throw new SyntaxFault('a dictionary is not closed')
      const value = this.value(depth + 1)
      if (value === undefined || value instanceof Word) throw new SyntaxFault(`/${key.text} has no value`)
      entries.set(key.text, value)
    }
  }

  #refOr(object: number): Value {
    const { at } = this
    const generation = this.next()
    const isRef = typeof generation === 'number' && isWord(this.next(), 'R')
    if (isRef) return new Ref(object)
    this.at = at
    return object
  }

  #skipSpace(): void {
    const bytes = this.#bytes
    for (let code = bytes[this.at]; code !== undefined; code = bytes[this.at]) {
      if (code === Code.percent) this.#skipComment()
      else if (kinds[code] === 1) this.at += 1
      else return
    }
  }

  #skipComment(): void {
    const bytes = this.#bytes
    while (this.at < bytes.length && bytes[this.at] !== Code.lineFeed && bytes[this.at] !== Code.carriageReturn)
      this.at += 1
  }

  #mark(length: number): Word {
    const word = marks.get(this.#text(this.at, this.at + length))
    this.at += length
    return word ?? new Word('')
  }

  #letters(): string {
    const from = this.at
    while (this.at < this.#bytes.length && kinds[this.#bytes[this.at] as number] === 0) this.at += 1
    return this.#text(from, this.at)
  }

  #name(): Name {
    this.at += 1
    const text = this.#letters()
    return new Name(text.includes('#') ? text.replace(/#([\da-f]{2})/gi, (_, hex) => char(hex)) : text)
  }

  /** Its bytes between the brackets, escapes as they stand: what a string says is nobody's business here. */
  #string(): string {
    const bytes = this.#bytes
    const from = this.at + 1
    let depth = 0
    for (; this.at < bytes.length; this.at += 1) {
      const code = bytes[this.at]
      if (code === Code.backslash) this.at += 1
      else if (code === Code.open) depth += 1
      else if (code === Code.close) depth -= 1
      if (depth === 0) break
    }
    if (depth > 0) throw new SyntaxFault('a string is not closed')
    this.at += 1
    return this.#text(from, this.at - 1)
  }

  #hex(): string {
    const end = this.#bytes.indexOf(Code.greater, this.at)
    if (end < 0) throw new SyntaxFault('a string is not closed')
    const text = this.#text(this.at + 1, end)
    this.at = end + 1
    return text
  }

  #text(from: number, to: number): string {
    let text = ''
    if (to - from > 64)
      return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + from, to - from).toString('latin1')
    for (let at = from; at < to; at += 1) text += String.fromCharCode(this.#bytes[at] as number)
    return text
  }
}

const char = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))

const marks = new Map(['[', ']', '<<', '>>', '>', '{', '}', ')'].map(text => [text, new Word(text)]))

export const isWord = (token: Value | Word | undefined, text: string): boolean =>
  token instanceof Word && token.text === text

function scalar(text: string): Value | Word {
  if (number.test(text)) return Number.parseFloat(text.replace(/^[+-]*(?=[+-])/, ''))
  if (text === 'true' || text === 'false') return text === 'true'
  return text === 'null' ? null : new Word(text)
}
