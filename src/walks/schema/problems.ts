import type { z } from 'zod'

/** One thing wrong with a file of output: where, and in one line what was expected and what was found. */
export interface Problem {
  /** JSON Pointer from the top of the file, or of the line. */
  readonly pointer: string
  readonly message: string
  /** Line of a JSONL stream, from 1. */
  readonly line?: number
}

type Issue = z.core.$ZodIssue

/** The problems a schema found in a value, one line each: what was expected and what was found. */
export const problemsOf = (error: z.ZodError, value: unknown): Problem[] =>
  error.issues.flatMap(issue => problemOf(issue, value))

function problemOf(issue: Issue, value: unknown): Problem[] {
  const pointer = pointerOf(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ pointer: pointer + pointerOf([key]), message: 'expected no such key, found it' }))
  if (issue.code === 'custom') return [{ pointer, message: issue.message }]
  return [{ pointer, message: `expected ${expectation(issue)}, found ${shown(valueAt(value, issue.path))}` }]
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map(key => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as { [key: PropertyKey]: unknown } | null | undefined)?.[key], value)

const types: { readonly [type: string]: string } = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  tuple: 'a list',
  nonoptional: 'a value',
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? issue.expected
    case 'invalid_value':
      return alternatives(issue.values)
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? alternatives(issue.options) : 'another kind of value'
    case 'too_small':
      return `${sizeOf(issue.origin)}at least ${issue.minimum}`
    case 'too_big':
      return `${sizeOf(issue.origin)}at most ${issue.maximum}`
    case 'invalid_format':
      return 'pattern' in issue ? `text like ${issue.pattern}` : issue.format
    default:
      return issue.message
  }
}

const sizeOf = (origin: string): string =>
  origin === 'string' ? 'a length of ' : origin === 'array' ? 'a list with a length of ' : ''

const alternatives = (values: readonly unknown[]): string => values.map(value => JSON.stringify(value)).join(' or ')

const longestShown = 60

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 1 ? 'a list of 1 item' : `a list of ${value.length} items`
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value)
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
