import type { Note } from '../../diagnostics/codes.ts'
import type { Printed } from '../../document/printed.ts'
import type { Furniture } from './layout.ts'

/** A word of the form: a label, a head of a column. */
export const label = (on: Printed): Furniture => ({ on, as: 'label' })
/** The name of a part of the form: ◎事業費. It is no head of what is in that part, even where a label has the same words. */
export const heading = (on: Printed): Furniture => ({ on, as: 'heading' })
/** A mark that begins an item or separates two values. */
export const mark = (on: Printed): Furniture => ({ on, as: 'mark' })
/** A repeat: a value of the document elsewhere. */
export const repeat = (on: Printed): Furniture => ({ on, as: 'repeat' })
/** A folio. */
export const folio = (on: Printed): Furniture => ({ on, as: 'page' })

type Found = readonly (Printed | undefined)[]

/** What a form meets besides values: furniture, and notes for the reader. What is undefined or empty is skipped. */
export class Claims {
  readonly furniture: Furniture[] = []
  readonly notes: Note[] = []

  label(...words: Found): void {
    this.#add(label, words)
  }

  mark(...marks: Found): void {
    this.#add(mark, marks)
  }

  repeat(...texts: Found): void {
    this.#add(repeat, texts)
  }

  page(...numbers: Found): void {
    this.#add(folio, numbers)
  }

  note(...notes: readonly Note[]): void {
    this.notes.push(...notes)
  }

  #add(as: (on: Printed) => Furniture, texts: Found): void {
    for (const on of texts) if (on && on.pieces.length > 0) this.furniture.push(as(on))
  }
}
