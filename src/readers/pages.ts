import type { SourceDocument } from '../document/model.ts'
import { InputError, inputError } from '../failures.ts'

interface PageSpan {
  readonly from: number
  readonly to: number
}

/** Only the pages that were asked for, from 1, and of what could not be read only what concerns them; a source without pages is left whole. */
export function onlyPages(document: SourceDocument, wanted: readonly PageSpan[] | undefined): SourceDocument {
  if (!wanted) return document
  const { pageCount } = document
  if (pageCount !== null && wanted.every(range => range.from > pageCount))
    throw inputError('NO_SUCH_PAGE', { pages: pageCount })
  const isWanted = (from: number, to = from) => wanted.some(range => to >= range.from && from <= range.to)
  const pages = document.pages.filter(page => page.number === null || isWanted(page.number))
  const unread = document.unread?.filter(error => {
    const at = error instanceof InputError ? error.pages : null
    return at === null || isWanted(at.from, at.to)
  })
  return { ...document, pages, ...(unread ? { unread } : {}) }
}
