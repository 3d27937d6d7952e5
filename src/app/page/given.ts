import { documentEndings } from '../../readers/endings.ts'
import type { Given } from '../questions.ts'

/** Whether a file holds what a person decided, as the review saves it, and no document. */
export const isDecisions = ({ path }: Given): boolean => path.toLowerCase().endsWith('.jsonl')

/** The files that were chosen. */
export const chosen = (files: Iterable<File>): Given[] => Array.from(files, file => ({ path: file.name, file }))

/** The files that were dropped, and of folders, at any depth, those whose names end as documents do. */
export async function dropped(transfer: DataTransfer): Promise<Given[]> {
  // Asked for at once: when this function pauses, the browser takes it all away.
  const entries = Array.from(transfer.items, item => item.webkitGetAsEntry()).filter(entry => entry !== null)
  const files = chosen(transfer.files)
  if (!entries.some(entry => entry.isDirectory)) return files
  return (await Promise.all(entries.map(filesOf))).flat()
}

async function filesOf(entry: FileSystemEntry): Promise<Given[]> {
  if (entry.isFile) return [await givenOf(entry as FileSystemFileEntry)]
  const inner = await entriesIn(entry as FileSystemDirectoryEntry)
  const wanted = inner.filter(each => each.isDirectory || isDocument(each.name))
  return (await Promise.all(wanted.map(filesOf))).flat()
}

const isDocument = (name: string): boolean => documentEndings.some(ending => name.toLowerCase().endsWith(ending))

const givenOf = (entry: FileSystemFileEntry): Promise<Given> =>
  new Promise((resolve, reject) =>
    entry.file(file => resolve({ path: entry.fullPath.replace(/^\//, ''), file }), reject),
  )

/** A folder is given in parts, the last of which is empty. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const next = () => new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
  const entries: FileSystemEntry[] = []
  for (let part = await next(); part.length > 0; part = await next()) entries.push(...part)
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}
