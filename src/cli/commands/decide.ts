import { existsSync } from 'node:fs'
import { limitsFrom } from '../../batch/ask.ts'
import { readApart } from '../../batch/read-apart.ts'
import type { Doc } from '../../envelope.ts'
import { say } from '../../messages/words.ts'
import type { Result, Source } from '../../pipeline.ts'
import { type Numbered, numberedIn } from '../../review/data/review-of.ts'
import { toldFailure } from '../../told.ts'
import { askOf } from '../../walks/decisions/asking.ts'
import type { Decision } from '../../walks/decisions/decision.ts'
import { isGroup, readingAt, valueAt } from '../../walks/decisions/reading.ts'
import { OutputError } from '../../writers/errors.ts'
import { writeFile } from '../../writers/files.ts'
import { exit } from '../exit-codes.ts'
import { decisionsIn } from '../inputs/decisions.ts'
import { documentEndings } from '../inputs/endings.ts'
import { inputsOf } from '../inputs/inputs.ts'
import { debugging, type LimitFlags } from '../inputs/limits.ts'
import { type PasswordFlags, passwordOf } from '../inputs/password.ts'
import { textAt } from '../inputs/text-at.ts'
import { screenLanguage } from '../language.ts'
import { printOut } from '../output/stdout.ts'
import { reportOutputError } from '../output/write.ts'
import { interruptible } from '../reporting/guards.ts'
import { reportFailure } from '../reporting/report.ts'
import { usage } from '../reporting/stderr.ts'

/** The options of `decide` as commander gives them. */
export interface DecideFlags extends PasswordFlags, LimitFlags {
  readonly accept?: boolean
  /** The value as it is printed. */
  readonly correct?: string
  readonly unreadable?: boolean
  /** A page of the document that is meant. */
  readonly page?: number
  readonly by?: string
  /** A file of decisions, to which this one is added. */
  readonly output?: string
}

/** Writes what is decided about a value of an input, as the page of a review does. Returns the exit code. */
export async function decide(typed: string, pointer: string, flags: DecideFlags): Promise<number> {
  const kind = kindIn(flags)
  const source = await oneInput(typed)
  const result = await read(source, flags)
  for (const failure of result.failures) reportFailure(toldFailure(failure, screenLanguage()))
  if (result.documents.length === 0) return exit.nothingWritten
  const { doc, no } = chosen(numberedIn(result), flags)
  const line = `${JSON.stringify(decisionAbout(doc, no, pointer, kind, flags))}\n`
  return write(line, flags)
}

function kindIn({ accept, correct, unreadable }: DecideFlags): Decision['decision'] {
  const kinds = [
    ...(accept ? (['accepted'] as const) : []),
    ...(correct === undefined ? [] : (['corrected'] as const)),
    ...(unreadable ? (['unreadable'] as const) : []),
  ]
  const [only, second] = kinds
  if (only && !second) return only
  throw usage('decide', say('ONE_DECISION'), say('ACCEPT_CORRECT_UNREADABLE'))
}

async function oneInput(typed: string): Promise<Source> {
  const sources = await inputsOf([typed], { endings: documentEndings })
  const [only, second] = sources
  if (only && !second) return only
  throw usage(typed, say('ONE_FILE_AT_A_TIME', { files: sources.length }), say('NAME_FILE_ITSELF'))
}

/** The input with the decisions that the file holds already. */
async function read(source: Source, flags: DecideFlags): Promise<Result> {
  const decisions = await decisionsIn({ ...flags, decisions: standingFile(flags) })
  const password = await passwordOf(flags)
  const reading = { provenance: false, raw: false, findings: false, password, decisions }
  const [result] = await interruptible(signal =>
    readApart([source], { reading, signal, ...limitsFrom(flags), ...debugging() }),
  )
  return result as Result
}

const standingFile = ({ output }: DecideFlags): string[] =>
  output !== undefined && output !== '-' && existsSync(output) ? [output] : []

/** The document on the page that was named; where none was, the only one. */
function chosen(documents: readonly Numbered[], { page }: DecideFlags): Numbered {
  const isOn = ({ source: { pages } }: Doc) =>
    page === undefined || (pages !== null && pages.from <= page && page <= pages.to)
  const [only, second] = documents.filter(({ doc }) => isOn(doc))
  if (only && !second) return only
  throw usage('--page', say('DOCUMENTS_TO_CHOOSE', { documents: documents.length }), say('NAME_ITS_PAGE'))
}

function decisionAbout(
  doc: Doc,
  no: number,
  pointer: string,
  decision: Decision['decision'],
  { correct, by }: DecideFlags,
): Decision {
  const value = valueAt(doc, pointer)
  if (value === undefined) throw usage(pointer, say('DECISION_NO_VALUE'), say('POINTER_OF_OUTPUT'))
  if (isGroup(value) && decision !== 'accepted') throw usage(pointer, say('GROUP_OF_VALUES'), say('POINTER_OF_OUTPUT'))
  const asked = doc.diagnostics.filter(each => each.pointer === pointer && each.severity !== 'info').map(askOf)
  return {
    source: { ...doc.source, no },
    pointer,
    read: readingAt(doc, pointer),
    asked: [...new Set(asked)],
    decision,
    ...(correct === undefined ? {} : { value: correct }),
    ...(by === undefined ? {} : { by }),
    at: new Date().toISOString(),
  }
}

/** Adds a line to the file, which is replaced as a whole. */
async function write(line: string, flags: DecideFlags): Promise<number> {
  const { output } = flags
  if (output === undefined || output === '-') {
    await printOut(line)
    return exit.done
  }
  try {
    const before = standingFile(flags).length > 0 ? (await textAt(output)).replace(/(?<!\n)$/u, '\n') : ''
    writeFile(output, Buffer.from(before + line), { overwrite: true })
    return exit.done
  } catch (error) {
    if (error instanceof OutputError) return reportOutputError(error, { kind: 'file', path: output })
    throw error
  }
}
