import type { Pages } from '../../envelope.ts'
import type { PdfReading } from '../../readers/registry.ts'
import type { Decision } from '../../walks/decisions/decision.ts'

/** How inputs are to be read, as plain data: what a worker makes the options of the pipeline of. */
export interface Reading {
  readonly layout?: string | undefined
  readonly reader?: PdfReading | undefined
  readonly pages?: readonly Pages[] | undefined
  readonly provenance: boolean | 'rows'
  readonly raw: boolean
  readonly findings: boolean
  readonly password?: string | undefined
  readonly decisions?: readonly Decision[] | undefined
}

/** What a worker is asked. */
export interface Question<T> {
  readonly path: string
  /** The content, where the worker cannot read the input as a file. */
  readonly bytes?: Uint8Array | undefined
  /** What to do with it, as plain data. */
  readonly task: T
}

/** What a worker answers. */
export interface Answer<A> {
  readonly value: A
  /** Bytes of memory that the process holds after the work. */
  readonly resident: number
}

/** What became of one input. */
export interface Read {
  /** The Result, as JSON: it goes to disk as it is. */
  readonly result: string
  /** Of the content, or null where something of it failed: that is to be tried again. */
  readonly sha256: string | null
  /** Stacks of what was INTERNAL. */
  readonly bugs?: readonly string[]
}
