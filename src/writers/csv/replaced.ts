import type { Diagnostic } from '../../diagnostics/codes.ts'
import type { Place } from '../../document/model.ts'
import type { AnyLanguage } from '../../messages/language.ts'
import { diagnosticText } from '../../messages/speak.ts'
import type { Replaced } from '../writer.ts'
import { geta } from './exchanges.ts'

/** Whether a character was lost: it has no exchange, and 〓 is in its place. */
export const isLost = ({ by }: Pick<Replaced, 'by'>): boolean => by === geta

interface At {
  readonly pointer: string | null
  readonly place: Place | null
  readonly language?: AnyLanguage | undefined
}

/** An exchange as the diagnostics tell it, at the value that holds the character: a warning where it was lost. */
export function diagnosticOf(replaced: Replaced, { pointer, place, language = 'en' }: At): Diagnostic {
  return {
    code: 'CHARACTER_REPLACED',
    severity: isLost(replaced) ? 'warning' : 'info',
    message: sentenceOf(replaced, language),
    pointer,
    place,
    context: replaced.context,
    expected: replaced.character,
    actual: replaced.by,
    related: [],
  }
}

/** The sentence of an exchange. */
export function sentenceOf(replaced: Replaced, language: AnyLanguage): string {
  const by = isLost(replaced) ? null : replaced.by
  const { table, column } = replaced
  const args = { character: replaced.character, by, table, column }
  return diagnosticText('CHARACTER_REPLACED', args, language)
}
