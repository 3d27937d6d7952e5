import { firstUnmappable } from './cp932.ts'

/** What CP932 has for characters that it lacks, where Unicode itself does not say it: signs of the same look and meaning. */
const alike: { readonly [character: string]: string } = {
  '\u301c': '～',
  '\u2212': '－',
  '\u2013': '－',
  '\u2011': '‐',
  '\u2014': '―',
  '\u2016': '∥',
  '\u2022': '・',
  '\u22ef': '…',
  '\u2044': '/',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¥': '￥',
  '©': '(C)',
  '®': '(R)',
}

/** What stands for a character that has no exchange, as printers set it. */
export const geta = '〓'

/** A character that CP932 lacks, and what is written in its place. */
export interface Exchange {
  readonly character: string
  readonly by: string
}

/** A text that CP932 can hold, and what was exchanged for it, each character once. */
export function exchanged(text: string): { readonly text: string; readonly exchanges: readonly Exchange[] } {
  if (firstUnmappable(text) === undefined) return { text, exchanges: [] }
  const known = new Map<string, string>()
  const written = [...text].map(character => {
    if (firstUnmappable(character) === undefined) return character
    const by = known.get(character) ?? exchangeOf(character)
    known.set(character, by)
    return by
  })
  return { text: written.join(''), exchanges: [...known].map(([character, by]) => ({ character, by })) }
}

/** A radical becomes its kanji, `₂` 2, `é` e; what is neither alike nor made of what CP932 has becomes 〓. */
function exchangeOf(character: string): string {
  const plain = character.normalize('NFKC')
  // Only a Latin letter is the same without its accent: ヷ is no ワ.
  const bare = /\p{Script=Latin}/u.test(character) ? character.normalize('NFKD').replace(/\p{M}/gu, '') : undefined
  const ways = [alike[character], plain, bare, replaceAlike(plain)]
  return ways.find(way => way !== undefined && way !== '' && firstUnmappable(way) === undefined) ?? geta
}

const replaceAlike = (text: string): string => [...text].map(character => alike[character] ?? character).join('')
