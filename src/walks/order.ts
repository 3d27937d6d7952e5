import { type Note, note } from '../diagnostics/codes.ts'
import type { SourceDocument } from '../document/model.ts'
import { type InputError, inputError } from '../failures.ts'
import type { Enclosed } from './coverage.ts'

// A text whose cells a converter has mixed leaves characters that no field takes, in every form. Of the texts that
// converters made of PDFs with known values (bench/README.md), none that was read to 98 % or more lies below `leastKept`.
const leastRead = 0.8
const leastKept = 0.95

/** Of fewer characters a single line without a field is too large a share to refuse the document for. */
const fewestCharacters = 500

/** Of fewer, the share says nothing at all: a single cell may be a fifth of them. */
const tooFew = 150

/**
 * What the characters without a field say of the order of a text: nothing, a doubt of the whole document, or that it cannot be read.
 * `line`: where in the text the document begins, as there may be others beside it.
 */
export function orderOf({ mediaType }: SourceDocument, enclosed: Enclosed, line: number | null): Note[] | InputError {
  if (mediaType !== 'text/plain' || enclosed.characters < tooFew) return []
  const kept = 1 - enclosed.unclaimed / enclosed.characters
  const isShort = enclosed.characters < fewestCharacters
  if (kept < leastRead && !isShort) return inputError('TEXT_OUT_OF_ORDER', { ...enclosed, line })
  if (kept >= (isShort ? leastRead : leastKept)) return []
  const what = `${enclosed.unclaimed} of ${enclosed.characters} characters of the text have no field, so its order may be lost`
  return [note('ARRANGEMENT_DOUBTED', { what }, { pointer: '' })]
}
