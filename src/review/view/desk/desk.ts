import type { Decision, DecisionKind } from '../../../walks/decisions/decision.ts'
import { element, shownValue } from '../dom.ts'
import { Links } from '../links.ts'
import { type Paper, pagesPaper } from '../paper/pages.ts'
import { textPaper } from '../paper/text.ts'
import type { ReviewDocument } from '../review.ts'
import type { Around } from './around.ts'
import { Card } from './card.ts'
import { type FieldsView, fieldsView } from './fields.ts'
import { isCorrectable, operandsOf, type Question, questionAbout, questionsOf } from './questions.ts'
import { sideOf } from './summary.ts'

/** A document beside its values: what is doubtful first, and a decision for each. */
export class Desk {
  readonly root: HTMLElement
  readonly #doc: ReviewDocument
  readonly #around: Around
  readonly #links = new Links()
  readonly #paper: Paper
  readonly #fields: FieldsView
  readonly #questions: Question[]
  readonly #cards = new Map<Question, Card>()
  readonly #left: HTMLElement
  readonly #asked: HTMLElement
  #current: Question | undefined

  constructor(doc: ReviewDocument, around: Around) {
    this.#doc = doc
    this.#around = around
    const { words } = around
    const pick = (pointer: string) => this.#pick(pointer)
    this.#paper = doc.text
      ? textPaper(doc, doc.text, this.#links, pick, words)
      : pagesPaper(doc, this.#links, pick, words)
    this.#fields = fieldsView(doc, this.#links, { onPick: pick }, words)
    this.#questions = questionsOf(doc)
    this.#left = element('p', { class: 'left', role: 'status' })
    this.#asked = element('section', { class: 'asked', 'aria-label': words.doubts }, this.#left)
    for (const question of this.#questions) this.#asked.append(this.#cardOf(question).root)
    const paper = element('section', { class: 'paper', tabindex: 0, 'aria-label': words.paper }, this.#paper.root)
    const side = sideOf(doc, around, [this.#asked, this.#fields.root])
    this.root = element('main', { class: 'desk' }, paper, side)
    for (const { pointer } of doc.fields) this.#showField(pointer)
    this.#tell()
  }

  /** Goes to the first question that is not decided, else to the top. */
  start(): void {
    const first = this.#questions.find(question => !this.#decision(question)) ?? this.#questions[0]
    if (first) this.#turnTo(first)
  }

  /** Goes to the next question, or the one before; past the last one it is the page's turn. */
  step(by: 1 | -1): void {
    const at = this.#current ? this.#questions.indexOf(this.#current) : -1
    const next = this.#questions[at < 0 && by < 0 ? this.#questions.length - 1 : at + by]
    if (next) this.#turnTo(next)
    else this.#around.onEnd(by)
  }

  accept(): void {
    this.#decide('accepted')
  }

  unreadable(): void {
    if (this.#current && isCorrectable(this.#current)) this.#decide('unreadable')
  }

  edit(): void {
    if (this.#current) this.#cardOf(this.#current).edit()
  }

  /** Chooses a candidate by its number, from 1. */
  choose(number: number): void {
    const text = this.#current?.candidates[number - 1]
    if (text !== undefined) this.#decide('corrected', text)
  }

  undo(): void {
    const question = this.#current
    if (!question) return
    this.#around.decisions.remove(this.#about(question))
    this.#shown(question)
  }

  #decide(decision: DecisionKind, value?: string): void {
    const question = this.#current
    if (!question) return
    const by = this.#around.by()
    const asked = [...new Set(question.doubts.map(({ ask }) => ask))]
    this.#around.decisions.set({
      ...this.#about(question),
      asked,
      decision,
      ...(value === undefined ? {} : { value }),
      ...(by === '' ? {} : { by }),
      at: new Date().toISOString(),
    })
    this.#shown(question)
    if (this.#questions.includes(question)) this.step(1)
  }

  #about({ pointer, read }: Question): Pick<Decision, 'source' | 'pointer' | 'read'> {
    return { source: this.#doc.source, pointer, read }
  }

  #decision(question: Question): Decision | undefined {
    return this.#around.decisions.of(this.#about(question))
  }

  #shown(question: Question): void {
    this.#cardOf(question).show(this.#decision(question))
    if (question.field) this.#showField(question.field.pointer)
    this.#tell()
  }

  #showField(pointer: string): void {
    const field = this.#doc.fields.find(each => each.pointer === pointer)
    if (field) this.#fields.decide(pointer, this.#decision(questionAbout(field)))
  }

  #tell(): void {
    const { words } = this.#around
    const all = this.#questions.length
    const left = this.#questions.filter(question => !this.#decision(question)).length
    this.#left.textContent = left === 0 ? words.noDoubts : words.left({ left, all })
  }

  /** The question about a field becomes the one that is answered. */
  #pick(pointer: string): void {
    if (this.#current?.pointer === pointer) return
    const known = this.#questions.find(question => question.pointer === pointer)
    const field = this.#doc.fields.find(each => each.pointer === pointer)
    if (known) this.#turnTo(known)
    else if (field) this.#open(questionAbout(field))
  }

  /** A field of which nothing is said shows its answers below it, as long as it is looked at. */
  #open(question: Question): void {
    this.#makeCurrent(question)
    const row = question.pointer === null ? undefined : this.#fields.rowOf(question.pointer)
    row?.after(this.#cardOf(question).root)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }

  #turnTo(question: Question): void {
    this.#makeCurrent(question)
    const { root } = this.#cardOf(question)
    root.focus({ preventScroll: true })
    root.scrollIntoView({ block: 'nearest' })
  }

  #makeCurrent(question: Question): void {
    const before = this.#current
    if (before && !this.#questions.includes(before)) {
      this.#cards.get(before)?.root.remove()
      this.#cards.delete(before)
    }
    this.#current = question
    for (const [each, card] of this.#cards) card.root.classList.toggle('current', each === question)
    this.#cardOf(question).root.classList.add('current')
    this.#links.light(question.pointer)
    this.#lookAt(question)
  }

  /** Brings the place into view, and joins what a check compares. */
  #lookAt({ doubts, field }: Question): void {
    const place = doubts.find(doubt => doubt.place)?.place ?? field?.places[0]
    const operands = operandsOf(doubts)
    const label = field ? shownValue(field.value) : ''
    this.#paper.join(place && operands.length > 0 ? [{ place, label }, ...operands] : [])
    if (place) this.#paper.show(place)
  }

  #cardOf(question: Question): Card {
    const known = this.#cards.get(question)
    if (known) return known
    const as = (act: () => void) => () => {
      if (this.#current !== question) this.#makeCurrent(question)
      act()
    }
    const answers = {
      accept: as(() => this.accept()),
      unreadable: as(() => this.unreadable()),
      undo: as(() => this.undo()),
      leave: as(() => this.#cardOf(question).root.focus()),
      correct: (value: string) => as(() => this.#decide('corrected', value))(),
    }
    const card = new Card(question, this.#doc, answers, this.#around.words, this.#around.language)
    card.root.addEventListener('focusin', () => this.#current === question || this.#makeCurrent(question))
    card.root.addEventListener('mouseenter', () => this.#links.light(question.pointer))
    this.#cards.set(question, card)
    card.show(this.#decision(question))
    return card
  }
}
