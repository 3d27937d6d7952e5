import type { Rect } from '../../document/model.ts'
import { nothing } from './geometry.ts'

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

  /** The box around the characters from one to behind the last. */
  around(from: number, to: number): Rect {
    const numbers = this.#numbers
    let [x0, y0, x1, y1] = nothing
    for (let at = from * 4; at < to * 4; at += 4) {
      x0 = Math.min(x0, numbers[at] as number)
      y0 = Math.min(y0, numbers[at + 1] as number)
      x1 = Math.max(x1, numbers[at + 2] as number)
      y1 = Math.max(y1, numbers[at + 3] as number)
    }
    return [x0, y0, x1, y1]
  }

  #grow(): void {
    const larger = new Float32Array(this.#numbers.length * 2)
    larger.set(this.#numbers)
    this.#numbers = larger
  }
}
