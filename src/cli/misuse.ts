import type { Command, CommanderError } from 'commander'
import type { Text } from '../messages/arguments.ts'
import { say, type Words } from '../messages/words.ts'
import { closestTo } from '../writers/closest.ts'

/** What is wrong with a command line, and the name that may have been meant. */
export interface Misuse {
  readonly message: Text
  readonly meant?: string | undefined
}

/** What commander says of a command line, as a phrase: it has its own sentences in English only. */
export function misuseOf({ code, message }: CommanderError, program: Command): Misuse {
  const text = message.replace(/^error: /, '')
  // Only an argument of the user's makes it that long: it is shown as commander has it.
  if (text.length > longest) return { message: text }
  const [first = '', ...more] = text.split('\n')
  const suggested = /Did you mean (?:one of )?(?<names>.*?)\?/.exec(more.join(' '))?.groups?.names
  const found = patterns[code]?.exec(first) ?? (code === 'commander.invalidArgument' ? ofArgument.exec(first) : null)
  return found ? sentences(found, code, program, suggested) : { message: first, meant: suggested }
}

/** In characters: no sentence of commander about an argument of usual length is longer. */
const longest = 4000

// The sentences of the pinned version; a test goes through each of them.
const patterns: { readonly [code: string]: RegExp } = {
  'commander.unknownOption': /^unknown option '(.*)'$/s,
  'commander.unknownCommand': /^unknown command '(.*)'$/s,
  'commander.missingArgument': /^missing required argument '(.*)'$/s,
  'commander.optionMissingArgument': /^option '(.*)' argument missing$/s,
  'commander.invalidArgument':
    /^option '(?<option>.*?)' argument '(?<value>.*)' is invalid\. (?:Allowed choices are (?<choices>.*)\.|(?<form>.*))$/s,
  'commander.conflictingOption': /^option '(.*)' cannot be used with option '(.*)'$/s,
  'commander.excessArguments': /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/s,
}

const ofArgument =
  /^command-argument value '(?<value>.*)' is invalid for argument '(?<option>.*?)'\. Allowed choices are (?<choices>.*)\.$/s

function sentences(
  { 1: a = '', 2: b = '', 3: c = '', groups }: RegExpExecArray,
  code: string,
  program: Command,
  suggested: string | undefined,
): Misuse {
  switch (code) {
    case 'commander.unknownOption':
      return { message: say('UNKNOWN_OPTION', { option: a }), meant: suggested }
    case 'commander.unknownCommand':
      return { message: say('UNKNOWN_COMMAND', { command: a }), meant: suggested ?? commandNear(a, program) }
    case 'commander.missingArgument':
      return { message: say('MISSING_ARGUMENT', { argument: a }) }
    case 'commander.optionMissingArgument':
      return { message: say('OPTION_WITHOUT_VALUE', { option: a }) }
    case 'commander.conflictingOption':
      return { message: say('OPTIONS_CONFLICT', { option: a, other: b }) }
    case 'commander.excessArguments':
      return { message: say('TOO_MANY_ARGUMENTS', { command: a, expected: Number(b), found: Number(c) }) }
    default:
      return invalidValue((groups ?? {}) as unknown as Invalid)
  }
}

interface Invalid {
  readonly option: string
  readonly value: string
  readonly choices?: string
  readonly form?: string
}

function invalidValue({ option, value, choices, form = '' }: Invalid): Misuse {
  if (choices === undefined) return { message: say('OPTION_INVALID', { option, value, form }) }
  const message: Words = say('OPTION_NO_CHOICE', { option, value, choices })
  return { message, meant: choiceNear(value, choices.split(', ')) }
}

/** Names by which encodings are known elsewhere. */
const otherNames: { readonly [name: string]: string } = {
  sjis: 'cp932',
  'shift-jis': 'cp932',
  shift_jis: 'cp932',
  'windows-31j': 'cp932',
  ms932: 'cp932',
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8-bom',
  utf8bom: 'utf-8-bom',
  japanese: 'ja',
  english: 'en',
  jp: 'ja',
}

function choiceNear(value: string, choices: readonly string[]): string | undefined {
  const other = otherNames[value.toLowerCase()]
  return other !== undefined && choices.includes(other) ? other : closestTo(value, choices)
}

const commandNear = (typed: string, program: Command): string | undefined =>
  closestTo(
    typed,
    program.commands.map(command => command.name()),
  )
