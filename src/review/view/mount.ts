import type { Language } from '../../messages/language.ts'
import { Decisions, save } from './desk/decisions.ts'
import { Desk } from './desk/desk.ts'
import { button, element } from './dom.ts'
import { showHelp } from './help.ts'
import { listen } from './keys.ts'
import { type ListState, listView } from './list.ts'
import type { Review } from './review.ts'
import { pageWords } from './words.ts'

/** Shows a review in an element of the page, whose content it replaces; all text goes in as text, never as markup. */
export function mount(root: HTMLElement, review: Review, language: Language): void {
  new Page(root, review, language).showList()
}

class Page {
  readonly #root: HTMLElement
  readonly #review: Review
  readonly #decisions: Decisions
  readonly #list: ListState = { search: '', onlyDoubtful: false, top: 0 }
  #language: Language
  #desk: Desk | undefined
  /** The document that is open; undefined at the list. */
  #index: number | undefined
  #by = ''
  #zoom = 1
  #saving: HTMLButtonElement | undefined

  constructor(root: HTMLElement, review: Review, language: Language) {
    this.#root = root
    this.#review = review
    this.#language = language
    this.#decisions = new Decisions(review.key, () => this.#tell())
    root.classList.add('sapporo-review')
    listen(root, {
      desk: () => this.#desk,
      zoom: by => this.#zoomBy(by),
      save: () => this.#save(),
      toList: () => this.showList(),
      help: () => showHelp(this.#root, this.#words),
    })
  }

  get #words() {
    return pageWords(this.#language)
  }

  showList(): void {
    this.#desk = undefined
    const left = this.#index
    this.#index = undefined
    const onOpen = (index: number) => void this.#open(index)
    this.#fill(listView(this.#review, this.#list, { words: this.#words, language: this.#language, onOpen }))
    if (left !== undefined)
      requestAnimationFrame(() => this.#root.querySelector<HTMLElement>(`a[data-index="${left}"]`)?.focus())
  }

  async #open(index: number): Promise<void> {
    this.#index = index
    this.#desk = undefined
    this.#fill(element('main', {}, element('p', { role: 'status' }, this.#words.loading)))
    const doc = await this.#review.open(index).catch(() => undefined)
    if (this.#index !== index) return
    if (!doc) return this.#fill(element('main', {}, element('p', { role: 'alert' }, this.#words.lost)))
    this.#desk = new Desk(doc, {
      words: this.#words,
      language: this.#language,
      decisions: this.#decisions,
      by: () => this.#by,
      onEnd: step => this.#goOn(index, step),
    })
    this.#fill(this.#desk.root)
    this.#zoomBy(1)
    this.#desk.start()
  }

  /** To the next document that has doubts; the list where there is none. */
  #goOn(from: number, step: 1 | -1): void {
    const { documents } = this.#review
    for (let index = from + step; documents[index]; index += step)
      if (documents[index]?.doubts) return void this.#open(index)
    this.showList()
  }

  #fill(main: HTMLElement): void {
    this.#root.lang = this.#language
    this.#root.ownerDocument.documentElement.lang = this.#language
    this.#root.replaceChildren(this.#head(), main)
    this.#tell()
  }

  #head(): HTMLElement {
    const words = this.#words
    const by = element('input', {
      type: 'text',
      value: this.#by,
      placeholder: words.by,
      'aria-label': words.by,
      size: 18,
    })
    by.addEventListener('input', () => {
      this.#by = by.value
    })
    this.#saving = button('', () => this.#save(), { class: 'save' })
    const back = this.#index === undefined ? null : button(`← ${words.toList}`, () => this.showList())
    return element(
      'header',
      { class: 'bar' },
      back,
      element('h1', {}, words.title),
      by,
      this.#saving,
      button(words.language, () => this.#turnLanguage(), { lang: this.#language === 'ja' ? 'en' : 'ja' }),
      button(`${words.help} (?)`, () => showHelp(this.#root, words)),
    )
  }

  #turnLanguage(): void {
    this.#language = this.#language === 'ja' ? 'en' : 'ja'
    if (this.#index === undefined) this.showList()
    else void this.#open(this.#index)
  }

  #zoomBy(factor: number): void {
    this.#zoom = factor === 1 ? this.#zoom : Math.min(4, Math.max(0.5, this.#zoom * factor))
    this.#desk?.root.style.setProperty('--zoom', String(this.#zoom))
  }

  #tell(): void {
    const { count } = this.#decisions
    if (!this.#saving) return
    this.#saving.textContent = this.#words.save({ decisions: count })
    this.#saving.disabled = count === 0
  }

  #save(): void {
    if (this.#decisions.count > 0) save('decisions.jsonl', this.#decisions.text())
  }
}
