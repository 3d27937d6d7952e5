import type { Input, Result } from '../../envelope.ts'

/** What an entry of the journal is about: the content that was read, or null where the input failed and is to be tried again. */
export interface About {
  readonly path: string
  readonly sha256: string | null
  /** Its place among all inputs, from 0: in a part of a run. */
  readonly index?: number
}

// A quotation mark inside a string of JSON has a backslash before it, so this text is never inside one.
const resultMark = ',"result":'

/** The body of an entry; `result` is JSON already. */
export const entryOf = (about: About, result: string): string => `"of":${JSON.stringify(about)}${resultMark}${result}`

/** What an entry is about; undefined for a body that is not one of our entries, which counts as never written. */
export function aboutIn(body: string): About | undefined {
  const about = parsed(`{${body.slice(0, body.indexOf(resultMark))}}`)?.of
  return isAbout(about) ? about : undefined
}

/** The result that an entry holds; undefined where it holds none. */
export function resultIn(body: string): Result | undefined {
  const result = parsed(body.slice(body.indexOf(resultMark) + resultMark.length))
  return isResult(result) ? result : undefined
}

// A member of the result itself: an input has none of this name.
const documentsMark = ',"documents":['

/** What an entry says of its input alone, null where that could not be read; undefined where it holds no result. */
export function inputIn(body: string): Input | null | undefined {
  const from = body.indexOf(resultMark) + resultMark.length
  const head = parsed(`${body.slice(from, body.indexOf(documentsMark, from))}}`)
  return head && (head.input === null || hasTexts(head.input, ['path'])) ? (head.input as Input | null) : undefined
}

type Fields = { readonly [key: string]: unknown }

function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const isAbout = (value: unknown): value is About =>
  isFields(value) &&
  typeof value.path === 'string' &&
  (value.sha256 === null || typeof value.sha256 === 'string') &&
  (value.index === undefined || Number.isSafeInteger(value.index))

/** Whether it has the parts that a run works on; a line of ours has a sum, so that no more than its kind need be known. */
const isResult = (value: unknown): value is Result =>
  isFields(value) &&
  (value.input === null || hasTexts(value.input, ['path'])) &&
  isListOf(value.documents, document => hasTexts(document, ['layout']) && Array.isArray(document.records)) &&
  isListOf(value.failures, failure => hasTexts(failure, ['code', 'message', 'hint']))

const hasTexts = (value: unknown, keys: readonly string[]): value is Fields =>
  isFields(value) && keys.every(key => typeof value[key] === 'string')

const isListOf = (value: unknown, holds: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(holds)
