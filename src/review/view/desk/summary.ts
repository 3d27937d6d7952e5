import { element } from '../dom.ts'
import type { ReviewDocument } from '../review.ts'
import type { Around } from './around.ts'

/** What stands beside the paper: what is believed of the document, its questions and fields, and what is said besides. */
export const sideOf = (doc: ReviewDocument, around: Around, parts: readonly HTMLElement[]): HTMLElement =>
  element('section', { class: 'side' }, headOf(doc, around), ...parts, remarksOf(doc, around))

function headOf({ name, grade, coverage, reasons }: ReviewDocument, { words, language }: Around): HTMLElement {
  const verdict = element('span', { class: `grade ${grade}` }, words.grades[grade])
  const facts = element('p', {}, verdict, ` ${words.coverage} ${(coverage * 100).toFixed(1)} %`)
  const list = reasons.map(reason => element('li', {}, reason[language]))
  return element('header', {}, element('h2', {}, name), facts, element('ul', { class: 'reasons' }, ...list))
}

/** What is said of the document and asks for nothing. */
function remarksOf({ doubts }: ReviewDocument, { words, language }: Around): HTMLElement | null {
  const items = doubts
    .filter(({ isOpen }) => !isOpen)
    .map(({ code, message }) => element('li', {}, element('code', {}, code), ` ${message[language]}`))
  if (items.length === 0) return null
  return element(
    'details',
    { class: 'remarks' },
    element('summary', {}, `${words.remarks} (${items.length})`),
    element('ul', {}, ...items),
  )
}
