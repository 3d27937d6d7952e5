import { once } from 'node:events'
import type { Doc } from '../../envelope.ts'
import type { FormatWriter } from '../../writers/format.ts'

/** Writes data to standard output and waits until it is consumed, so that a slow reader does not fill the memory. */
export function printOut(data: string | Uint8Array): Promise<void> {
  if (data.length === 0) return Promise.resolve()
  return new Promise(resolve => {
    // An error ends the process by the guard of standard output, which knows a closed pipe from a full disk.
    process.stdout.write(data, error => {
      if (!error) resolve()
    })
  })
}

/** Pieces are buffered up to this size between two waits. */
const gathered = 64 * 1024

/** Writes many pieces, however small, and waits after each batch. */
export async function printAll(pieces: Iterable<string | Uint8Array>): Promise<void> {
  let waiting: Uint8Array[] = []
  let size = 0
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
    waiting.push(bytes)
    size += bytes.length
    if (size < gathered) continue
    await printOut(Buffer.concat(waiting))
    waiting = []
    size = 0
  }
  await printOut(Buffer.concat(waiting))
}

/** Documents that go to standard output one by one, as soon as they are there. */
export class DocumentStream {
  readonly #textOf: (document: Doc) => string

  constructor(textOf: NonNullable<FormatWriter['document']>) {
    this.#textOf = textOf
  }

  /** Adds the documents of the next input. */
  add({ documents }: { readonly documents: readonly Doc[] }): void {
    for (const document of documents) process.stdout.write(this.#textOf(document))
  }

  /** Waits until the reader has consumed most of what was written. */
  async drained(): Promise<void> {
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain')
  }
}

/** JSON is indented for people at a terminal, and compact for a pipe. */
export const isTerminal = (): boolean => process.stdout.isTTY === true
