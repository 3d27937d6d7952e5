import type { Language } from '../../messages/language.ts'
import { element, whileShown } from './dom.ts'
import type { Failed, Listed, Review } from './review.ts'
import type { PageWords } from './words.ts'

/** Of a row, in pixels: as the style sheet has it. */
const rowHeight = 36

/** Rows above and below the view. */
const spare = 8

/** What the list remembers when it is left. */
export interface ListState {
  search: string
  onlyDoubtful: boolean
  top: number
}

/** The list of the documents; only the rows in view are there, however many documents there are. */
export function listView(
  review: Review,
  state: ListState,
  {
    words,
    language,
    onOpen,
  }: { readonly words: PageWords; readonly language: Language; readonly onOpen: (index: number) => void },
): HTMLElement {
  const rows = element('div', { class: 'rows', role: 'rowgroup' })
  const scroller = element('div', { class: 'scroller', tabindex: -1 }, rows)
  const count = element('p', { class: 'count', role: 'status' })
  const search = element('input', { type: 'search', id: 'search', value: state.search })
  const only = element('input', { type: 'checkbox', id: 'only', checked: state.onlyDoubtful })
  let shown: number[] = []
  const draw = (all = false): void => {
    const first = all ? 0 : Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - spare)
    const many = all ? shown.length : Math.ceil((scroller.clientHeight || 800) / rowHeight) + 2 * spare
    const drawnRows = shown.slice(first, first + many).map((index, at) => {
      const row = rowOf(review.documents[index] as Listed, index, first + at, words, onOpen)
      row.style.top = `${(first + at) * rowHeight}px`
      return row
    })
    keepingFocus(rows, () => rows.replaceChildren(...drawnRows))
    state.top = scroller.scrollTop
  }
  const filter = (): void => {
    state.search = search.value
    state.onlyDoubtful = only.checked
    shown = found(review.documents, state)
    rows.style.height = `${shown.length * rowHeight}px`
    table.setAttribute('aria-rowcount', String(shown.length + 1))
    count.textContent = words.documents({ shown: shown.length, all: review.documents.length })
    draw()
  }
  search.addEventListener('input', filter)
  only.addEventListener('change', filter)
  scroller.addEventListener('scroll', () => draw())
  whileShown(rows, 'beforeprint', () => draw(true))
  whileShown(rows, 'afterprint', () => draw())
  whileShown(rows, 'resize', () => draw())
  const table = element('div', { role: 'table', class: 'table', 'aria-label': words.title }, headOf(words), scroller)
  filter()
  requestAnimationFrame(() => {
    scroller.scrollTop = state.top
    draw()
  })
  const tools = element(
    'div',
    { class: 'tools' },
    element('label', { for: 'search' }, words.search),
    search,
    element('label', { for: 'only' }, only, ` ${words.onlyDoubtful}`),
    count,
  )
  return element('main', { class: 'list' }, tools, table, failuresOf(review.failures, words, language))
}

const found = (documents: readonly Listed[], { search, onlyDoubtful }: ListState): number[] =>
  [...documents.keys()].filter(index => {
    const { name, form, doubts } = documents[index] as Listed
    return (!onlyDoubtful || doubts > 0) && `${name} ${form}`.toLowerCase().includes(search.toLowerCase())
  })

const headOf = ({ name, form, verdict, doubts, coverage }: PageWords): HTMLElement =>
  element(
    'div',
    { role: 'row', class: 'row head', 'aria-rowindex': 1 },
    ...[name, form, verdict, doubts, coverage].map(text => element('span', { role: 'columnheader' }, text)),
  )

function rowOf(
  { name, form, pages, grade, doubts, coverage }: Listed,
  index: number,
  at: number,
  words: PageWords,
  onOpen: (index: number) => void,
): HTMLElement {
  const range = pages === null ? '' : ` (${pages.from === pages.to ? pages.from : `${pages.from}–${pages.to}`})`
  const link = element('a', { href: `#${index + 1}`, 'data-index': index }, name + range)
  link.addEventListener('click', event => {
    event.preventDefault()
    onOpen(index)
  })
  const cells = [
    link,
    form,
    element('span', { class: `grade ${grade}` }, words.grades[grade]),
    `${doubts}`,
    `${(coverage * 100).toFixed(1)} %`,
  ]
  return element(
    'div',
    { role: 'row', class: 'row', 'aria-rowindex': at + 2 },
    ...cells.map(cell => element('span', { role: 'cell' }, cell)),
  )
}

/** Rows that are drawn anew while one of them has the focus leave it there. */
function keepingFocus(rows: HTMLElement, redraw: () => void): void {
  const index = rows.contains(document.activeElement) && (document.activeElement as HTMLElement).dataset.index
  redraw()
  if (index) rows.querySelector<HTMLElement>(`a[data-index="${index}"]`)?.focus({ preventScroll: true })
}

function failuresOf(failures: readonly Failed[], words: PageWords, language: Language): HTMLElement | null {
  if (failures.length === 0) return null
  const items = failures.map(({ path, code, message, pictures = [] }) =>
    element(
      'li',
      {},
      `${path}: ${code}: ${message[language]}`,
      ...pictures.map(src => element('img', { src, alt: path, loading: 'lazy' })),
    ),
  )
  return element(
    'details',
    { class: 'failures' },
    element('summary', {}, `${words.unread} (${failures.length})`),
    element('ul', {}, ...items),
  )
}
