import type { Diagnostic } from '../../diagnostics/codes.ts'
import { groupBy } from '../../document/group-by.ts'
import type { Doc } from '../../envelope.ts'
import type { Text } from '../../messages/arguments.ts'
import { say, type Words } from '../../messages/words.ts'
import { recordNoOf } from '../../walks/record-no.ts'
import { whereabouts } from './places.ts'
import { isJsonLog, reportNote, reportProblem } from './stderr.ts'

/** Errors and warnings that are reported for one document, and for one of many; all of them are in the output. */
const mostLines = 20
const mostLinesOfMany = 3

/** Findings of one input that say the same: the first, and how often it is said. */
interface Group {
  readonly doc: Doc
  readonly first: Diagnostic
  times: number
  readonly records: Set<string>
}

/** The errors and warnings of an input's documents, each group at the first document that has it, the errors before the warnings. */
export function groupsOf(documents: readonly Doc[]): ReadonlyMap<Doc, readonly Group[]> {
  const groups = new Map<string, Group>()
  for (const [index, doc] of documents.entries())
    for (const each of ranked(doc.diagnostics)) {
      // A program that reads the log counts for itself.
      const key = isJsonLog() ? `${groups.size}` : `${each.severity} ${each.code} ${each.message}`
      const group = groups.get(key) ?? { doc, first: each, times: 0, records: new Set<string>() }
      group.times += 1
      const recordNo = recordNoOf(each.pointer)
      if (recordNo !== null) group.records.add(`${index}/${recordNo}`)
      groups.set(key, group)
    }
  return groupBy([...groups.values()], group => group.doc)
}

const ranked = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  (['error', 'warning'] as const).flatMap(severity => diagnostics.filter(each => each.severity === severity))

interface Told {
  readonly errorsOnly: boolean
  readonly isOneOfMany: boolean
  /** Where all diagnostics are. */
  readonly home: Words
}

/** Reports the groups of a document, up to a limit. */
export function reportGroups({ source: { path } }: Doc, groups: readonly Group[], told: Told): void {
  const most = told.isOneOfMany && !isJsonLog() ? mostLinesOfMany : mostLines
  const wanted = told.errorsOnly ? groups.filter(({ first }) => first.severity === 'error') : groups
  for (const group of wanted.slice(0, most)) {
    const { code, message, severity: level, pointer, place } = group.first
    reportProblem({ where: path, code, message, at: atOf(group), level, more: { pointer, place } })
  }
  const rest = wanted.slice(most).reduce((sum, { times }) => sum + times, 0)
  if (rest > 0) reportNote(say('MORE_IN_OUTPUT', { path, more: rest, where: told.home }))
}

function atOf({ first, times, records }: Group): Text {
  const at = whereabouts(first)
  return times === 1 ? at : say('PLACES_FIRST', { places: times, records: records.size, first: at })
}
