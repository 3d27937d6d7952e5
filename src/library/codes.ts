import { type Code, type Severity, severities } from '../diagnostics/codes.ts'
import type { ReleaseCode } from '../diagnostics/release.ts'
import { diagnosticArguments, failureArguments, releaseArguments } from '../messages/argument-names.ts'
import type { FailureCode } from '../messages/arguments.ts'

/** A code that the tool can give, and the names of what its sentence is made of. */
export type CodeInfo =
  | {
      readonly kind: 'diagnostic'
      readonly code: Code
      /** What it has unless the case is a lighter one. */
      readonly severity: Severity
      readonly arguments: readonly string[]
    }
  | { readonly kind: 'failure'; readonly code: FailureCode; readonly arguments: readonly string[] }
  | { readonly kind: 'release'; readonly code: ReleaseCode; readonly arguments: readonly string[] }

const entries = <C extends string>(names: { readonly [code in C]: object }): (readonly [C, string[]])[] =>
  Object.entries<object>(names).map(([code, own]) => [code as C, Object.keys(own)])

/** Every code: of what is said of a document, of an input that cannot be read, and of what does not fit together across a release. */
export const codes: readonly CodeInfo[] = [
  ...entries(diagnosticArguments).map(
    ([code, own]): CodeInfo => ({ kind: 'diagnostic', code, severity: severities[code], arguments: own }),
  ),
  ...entries(failureArguments).map(([code, own]): CodeInfo => ({ kind: 'failure', code, arguments: own })),
  ...entries(releaseArguments).map(([code, own]): CodeInfo => ({ kind: 'release', code, arguments: own })),
]
