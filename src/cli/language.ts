import { type AnyLanguage, type Language, languages, pseudoLanguage } from '../messages/language.ts'

/**
 * The language of the screen: `--lang`, else SAPPORO_EVAL_LANG, else that of a file of defaults, else that of the terminal by LC_ALL, LC_MESSAGES or LANG, the first that is
 * set; English for any other. Read from the command line itself, so that errors of the command line are told in it too.
 */
export function screenLanguage(
  env: NodeJS.ProcessEnv = process.env,
  words: readonly string[] = process.argv.slice(2),
): AnyLanguage {
  const own = env.SAPPORO_EVAL_LANG
  if (typedLanguage(words)) return typedLanguage(words) as Language
  if (own === pseudoLanguage) return own
  const known = languages.find(language => language === own)
  if (configured) return known ?? configured
  const ofTerminal = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return known ?? (/^ja(?:[_.@-]|$)/i.test(ofTerminal) ? 'ja' : 'en')
}

let configured: Language | undefined

/** Sets the language of the screen for want of an option or of SAPPORO_EVAL_LANG. */
export function configureLanguage(language: Language | undefined): void {
  configured = language
}

/** The `lang` of a file of defaults, undefined where it names none. */
export const languageIn = (content: unknown): Language | undefined =>
  languages.find(language => language === (content as { readonly lang?: unknown } | null | undefined)?.lang)

/** The language of sentences in files: that of `--lang`, whatever the environment, so that files are the same bytes everywhere. */
export const fileLanguage = (words: readonly string[] = process.argv.slice(2)): Language => typedLanguage(words) ?? 'en'

/** The language of `--lang`; undefined where it is not given. */
export function typedLanguage(words: readonly string[] = process.argv.slice(2)): Language | undefined {
  const ours = words.includes('--') ? words.slice(0, words.indexOf('--')) : words
  const typed = ours.flatMap((word, index) => {
    if (word.startsWith('--lang=')) return [word.slice('--lang='.length)]
    return word === '--lang' ? [ours[index + 1]] : []
  })
  return languages.find(language => language === typed.at(-1))
}
