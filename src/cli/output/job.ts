import type { Source } from '../../pipeline.ts'
import type { Format } from '../../writers/format.ts'
import type { Staging, Target } from '../../writers/placing/staging.ts'
import type { Extracted } from '../../writers/writer.ts'
import type { ReplacedCharacters } from './replaced.ts'
import type { ExtractFlags } from './settings.ts'
import type { DocumentStream } from './stdout.ts'

/** What is to be written, and how. */
export interface Job {
  readonly extracted: Extracted
  readonly format: Format
  readonly target: Target
  /** Where the output is made before it takes its place. */
  readonly staging: Staging
  readonly sources: readonly Source[]
  /** The inputs as typed or listed: files of a folder are named by their path below it. */
  readonly typed: readonly string[]
  readonly releaseFindings?: readonly object[]
  /** Where the documents have gone already, as they came. */
  readonly stream?: DocumentStream | undefined
  readonly flags: ExtractFlags
  /** Where what is exchanged for the encoding is gathered. */
  readonly replaced?: ReplacedCharacters
}
