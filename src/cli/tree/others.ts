import { Argument, type Command, Option } from 'commander'
import { parsePage, parsePages } from '../args.ts'
import type { DetectFlags } from '../commands/detect.ts'
import type { InspectFlags } from '../commands/inspected.ts'
import type { SchemaFlags } from '../commands/schema.ts'
import type { ValidateFlags } from '../commands/validate.ts'
import { helpTail } from '../help.ts'
import type { Shell } from '../shells/completion.ts'
import {
  commandIn,
  debug,
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

export function addDetect(program: Command, words: Words): void {
  const { help } = words
  const { titles } = help
  commandIn(program, 'detect', help.detect, words)
    .argument(`<${help.values.input}...>`, help.inputs)
    .optionsGroup(titles.input)
    .addOption(exclude(words))
    .addOption(followLinks(words))
    .addOption(reader(words))
    .addOption(password(words))
    .addOption(passwordFile(words))
    .optionsGroup(titles.output)
    .option('--explain', help.explainMarks)
    .addOption(new Option(`-f, --format <${help.values.format}>`, help.machineFormat).choices(['json']))
    .optionsGroup(titles.limits)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .optionsGroup(titles.reports)
    .addOption(languageOption(words))
    .addOption(debug(words))
    .addHelpText('after', helpTail('detect'))
    .action(async (typed: string[], flags: DetectFlags) => {
      const { detect } = await import('../commands/light.ts')
      process.exitCode = await detect(typed, flags)
    })
}

export function addInspect(program: Command, words: Words): void {
  const { help } = words
  const { titles, values } = help
  commandIn(program, 'inspect', help.inspect, words)
    .argument(`<${values.input}>`, help.oneInput)
    .optionsGroup(titles.input)
    .addOption(new Option(`--page <${values.number}>`, help.page).argParser(parsePage).conflicts('pages'))
    .option(`--pages <${values.ranges}>`, help.tablePages, parsePages)
    .addOption(password(words))
    .addOption(passwordFile(words))
    .optionsGroup(titles.output)
    .option('--tables', help.listTables)
    .addOption(new Option(`-f, --format <${values.format}>`, help.tableFormat).choices(['json', 'csv']))
    .option(`-o, --output <${values.path}>`, help.outputFile)
    .option('--overwrite', help.overwriteFile)
    .optionsGroup(titles.limits)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .optionsGroup(titles.reports)
    .addOption(languageOption(words))
    .addOption(debug(words))
    .addHelpText('after', helpTail('inspect'))
    .action(async (typed: string, flags: InspectFlags) => {
      const { inspect } = await import('../commands/light.ts')
      process.exitCode = await inspect(typed, flags)
    })
}

export function addSchema(program: Command, words: Words): void {
  const { help, known } = words
  commandIn(program, 'schema', help.schema, words)
    .argument(`[${help.values.layout}]`, help.onlyLayout({ known }))
    .optionsGroup(help.titles.output)
    .option(`--table <${help.values.name}>`, help.tableSchema)
    .optionsGroup(help.titles.reports)
    .addOption(languageOption(words))
    .addOption(debug(words))
    .addHelpText('after', helpTail('schema'))
    .action(async (layout: string | undefined, flags: SchemaFlags) => {
      const { schema } = await import('../commands/schema.ts')
      process.exitCode = await schema(layout, flags)
    })
}

export function addValidate(program: Command, words: Words): void {
  const { help } = words
  commandIn(program, 'validate', help.validate, words)
    .argument(`<${help.values.outputFiles}...>`, help.outputs)
    .optionsGroup(help.titles.input)
    .addOption(exclude(words))
    .addOption(followLinks(words))
    .optionsGroup(help.titles.limits)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .optionsGroup(help.titles.reports)
    .addOption(languageOption(words))
    .addOption(debug(words))
    .addHelpText('after', helpTail('validate'))
    .action(async (typed: string[], flags: ValidateFlags) => {
      const { validate } = await import('../commands/light.ts')
      process.exitCode = await validate(typed, flags)
    })
}

export function addExplain(program: Command, words: Words): void {
  const { help } = words
  commandIn(program, 'explain', help.explain, words)
    .argument(`[${help.values.code}...]`, help.onlyCodes)
    .optionsGroup(help.titles.reports)
    .addOption(languageOption(words))
    .addHelpText('after', helpTail('explain'))
    .action(async (codes: string[]) => {
      const { explain } = await import('../commands/rare.ts')
      process.exitCode = await explain(codes)
    })
}

/** The names of the shells, without loading the scripts. */
const shells = ['bash', 'zsh', 'fish'] as const satisfies readonly Shell[]

export function addCompletion(program: Command, words: Words): void {
  const { help } = words
  commandIn(program, 'completion', help.completion, words)
    .addArgument(new Argument(`<${help.values.shell}>`, help.whichShell).choices(shells))
    .optionsGroup(help.titles.reports)
    .addOption(languageOption(words))
    .addHelpText('after', helpTail('completion'))
    .action(async (shell: Shell) => {
      const { completion } = await import('../commands/rare.ts')
      await completion(program, shell)
    })
}
