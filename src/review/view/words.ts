import { view as en } from '../../messages/en/review/view.ts'
import { view as ja } from '../../messages/ja/review/view.ts'
import type { Language } from '../../messages/language.ts'
import type { SameAs } from '../../messages/same-as.ts'

export type PageWords = SameAs<typeof en>

/** What the page says in a language: of the catalogue only its own part, which goes into its bundle. */
export const pageWords = (language: Language): PageWords => (language === 'ja' ? ja : en)
