import { type Command, InvalidArgumentError, type Option } from 'commander'
import { z } from 'zod'
import { say, type Words } from '../../messages/words.ts'
import { closestTo } from '../../writers/closest.ts'
import { UsageError, usage } from '../reporting/stderr.ts'
import type { ConfigFile } from './file.ts'
import { nameOf, settable, variableOf } from './settable.ts'

type Value = string | number | boolean | readonly (string | number)[]

/** One default, and where it is set: a file with its key, or a variable. */
interface Setting {
  readonly name: string
  readonly value: Value
  readonly where: string
  readonly source: 'config' | 'env'
}

/** Sets, for the command that runs, the defaults of a file and of the environment, which goes before it. Throws a UsageError that names where each wrong one is set. */
export function applySettings(
  { program, running }: { readonly program: Command; readonly running: string | undefined },
  file: ConfigFile | undefined,
  env: NodeJS.ProcessEnv,
): void {
  const options = program.commands.flatMap(command => settable(command))
  const settings = [...(file ? settingsIn(file, options) : []), ...settingsOf(env, options)]
  const command = program.commands.find(each => each.name() === running)
  for (const setting of settings) {
    const namesakes = options.filter(each => nameOf(each) === setting.name)
    const option = command && settable(command).find(each => nameOf(each) === setting.name)
    // `csv` is a format of one command and not of another: it is no default there.
    const isOfOther = option && !isChoice(option, setting) && namesakes.some(each => isChoice(each, setting))
    const own = option ?? namesakes[0]
    if (!own || isOfOther) continue
    const value = settledValue(own, setting)
    if (option) command?.setOptionValueWithSource(option.attributeName(), value, setting.source)
  }
}

const isChoice = ({ argChoices }: Option, { value }: Setting): boolean =>
  argChoices === undefined || argChoices.includes(String(value))

function settingsIn({ path, content }: ConfigFile, options: readonly Option[]): Setting[] {
  const found = schemaOf(options).safeParse(content)
  if (!found.success) throw new UsageError(...found.error.issues.flatMap(issue => problemsOf(issue, path, options)))
  return Object.entries(found.data as { readonly [name: string]: Value | undefined })
    .filter(([name, value]) => name !== '$schema' && name !== 'lang' && value !== undefined && value !== false)
    .map(([name, value]) => ({ name, value: value as Value, where: `${path}: ${name}`, source: 'config' }))
}

const plain = z.union([z.string(), z.number()])

/** What a file may hold: `lang`, and every option that can have a default, named as on the command line. */
const schemaOf = (options: readonly Option[]) =>
  z.strictObject({
    $schema: z.string().optional(),
    lang: z.enum(['ja', 'en']).optional(),
    ...Object.fromEntries(options.map(option => [nameOf(option), kindOf(option).optional()])),
  })

const kindOf = (option: Option): z.ZodType =>
  option.isBoolean() || option.negate ? z.boolean() : z.union([plain, z.array(plain)])

function problemsOf(issue: z.core.$ZodIssue, path: string, options: readonly Option[]) {
  const names = [...options.map(nameOf), 'lang']
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => problem(`${path}: ${key}`, say('NO_SUCH_SETTING', { name: key }), hintFor(key, names)))
  const name = issue.path.join('.')
  return [problem(name === '' ? path : `${path}: ${name}`, say('SETTING_OF_OTHER_KIND'), say('CONFIG_FORM'))]
}

const problem = (where: string, message: Words, hint: Words) => ({ where, code: 'USAGE', message, hint })

function hintFor(typed: string, names: readonly string[]): Words {
  const near = closestTo(typed, names)
  return near === undefined ? say('SETTINGS_AS_OPTIONS') : say('DID_YOU_MEAN', { name: near })
}

/** A variable that is empty, `0` or `false` sets no option that is on or off. */
function settingsOf(env: NodeJS.ProcessEnv, options: readonly Option[]): Setting[] {
  const byName = new Map(options.map(option => [nameOf(option), option]))
  return [...byName].flatMap(([name, option]) => {
    const where = variableOf(name)
    const value = env[where]
    if (value === undefined || value === '') return []
    const isSwitch = option.isBoolean() || option.negate
    if (isSwitch && /^(?:0|false)$/iu.test(value)) return []
    return [{ name, value: isSwitch ? true : value, where, source: 'env' as const }]
  })
}

function settledValue(option: Option, { value, where }: Setting): unknown {
  if (option.negate) return false
  if (option.isBoolean()) return true
  const texts = (Array.isArray(value) ? value : [value]).map(String)
  return texts.reduce<unknown>((before, text) => parsed(option, text, before, where), undefined)
}

function parsed(option: Option, text: string, before: unknown, where: string): unknown {
  const { argChoices, parseArg } = option
  if (argChoices && !argChoices.includes(text)) {
    const near = closestTo(text, argChoices)
    const message = say('OPTION_NO_CHOICE', { option: nameOf(option), value: text, choices: argChoices.join(', ') })
    throw usage(where, message, near === undefined ? say('CHOOSE_ONE') : say('DID_YOU_MEAN', { name: near }))
  }
  try {
    return parseArg ? parseArg(text, before) : text
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    throw usage(where, say('OPTION_INVALID', { option: nameOf(option), value: text, form: error.message }))
  }
}
