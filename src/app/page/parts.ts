import { type Language, languages } from '../../messages/language.ts'
import { button, element } from '../../review/view/dom.ts'
import type { Failed } from '../../review/view/review.ts'
import { type Given, type SavedAs, savedAs } from '../questions.ts'
import { chosen } from './given.ts'
import type { Progress } from './read-all.ts'
import type { PageWords } from './words.ts'

const names: { readonly [L in Language]: string } = { ja: '日本語', en: 'English' }

/** A button for each language. */
export const languageButtons = (language: Language, onChange: (language: Language) => void): HTMLElement =>
  element(
    'nav',
    {},
    ...languages.map(lang =>
      button(names[lang], () => onChange(lang), { lang, 'aria-pressed': String(lang === language) }),
    ),
  )

/** Where files are dropped or chosen. */
export function dropPlace(words: PageWords, label: string, onFiles: (files: readonly Given[]) => void): HTMLElement {
  const input = element('input', { type: 'file', multiple: true, hidden: true })
  input.addEventListener('change', () => onFiles(chosen(input.files ?? [])))
  const choose = button(label, () => input.click())
  const [what, where] = [words.drop, words.local].map(text => element('p', {}, text))
  const place = element('div', { class: 'drop' }, what ?? null, input, choose, where ?? null)
  place.addEventListener('dragenter', () => place.classList.add('over'))
  place.addEventListener('dragleave', () => place.classList.remove('over'))
  return place
}

/** A button for each way to save. */
export const saveButtons = (words: PageWords, onSave: (as: SavedAs) => void): HTMLElement =>
  element(
    'div',
    { class: 'tools', role: 'group', 'aria-label': words.save },
    `${words.save}:`,
    ...savedAs.map(as => button(words[as], () => onSave(as))),
  )

/** How far reading is, and a way to stop it. */
export function progressOf(words: PageWords, progress: Progress, onCancel: () => void): HTMLElement {
  const { done, of, pages } = progress
  const text = `${words.reading(progress)}${pages > 0 ? ` (${words.pages({ pages })})` : ''}`
  return element(
    'div',
    { class: 'reading' },
    element('p', {}, text),
    element('progress', { max: of, value: done, 'aria-label': text }),
    button(words.cancel, onCancel),
  )
}

/** What could not be read, and why. */
export const failureList = (failures: readonly Failed[], language: Language): HTMLElement =>
  element(
    'ul',
    { role: 'alert' },
    ...failures.map(({ path, message }) => element('li', {}, `${path}: ${message[language]}`)),
  )

/** Asks for the password of files that are read with one only. */
export function passwordForm(
  words: PageWords,
  locked: readonly Given[],
  onPassword: (password: string) => void,
): HTMLElement {
  const input = element('input', { type: 'password', autocomplete: 'off', required: true })
  const label = element('label', {}, words.password({ names: locked.map(({ path }) => path) }), input)
  const form = element('form', { class: 'tools' }, label, element('button', { type: 'submit' }, words.unlock))
  form.addEventListener('submit', event => {
    event.preventDefault()
    onPassword(input.value)
  })
  return form
}
