import type { Print } from './print/model.ts'

/** A document as it is to be printed, and what is to be read from it. */
export interface Edition {
  readonly print: Print
  readonly truth: Truth
}

/** True in so many of a hundred documents; the kinds that are true name how a document is arranged. */
export type Is = (kind: string, percent: number) => boolean

export interface Truth {
  readonly layout: string
  readonly header: Fields
  readonly records: readonly Fields[]
}

/** Fields as the output contract names them. */
export interface Fields {
  readonly [name: string]: unknown
}
