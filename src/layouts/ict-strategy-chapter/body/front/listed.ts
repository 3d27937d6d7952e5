import { type Note, type NoteOf, note } from '../../../../diagnostics/codes.ts'
import type { Printed } from '../../../../document/printed.ts'
import type { Listed } from './repeats.ts'

/** A measure that was found, by its code. */
export interface FoundMeasure {
  readonly code: string
  readonly on: Printed
}

/** The measures that contents list and overview name against those that are there, both ways; nothing is said where none are named. */
export function listedNotes(listed: readonly Listed[], found: readonly FoundMeasure[]): Note[] {
  const codes = new Set(found.map(measure => measure.code))
  const named = new Set(listed.map(entry => entry.code))
  const missing = listed.filter(
    (entry, index) => !codes.has(entry.code) && listed.findIndex(each => each.code === entry.code) === index,
  )
  const extra = named.size === 0 ? [] : found.filter(measure => !named.has(measure.code))
  return [
    ...missing.map(({ code, on }) => gap(code, 'none', { on, expected: code, actual: null })),
    ...extra.map(({ code, on }) => {
      const pointer = `/records/${found.findIndex(each => each.on === on)}/code`
      return gap('none of that code in the contents list and overview', code, {
        pointer,
        on,
        expected: null,
        actual: code,
      })
    }),
  ]
}

const gap = (expected: string, actual: string, more: Omit<NoteOf<'SEQUENCE_GAP'>, 'code' | 'args'>): Note =>
  note('SEQUENCE_GAP', { what: '施策', expected, actual }, more)
