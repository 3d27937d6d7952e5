import { say } from '../../messages/words.ts'
import type { Known, Rule } from '../finding.ts'

/** A katakana word that is one character off from one that the document prints at least twice as often. */
export const katakanaRule: Rule = {
  id: 'katakana',
  *suspects(text, known) {
    for (const { 0: printed, index } of text.matchAll(/[ァ-ヺー]{5,}/gu)) {
      if (isInDictionary(printed, known)) continue
      const meant = usualFormOf(printed, known)
      if (meant === undefined) continue
      yield {
        from: index,
        to: index + printed.length,
        suggestion: meant,
        why: say('SPELLED_OTHERWISE'),
      }
    }
  },
}

function isInDictionary(word: string, { lattice }: Known): boolean {
  const { words } = lattice.read(word)
  return words.length === 1 && words[0]?.known === true
}

function usualFormOf(printed: string, { echoes }: Known): string | undefined {
  const often = 2 * (echoes.katakana.get(printed) ?? 0)
  return [...echoes.katakana].find(([word, count]) => count >= often && isOneOff(word, printed))?.[0]
}

/** One character more, less or other; サーバ and サーバー are two spellings of one word. */
function isOneOff(a: string, b: string): boolean {
  if (a.replaceAll('ー', '') === b.replaceAll('ー', '')) return false
  if (a.length === b.length) return [...a].filter((ch, at) => ch !== b[at]).length === 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.length === short.length + 1 && [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
}
