import type { Result } from '../envelope.ts'
import type { FailureArgs } from '../messages/arguments.ts'
import type { Language } from '../messages/language.ts'
import type { Review, ReviewDocument, ReviewPage } from '../review/view/review.ts'
import type { Decision } from '../walks/decisions/decision.ts'

/** What the tables can be saved as. */
export const savedAs = ['xlsx', 'csv', 'json'] as const
export type SavedAs = (typeof savedAs)[number]

/** A file as the page holds it: what it is called, and the way to its bytes. */
export interface Given {
  readonly path: string
  readonly file: Blob
  readonly password?: string | undefined
  /** What people decided about the values of documents. */
  readonly decisions?: readonly Decision[] | undefined
}

/** What ends the reading of a file from outside, with what its sentence is made of. */
export type Ended =
  | { readonly code: 'TIMEOUT'; readonly args: FailureArgs['TIMEOUT'] }
  | { readonly code: 'OUT_OF_MEMORY'; readonly args: FailureArgs['OUT_OF_MEMORY'] }
  | { readonly code: 'INTERNAL'; readonly args: FailureArgs['INTERNAL'] }

/** A page that is to be drawn where it comes into view. */
export type Undrawn = Omit<ReviewPage, 'picture'>

/** What a worker is asked, by name: the question and its answer. A worker keeps nothing between two. */
export interface Questions {
  read: { readonly question: Given; readonly answer: Result }
  /** The result of a file whose reading was ended. */
  ended: { readonly question: { readonly path: string; readonly by: Ended }; readonly answer: Result }
  /** The decisions of a file, or the number of its first line that is none. */
  decisions: { readonly question: Given; readonly answer: readonly Decision[] | number }
  list: { readonly question: { readonly results: readonly Result[] }; readonly answer: Omit<Review, 'open'> }
  /** The document of an index of a result. */
  open: {
    readonly question: { readonly given: Given; readonly result: Result; readonly index: number }
    readonly answer: Omit<ReviewDocument, 'pages'> & { readonly pages: readonly Undrawn[] }
  }
  /** A picture of a page; null where it cannot be drawn. */
  draw: { readonly question: { readonly given: Given; readonly page: number }; readonly answer: Blob | null }
  save: {
    readonly question: { readonly results: readonly Result[]; readonly as: SavedAs; readonly language: Language }
    readonly answer: Blob
  }
}

export type Name = keyof Questions

/** The first message to a worker: the engine that reads PDFs, as WebAssembly. */
export interface Start {
  readonly engine: ArrayBuffer
}

export interface Asked<N extends Name = Name> {
  readonly name: N
  readonly question: Questions[N]['question']
}

/** What a worker says: how many pages it has read so far, its answer, or what was thrown. */
export type Said<N extends Name = Name> =
  | { readonly kind: 'pages'; readonly pages: number }
  | { readonly kind: 'answer'; readonly answer: Questions[N]['answer'] }
  | { readonly kind: 'thrown'; readonly detail: string }
