/** What a decision says was read at a pointer: the value itself, or of a group of values their digest; of a document, null. */
export function readingAt(values: Values, pointer: string): unknown {
  const value = valueAt(values, pointer)
  return isGroup(value) ? digestOf(JSON.stringify(value)) : (value ?? null)
}

/** The values of a document. */
export interface Values {
  readonly header: unknown
  readonly records: readonly unknown[]
}

/** The value at a JSON Pointer (RFC 6901); undefined where there is none. */
export function valueAt(values: Values, pointer: string): unknown {
  const { header, records } = values
  return stepsOf(pointer).reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? at[step as never] : undefined),
    { header, records },
  )
}

/** The keys and indexes that a JSON Pointer leads through. */
export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Whether a value of the document holds others; answers of a choice are one value. */
export const isGroup = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !(Array.isArray(value) && value.length > 0 && value.every(item => typeof item === 'string')) &&
  !(Array.isArray(value) && value.length === 0)

const prime = 0x100000001b3n
const offset = 0xcbf29ce484222325n

/** FNV-1a of the code units: tells that something changed, against nobody's will. */
export function digestOf(text: string): string {
  let hash = offset
  for (let at = 0; at < text.length; at += 1) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * prime)
  return `fnv1a:${hash.toString(16).padStart(16, '0')}`
}
