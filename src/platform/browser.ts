import type { Buffer as NodeBuffer } from 'node:buffer'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { Bytes } from './browser/bytes.ts'

export { inflate } from './browser/inflate.ts'
export type { Inflated, Packing } from './node.ts'

export const Buffer = Bytes as unknown as typeof NodeBuffer
export type Buffer = NodeBuffer

/** Whether they are UTF-8 throughout. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** In UTF-16 units, of the engine that allows fewest. */
export const longestString = 536_870_888

export const sha256Of = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

const files = new Map<string, ArrayBuffer>()

/** Gives a file of a package, as nothing can be loaded from a page. */
export const giveFile = (name: string, bytes: ArrayBuffer): void => void files.set(name, bytes)

export function fileOfPackage(name: string): ArrayBuffer {
  const bytes = files.get(name)
  if (!bytes) throw new Error(`${name} was not given`)
  return bytes
}

/** A message to itself arrives behind those that wait; a timer would be held back for milliseconds. */
export const turn = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })

/** A page has no clock of its own work. */
export function workClock(): () => number {
  const start = performance.now()
  return () => performance.now() - start
}
