import type { phrases } from './en/phrases.ts'

type Phrases = typeof phrases
export type PhraseCode = keyof Phrases

/** A phrase that is still to be put into words: its code and arguments, the same in every language, as plain data. */
export interface Words {
  /** @internal The code, which is no part of what the library promises. */
  readonly say: PhraseCode
  readonly args?: object
}

/** What may be given for an argument: text as it is printed, or a phrase. */
export type Open<T> = T extends (infer E)[] | readonly (infer E)[]
  ? readonly Open<E>[]
  : string extends T
    ? T | Words
    : T extends object
      ? { readonly [K in keyof T]: Open<T[K]> }
      : T

/** Arguments with every phrase put into words. */
export type Spoken<T> = T extends Words
  ? string
  : T extends readonly (infer E)[]
    ? readonly Spoken<E>[]
    : T extends object
      ? { readonly [K in keyof T]: Spoken<T[K]> }
      : T

type ArgsOf<C extends PhraseCode> = Phrases[C] extends (args: infer A) => string ? [args: Open<A>] : []

/** The phrase of a code with its arguments. */
export function say<C extends PhraseCode>(code: C, ...[args]: ArgsOf<C>): Words {
  return args === undefined ? { say: code } : { say: code, args: args as object }
}

/** Whether two phrases say the same. */
export const isSame = (a: Words, b: Words): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Phrases without those that say the same as one before. */
export const distinct = (phrases: readonly Words[]): Words[] => [
  ...new Map(phrases.map(phrase => [JSON.stringify(phrase), phrase])).values(),
]
