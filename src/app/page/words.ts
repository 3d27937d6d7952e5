import { page as en } from '../../messages/en/app/page.ts'
import { page as ja } from '../../messages/ja/app/page.ts'
import type { Language } from '../../messages/language.ts'
import type { SameAs } from '../../messages/same-as.ts'

export type PageWords = SameAs<typeof en>

/** What the page says in a language. */
export const pageWords = (language: Language): PageWords => (language === 'ja' ? ja : en)
