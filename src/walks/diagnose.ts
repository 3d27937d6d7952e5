import type { Diagnostic, Note } from '../diagnostics/codes.ts'
import { severities } from '../diagnostics/codes.ts'
import type { SourceDocument } from '../document/model.ts'
import type { Printed } from '../document/printed.ts'
import { diagnosticText, spoken } from '../messages/speak.ts'
import { contextOf } from './context.ts'
import { firstPlace } from './places.ts'

/** A note with its sentence and the places of what it speaks of; `printed` gives the text behind a pointer. */
export function diagnose(
  source: SourceDocument,
  note: Note,
  printed: (pointer: string) => Printed | undefined,
): Diagnostic {
  const behind = (pointer: string | null | undefined) => (pointer == null ? undefined : printed(pointer))
  const pointer = note.pointer ?? null
  const isSomewhere = (on: Printed | undefined): boolean => firstPlace(source, on) !== null
  const own = note.on ?? behind(pointer)
  const on = isSomewhere(own) ? own : printedNear(note, behind).find(isSomewhere)
  return {
    code: note.code,
    severity: note.severity ?? severities[note.code],
    message: diagnosticText(note.code, note.args, 'en'),
    pointer,
    place: firstPlace(source, on),
    context: contextOf(source, on),
    expected: spoken(note.expected ?? null, 'en'),
    actual: spoken(note.actual ?? null, 'en'),
    related: (note.related ?? []).map(item => ({
      pointer: item.pointer,
      place: firstPlace(source, item.on ?? behind(item.pointer)),
      value: item.value ?? null,
    })),
    said: { args: note.args, expected: note.expected ?? null, actual: note.actual ?? null },
  }
}

/** Of a value that rests on nothing printed: what the note compares it with, or what its record begins with. */
function printedNear(
  { pointer, related = [] }: Note,
  behind: (pointer: string | null | undefined) => Printed | undefined,
): (Printed | undefined)[] {
  const beside = related.map(item => item.on ?? behind(item.pointer))
  return [...beside, ...ancestorsOf(pointer ?? '').map(behind)]
}

/** /records/0/costs/1/staffFte: /records/0/costs/1, /records/0/costs, /records/0. */
const ancestorsOf = (pointer: string): string[] => {
  const tokens = pointer.split('/')
  return tokens.slice(3).map((_, index) => tokens.slice(0, tokens.length - 1 - index).join('/'))
}
