/** The languages of every sentence. */
export const languages = ['ja', 'en'] as const
export type Language = (typeof languages)[number]

/** Marks every sentence of the catalogue and is no language of people: a test finds by it what stands outside. */
export const pseudoLanguage = 'qps'
export type AnyLanguage = Language | typeof pseudoLanguage
