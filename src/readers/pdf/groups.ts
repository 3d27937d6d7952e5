/** Things that hang together, directly or through others, by their numbers from 0. */
export class Groups {
  readonly #parent: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, index) => index)
  }

  join(a: number, b: number): void {
    this.#parent[this.of(a)] = this.of(b)
  }

  /** The number that stands for the group of one. */
  of(member: number): number {
    const parent = this.#parent
    let root = member
    while (parent[root] !== root) {
      // Each way is halved as it is gone: long chains are gone once.
      parent[root] = parent[parent[root] as number] as number
      root = parent[root] as number
    }
    return root
  }
}
