import type { Diagnostic, Note } from '../diagnostics/codes.ts'
import { severities } from '../diagnostics/codes.ts'
import { messageOf } from '../diagnostics/messages.ts'
import type { SourceDocument } from '../document/model.ts'
import type { Printed } from '../document/printed.ts'
import { firstPlace } from './places.ts'

/** A note with its sentence and the places of what it speaks of; `printed` gives the text behind a pointer. */
export function diagnose(
  source: SourceDocument,
  note: Note,
  printed: (pointer: string) => Printed | undefined,
): Diagnostic {
  const behind = (pointer: string | null | undefined) => (pointer == null ? undefined : printed(pointer))
  const pointer = note.pointer ?? null
  return {
    code: note.code,
    severity: note.severity ?? severities[note.code],
    message: messageOf(note),
    pointer,
    place: firstPlace(source, note.on ?? behind(pointer)),
    expected: note.expected ?? null,
    actual: note.actual ?? null,
    related: (note.related ?? []).map(item => ({
      pointer: item.pointer,
      place: firstPlace(source, item.on ?? behind(item.pointer)),
      value: item.value ?? null,
    })),
  }
}
