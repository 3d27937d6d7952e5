import { matches, type Printed, textOf } from '../../../../document/printed.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import type { Book } from '../../page/book.ts'
import { compacted } from '../../page/headings/compact.ts'
import type { MeasureHeading } from '../../page/headings/measure-heading.ts'
import { codeKey } from '../../page/headings/measure-heading.ts'
import { titleTails } from '../../words/index.ts'
import { type Known, measureWords } from './measure-words.ts'

/** A measure that the contents list or the overview table names. */
export interface Listed {
  readonly code: string
  readonly on: Printed
}

/** Claims what says again what the chapter says: its title, and the codes, names and visions of its measures. */
export class Repeats {
  readonly listed: Listed[] = []
  readonly #known: readonly Known[]
  readonly #title: string | undefined
  readonly #book: Book

  constructor(known: readonly Known[], title: string | undefined, book: Book) {
    this.#known = known
    this.#title = title
    this.#book = book
  }

  /** An entry of the contents list. */
  claimEntry({ brackets, label, code, name, domain }: MeasureHeading): void {
    const known = this.#known.find(each => each.code === codeKey(code))
    this.list(code)
    this.#book.mark(...brackets)
    this.#book.label(label)
    this.#book.repeat(label)
    if (!known) return
    this.claimCode(code)
    if (name && compact(textOf(name)) === known.name) this.#book.repeat(name)
    if (domain && compact(textOf(domain)) === known.domain) this.#book.repeat(domain)
  }

  /** 6項目の ICT 活用施策と目指す姿: number, the chapter's title, and what the form says around it. */
  claimTitle(on: Printed): void {
    const { text, part } = compacted(on)
    const head = /^\d+(?:項目|分野)の/u.exec(text)?.[0].length ?? 0
    const tail = titleTails.find(word => text.endsWith(word))?.length ?? 0
    const middle = text.slice(head, text.length - tail)
    const isForm = middle === this.#title || head + tail === text.length
    if (!isForm && head + tail > 0) return
    this.#book.label(part(0, head), part(text.length - tail), part(head, text.length - tail))
    this.#book.repeat(part(head, text.length - tail))
  }

  /** Its digits and dashes, each a mark: they may be other dashes than those of the heading. */
  claimCode(code: Printed): void {
    for (const { whole } of matches(code, /[\d０-９]+|[^\d０-９\s]/dgu)) this.#book.mark(whole)
  }

  /** Counts a code among those that the front names. */
  list(code: Printed): void {
    this.listed.push({ code: codeKey(code), on: code })
  }

  /** A text that says a measure's words; false where it says anything else, and nothing of it is claimed. */
  claimMeasure(printed: Printed): boolean {
    const { text: on, marks } = this.#book.peekMarks(printed)
    const found = this.#known.flatMap(known => measureWords(on, known) ?? [])[0]
    if (!found) return false
    this.#book.take(marks)
    if (found.code) {
      this.claimCode(found.code)
      this.list(found.code)
    }
    this.#book.mark(...found.brackets)
    this.#book.repeat(...found.texts)
    return true
  }
}
