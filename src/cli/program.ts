import { Command, Option } from 'commander'
import { layoutIds } from '../layouts/ids.ts'
import { version } from '../version.ts'
import { formats } from '../writers/formats.ts'
import { encodings, headerStyles } from '../writers/writer.ts'
import {
  parseAddress,
  parseCount,
  parseLicence,
  parsePage,
  parsePages,
  parseSeconds,
  parseShare,
  pdfReadings,
} from './args.ts'
import type { DetectFlags } from './commands/detect.ts'
import type { ExtractFlags } from './commands/extract.ts'
import type { InspectFlags } from './commands/inspected.ts'
import type { SchemaFlags } from './commands/schema.ts'
import type { ValidateFlags } from './commands/validate.ts'
import { helpTails } from './help.ts'
import { leastGrades } from './reporting/grades.ts'

/**
 * The commands and their options. Each command is loaded when it runs, so that --help and --version load neither the schema
 * library nor a reader nor a layout.
 */
export function programOf(): Command {
  const program = new Command('sapporo-eval')
    .description("Turns the City of Sapporo's evaluation documents into data, every value with its place.")
    .version(version)
    .addHelpText('after', helpTails.program)
    .configureOutput({ outputError: () => {} })
    .exitOverride()
  addExtract(program)
  addDetect(program)
  addInspect(program)
  addSchema(program)
  addValidate(program)
  return program
}

const inputs = 'PDF or text files, folders, patterns in quotation marks, or - for standard input'
const known = layoutIds.join(', ')
const formatIds = formats.map(({ id }) => id)
const reader = () =>
  new Option('--reader <reading>', 'read PDFs as pages, or by their text alone (default: geometry)').choices(
    pdfReadings,
  )
const debug = () => new Option('--debug', 'show the stack of an INTERNAL error')
const followLinks = () => new Option('--follow-links', 'follow links that lead out of a folder that is given')
const password = () =>
  new Option('--password <password>', 'password of the PDFs; others on the machine can see it').conflicts(
    'passwordFile',
  )
const passwordFile = () =>
  new Option('--password-file <file>', 'file whose first line is the password of the PDFs; else SAPPORO_EVAL_PASSWORD')
const timeout = () =>
  new Option('--timeout <seconds>', 'give up an input after this long (default: 60)').argParser(parseSeconds)
const memoryLimit = () =>
  new Option('--memory-limit <MB>', 'give up an input that needs more memory (default: 2048)').argParser(parseCount)

function addExtract(program: Command): void {
  program
    .command('extract')
    .description('Write the data of evaluation documents as JSON, JSON Lines, CSV or an Excel workbook.')
    .argument('[input...]', inputs)
    .option('--files-from <list>', 'read more inputs from a list, one path per line; - for standard input')
    .option('-0, --null', 'the paths of the list end in NUL instead')
    .addOption(followLinks())
    .addOption(new Option('-f, --format <format>', 'default: by the ending of -o, else json').choices(formatIds))
    .option(
      '-o, --output <path>',
      'file, or folder (ends in /, exists as one, or all tables go there); default: standard output',
    )
    .option('--per-file', 'write a JSON file for each input into the folder given to -o')
    .option('--table <name>', 'the one table to write as CSV; default: the main one, in a folder all of them')
    .option('--layout <id>', `offer only this layout: ${known}`)
    .addOption(reader())
    .option('--pages <ranges>', 'pages to read, such as 1-3,7', parsePages)
    .addOption(password())
    .addOption(passwordFile())
    .addOption(
      new Option('--headers <language>', 'column heads of tables (default: en; in a workbook ja)').choices(
        headerStyles,
      ),
    )
    .addOption(new Option('--encoding <encoding>', 'encoding of CSV (default: utf-8)').choices(encodings))
    .option('--no-guard', 'do not keep text of CSV for spreadsheets from being taken for a formula, date or number')
    .option('--strict-encoding', 'give up where CP932 lacks a character, rather than write another for it')
    .addOption(
      new Option('--for <reader>', 'what opens right there: a workbook, or CSV with -f csv').choices(['excel']),
    )
    .option('--source-title <title>', 'what the documents are, for datapackage.json')
    .option('--source-url <address>', 'where they are published, for datapackage.json', parseAddress)
    .option('--licence <name>', 'their licence, such as CC-BY-4.0, or its address, for datapackage.json', parseLicence)
    .option('--provenance', 'add the place of every value to the JSON')
    .option('--raw', 'add the text of every value as printed to the JSON')
    .option('--findings', 'point at probable misreadings in the diagnostics (SUSPECT_TEXT); no value changes')
    .option('--strict', 'exit 4 where there is any error or warning')
    .option('--min-coverage <share>', 'exit 4 where a document has a lower coverage, such as 0.98', parseShare)
    .addOption(
      new Option('--min-verdict <grade>', 'exit 4 where the verdict on a document is worse').choices(leastGrades),
    )
    .option('--overwrite', 'replace an existing file, or write into a folder that is not empty')
    .option('--force', 'start over instead of resuming an interrupted run')
    .option(
      '--jobs <number>',
      'inputs to read at the same time, at most (default: one for every ten inputs, no more than there are cores, nor 8)',
      parseCount,
    )
    .addOption(timeout())
    .addOption(memoryLimit())
    .option('-q, --quiet', 'report only failures and errors')
    .option('--json-log', 'report everything as JSON, one object per line')
    .addOption(debug())
    .addHelpText('after', helpTails.extract)
    .action(async (typed: string[], flags: ExtractFlags) => {
      const { extract } = await import('./commands/extract.ts')
      process.exitCode = await extract(typed, flags)
    })
}

function addDetect(program: Command): void {
  program
    .command('detect')
    .description('Show the layout and edition of documents, and how they were recognised.')
    .argument('<input...>', inputs)
    .option('--explain', 'show the marks of the layouts, found and missing, with their places')
    .addOption(new Option('-f, --format <format>', 'machine-readable output').choices(['json']))
    .addOption(followLinks())
    .addOption(reader())
    .addOption(password())
    .addOption(passwordFile())
    .addOption(timeout())
    .addOption(memoryLimit())
    .addOption(debug())
    .addHelpText('after', helpTails.detect)
    .action(async (typed: string[], flags: DetectFlags) => {
      const { detect } = await import('./commands/detect.ts')
      process.exitCode = await detect(typed, flags)
    })
}

function addInspect(program: Command): void {
  program
    .command('inspect')
    .description('Draw what was found on a page of a PDF as SVG, or list every table cell by cell.')
    .argument('<input>', 'PDF file, or - for standard input; with --tables also a text')
    .addOption(new Option('--page <number>', 'page to draw (default: 1)').argParser(parsePage).conflicts('pages'))
    .option('--tables', 'list the tables of all pages, of any document')
    .addOption(new Option('-f, --format <format>', 'of the tables (default: json)').choices(['json', 'csv']))
    .option('-o, --output <path>', 'file; default: standard output')
    .option('--pages <ranges>', 'pages whose tables to list, such as 1-3,7', parsePages)
    .addOption(password())
    .addOption(passwordFile())
    .option('--overwrite', 'replace an existing file')
    .addOption(timeout())
    .addOption(memoryLimit())
    .addOption(debug())
    .addHelpText('after', helpTails.inspect)
    .action(async (typed: string, flags: InspectFlags) => {
      const { inspect } = await import('./commands/inspect.ts')
      process.exitCode = await inspect(typed, flags)
    })
}

function addSchema(program: Command): void {
  program
    .command('schema')
    .description('Write the JSON Schema (2020-12) of the output, or the Table Schema of one table.')
    .argument('[layout]', `only the documents of this layout: ${known}`)
    .option('--table <name>', 'Table Schema of this table')
    .addOption(debug())
    .addHelpText('after', helpTails.schema)
    .action(async (layout: string | undefined, flags: SchemaFlags) => {
      const { schema } = await import('./commands/schema.ts')
      process.exitCode = await schema(layout, flags)
    })
}

function addValidate(program: Command): void {
  program
    .command('validate')
    .description('Check output of this tool against its schema.')
    .argument('<output.json...>', 'JSON files that extract has written, folders, patterns, or - for standard input')
    .addOption(followLinks())
    .addOption(timeout())
    .addOption(memoryLimit())
    .addOption(debug())
    .addHelpText('after', helpTails.validate)
    .action(async (typed: string[], flags: ValidateFlags) => {
      const { validate } = await import('./commands/validate.ts')
      process.exitCode = await validate(typed, flags)
    })
}
