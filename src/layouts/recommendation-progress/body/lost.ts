import { type Note, note } from '../../../diagnostics/codes.ts'
import type { PageRange } from '../../../document/model.ts'
import { say } from '../../../messages/words.ts'
import type { FormRow } from '../cells/pieces.ts'
import type { Tops } from '../page/tops.ts'
import { recommendationWord } from '../words/index.ts'

/** The feet of the pages, where a page has none of them, or a text lacks the labels: a converter may keep tables alone. */
export function lostFeet({ source }: PageRange, tops: readonly Tops[]): Note[] {
  const hasNone = (name: 'label' | 'printedPage') => tops.every(({ fields }) => fields[name].kind === 'absent')
  const isText = source.mediaType === 'text/plain'
  if (tops.length === 0 || !hasNone('label') || !(isText || hasNone('printedPage'))) return []
  const args = { closest: recommendationWord, missing: ['1 提言1-ア'], unexpected: [] }
  return [note('EDITION_UNKNOWN', args, { pointer: '/records/0/label' })]
}

/** Where a converter loses a cell, those behind it move to the left. */
export const shortRows = (rows: readonly FormRow[]): Note[] =>
  rows.flatMap(({ isShort }, index) =>
    isShort ? [note('ARRANGEMENT_DOUBTED', { what: say('FEWER_CELLS') }, { pointer: `/records/${index}` })] : [],
  )
