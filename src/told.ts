import type { Code, Diagnostic } from './diagnostics/codes.ts'
import type { ReleaseFinding } from './diagnostics/release.ts'
import type { Doc, Failure, Input, Reason, Result, Skipped } from './envelope.ts'
import type { DiagnosticArgs, FailureArgs } from './messages/arguments.ts'
import type { AnyLanguage } from './messages/language.ts'
import { diagnosticText, failureText, releaseText, spoken } from './messages/speak.ts'
import { say } from './messages/words.ts'

/**
 * A result with every sentence in a language, and without what the sentences are made of: as it is written, or shown. What has no
 * arguments with it keeps its words.
 */
export const toldResult = (result: Result, language: AnyLanguage): Result => ({
  input: result.input && toldInput(result.input, language),
  documents: result.documents.map(doc => toldDoc(doc, language)),
  failures: result.failures.map(failure => toldFailure(failure, language)),
})

/** All that became of a run, told as it is looked at. */
export function toldRun<R extends Told>(run: R, language: AnyLanguage): R {
  const { inputs, failures, documents, each } = run
  return {
    ...run,
    inputs: mapped(inputs, input => toldInput(input, language)),
    failures: failures.map(failure => toldFailure(failure, language)),
    documents: mapped(documents, doc => toldDoc(doc, language)),
    each: mapped(each, result => toldResult(result, language)),
  }
}

interface Told {
  readonly inputs: Iterable<Input>
  readonly failures: readonly Failure[]
  readonly documents: Iterable<Doc>
  readonly each: Iterable<Result>
}

/** Iterated from the start each time it is asked. */
const mapped = <T>(items: Iterable<T>, change: (item: T) => T): Iterable<T> => ({
  *[Symbol.iterator]() {
    for (const item of items) yield change(item)
  },
})

export const toldInput = (input: Input, language: AnyLanguage): Input => ({
  ...input,
  skipped: input.skipped.map(each => toldSkipped(each, language)),
})

const toldSkipped = ({ said, ...skipped }: Skipped, language: AnyLanguage): Skipped =>
  said ? { ...skipped, missing: said.map(mark => spoken(mark, language)) } : skipped

export function toldFailure({ said, ...failure }: Failure, language: AnyLanguage): Failure {
  return said
    ? { ...failure, ...failureText(failure.code, said as FailureArgs[typeof failure.code], language) }
    : failure
}

export const toldDoc = (doc: Doc, language: AnyLanguage): Doc => ({
  ...doc,
  evidence: doc.evidence.map(({ said, ...mark }) => (said ? { ...mark, marker: spoken(said, language) } : mark)),
  diagnostics: doc.diagnostics.map(each => toldDiagnostic(each, language)),
  verdict: { ...doc.verdict, reasons: doc.verdict.reasons.map(reason => toldReason(reason, language)) },
})

function toldDiagnostic({ said, ...diagnostic }: Diagnostic, language: AnyLanguage): Diagnostic {
  if (!said) return diagnostic
  const message = textOf(diagnostic.code, said.args, language)
  const { settled } = diagnostic
  return {
    ...diagnostic,
    message: settled ? spoken(say('SETTLED', { message, decision: settled.decision }), language) : message,
    expected: spoken(said.expected, language),
    actual: spoken(said.actual, language),
  }
}

function toldReason({ said, ...reason }: Reason, language: AnyLanguage): Reason {
  if (!said) return reason
  if ('words' in said) return { ...reason, message: spoken(said.words, language) }
  const first = textOf(reason.code as Code, said.args, language)
  const { more } = said
  return { ...reason, message: more > 0 ? spoken(say('AND_MORE', { first, more }), language) : first }
}

const textOf = (code: Code, args: object, language: AnyLanguage): string =>
  diagnosticText(code, args as DiagnosticArgs[Code], language)

/** A finding across a release in a language. */
export function toldFinding({ said, ...finding }: ReleaseFinding, language: AnyLanguage): ReleaseFinding {
  return said ? { ...finding, message: releaseText(finding.code, said as never, language) } : finding
}
