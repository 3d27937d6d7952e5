import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { descriptorName } from './descriptor.ts'
import type { Moved } from './move.ts'
import { Sink, syncFolder } from './sink.ts'

/** What is noted before an output is put in place, so that a later run can tell how far one got that was cut off. */
export interface SwapNote extends Moved {
  /** The folder changes places with the older one; its files move one by one; that is done; or the output is a single file. */
  readonly how: 'rename' | 'move' | 'done' | 'file'
  /** Of the file, or of the descriptor of the folder. */
  readonly sha256: string
}

const noteName = 'swap.json'

/** Notes a swap, down to the disk. */
export function noteSwap(staging: string, note: SwapNote): void {
  const written = join(staging, `${noteName}.new`)
  const sink = new Sink(written, 'w')
  sink.add(JSON.stringify(note))
  sink.finishOnDisk()
  fs.renameSync(written, join(staging, noteName))
  syncFolder(staging)
}

/** The swap that was noted last, or undefined where there was none. */
export function notedSwap(staging: string): SwapNote | undefined {
  try {
    return JSON.parse(fs.readFileSync(join(staging, noteName), 'utf8'))
  } catch {
    return undefined
  }
}

/** Takes the note away: the swap failed, and all is as it was. */
export const withdrawSwap = (staging: string): void => fs.rmSync(join(staging, noteName), { force: true })

export const isNote = (name: string): boolean => name === noteName

/** Whether what stands at the target is what the noted swap was to put there. */
export function isNoted(target: string, { how, sha256 }: SwapNote): boolean {
  return hashOfFile(how === 'file' ? target : join(target, descriptorName)) === sha256
}

/** Read piece by piece: the output may be larger than a buffer. Undefined where there is no such file. */
function hashOfFile(path: string): string | undefined {
  const file = opened(path)
  if (file === undefined) return undefined
  try {
    return hashOfOpen(file)
  } catch {
    return undefined
  } finally {
    fs.closeSync(file)
  }
}

function opened(path: string): number | undefined {
  try {
    return fs.openSync(path, 'r')
  } catch {
    return undefined
  }
}

function hashOfOpen(file: number): string {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(64 * 1024)
  for (let read = fs.readSync(file, piece); read > 0; read = fs.readSync(file, piece))
    hash.update(piece.subarray(0, read))
  return hash.digest('hex')
}
