import type { Command, Option } from 'commander'

/** Options that are of one run alone, are read before all others, or are no matter for a file. */
const ofOneRun = [
  'help',
  'version',
  'config',
  'lang',
  'page',
  'password',
  'debug',
  'json-log',
  'write-baseline',
  'force',
]

/** The name of an option as a file has it: `min-coverage`, `no-guard`. */
export const nameOf = ({ long }: Option): string => (long ?? '').replace(/^--/u, '')

/** The variable that sets it: `SAPPORO_EVAL_MIN_COVERAGE`. */
export const variableOf = (name: string): string => `SAPPORO_EVAL_${name.toUpperCase().replaceAll('-', '_')}`

/** The options of a command that can have a default. */
export const settable = ({ options }: Command): readonly Option[] =>
  options.filter(option => !ofOneRun.includes(nameOf(option)))

/** Whether a variable of the environment sets an option of a command. */
export const isSet = (program: Command, env: NodeJS.ProcessEnv): boolean =>
  program.commands.some(command => settable(command).some(option => env[variableOf(nameOf(option))]))
