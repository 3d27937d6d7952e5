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

/** Files that were read, with what was read of some of them anew, or of others. */
export const renewed = (files: readonly ReadFile[], read: readonly ReadFile[]): ReadFile[] => {
  const isKnown = ({ given }: ReadFile) => files.some(other => other.given.file === given.file)
  const newest = (file: ReadFile) => read.find(other => other.given.file === file.given.file) ?? file
  return [...files.map(newest), ...read.filter(file => !isKnown(file))]
}

/** Whether a file asks for a password, or for another. */
export const isLocked = ({ result }: ReadFile): boolean =>
  result.failures.some(({ code }) => code === 'PASSWORD_REQUIRED' || code === 'PASSWORD_WRONG')

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
