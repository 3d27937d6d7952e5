import type { Pages, SourceDocument } from '../document/model.ts'
import { InputError, inputError } from '../failures.ts'

/** Whether some pages are among those asked for; all are where none were named. */
export const isWanted = (wanted: readonly Pages[] | undefined, from: number, to = from): boolean =>
  wanted === undefined || wanted.some(range => to >= range.from && from <= range.to)

/** Only the pages that were asked for, from 1, and of what could not be read only what concerns them; a source without pages is left whole. */
export function onlyPages(document: SourceDocument, wanted: readonly Pages[] | undefined): SourceDocument {
  if (!wanted) return document
  const { pageCount } = document
  if (pageCount !== null && wanted.every(range => range.from > pageCount))
    throw inputError('NO_SUCH_PAGE', { pages: pageCount })
  const pages = document.pages.filter(page => page.number === null || isWanted(wanted, page.number))
  const unread = document.unread?.filter(error => {
    const at = error instanceof InputError ? error.pages : null
    return at === null || isWanted(wanted, at.from, at.to)
  })
  return { ...document, pages, ...(unread ? { unread } : {}) }
}
