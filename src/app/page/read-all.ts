import type { Result } from '../../envelope.ts'
import type { Given } from '../questions.ts'
import { type AskedWorker, EndedError } from './asked-worker.ts'

/** A file and what was read of it. */
export interface ReadFile {
  readonly given: Given
  readonly result: Result
}

/** How far reading is: `done` files, and of the one that is being read so many pages. */
export interface Progress {
  readonly done: number
  readonly of: number
  readonly name: string
  readonly pages: number
}

/** Reads files one after the other; once the signal is aborted, the rest stays unread. A file that cannot be read hides none of the others. */
export async function readAll(
  worker: AskedWorker,
  files: readonly Given[],
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ReadFile[]> {
  const read: ReadFile[] = []
  for (const [done, given] of files.entries()) {
    const tell = (pages: number) => onProgress({ done, of: files.length, name: given.path, pages })
    tell(0)
    const result = await resultOf(worker, given, tell, signal)
    if (!result) return read
    read.push({ given, result })
  }
  return read
}

async function resultOf(
  worker: AskedWorker,
  given: Given,
  onPages: (pages: number) => void,
  signal: AbortSignal,
): Promise<Result | undefined> {
  try {
    return await worker.ask('read', given, { onPages, signal })
  } catch (error) {
    const by = error instanceof EndedError ? error.by : ({ code: 'INTERNAL', args: { detail: String(error) } } as const)
    return by === null ? undefined : worker.ask('ended', { path: given.path, by })
  }
}
