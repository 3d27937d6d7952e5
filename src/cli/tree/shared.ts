import { type Command, Option } from 'commander'
import type { Catalogue } from '../../messages/catalogue.ts'
import { languages } from '../../messages/language.ts'
import { parseCount, parseSeconds, pdfReadings } from '../args.ts'
import { speaking } from '../speaking.ts'

/** Options and arguments, their words from the catalogue. */
export interface Words {
  readonly help: Catalogue['help']
  readonly known: string
}

export const languageOption = ({ help }: Words) =>
  new Option(`--lang <${help.values.language}>`, help.lang).choices(languages)
export const reader = ({ help }: Words) =>
  new Option(`--reader <${help.values.reading}>`, help.reader).choices(pdfReadings)
export const debug = ({ help }: Words) => new Option('--debug', help.debug)
export const decisions = ({ help }: Words) =>
  new Option(`--decisions <${help.values.file}>`, help.decisions).argParser<string[]>(collected)
export const followLinks = ({ help }: Words) => new Option('--follow-links', help.followLinks)
export const exclude = ({ help }: Words) =>
  new Option(`--exclude <${help.values.pattern}>`, help.exclude).argParser<string[]>(collected)

/** An option that may be given more than once. */
const collected = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value]

export const password = ({ help }: Words) =>
  new Option(`--password <${help.values.password}>`, help.password).conflicts('passwordFile')
export const passwordFile = ({ help }: Words) => new Option(`--password-file <${help.values.file}>`, help.passwordFile)
export const timeout = ({ help }: Words) =>
  new Option(`--timeout <${help.values.seconds}>`, help.timeout).argParser(parseSeconds)
export const memoryLimit = ({ help }: Words) =>
  new Option(`--memory-limit <${help.values.megabytes}>`, help.memoryLimit).argParser(parseCount)

/** A command of the program, with its description and usage. */
export function commandIn(program: Command, name: string, description: string, { help }: Words): Command {
  const config = new Option(`--config <${help.values.file}>`, help.config).hideHelp(name !== 'extract')
  return speaking(program.command(name), help).description(description).addOption(config)
}
