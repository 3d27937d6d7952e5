import type { Language } from '../../../messages/language.ts'
import type { Decision } from '../../../walks/decisions/decision.ts'
import { button, element, shownValue } from '../dom.ts'
import type { Doubt, ReviewDocument } from '../review.ts'
import type { PageWords } from '../words.ts'
import { isCorrectable, type Question } from './questions.ts'

/** What a person can do with a question. */
export interface Answers {
  accept(): void
  correct(value: string): void
  unreadable(): void
  undo(): void
  /** A correction is given up: the keys work again. */
  leave(): void
}

/** A question with what is said of it and the answers to choose from. */
export class Card {
  readonly root: HTMLElement
  readonly #question: Question
  readonly #answers: Answers
  readonly #words: PageWords
  readonly #actions: HTMLElement

  constructor(question: Question, doc: ReviewDocument, answers: Answers, words: PageWords, language: Language) {
    this.#question = question
    this.#answers = answers
    this.#words = words
    this.#actions = element('div', { class: 'actions' })
    const title = titleOf(question, doc, words)
    this.root = element(
      'article',
      { class: 'card', tabindex: -1, 'aria-label': title, 'data-question': question.pointer ?? '' },
      element('h3', {}, title),
      factsOf(question, words),
      ...question.doubts.map(doubt => messageOf(doubt, words, language)),
      this.#actions,
    )
  }

  /** Shows the decision, or the answers to choose from. */
  show(decision: Decision | undefined): void {
    this.root.classList.toggle('decided', decision !== undefined)
    this.#actions.replaceChildren(...(decision ? this.#decided(decision) : this.#choices()))
  }

  #decided({ decision, value }: Decision): Node[] {
    const text = value === undefined ? this.#words.decided[decision] : `${this.#words.decided[decision]}: ${value}`
    return [element('strong', {}, text), button(this.#words.undo, () => this.#answers.undo())]
  }

  #choices(): Node[] {
    const { accept, correct, unreadable } = this.#words
    const [answers, question] = [this.#answers, this.#question]
    const candidates = question.candidates.map((text, index) =>
      button(`${index + 1}: ${text}`, () => answers.correct(text), { class: 'candidate' }),
    )
    const own = isCorrectable(question)
      ? [button(correct, () => this.edit()), button(unreadable, () => answers.unreadable())]
      : []
    return [...candidates, button(accept, () => answers.accept(), { class: 'accept' }), ...own]
  }

  /** Takes the value as it is printed from the person. */
  edit(): void {
    if (!isCorrectable(this.#question)) return
    const { field, doubts } = this.#question
    const printed = doubts.map(({ actual }) => actual).find(actual => typeof actual === 'string')
    const input = element('textarea', {
      rows: 1,
      'aria-label': this.#words.asPrinted,
      placeholder: this.#words.asPrinted,
    })
    input.value = field?.value == null ? String(printed ?? '') : [field.value].flat().join('\n')
    const apply = () => this.#answers.correct(input.value)
    const cancel = () => {
      this.show(undefined)
      this.#answers.leave()
    }
    input.addEventListener('keydown', event => {
      if (event.isComposing) return
      if (event.key === 'Enter' && !event.shiftKey) apply()
      else if (event.key === 'Escape') cancel()
      else return
      event.preventDefault()
      event.stopPropagation()
    })
    this.#actions.replaceChildren(input, button(this.#words.apply, apply), button(this.#words.cancel, cancel))
    input.focus()
    input.select()
  }
}

function titleOf({ field, pointer, doubts }: Question, doc: ReviewDocument, words: PageWords): string {
  if (field) return [...field.within, field.name].join(' › ')
  if (pointer === null) return doubts[0]?.code ?? ''
  if (pointer === '') return words.wholeDocument
  const inside = doc.fields.find(each => each.pointer.startsWith(`${pointer}/`))
  return inside?.within.join(' › ') || pointer
}

function factsOf({ field, read, doubts }: Question, words: PageWords): HTMLElement {
  const related = doubts.flatMap(doubt => doubt.related).filter(({ pointer }) => pointer !== null)
  const value = field ? field.value : typeof read === 'string' && !read.startsWith('fnv1a:') ? read : undefined
  const facts: readonly (readonly [string, string])[] = [
    ...(value === undefined ? [] : [[words.read, shownValue(value)] as const]),
    ...related.map(each => [words.compared, shownValue(each.value)] as const),
  ]
  return element('dl', {}, ...facts.flatMap(([name, text]) => [element('dt', {}, name), element('dd', {}, text)]))
}

function messageOf({ code, severity, message, expected }: Doubt, words: PageWords, language: Language): HTMLElement {
  const text = typeof expected === 'number' ? ` (${words.expected}: ${shownValue(expected)})` : ''
  return element('p', { class: `message ${severity}` }, element('code', {}, code), ` ${message[language]}${text}`)
}
