/** One thing that is wrong: where, what, and what to do about it. */
export interface Problem {
  /** The input as typed, an option, or the command. */
  readonly where: string
  readonly code: string
  readonly message: string
  readonly hint?: string
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

/** Writes one line to standard error. It never holds colour, so NO_COLOR and a terminal get the same. */
export function tell(about: string): void {
  process.stderr.write(`sapporo-eval: ${oneLine(about)}\n`)
}

export function tellProblem({ where, code, message, hint }: Problem): void {
  tell(`${where}: ${code}: ${message}${hint === undefined || hint === '' ? '' : ` (${hint})`}`)
}

const named: { readonly [ch: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

// Control characters and line separators, and the marks that turn the direction of a line. They come from names of files
// and from the documents themselves: one problem must stay one line, and a document must not steer the terminal.
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** The text with whatever could break or disguise its line written as an escape. */
export const oneLine = (text: string): string =>
  text.replace(unprintable, ch => named[ch] ?? `\\u${(ch.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
