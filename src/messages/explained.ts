import { marked } from './catalogue.ts'
import { explained as en } from './en/explained/index.ts'
import { explained as ja } from './ja/explained/index.ts'
import { type AnyLanguage, pseudoLanguage } from './language.ts'
import type { SameAs } from './same-as.ts'

/** What every code means, in a language. It is apart from the catalogue, which is loaded at every start. */
export const explainedIn = (language: AnyLanguage): SameAs<typeof en> =>
  language === pseudoLanguage ? marked(en) : { en, ja }[language]
