import { Command, Option } from 'commander'
import { layoutIds } from '../layouts/ids.ts'
import type { Catalogue } from '../messages/catalogue.ts'
import { languages } from '../messages/language.ts'
import { version } from '../version.ts'
import { formats } from '../writers/formats.ts'
import { encodings, headerStyles } from '../writers/writer.ts'
import {
  parseAddress,
  parseCodes,
  parseCount,
  parseLicence,
  parsePage,
  parsePages,
  parseSeconds,
  parseShard,
  parseShare,
  pdfReadings,
} from './args.ts'
import type { DetectFlags } from './commands/detect.ts'
import type { ExtractFlags } from './commands/extract.ts'
import type { InspectFlags } from './commands/inspected.ts'
import type { SchemaFlags } from './commands/schema.ts'
import type { ValidateFlags } from './commands/validate.ts'
import { helpTail, helpWords } from './help.ts'
import { leastGrades } from './reporting/grades.ts'
import { speaking } from './speaking.ts'

/** Options and arguments, their words from the catalogue. */
interface Words {
  readonly help: Catalogue['help']
  readonly known: string
}

/**
 * The commands and their options. Each command is loaded when it runs, so that --help and --version load neither the schema
 * library nor a reader nor a layout.
 */
export function programOf(): Command {
  const help = helpWords()
  const words = { help, known: layoutIds.join(', ') }
  const program = speaking(new Command('sapporo-eval'), help)
    .description(help.program)
    .version(version, '-V, --version', help.showVersion)
    .helpCommand(`help [${help.values.command}]`, help.describeCommand)
    .addHelpText('after', helpTail('program'))
    .exitOverride()
  for (const add of [addExtract, addMerge, addDetect, addInspect, addSchema, addValidate]) add(program, words)
  return program
}

const formatIds = formats.map(({ id }) => id)
const languageOption = ({ help }: Words) => new Option(`--lang <${help.values.language}>`, help.lang).choices(languages)
const reader = ({ help }: Words) => new Option(`--reader <${help.values.reading}>`, help.reader).choices(pdfReadings)
const debug = ({ help }: Words) => new Option('--debug', help.debug)
const followLinks = ({ help }: Words) => new Option('--follow-links', help.followLinks)
const password = ({ help }: Words) =>
  new Option(`--password <${help.values.password}>`, help.password).conflicts('passwordFile')
const passwordFile = ({ help }: Words) => new Option(`--password-file <${help.values.file}>`, help.passwordFile)
const timeout = ({ help }: Words) =>
  new Option(`--timeout <${help.values.seconds}>`, help.timeout).argParser(parseSeconds)
const memoryLimit = ({ help }: Words) =>
  new Option(`--memory-limit <${help.values.megabytes}>`, help.memoryLimit).argParser(parseCount)

/** A command of the program, with its description and usage. */
function commandIn(program: Command, name: string, description: string, { help }: Words): Command {
  return speaking(program.command(name), help).description(description)
}

function addExtract(program: Command, words: Words): void {
  const { help, known } = words
  const { titles, values } = help
  const command = commandIn(program, 'extract', help.extract, words)
    .argument(`[${values.input}...]`, help.inputs)
    .optionsGroup(titles.input)
    .option(`--files-from <${values.list}>`, help.filesFrom)
    .option('-0, --null', help.null)
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
  withChecks(command, words)
    .optionsGroup(titles.limits)
    .option(`--jobs <${values.number}>`, help.jobs, parseCount)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
  withReports(command, words)
    .addHelpText('after', helpTail('extract'))
    .action(async (typed: string[], flags: ExtractFlags) => {
      const { extract } = await import('./commands/extract.ts')
      process.exitCode = await extract(typed, flags)
    })
}

function addMerge(program: Command, words: Words): void {
  const { help } = words
  const command = commandIn(program, 'merge', help.merge, words).argument(`<${help.values.parts}...>`, help.parts)
  withOutput(command, words)
  withTables(command, words).optionsGroup(help.titles.content)
  withChecks(command, words)
  withReports(command, words)
    .addHelpText('after', helpTail('merge'))
    .action(async (folders: string[], flags: ExtractFlags) => {
      const { merge } = await import('./commands/merge.ts')
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

function addDetect(program: Command, words: Words): void {
  const { help } = words
  commandIn(program, 'detect', help.detect, words)
    .argument(`<${help.values.input}...>`, help.inputs)
    .option('--explain', help.explainMarks)
    .addOption(new Option(`-f, --format <${help.values.format}>`, help.machineFormat).choices(['json']))
    .addOption(followLinks(words))
    .addOption(reader(words))
    .addOption(password(words))
    .addOption(passwordFile(words))
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .addOption(languageOption(words))
    .addOption(debug(words))
    .addHelpText('after', helpTail('detect'))
    .action(async (typed: string[], flags: DetectFlags) => {
      const { detect } = await import('./commands/detect.ts')
      process.exitCode = await detect(typed, flags)
    })
}

function addInspect(program: Command, words: Words): void {
  const { help } = words
  const { values } = help
  commandIn(program, 'inspect', help.inspect, words)
    .argument(`<${values.input}>`, help.oneInput)
    .addOption(new Option(`--page <${values.number}>`, help.page).argParser(parsePage).conflicts('pages'))
    .option('--tables', help.listTables)
    .addOption(new Option(`-f, --format <${values.format}>`, help.tableFormat).choices(['json', 'csv']))
    .option(`-o, --output <${values.path}>`, help.outputFile)
    .option(`--pages <${values.ranges}>`, help.tablePages, parsePages)
    .addOption(password(words))
    .addOption(passwordFile(words))
    .option('--overwrite', help.overwriteFile)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .addOption(languageOption(words))
    .addOption(debug(words))
    .addHelpText('after', helpTail('inspect'))
    .action(async (typed: string, flags: InspectFlags) => {
      const { inspect } = await import('./commands/inspect.ts')
      process.exitCode = await inspect(typed, flags)
    })
}

function addSchema(program: Command, words: Words): void {
  const { help, known } = words
  commandIn(program, 'schema', help.schema, words)
    .argument(`[${help.values.layout}]`, help.onlyLayout({ known }))
    .option(`--table <${help.values.name}>`, help.tableSchema)
    .addOption(languageOption(words))
    .addOption(debug(words))
    .addHelpText('after', helpTail('schema'))
    .action(async (layout: string | undefined, flags: SchemaFlags) => {
      const { schema } = await import('./commands/schema.ts')
      process.exitCode = await schema(layout, flags)
    })
}

function addValidate(program: Command, words: Words): void {
  const { help } = words
  commandIn(program, 'validate', help.validate, words)
    .argument(`<${help.values.outputFiles}...>`, help.outputs)
    .addOption(followLinks(words))
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .addOption(languageOption(words))
    .addOption(debug(words))
    .addHelpText('after', helpTail('validate'))
    .action(async (typed: string[], flags: ValidateFlags) => {
      const { validate } = await import('./commands/validate.ts')
      process.exitCode = await validate(typed, flags)
    })
}
