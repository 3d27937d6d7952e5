import { styleText } from 'node:util'

interface Coded {
  readonly code: string
  readonly level: 'error' | 'warning' | 'info'
}

const styles = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** A line with its code in the colour of its level, where colours are shown. */
export function coloured(line: string, problem: Coded | undefined): string {
  if (!problem || !showsColours(process.stderr)) return line
  const { code, level } = problem
  // Whether colours are shown is settled here; older versions of Node know no options.
  return line.replace(`: ${code}: `, () => `: ${styleText(styles[level], code)}: `)
}

/** As no-color.org and Node itself have it: NO_COLOR forbids, FORCE_COLOR demands, else a terminal that knows colours. */
export function showsColours({ isTTY }: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return !env.NO_COLOR && isTTY === true && env.TERM !== 'dumb'
}
