import { type Language, languages } from '../../messages/language.ts'
import { documentEndings } from '../../readers/endings.ts'
import { button, element } from '../../review/view/dom.ts'
import { mount } from '../../review/view/index.ts'
import type { Failed, Review } from '../../review/view/review.ts'
import { type Given, type SavedAs, savedAs } from '../questions.ts'
import type { AskedWorker } from './asked-worker.ts'
import { chosen, dropped } from './given.ts'
import { type Progress, type ReadFile, readAll } from './read-all.ts'
import { reviewOfFiles } from './review-of-files.ts'
import { saveOnDisk } from './save.ts'
import { type PageWords, pageWords } from './words.ts'

/** A sentence that can be told again in another language. */
type Tell = (words: PageWords) => string

/** What stands on the page: where files are dropped, how far reading is, what can be saved, and below it the review. */
export class Desk {
  readonly #worker: AskedWorker
  readonly #root = element('section', { class: 'app' })
  #reviewed = element('div')
  #language: Language
  #files: readonly ReadFile[] = []
  #review: Review | undefined
  #told: Tell = () => ''
  #reading: { progress: Progress | undefined; readonly stop: AbortController } | undefined

  constructor(worker: AskedWorker, language: Language) {
    this.#worker = worker
    this.#language = language
  }

  /** Shows it in place of all that the page holds. */
  show(body: HTMLElement): void {
    body.replaceChildren(this.#root, this.#reviewed)
    // A file that is dropped beside the place for it would be opened instead of the page.
    addEventListener('dragover', event => event.preventDefault())
    addEventListener('drop', event => {
      event.preventDefault()
      if (event.dataTransfer && !this.#reading) void dropped(event.dataTransfer).then(files => this.#take(files))
    })
    this.#draw()
  }

  async #take(given: readonly Given[]): Promise<void> {
    if (this.#reading) return
    if (given.length === 0) return this.#tell(words => words.nothing({ endings: documentEndings.join(' ') }))
    const stop = new AbortController()
    this.#reading = { progress: undefined, stop }
    this.#tell(() => '')
    try {
      const read = await readAll(this.#worker, given, progress => this.#goOn(progress), stop.signal)
      this.#files = [...this.#files, ...read]
      this.#review = this.#files.length > 0 ? await reviewOfFiles(this.#worker, this.#files) : undefined
      const left = given.length - read.length
      this.#told = words => (left > 0 ? words.cancelled({ left }) : this.#summary(words))
    } catch (error) {
      this.#told = words => words.failed({ detail: String(error) })
    }
    this.#reading = undefined
    this.#draw()
    this.#mount()
  }

  #goOn(progress: Progress): void {
    if (this.#reading) this.#reading.progress = progress
    this.#draw()
  }

  #summary(words: PageWords): string {
    const { documents = [], failures = [] } = this.#review ?? {}
    return words.done({ files: this.#files.length, documents: documents.length, failures: failures.length })
  }

  async #save(as: SavedAs): Promise<void> {
    this.#tell(words => words.saving)
    try {
      const results = this.#files.map(({ result }) => result)
      const blob = await this.#worker.ask('save', { results, as, language: this.#language })
      const name = saveOnDisk(blob, as, this.#files, pageWords(this.#language).fileName)
      this.#tell(words => words.saved({ name }))
    } catch (error) {
      this.#tell(words => words.failed({ detail: String(error) }))
    }
  }

  #tell(told: Tell): void {
    this.#told = told
    this.#draw()
  }

  #mount(): void {
    if (!this.#review || !this.#isReviewing) return
    const root = element('div', { id: 'review' })
    this.#reviewed.replaceWith(root)
    this.#reviewed = root
    mount(root, this.#review, this.#language)
    // The review has a way to another language too.
    new MutationObserver(() => this.#follow(root.lang as Language)).observe(root, { attributeFilter: ['lang'] })
  }

  get #isReviewing(): boolean {
    return this.#review !== undefined && this.#review.documents.length > 0
  }

  #follow(language: Language): void {
    if (language === this.#language) return
    this.#language = language
    this.#draw()
  }

  #speak(language: Language): void {
    this.#language = language
    this.#draw()
    this.#mount()
  }

  #draw(): void {
    const words = pageWords(this.#language)
    document.title = words.title
    document.documentElement.lang = this.#language
    this.#root.classList.toggle('reviewing', this.#isReviewing)
    this.#root.replaceChildren(
      element('header', {}, element('h1', {}, words.title), this.#languages()),
      ...(this.#reading ? this.#readingParts(words) : this.#openParts(words)),
      element('p', { class: 'told', role: 'status' }, this.#told(words)),
      ...(this.#review && !this.#isReviewing ? [this.#failures(this.#review.failures)] : []),
    )
  }

  #languages(): HTMLElement {
    const names: { readonly [L in Language]: string } = { ja: '日本語', en: 'English' }
    return element('nav', {}, ...languages.map(each => this.#languageButton(each, names[each])))
  }

  #languageButton(language: Language, name: string): HTMLElement {
    const isOn = language === this.#language
    return button(name, () => this.#speak(language), { lang: language, 'aria-pressed': String(isOn) })
  }

  #openParts(words: PageWords): HTMLElement[] {
    const input = element('input', { type: 'file', multiple: true, hidden: true })
    input.addEventListener('change', () => void this.#take(chosen(input.files ?? [])))
    const choose = button(this.#isReviewing ? words.add : words.choose, () => input.click())
    const place = element(
      'div',
      { class: 'drop' },
      element('p', {}, words.drop),
      input,
      choose,
      element('p', {}, words.local),
    )
    place.addEventListener('dragenter', () => place.classList.add('over'))
    place.addEventListener('dragleave', () => place.classList.remove('over'))
    return [place, ...(this.#isReviewing ? [this.#saveBar(words)] : [])]
  }

  #saveBar(words: PageWords): HTMLElement {
    const ways = savedAs.map(as => button(words[as], () => void this.#save(as)))
    return element('div', { class: 'tools', role: 'group', 'aria-label': words.save }, `${words.save}:`, ...ways)
  }

  #readingParts(words: PageWords): HTMLElement[] {
    const { progress, stop } = this.#reading ?? {}
    if (!progress) return []
    const { done, of, pages } = progress
    const text = `${words.reading(progress)}${pages > 0 ? ` (${words.pages({ pages })})` : ''}`
    return [
      element('p', { class: 'reading' }, text),
      element('progress', { max: `${of}`, value: `${done}`, 'aria-label': text }),
      element(
        'div',
        { class: 'tools' },
        button(words.cancel, () => stop?.abort()),
      ),
    ]
  }

  #failures(failures: readonly Failed[]): HTMLElement {
    const items = failures.map(({ path, message }) => element('li', {}, `${path}: ${message[this.#language]}`))
    return element('ul', { role: 'alert' }, ...items)
  }
}
