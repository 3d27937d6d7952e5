import { createHash } from 'node:crypto'

/** The longest name that a folder may hold, in bytes of UTF-8: the limit of Linux; others count in larger units. */
const most = 255

/**
 * The name `stem` + `tail`, in at most 255 bytes: where it would be longer, the stem is cut between characters and a hash
 * of the whole stem replaces the rest, so that different names stay different.
 */
export function shortName(stem: string, tail: string): string {
  if (sizeOf(stem + tail) <= most) return stem + tail
  const mark = `-${hashOf(stem)}${tail}`
  return `${cut(stem, most - sizeOf(mark))}${mark}`
}

/** A few letters that identify a text. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

const sizeOf = (text: string): number => Buffer.byteLength(text, 'utf8')

/** As many whole characters as fit, each with the marks that belong to it: か and its ゛ stay together. */
function cut(text: string, bytes: number): string {
  let kept = ''
  for (const [character] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    if (sizeOf(kept + character) > bytes) break
    kept += character
  }
  return kept
}
