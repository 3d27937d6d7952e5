import { type Command, CommanderError } from 'commander'
import { exit } from './exit-codes.ts'
import { programOf } from './program.ts'
import { guardProcess, reportBug } from './reporting/guards.ts'
import { reportProblem, UsageError } from './reporting/stderr.ts'

/** Runs the command line. The exit code is set, not forced, so that pending output is written to the end. */
async function main(): Promise<void> {
  const program = programOf()
  const command = commandOf(program)
  guardProcess(command)
  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = reportError(error, command)
  }
}

const commandOf = (program: Command): string =>
  program.commands.find(command => command.name() === process.argv[2])?.name() ?? 'command line'

function reportError(error: unknown, command: string): number {
  if (error instanceof CommanderError) return reportCommander(error, command)
  if (error instanceof UsageError) {
    for (const problem of error.problems) reportProblem(problem)
    return exit.usage
  }
  reportBug(command, error)
  return exit.nothingWritten
}

/** Commander throws for --help and --version too, which are not errors; where the command is missing, it has already shown the help. */
function reportCommander({ exitCode, code, message }: CommanderError, command: string): number {
  if (exitCode === 0) return exit.done
  if (code === 'commander.help') return exit.usage
  const [found = '', ...more] = message.replace(/^error: /, '').split('\n')
  const help = `see sapporo-eval ${command === 'command line' ? '' : `${command} `}--help`
  const hint = [...more.map(line => line.replace(/^\((.*)\)$/, '$1')), help].filter(part => part !== '').join('; ')
  reportProblem({ where: command, code: 'USAGE', message: found, hint })
  return exit.usage
}

await main()
