import { type Argument, type Command, Help, type Option } from 'commander'
import type { Catalogue } from '../messages/catalogue.ts'
import { widthOf } from './columns/width.ts'
import { wrapped } from './columns/wrapping.ts'

type HelpWords = Catalogue['help']

/** A command whose help is in the words of a language, and whose errors are reported elsewhere. */
export function speaking(command: Command, words: HelpWords): Command {
  return command
    .helpOption('-h, --help', words.showHelp)
    .configureOutput({ outputError: () => {} })
    .configureHelp({
      commandUsage: shown => usageIn(new Help().commandUsage(shown), words),
      subcommandTerm: shown => usageIn(new Help().subcommandTerm(shown), words),
      styleTitle: title => titleIn(title, words),
      optionDescription: option => withChoices(option, words),
      argumentDescription: argument => withChoices(argument, words),
      displayWidth: widthOf,
      boxWrap: wrapped,
    })
}

/** The usage as commander makes it, its own two words in the language. */
const usageIn = (usage: string, { optionsPlace, commandPlace }: HelpWords): string =>
  usage.replace('[options]', optionsPlace).replace('[command]', commandPlace)

/** commander's own titles by those of the catalogue; those of groups are in the language already. */
function titleIn(title: string, { titles }: HelpWords): string {
  const known: { readonly [title: string]: string } = {
    'Usage:': titles.usage,
    'Arguments:': titles.arguments,
    'Options:': titles.options,
    'Commands:': titles.commands,
  }
  return known[title] ?? title
}

const withChoices = ({ description, argChoices }: Option | Argument, words: HelpWords): string =>
  argChoices
    ? words.withChoices({ description, choices: argChoices.map(choice => JSON.stringify(choice)).join(', ') })
    : description
