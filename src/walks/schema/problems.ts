import type { z } from 'zod'
import type { Text } from '../../messages/arguments.ts'
import { spoken } from '../../messages/speak.ts'
import { say, type Words } from '../../messages/words.ts'

/** One thing wrong with a file of output: where, and in one line what was expected and what was found. */
export interface Problem {
  /** JSON Pointer from the top of the file, or of the line. */
  readonly pointer: string
  readonly message: string
  /** The message as a phrase, to be told in another language. */
  readonly said: Words
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
    return issue.keys.map(key => ({ pointer: pointer + pointerOf([key]), ...told(say('NO_SUCH_KEY')) }))
  if (issue.code === 'custom') return [{ pointer, ...told(saidBy(issue)) }]
  const args = { expected: expectation(issue), found: shown(valueAt(value, issue.path)) }
  return [{ pointer, ...told(say('EXPECTED', args)) }]
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map(key => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as { [key: PropertyKey]: unknown } | null | undefined)?.[key], value)

const types: { readonly [type: string]: Words } = {
  string: say('TEXT'),
  int: say('WHOLE_NUMBER'),
  number: say('NUMBER'),
  boolean: say('TRUE_OR_FALSE'),
  object: say('AN_OBJECT'),
  record: say('AN_OBJECT'),
  array: say('A_LIST'),
  tuple: say('A_LIST'),
  nonoptional: say('A_VALUE'),
}

/** A problem as its phrase and in English. */
export const told = (said: Words): Pick<Problem, 'message' | 'said'> => ({ message: spoken(said, 'en'), said })

/** What our own rules of the schema say: the phrase goes with the issue. */
const saidBy = (issue: Issue): Words => {
  const params = 'params' in issue ? (issue.params as { said?: Words } | undefined) : undefined
  return params?.said ?? say('AS_PRINTED', { text: issue.message })
}

function expectation(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? issue.expected
    case 'invalid_value':
      return alternatives(issue.values)
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? alternatives(issue.options) : say('OTHER_KIND')
    case 'too_small':
      return say(least[sizeOf(issue.origin)], { minimum: String(issue.minimum) })
    case 'too_big':
      return say(most[sizeOf(issue.origin)], { maximum: String(issue.maximum) })
    case 'invalid_format':
      return 'pattern' in issue ? say('TEXT_LIKE', { pattern: String(issue.pattern) }) : issue.format
    default:
      return issue.message
  }
}

const least = { value: 'AT_LEAST', text: 'LENGTH_AT_LEAST', list: 'LIST_AT_LEAST' } as const
const most = { value: 'AT_MOST', text: 'LENGTH_AT_MOST', list: 'LIST_AT_MOST' } as const

const sizeOf = (origin: string) => (origin === 'string' ? 'text' : origin === 'array' ? 'list' : 'value')

const alternatives = (values: readonly unknown[]): Words =>
  say('ONE_OF', { values: values.map(value => JSON.stringify(value)) })

const longestShown = 60

function shown(value: unknown): Text {
  if (value === undefined) return say('NOTHING')
  if (Array.isArray(value)) return value.length === 1 ? say('LIST_OF_ONE') : say('LIST_OF', { items: value.length })
  if (typeof value === 'object' && value !== null) return say('AN_OBJECT')
  const text = JSON.stringify(value)
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
