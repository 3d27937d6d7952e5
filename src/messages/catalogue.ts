import { en } from './en/index.ts'
import { ja } from './ja/index.ts'
import { type AnyLanguage, type Language, pseudoLanguage } from './language.ts'
import type { SameAs } from './same-as.ts'

/** Every sentence of the tool in one language, by code. */
export type Catalogue = SameAs<typeof en>

const catalogues: { readonly [L in Language]: Catalogue } = { en, ja }

/** The sentences of a language. */
export const catalogueOf = (language: AnyLanguage): Catalogue =>
  language === pseudoLanguage ? marked(en) : catalogues[language]

/** A catalogue with every sentence in marks: what stands outside of them on a screen is of no catalogue. */
function marked<T>(entry: T): T {
  if (typeof entry === 'string') return `⟦${entry}⟧` as T
  if (typeof entry === 'function') return ((...args: unknown[]) => marked(entry(...args))) as T
  if (typeof entry !== 'object' || entry === null) return entry
  if (Array.isArray(entry)) return entry.map(marked) as T
  return Object.fromEntries(Object.entries(entry).map(([key, part]) => [key, marked(part)])) as T
}
