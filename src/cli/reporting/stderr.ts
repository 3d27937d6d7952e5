/** One thing that is wrong: where, what, and what to do about it. */
export interface Problem {
  /** The input as typed, an option, or the command. */
  readonly where: string
  readonly code: string
  readonly message: string
  readonly hint?: string
  /** `error` where it is left out. */
  readonly level?: 'error' | 'warning' | 'info'
  /** What machines are told besides. */
  readonly more?: { readonly [key: string]: unknown }
}

/** Wrong usage: nothing is read or written, every problem is told, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly problems: readonly Problem[]

  constructor(...problems: readonly Problem[]) {
    super(problems.map(problem => problem.message).join('; '))
    this.problems = problems
  }
}

export const usage = (where: string, message: string, hint?: string): UsageError =>
  new UsageError({ where, code: 'USAGE', message, ...(hint === undefined ? {} : { hint }) })

/** What stands at the foot of a terminal while lines are told above it. */
export interface Foot {
  clear(): void
  draw(): void
}

let foot: Foot | undefined

/** Keeps something below whatever is told from now on; nothing where it is left out. */
export function keepAtFoot(next?: Foot): void {
  foot?.clear()
  foot = next
}

/** Writes one line to standard error. It never holds colour, so NO_COLOR and a terminal get the same. */
export function tell(about: string): void {
  tellEvent({ event: 'note', message: about }, about)
}

export function tellProblem({ where, code, message, hint, level = 'error', more }: Problem): void {
  const event = { event: 'problem', level, where, code, message, ...(more ?? (hint ? { hint } : {})) }
  tellEvent(event, `${where}: ${code}: ${message}${hint === undefined || hint === '' ? '' : ` (${hint})`}`)
}

/** One line: `text` for people, the event as JSON with --json-log. Without a text it is for machines only. */
export function tellEvent(event: { readonly event: string; readonly [key: string]: unknown }, text?: string): void {
  if (isJsonLog()) writeLine(JSON.stringify(event))
  else if (text !== undefined) writeLine(`sapporo-eval: ${oneLine(text)}`)
}

// Read off the command line itself: what is wrong with the command line is told in the same form.
export const isJsonLog = (): boolean => process.argv.includes('--json-log')

/** Writes a line as it is, for those who read standard error by a form of their own. */
export function writeLine(line: string): void {
  foot?.clear()
  process.stderr.write(`${line}\n`)
  foot?.draw()
}

const named: { readonly [ch: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

// Control characters and line separators, and the marks that turn the direction of a line. They come from names of files
// and from the documents themselves: one problem must stay one line, and a document must not steer the terminal.
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** The text with whatever could break or disguise its line written as an escape. */
export const oneLine = (text: string): string =>
  text.replace(unprintable, ch => named[ch] ?? `\\u${(ch.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
