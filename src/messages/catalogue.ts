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

/** A catalogue in wide letters: what stands in narrow ones on a screen is printed text, a name, or a sentence of no catalogue. */
export function marked<T>(entry: T): T {
  if (typeof entry === 'string') return widened(entry) as T
  if (typeof entry === 'function') return ((...args: unknown[]) => marked(entry(...args.map(kept)))) as T
  if (typeof entry !== 'object' || entry === null) return entry
  if (Array.isArray(entry)) return entry.map(marked) as T
  return Object.fromEntries(Object.entries(entry).map(([key, part]) => [key, marked(part)])) as T
}

/** Arguments stay as they are: each stands between these while its sentence is made. */
const [open, close] = ['\ue000', '\ue001']

function kept(value: unknown): unknown {
  if (typeof value === 'string') return open + value + close
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(kept)
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, kept(part)]))
}

/** The text without the marks, its own letters wide. */
const widened = (text: string): string =>
  text
    .split(/(\ue000[^\ue001]*\ue001?)/u)
    .map(part => (part.startsWith(open) ? part.slice(1).replace(close, '') : part.replace(/[!-~]/g, wide)))
    .join('')

const wide = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)
