import { createHash } from 'node:crypto'

/** The third of sixteen shares of the inputs is `{ number: 3, of: 16 }`. */
export interface Shard {
  readonly number: number
  readonly of: number
}

/** The number of the share that an input belongs to, from 1. It depends on the path alone: other inputs may come and go. */
export function shardOf(path: string, of: number): number {
  const hash = createHash('sha256').update(path).digest('hex')
  // As many digits as a number holds exactly.
  return 1 + (Number.parseInt(hash.slice(0, 12), 16) % of)
}

/** What identifies a list of inputs: which there are, and their order. */
export interface ListOfInputs {
  readonly count: number
  readonly sha256: string
}

/** Takes the paths of inputs one by one, and says of which list they are. */
export class InputList {
  readonly #hash = createHash('sha256')
  #count = 0

  add(path: string): void {
    this.#hash.update(`${path}\0`)
    this.#count += 1
  }

  end(): ListOfInputs {
    return { count: this.#count, sha256: this.#hash.digest('hex') }
  }
}
