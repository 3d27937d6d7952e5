import { type Command, Option } from 'commander'
import { parseCount, parsePage, parsePages } from '../args.ts'
import type { DecideFlags } from '../commands/decide.ts'
import type { ReviewFlags } from '../commands/review.ts'
import { helpTail } from '../help.ts'
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

export function addReview(program: Command, words: Words): void {
  const { help, known } = words
  const { titles, values } = help
  commandIn(program, 'review', help.review, words)
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
    .optionsGroup(titles.output)
    .option(`-o, --output <${values.path}>`, help.reviewFolder)
    .option('--overwrite', help.overwriteReview)
    .option('--force', help.force)
    .option('--findings', help.findings)
    .addOption(decisions(words))
    .optionsGroup(titles.limits)
    .option(`--jobs <${values.number}>`, help.jobs, parseCount)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .optionsGroup(titles.reports)
    .addOption(languageOption(words))
    .option('-q, --quiet', help.quiet)
    .option('--json-log', help.jsonLog)
    .addOption(debug(words))
    .addHelpText('after', helpTail('review'))
    .action(async (typed: string[], flags: ReviewFlags) => {
      const { review } = await import('../commands/rare.ts')
      process.exitCode = await review(typed, flags)
    })
}

export function addDecide(program: Command, words: Words): void {
  const { help } = words
  const { values } = help
  commandIn(program, 'decide', help.decide, words)
    .argument(`<${values.input}>`, help.decideInput)
    .argument(`<${values.pointer}>`, help.decidePointer)
    .optionsGroup(help.titles.content)
    .option('--accept', help.acceptValue)
    .option(`--correct <${values.value}>`, help.correctValue)
    .option('--unreadable', help.unreadableValue)
    .addOption(new Option(`--page <${values.number}>`, help.decidePage).argParser(parsePage))
    .option(`--by <${values.name}>`, help.decideBy)
    .option(`-o, --output <${values.path}>`, help.decideOutput)
    .addOption(password(words))
    .addOption(passwordFile(words))
    .optionsGroup(help.titles.limits)
    .addOption(timeout(words))
    .addOption(memoryLimit(words))
    .optionsGroup(help.titles.reports)
    .addOption(languageOption(words))
    .addOption(debug(words))
    .addHelpText('after', helpTail('decide'))
    .action(async (typed: string, pointer: string, flags: DecideFlags) => {
      const { decide } = await import('../commands/rare.ts')
      process.exitCode = await decide(typed, pointer, flags)
    })
}
