import { type Command, Option } from 'commander'
import { encodings, headerStyles } from '../../writers/writer.ts'
import { parseCount } from '../args.ts'
import type { DiffFlags } from '../commands/compare/diff.ts'
import type { HistoryFlags } from '../commands/compare/history.ts'
import { helpTail } from '../help.ts'
import {
  commandIn,
  debug,
  followLinks,
  languageOption,
  memoryLimit,
  password,
  passwordFile,
  timeout,
  type Words,
} from './shared.ts'

export function addDiff(program: Command, words: Words): void {
  const { help } = words
  const { values } = help
  const command = commandIn(program, 'diff', help.diff, words)
    .argument(`<${values.oldRelease}>`, help.oldRelease)
    .argument(`<${values.newRelease}>`, help.newRelease)
    .addOption(formats(words, ['text', 'csv', 'json', 'jsonl', 'xlsx', 'html'], help.diffFormat))
    .option('--exit-code', help.exitCode)
  reading(command, words)
    .addHelpText('after', helpTail('diff'))
    .action(async (old: string, fresh: string, flags: DiffFlags) => {
      const { diff } = await import('../commands/compare/index.ts')
      process.exitCode = await diff(old, fresh, flags)
    })
}

export function addHistory(program: Command, words: Words): void {
  const { help } = words
  const { values } = help
  const command = commandIn(program, 'history', help.history, words)
    .argument(`<${values.release}...>`, help.releases)
    .addOption(formats(words, ['json', 'csv', 'jsonl', 'xlsx', 'parquet'], help.historyFormat))
    .option(`--table <${values.name}>`, help.historyTable)
  reading(command, words)
    .addHelpText('after', helpTail('history'))
    .action(async (typed: string[], flags: HistoryFlags) => {
      const { history } = await import('../commands/compare/index.ts')
      process.exitCode = await history(typed, flags)
    })
}

const formats = ({ help }: Words, known: readonly string[], description: string): Option =>
  new Option(`-f, --format <${help.values.format}>`, description).choices(known)

/** The options by which releases are read, and by which what is found in them is written. */
function reading(command: Command, words: Words): Command {
  const { help } = words
  const { values } = help
  return command
    .option(`-o, --output <${values.path}>`, help.diffOutput)
    .option('--overwrite', help.overwriteFile)
    .addOption(new Option(`--headers <${values.language}>`, help.headers).choices(headerStyles))
    .addOption(new Option(`--encoding <${values.encoding}>`, help.encoding).choices(encodings))
    .addOption(followLinks(words))
    .addOption(password(words))
    .addOption(passwordFile(words))
    .option(`--jobs <${values.number}>`, help.jobs, parseCount)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .addOption(languageOption(words))
    .option('-q, --quiet', help.quiet)
    .addOption(debug(words))
}
