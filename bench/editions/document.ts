import type { Print } from './print/model.ts'

/** A document as it is to be printed, and what is to be read from it. */
export interface Edition {
  readonly print: Print
  readonly truth: Truth
  /** How this one is arranged: what the figures can be parted by. */
  readonly kinds: readonly string[]
}

export interface Truth {
  readonly layout: string
  readonly header: Fields
  readonly records: readonly Fields[]
}

/** Fields as the output contract names them. */
export interface Fields {
  readonly [name: string]: unknown
}
