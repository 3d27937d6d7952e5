import type { DiagnosticArgs, FailureArgs, ReleaseArgs, Sentence } from './arguments.ts'
import { catalogueOf } from './catalogue.ts'
import type { AnyLanguage } from './language.ts'
import type { Spoken, Words } from './words.ts'

const isWords = (value: object): value is Words => 'say' in value && typeof value.say === 'string'

/** Phrases at any depth of some arguments put into words. */
export function spoken<T>(value: T, language: AnyLanguage): Spoken<T> {
  if (typeof value !== 'object' || value === null) return value as Spoken<T>
  if (Array.isArray(value)) return value.map(item => spoken(item, language)) as Spoken<T>
  if (isWords(value)) return phraseOf(value, language) as Spoken<T>
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, spoken(part, language)])) as Spoken<T>
}

function phraseOf({ say, args }: Words, language: AnyLanguage): string {
  const phrase = catalogueOf(language).phrases[say] as string | ((args: unknown) => string)
  return typeof phrase === 'string' ? phrase : phrase(spoken(args, language))
}

/** The sentence of a diagnostic. */
export function diagnosticText<C extends keyof DiagnosticArgs>(
  code: C,
  args: DiagnosticArgs[C],
  language: AnyLanguage,
): string {
  const sentence = catalogueOf(language).diagnostics[code] as (args: unknown) => string
  return sentence(spoken(args, language))
}

/** The sentence of a failure, with what to do about it. */
export function failureText<C extends keyof FailureArgs>(
  code: C,
  args: FailureArgs[C],
  language: AnyLanguage,
): Sentence {
  const sentence = catalogueOf(language).failures[code] as (args: unknown) => Sentence
  const { message, hint } = sentence(spoken(args, language))
  return { message: oneLine(message), hint: oneLine(hint) }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The sentence of a finding across a release. */
export function releaseText<C extends keyof ReleaseArgs>(code: C, args: ReleaseArgs[C], language: AnyLanguage): string {
  const sentence = catalogueOf(language).release[code] as (args: unknown) => string
  return sentence(spoken(args, language))
}
