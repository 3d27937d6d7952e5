import { nothing, type Printed, textOf } from '../../../document/printed.ts'
import { itemLines } from '../../../document/prose/inline.ts'
import { proseOf } from '../../../document/prose/prose.ts'
import { say } from '../../../messages/words.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { label as labelOf, mark, repeat } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { open, printed } from '../../kit/leaves.ts'
import { wholeTitle } from '../cells/rows.ts'
import { joinCells } from '../cells/seam.ts'
import type { Section } from './found.ts'
import { bareNumber, isEnumerated, numberIn } from './numbers.ts'
import type { SectionCell } from './sections.ts'

/** The sections, as their rows are met: title and directions in one row or in two, cut by a page break, or printed again. */
export class SectionReading {
  readonly furniture: Furniture[] = []
  #section: Section | undefined
  /** A row of one cell that could not be read: a section's title, if directions follow. */
  #pending: Printed | undefined

  get current(): Section | undefined {
    return this.#section
  }

  /** Whether nothing but the section's own rows has been met since it began. */
  get isFresh(): boolean {
    return this.#section !== undefined && !this.#section.isOver
  }

  /** The number that the next section has. */
  get next(): number {
    return (numberIn(this.#section?.number) ?? 0) + 1
  }

  /** Directions that a page break cut may go on with a number (3月末…), which is no section's unless it is the next. */
  isPart({ number, label }: SectionCell): boolean {
    const hasBody = this.isFresh && (this.#section?.body.length ?? 0) > 0
    return hasBody && label === undefined && numberIn(number) !== this.next
  }

  hold(on: Printed): void {
    this.#pending = on
  }

  takePending(): Printed | undefined {
    const pending = this.#pending
    this.#pending = undefined
    return pending
  }

  end(): void {
    if (this.#section) this.#section.isOver = true
  }

  /** A cell with a number or with the label of the directions. */
  read(found: SectionCell, pending: Printed | undefined): void {
    this.#claimWords(found)
    const isNew = isNumbered(found) || !this.isFresh || (found.title && this.#section?.hasLabel)
    if (this.#isAgain(found)) this.#claimAgain(found)
    else if (isNew) this.#open(found, pending)
    else this.#extend(found)
  }

  /** The same cell, printed in another column too. */
  repeat(found: SectionCell): void {
    this.#claimWords(found)
    this.#claimAgain(found)
  }

  /** What is below a section's title and directions and has neither number nor label. */
  goOn(found: SectionCell, blocks: Section['body']): void {
    const section = this.#section
    if (!section) return
    const isTitle = !section.hasLabel && section.body.length === 0 && found.body.length === 0
    if (isTitle && section.title && found.title) section.title = wholeTitle([section.title, found.title])
    else section.body = joinCells(section.body, blocks)
  }

  /** Whether the section is printed again, as at the top of the next page. */
  #isAgain(found: SectionCell): boolean {
    const known = this.#section
    if (!known?.title || !found.title || !isNumbered(found) || !isSame(known.title, found.title)) return false
    const [before, number] = [known.number?.no ?? nothing, found.number?.no ?? nothing]
    return isSame(before, number)
  }

  #open(found: SectionCell, pending: Printed | undefined): void {
    const late = found.title || !pending ? undefined : bareNumber(pending)
    const number = found.number ?? late
    if (late) this.furniture.push(mark(late.token))
    const title = found.title ?? late?.rest ?? pending
    const no = number ? printed(number.no) : open(title ? [title] : [], say('NO_NUMBER_BEFORE_TITLE'))
    this.#section = { number, no, title, body: found.body, hasLabel: found.label !== undefined, isOver: false }
  }

  #extend({ body, label }: SectionCell): void {
    const section = this.#section
    if (!section) return
    section.body = joinCells(section.body, body)
    section.hasLabel ||= label !== undefined
  }

  #claimAgain({ number, title, body }: SectionCell): void {
    const { elements, marks } = proseOf(itemLines(body))
    for (const on of [number?.no ?? nothing, title ?? nothing, ...elements]) this.furniture.push(repeat(on))
    for (const on of marks) this.furniture.push(mark(on))
  }

  #claimWords({ number, label, again }: SectionCell): void {
    if (number) this.furniture.push(mark(number.token))
    if (again) this.furniture.push(labelOf(again))
    if (!label) return
    this.furniture.push(labelOf(label.on))
    for (const on of label.brackets) this.furniture.push(mark(on))
  }
}

const isNumbered = ({ number, title }: SectionCell): boolean =>
  number !== undefined || (title !== undefined && isEnumerated(title))

const isSame = (one: Printed, other: Printed): boolean => compact(textOf(one)) === compact(textOf(other))
