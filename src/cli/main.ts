import { existsSync } from 'node:fs'
import { type Command, CommanderError } from 'commander'
import type { Text } from '../messages/arguments.ts'
import { say } from '../messages/words.ts'
import { type ConfigFile, configFile } from './config/file.ts'
import { isSet } from './config/settable.ts'
import { exit } from './exit-codes.ts'
import { configureLanguage, languageIn } from './language.ts'
import { programOf } from './program.ts'
import { guardProcess, reportBug } from './reporting/guards.ts'
import { reportProblem, UsageError } from './reporting/stderr.ts'

/** Runs the command line. The exit code is set, not forced, so that pending output is written to the end. */
async function main(): Promise<void> {
  const { file, fault } = foundConfig()
  configureLanguage(languageIn(file?.content))
  const program = programOf()
  guardProcess(nameOf(commandOf(program)))
  try {
    if (fault !== undefined) throw fault
    if (file || isSet(program, process.env)) {
      const { applySettings } = await import('./config/apply.ts')
      applySettings({ program, running: commandOf(program) }, file, process.env)
    }
    await program.parseAsync([...process.argv.slice(0, 2), ...withCommand(process.argv.slice(2), program)])
  } catch (error) {
    process.exitCode = await reportError(error, program)
  }
}

/** The file of defaults, or what is wrong with it, to be told once the language is known. */
function foundConfig(): { readonly file?: ConfigFile | undefined; readonly fault?: unknown } {
  try {
    return { file: configFile() }
  } catch (fault) {
    return { fault }
  }
}

/** Words of the command line; where they begin with a file or folder instead of a command, it is extracted. */
function withCommand(words: readonly string[], program: Command): string[] {
  const [first = ''] = words
  const isCommand = first === 'help' || program.commands.some(command => command.name() === first)
  return !isCommand && first !== '' && !first.startsWith('-') && existsSync(first) ? ['extract', ...words] : [...words]
}

/** The command that was typed; undefined where none was. */
const commandOf = (program: Command): string | undefined =>
  program.commands.find(command => command.name() === withCommand(process.argv.slice(2), program)[0])?.name()

const nameOf = (command: string | undefined): Text => command ?? say('COMMAND_LINE')

async function reportError(error: unknown, program: Command): Promise<number> {
  const command = commandOf(program)
  if (error instanceof CommanderError) return reportCommander(error, program)
  if (error instanceof UsageError) {
    for (const problem of error.problems) reportProblem(problem)
    return exit.usage
  }
  reportBug(nameOf(command), error)
  return exit.nothingWritten
}

/** Commander throws for --help and --version too, which are not errors; where the command is missing, it has already shown the help. */
async function reportCommander(error: CommanderError, program: Command): Promise<number> {
  if (error.exitCode === 0) return exit.done
  if (error.code === 'commander.help') return exit.usage
  const command = commandOf(program)
  const { misuseOf } = await import('./commands/light.ts')
  const { message, meant } = misuseOf(error, program)
  const help = say('SEE_HELP', { command: command === undefined ? 'sapporo-eval' : `sapporo-eval ${command}` })
  const hint =
    meant === undefined ? help : say('TWO_HINTS', { first: say('SUGGESTED', { names: meant }), second: help })
  reportProblem({ where: nameOf(command), code: 'USAGE', message, hint })
  return exit.usage
}

await main()
