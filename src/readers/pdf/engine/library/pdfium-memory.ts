import { Buffer } from '../../../../platform/index.ts'
import type { Pdfium } from './pdfium-library.ts'

interface Heap {
  readonly HEAPU8: Uint8Array
  readonly HEAP32: Int32Array
  readonly HEAPF32: Float32Array
  readonly HEAPF64: Float64Array
}

const scratchBytes = 512

/** The engine's memory: what is taken here is given back by `free`, nothing else does it. */
export class Memory {
  readonly #library: Pdfium
  readonly #taken: number[] = []
  #seen: Heap | undefined
  /** A place for the results of one call, overwritten by the next. */
  readonly scratch: number

  constructor(library: Pdfium) {
    this.#library = library
    this.scratch = this.take(scratchBytes)
  }

  /** Copies bytes into the engine's memory; gives their address. */
  copy(bytes: Uint8Array): number {
    const at = this.take(bytes.length)
    this.#heap.HEAPU8.set(bytes, at)
    return at
  }

  /** A copy of what is there. */
  bytes(at: number, length: number): Uint8Array {
    return this.#heap.HEAPU8.slice(at, at + length)
  }

  free(): void {
    for (const at of this.#taken.splice(0)) this.#library.pdfium.wasmExports.free(at)
  }

  /** The number that the last call left at an index of the scratch place; `float` and `double` likewise. */
  int(index: number): number {
    return this.#heap.HEAP32[(this.scratch >> 2) + index] as number
  }

  float(index: number): number {
    return this.#heap.HEAPF32[(this.scratch >> 2) + index] as number
  }

  double(index: number): number {
    return this.#heap.HEAPF64[(this.scratch >> 3) + index] as number
  }

  /** The text, ended by NUL, that the last call left in the scratch place. */
  string(): string {
    const bytes = this.#heap.HEAPU8.subarray(this.scratch, this.scratch + scratchBytes)
    const end = bytes.indexOf(0)
    return Buffer.from(bytes.subarray(0, end < 0 ? scratchBytes : end)).toString('utf8')
  }

  /** The views of the memory as it is now: when it grows the engine makes new ones, and the old are empty. */
  get #heap(): Heap {
    if (this.#seen && this.#seen.HEAPU8.length > 0) return this.#seen
    const { HEAPU8, HEAP32, HEAPF32, HEAPF64 } = this.#library.pdfium as unknown as Heap
    this.#seen = { HEAPU8, HEAP32, HEAPF32, HEAPF64 }
    return this.#seen
  }

  /** Takes memory; gives where it begins. Throws where the engine has none left. */
  take(bytes: number): number {
    const at = this.#library.pdfium.wasmExports.malloc(bytes)
    if (at === 0)
      throw Object.assign(new Error(`out of memory: the PDF engine has no ${bytes} bytes left`), {
        name: 'RuntimeError',
      })
    this.#taken.push(at)
    return at
  }
}

/** The most bytes that `string` can read. */
export const stringBytes = scratchBytes
