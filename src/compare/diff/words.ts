import { diffArrays } from 'diff/lib/diff/array.js'
import type { Part } from '../data/change.ts'

const words = new Intl.Segmenter('ja', { granularity: 'word' })

// Of a text in one piece the segmenter would keep a copy with each word.
const wordsOf = (text: string): string[] =>
  (text.match(/[^。\n]{1,400}[。\n]?|[。\n]/gu) ?? []).flatMap(piece =>
    Array.from(words.segment(piece), ({ segment }) => segment),
  )

/** Texts that have more words apart than these were written anew. */
const mostApart = 400

/** Two texts word by word: what both have, and what only one of them has. */
export function partsOf(old: string, fresh: string): Part[] {
  const found = diffArrays(wordsOf(old), wordsOf(fresh), { maxEditLength: mostApart })
  if (!found)
    return [
      { in: 'old', text: old },
      { in: 'new', text: fresh },
    ]
  return found.map(({ value, added, removed }) => ({
    in: added ? 'new' : removed ? 'old' : 'both',
    text: value.join(''),
  }))
}
