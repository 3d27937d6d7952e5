import { type NoteOf, note } from '../../diagnostics/codes.ts'
import type { PageRange } from '../../document/model.ts'

type EditionNote = NoteOf<'EDITION_UNKNOWN'>

/**
 * How a document whose columns or labels were looked up by their words differs from its form. A new word beside a missing one may
 * be the missing one's new name, so that is a doubt; a form that only lacks some, or only has more (they are in `other`), is a
 * fact to know.
 */
export function editionNote(args: EditionNote['args'], more: Omit<EditionNote, 'code' | 'args'> = {}): EditionNote {
  const mayBeRenamed = args.missing.length > 0 && args.unexpected.length > 0
  return note('EDITION_UNKNOWN', args, { severity: mayBeRenamed ? 'warning' : 'info', ...more })
}

/**
 * What stands above the table, which a text has lost where it has none of it: a converter may keep tables alone. A page that
 * prints none shows so itself.
 */
export function lostHeader({ source }: PageRange, closest: string, missing: string): EditionNote[] {
  if (source.mediaType !== 'text/plain') return []
  return [note('EDITION_UNKNOWN', { closest, missing: [missing], unexpected: [] }, { pointer: '/header' })]
}
