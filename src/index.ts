export type { Code, Diagnostic, Severity } from './diagnostics/codes.ts'
export type { Place } from './document/model.ts'
export type { ChoiceMade, Doc, Extraction, Failure, Input, Pages, Skipped, Verdict } from './envelope.ts'
export type { FailureCode } from './failures.ts'
export { type LayoutId, layoutIds } from './layouts/ids.ts'
export {
  type DocOf,
  extract,
  type KnownDoc,
  type LibraryInput,
  type LibraryOptions,
  type TypedExtraction,
} from './library.ts'
export { version } from './version.ts'
export type { Coverage } from './walks/coverage.ts'
