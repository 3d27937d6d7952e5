import { type Command, CommanderError } from 'commander'
import { exit } from './exit-codes.ts'
import { programOf } from './program.ts'
import { guardProcess, tellBug } from './reporting/guards.ts'
import { tellProblem, UsageError } from './reporting/stderr.ts'

/** Runs the command line. The exit code is set, not forced, so that pending output is written to the end. */
async function main(): Promise<void> {
  const program = programOf()
  const command = commandOf(program)
  guardProcess(command)
  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = tellError(error, command)
  }
}

const commandOf = (program: Command): string =>
  program.commands.find(command => command.name() === process.argv[2])?.name() ?? 'command line'

function tellError(error: unknown, command: string): number {
  if (error instanceof CommanderError) return tellCommander(error, command)
  if (error instanceof UsageError) {
    for (const problem of error.problems) tellProblem(problem)
    return exit.usage
  }
  tellBug(command, error)
  return exit.nothingWritten
}

/** Commander throws for --help and --version too, which are not errors; where the command is missing, it has already shown the help. */
function tellCommander({ exitCode, code, message }: CommanderError, command: string): number {
  if (exitCode === 0) return exit.done
  if (code === 'commander.help') return exit.usage
  const [found = '', ...more] = message.replace(/^error: /, '').split('\n')
  const help = `see sapporo-eval ${command === 'command line' ? '' : `${command} `}--help`
  const hint = [...more.map(line => line.replace(/^\((.*)\)$/, '$1')), help].filter(part => part !== '').join('; ')
  tellProblem({ where: command, code: 'USAGE', message: found, hint })
  return exit.usage
}

await main()
