import type { Rect } from '../../document/model.ts'

/** The boxes of numbered characters, packed: a long file has millions. */
export class Boxes {
  #numbers = new Float32Array(4096)
  #count = 0

  add([x0, y0, x1, y1]: Rect): void {
    const at = this.#count * 4
    if (at + 4 > this.#numbers.length) this.#grow()
    this.#numbers[at] = x0
    this.#numbers[at + 1] = y0
    this.#numbers[at + 2] = x1
    this.#numbers[at + 3] = y1
    this.#count += 1
  }

  /** Those of the characters from one to behind the last. */
  between(from: number, to: number): Rect[] {
    return Array.from({ length: to - from }, (_, index) => {
      const at = (from + index) * 4
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = this.#numbers.subarray(at, at + 4)
      return [x0, y0, x1, y1] as const
    })
  }

  #grow(): void {
    const larger = new Float32Array(this.#numbers.length * 2)
    larger.set(this.#numbers)
    this.#numbers = larger
  }
}
