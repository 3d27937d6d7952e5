import { button, element } from './dom.ts'
import type { PageWords } from './words.ts'

/** Shows what the keys do, above the page. */
export function showHelp(root: HTMLElement, words: PageWords): void {
  const keys = words.keys.flatMap(([key, what]) => [
    element('dt', {}, element('kbd', {}, key)),
    element('dd', {}, what),
  ])
  const dialog = element(
    'dialog',
    { 'aria-label': words.help },
    element('h2', {}, words.help),
    element('dl', {}, ...keys),
  )
  dialog.append(
    element('p', {}, words.apart),
    button(words.close, () => dialog.close()),
  )
  dialog.addEventListener('close', () => dialog.remove())
  root.append(dialog)
  dialog.showModal()
}
