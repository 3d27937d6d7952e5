import { escapedUnits, jsonText } from '../../diagnostics/json-text.ts'
import type { Text } from '../../messages/arguments.ts'
import { spoken } from '../../messages/speak.ts'
import { say, type Words } from '../../messages/words.ts'
import { coloured } from '../columns/colours.ts'
import { endWithin, startWithin, widthOf } from '../columns/width.ts'
import { screenLanguage } from '../language.ts'

/** One thing that is wrong: where, what, and what to do about it. */
export interface Problem {
  /** The input as typed, an option, or the command. */
  readonly where: Text
  readonly code: string
  readonly message: Text
  readonly hint?: Text
  /** Where in the input, in the place of a hint. */
  readonly at?: Text
  /** `error` by default. */
  readonly level?: 'error' | 'warning' | 'info'
  /** More members for --json-log. */
  readonly more?: { readonly [key: string]: unknown }
}

/** Wrong usage: nothing is read or written, every problem is reported, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly problems: readonly Problem[]

  constructor(...problems: readonly Problem[]) {
    super(problems.map(problem => spoken(problem.message, 'en')).join('; '))
    this.problems = problems
  }
}

export const usage = (where: Text, message: Words, hint?: Text): UsageError =>
  new UsageError({ where, code: 'USAGE', message, ...(hint === undefined ? {} : { hint }) })

/** What is drawn at the foot of a terminal while lines are written above it. */
export interface Foot {
  clear(): void
  draw(): void
}

let foot: Foot | undefined

/** Keeps something below every line written from now on; nothing by default. */
export function keepAtFoot(next?: Foot): void {
  foot?.clear()
  foot = next
}

/** A text or phrase in the language of the screen. */
export const shown = (text: Text): string => spoken(text, screenLanguage())

/** Writes one line to standard error. */
export function reportNote(about: Text): void {
  reportEvent({ event: 'note', message: shown(about) }, shown(about))
}

export function reportProblem(problem: Problem): void {
  const { code, level = 'error', more } = problem
  const [where, message, hint, at] = [problem.where, problem.message, problem.hint ?? '', problem.at ?? ''].map(shown)
  const parts = { where, code, message } as Parts
  const event = { event: 'problem', level, ...parts, ...(more ?? (hint || at ? { hint: hint || at } : {})) }
  const line = at === '' ? parts : fitting(parts, short => widthOf(shown(lineOf(short, hint, at))))
  reportEvent(event, shown(lineOf(line, hint, at)), { code, level })
}

/** What every line begins with, `sapporo-eval: `, and a column for a wide character that does not fit at the end of a line. */
const besides = 16

interface Parts {
  readonly where: string
  readonly code: string
  readonly message: string
}

/** The parts of a line that goes into two lines of the terminal: the end of its message left out, and the beginning of its path; whole without a terminal. */
function fitting(parts: Parts, widthIn: (parts: Parts) => number): Parts {
  if (!process.stderr.isTTY || isJsonLog()) return parts
  const room = 2 * (process.stderr.columns || 80) - besides
  const leastMessage = 20
  const shorter = (own: Parts) => room - widthIn({ ...own, message: '' })
  const forPath = widthOf(parts.where) - Math.max(0, leastMessage - shorter(parts))
  const own = { ...parts, where: endWithin(parts.where, Math.max(forPath, 12)) }
  return { ...own, message: startWithin(parts.message, Math.max(shorter(own), 8)) }
}

function lineOf(parts: Parts, hint = '', at = ''): Words {
  if (hint !== '') return say('PROBLEM_WITH_HINT', { ...parts, hint })
  return at === '' ? say('PROBLEM', parts) : say('PROBLEM_AT', { ...parts, at })
}

/** One line: `text` for people, the event as JSON with --json-log. Without a text it is for machines only. */
export function reportEvent(
  event: { readonly event: string; readonly [key: string]: unknown },
  text?: string,
  problem?: Pick<Required<Problem>, 'code' | 'level'>,
): void {
  if (isJsonLog()) writeLine(withoutOrders(jsonText(event)))
  else if (text !== undefined) writeLine(`sapporo-eval: ${coloured(oneLine(text), problem)}`)
}

// Read from the command line itself, so that errors of the command line are reported in the same form.
export const isJsonLog = (): boolean => process.argv.includes('--json-log')

/** Writes a line as it is, for readers of standard error with a format of their own. */
export function writeLine(line: string): void {
  foot?.clear()
  process.stderr.write(`${line}\n`)
  foot?.draw()
}

const named: { readonly [ch: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

// Control codes, line separators, and whatever is invisible: marks that change the direction of a line, zero-width characters, tags.
// They come from names of files and from the documents themselves: one problem must stay one line, and a document must not steer the
// terminal. A variation selector belongs to the ideograph or sign before it.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?![\p{VS}])\p{DI}|(?<![\p{Script=Han}\p{S}])\p{VS}/gu

/** The text with whatever could break, disguise or command its line written as an escape. */
export const oneLine = (text: string): string =>
  withoutOrders(text.replace(unprintable, ch => named[ch] ?? escapeOf(ch)))

const escapeOf = (ch: string): string =>
  ch.length === 1 ? escapedUnits(ch) : `\\u{${ch.codePointAt(0)?.toString(16)}}`

/** GitHub's runner, and others like it, obey `##[command]` anywhere in a line, and `::command::` at its start. */
const orders = () => (isGitHub() ? /##(?=[\w-]*\[)|::/g : /##(?=[\w-]*\[)/g)

/** The text with each command to a runner broken, in a way that JSON reads as the same. */
const withoutOrders = (text: string): string =>
  text.replace(orders(), order => `${order.charAt(0)}${escapedUnits(order.charAt(1))}`)

export const isGitHub = (env: NodeJS.ProcessEnv = process.env): boolean => env.GITHUB_ACTIONS === 'true'
