import { Command, Option } from 'commander'
import { layoutIds } from '../layouts/ids.ts'
import { version } from '../version.ts'
import { formats } from '../writers/formats.ts'
import { encodings, headerStyles } from '../writers/writer.ts'
import { parseAddress, parseCodes, parseCount, parseLicence, parsePage, parsePages, parseShare } from './args.ts'
import type { DetectFlags } from './commands/detect.ts'
import type { ExtractFlags } from './commands/extract.ts'
import type { InspectFlags } from './commands/inspected.ts'
import type { SchemaFlags } from './commands/schema.ts'
import type { ValidateFlags } from './commands/validate.ts'
import { helpTail, helpWords } from './help.ts'
import {
  commandIn,
  debug,
  decisions,
  followLinks,
  languageOption,
  memoryLimit,
  password,
  passwordFile,
  reader,
  timeout,
  type Words,
} from './options.ts'
import { leastGrades } from './reporting/grades.ts'
import { addDecide, addReview } from './review-commands.ts'
import { speaking } from './speaking.ts'

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
  for (const add of [addExtract, addReview, addDecide, addDetect, addInspect, addSchema, addValidate])
    add(program, words)
  return program
}

const formatIds = formats.map(({ id }) => id)

function addExtract(program: Command, words: Words): void {
  const { help, known } = words
  const { titles, values } = help
  commandIn(program, 'extract', help.extract, words)
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
    .optionsGroup(titles.output)
    .addOption(new Option(`-f, --format <${values.format}>`, help.format).choices(formatIds))
    .option(`-o, --output <${values.path}>`, help.output)
    .option('--per-file', help.perFile)
    .option('--overwrite', help.overwrite)
    .option('--force', help.force)
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
    .optionsGroup(titles.content)
    .option('--provenance', help.provenance)
    .option('--raw', help.raw)
    .option('--findings', help.findings)
    .addOption(decisions(words))
    .option('--strict', help.strict)
    .option(`--min-coverage <${values.share}>`, help.minCoverage, parseShare)
    .addOption(new Option(`--min-verdict <${values.grade}>`, help.minVerdict).choices(leastGrades))
    .option(`--fail-on <${values.code}>`, help.failOn, parseCodes)
    .optionsGroup(titles.limits)
    .option(`--jobs <${values.number}>`, help.jobs, parseCount)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .optionsGroup(titles.reports)
    .addOption(languageOption(words))
    .option('-q, --quiet', help.quiet)
    .option('--json-log', help.jsonLog)
    .addOption(debug(words))
    .addHelpText('after', helpTail('extract'))
    .action(async (typed: string[], flags: ExtractFlags) => {
      const { extract } = await import('./commands/light.ts')
      process.exitCode = await extract(typed, flags)
    })
}

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
      const { detect } = await import('./commands/light.ts')
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
      const { inspect } = await import('./commands/light.ts')
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
      const { validate } = await import('./commands/light.ts')
      process.exitCode = await validate(typed, flags)
    })
}
