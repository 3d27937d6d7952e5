/** What shows one value in several places: hovering or focusing one lights the others. */
export class Links {
  readonly #shown = new Map<string, Set<Element>>()
  #lit: string | null = null

  /** `element` shows the value of the pointer. */
  add(pointer: string, element: Element): void {
    const known = this.#shown.get(pointer) ?? new Set()
    known.add(element)
    this.#shown.set(pointer, known)
    element.classList.toggle('lit', isAt(pointer, this.#lit))
  }

  /** Lights all that shows the value, or of a group the values in it; null lights nothing. */
  light(pointer: string | null): void {
    if (pointer === this.#lit) return
    for (const element of this.#of(this.#lit)) element.classList.remove('lit')
    this.#lit = pointer
    for (const element of this.#of(pointer)) element.classList.add('lit')
  }

  get lit(): string | null {
    return this.#lit
  }

  #of(pointer: string | null): Element[] {
    return [...this.#shown].flatMap(([at, elements]) => (isAt(at, pointer) ? [...elements] : []))
  }
}

/** Whether a value is that of a pointer, or one of its group; the document as a whole lights nothing. */
const isAt = (at: string, pointer: string | null): boolean =>
  pointer !== null && pointer !== '' && (at === pointer || at.startsWith(`${pointer}/`))
