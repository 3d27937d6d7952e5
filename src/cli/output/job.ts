import type { Staging } from '../../writers/staging.ts'
import type { Extracted, Format } from '../../writers/writer.ts'
import type { Target } from './output.ts'
import type { ExtractFlags } from './settings.ts'
import type { DocumentStream } from './stdout.ts'

/** What is to be written, and how. */
export interface Job {
  readonly extracted: Extracted
  readonly format: Format
  readonly target: Target
  /** Where the output is made before it takes its place. */
  readonly staging: Staging
  /** What was typed or listed: files of a folder are named by their place below it. */
  readonly typed: readonly string[]
  readonly releaseFindings?: readonly object[]
  /** Where the documents have gone already, as they came. */
  readonly stream?: DocumentStream | undefined
  readonly flags: ExtractFlags
}
