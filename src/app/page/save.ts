import type { SavedAs } from '../questions.ts'
import type { ReadFile } from './read-all.ts'

const endings: { readonly [A in SavedAs]: string } = { xlsx: '.xlsx', csv: '.zip', json: '.json' }

/** Hands a file to the browser, which saves it; gives its name: that of the only file that was read, or a general one. */
export function saveOnDisk(blob: Blob, as: SavedAs, files: readonly ReadFile[], general: string): string {
  const [only, ...others] = files
  const stem = only && others.length === 0 ? only.given.path.replace(/^.*\/|(?<=.)\.[^.]*$/g, '') : general
  const link = document.createElement('a')
  link.download = `${stem}${endings[as]}`
  link.href = URL.createObjectURL(blob)
  link.click()
  // The browser has begun to read it when it comes to the next task or soon after.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return link.download
}
