import type { Language } from '../../messages/language.ts'
import { documentEndings } from '../../readers/endings.ts'
import { element } from '../../review/view/dom.ts'
import { mount } from '../../review/view/index.ts'
import type { Review } from '../../review/view/review.ts'
import type { Decision } from '../../walks/decisions/decision.ts'
import type { Given, SavedAs } from '../questions.ts'
import type { AskedWorker } from './asked-worker.ts'
import { dropped, isDecisions } from './given.ts'
import { dropPlace, failureList, languageButtons, passwordForm, progressOf, saveButtons } from './parts.ts'
import { isLocked, type Progress, type ReadFile, readAll, renewed } from './read-all.ts'
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
  #decisions: readonly Decision[] = []
  #review: Review | undefined
  #told: Tell = () => ''
  #progress: Progress | undefined
  /** While files are being read. */
  #stop: AbortController | undefined

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
      if (event.dataTransfer && !this.#stop) void dropped(event.dataTransfer).then(files => this.#take(files))
    })
    this.#draw()
  }

  /** Reads documents; where decisions are among the files, what was read before is read again with them. */
  async #take(given: readonly Given[]): Promise<void> {
    if (this.#stop) return
    if (given.length === 0) return this.#tell(words => words.nothing({ endings: documentEndings.join(' ') }))
    const lists = given.filter(isDecisions)
    for (const list of lists) {
      const found = await this.#worker.ask('decisions', list)
      if (typeof found === 'number') return this.#tell(words => words.noDecision({ name: list.path, line: found }))
      this.#decisions = [...this.#decisions, ...found]
    }
    const before = lists.length > 0 ? this.#files.map(file => file.given) : []
    await this.#read([...before, ...given.filter(each => !isDecisions(each))])
  }

  async #read(given: readonly Given[]): Promise<void> {
    this.#stop = new AbortController()
    this.#tell(() => '')
    const asked = given.map(each => ({ ...each, decisions: this.#decisions }))
    try {
      const read = await readAll(this.#worker, asked, progress => this.#goOn(progress), this.#stop.signal)
      this.#files = renewed(this.#files, read)
      this.#review = this.#files.length > 0 ? await reviewOfFiles(this.#worker, this.#files) : undefined
      const left = given.length - read.length
      this.#told = words => (left > 0 ? words.cancelled({ left }) : this.#summary(words))
    } catch (error) {
      this.#told = words => words.failed({ detail: String(error) })
    }
    this.#stop = undefined
    this.#progress = undefined
    this.#draw()
    this.#mount()
  }

  #goOn(progress: Progress): void {
    this.#progress = progress
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

  get #isReviewing(): boolean {
    return this.#review !== undefined && this.#review.documents.length > 0
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
    const languages = languageButtons(this.#language, language => this.#speak(language))
    this.#root.replaceChildren(
      element('header', {}, element('h1', {}, words.title), languages),
      ...(this.#stop ? this.#readingParts(words) : this.#openParts(words)),
      element('p', { class: 'told', role: 'status' }, this.#told(words)),
      ...(this.#review && !this.#isReviewing ? [failureList(this.#review.failures, this.#language)] : []),
    )
  }

  #readingParts(words: PageWords): HTMLElement[] {
    return this.#progress ? [progressOf(words, this.#progress, () => this.#stop?.abort())] : []
  }

  #openParts(words: PageWords): HTMLElement[] {
    const label = this.#isReviewing ? words.add : words.choose
    const locked = this.#files.filter(isLocked).map(({ given }) => given)
    const unlock = (password: string) => void this.#read(locked.map(given => ({ ...given, password })))
    return [
      dropPlace(words, label, files => void this.#take(files)),
      ...(this.#isReviewing ? [saveButtons(words, as => void this.#save(as))] : []),
      ...(locked.length > 0 ? [passwordForm(words, locked, unlock)] : []),
    ]
  }
}
