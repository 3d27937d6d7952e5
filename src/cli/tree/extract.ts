import { type Command, Option } from 'commander'
import { formats } from '../../writers/formats.ts'
import { encodings, headerStyles } from '../../writers/writer.ts'
import { parseAddress, parseCodes, parseCount, parseLicence, parsePages, parseShard, parseShare } from '../args.ts'
import type { ExtractFlags } from '../commands/extract.ts'
import { helpTail } from '../help.ts'
import { leastGrades } from '../reporting/grades.ts'
import {
  commandIn,
  debug,
  decisions,
  exclude,
  followLinks,
  languageOption,
  memoryLimit,
  password,
  passwordFile,
  reader,
  timeout,
  type Words,
} from './shared.ts'

const formatIds = formats.map(({ id }) => id)

export function addExtract(program: Command, words: Words): void {
  const { help, known } = words
  const { titles, values } = help
  const command = commandIn(program, 'extract', help.extract, words)
    .argument(`[${values.input}...]`, help.inputs)
    .optionsGroup(titles.input)
    .option(`--files-from <${values.list}>`, help.filesFrom)
    .option('-0, --null', help.null)
    .addOption(exclude(words))
    .addOption(followLinks(words))
    .option(`--layout <${values.id}>`, help.layout({ known }))
    .addOption(reader(words))
    .option(`--pages <${values.ranges}>`, help.pages, parsePages)
    .addOption(password(words))
    .addOption(passwordFile(words))
    .option(`--shard <${values.part}>`, help.shard, parseShard)
  withOutput(command, words)
    .option('--force', help.force)
    .option(`--cache <${values.folder}>`, help.cache)
    .option(`--cache-limit <${values.megabytes}>`, help.cacheLimit, parseCount)
  withTables(command, words)
    .optionsGroup(titles.content)
    .option('--provenance', help.provenance)
    .option('--raw', help.raw)
    .option('--findings', help.findings)
    .addOption(decisions(words))
  withChecks(command, words)
    .option(`--baseline <${values.file}>`, help.baseline)
    .option('--write-baseline', help.writeBaseline)
    .optionsGroup(titles.limits)
    .option(`--jobs <${values.number}>`, help.jobs, parseCount)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
  withReports(command, words)
    .addHelpText('after', helpTail('extract'))
    .action(async (typed: string[], flags: ExtractFlags, command: Command) => {
      const { extract } = await import('../commands/light.ts')
      const { withoutIdle } = await import('../config/settled.ts')
      process.exitCode = await extract(typed, withoutIdle(flags, command))
    })
}

export function addMerge(program: Command, words: Words): void {
  const { help } = words
  const command = commandIn(program, 'merge', help.merge, words).argument(`<${help.values.parts}...>`, help.parts)
  withOutput(command, words)
  withTables(command, words).optionsGroup(help.titles.content)
  withChecks(command, words)
  withReports(command, words)
    .addHelpText('after', helpTail('merge'))
    .action(async (folders: string[], flags: ExtractFlags) => {
      const { merge } = await import('../commands/rare.ts')
      process.exitCode = await merge(folders, flags)
    })
}

/** Where the data goes, and in which format. */
const withOutput = (command: Command, { help }: Words): Command =>
  command
    .optionsGroup(help.titles.output)
    .addOption(new Option(`-f, --format <${help.values.format}>`, help.format).choices(formatIds))
    .option(`-o, --output <${help.values.path}>`, help.output)
    .option('--per-file', help.perFile)
    .option('--overwrite', help.overwrite)

const withTables = (command: Command, { help: { values, titles, ...help } }: Words): Command =>
  command
    .optionsGroup(titles.tables)
    .option(`--table <${values.name}>`, help.table)
    .addOption(new Option(`--headers <${values.language}>`, help.headers).choices(headerStyles))
    .addOption(new Option(`--encoding <${values.encoding}>`, help.encoding).choices(encodings))
    .option('--no-guard', help.noGuard)
    .option('--strict-encoding', help.strictEncoding)
    .addOption(new Option(`--for <${values.program}>`, help.for).choices(['excel']))
    .option(`--source-title <${values.title}>`, help.sourceTitle)
    .option(`--source-url <${values.address}>`, help.sourceUrl, parseAddress)
    .option(`--licence <${values.name}>`, help.licence, parseLicence)

/** What the exit code is to say of the documents. */
const withChecks = (command: Command, { help }: Words): Command =>
  command
    .option('--strict', help.strict)
    .option(`--min-coverage <${help.values.share}>`, help.minCoverage, parseShare)
    .addOption(new Option(`--min-verdict <${help.values.grade}>`, help.minVerdict).choices(leastGrades))
    .option(`--fail-on <${help.values.code}>`, help.failOn, parseCodes)

const withReports = (command: Command, words: Words): Command =>
  command
    .optionsGroup(words.help.titles.reports)
    .addOption(languageOption(words))
    .option('-q, --quiet', words.help.quiet)
    .option('--json-log', words.help.jsonLog)
    .addOption(debug(words))
