import type { Language } from '../../messages/language.ts'
import type { Review } from './review.ts'
import { pageWords } from './words.ts'

/** Shows a review in an element of the page, whose content it replaces; all text goes in as text, never as markup. */
export function mount(root: HTMLElement, review: Review, language: Language): void {
  const title = document.createElement('h1')
  title.textContent = pageWords(language).title
  const names = document.createElement('ul')
  for (const { name } of review.documents)
    names.append(Object.assign(document.createElement('li'), { textContent: name }))
  root.replaceChildren(title, names)
}
