import { tableParts, voidElements } from './elements.ts'
import type { Token } from './html.ts'

/**
 * For each tag the index of the tag that closes or opens its element, or -1: `<p>` and `<li>` are often not closed, and converters
 * forget `</ul>`. Elements so paired are properly nested. A closing tag has no effect outside its table cell.
 */
export function pairsOf(tokens: readonly Token[]): Int32Array {
  const partner = new Int32Array(tokens.length).fill(-1)
  const open = new OpenElements()
  tokens.forEach((token, index) => {
    if (token.kind === 'open' && !voidElements.has(token.name)) open.push(token.name, index)
    const opener = token.kind === 'close' ? open.close(token.name) : undefined
    if (opener === undefined) return
    partner[index] = opener
    partner[opener] = index
  })
  return partner
}

/** The elements that are open, with the depths of each name, so that looking for one never walks the stack. */
class OpenElements {
  readonly #stack: { name: string; index: number }[] = []
  readonly #depths = new Map<string, number[]>()

  push(name: string, index: number): void {
    const depths = this.#depths.get(name)
    if (depths) depths.push(this.#stack.length)
    else this.#depths.set(name, [this.#stack.length])
    this.#stack.push({ name, index })
  }

  /** The index of the nearest open tag of that name; it and what is open inside it are closed. */
  close(name: string): number | undefined {
    const depth = this.#depth(name)
    if (depth < 0 || depth < this.#barrier(name)) return undefined
    const index = this.#stack[depth]?.index
    while (this.#stack.length > depth) this.#depths.get(this.#stack.pop()?.name ?? '')?.pop()
    return index
  }

  #depth(name: string): number {
    return this.#depths.get(name)?.at(-1) ?? -1
  }

  #barrier(name: string): number {
    if (name === 'table') return -1
    const cells = tableParts.has(name) ? [] : [this.#depth('td'), this.#depth('th'), this.#depth('caption')]
    return Math.max(this.#depth('table'), ...cells)
  }
}
