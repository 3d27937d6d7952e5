import type { Rule } from '../finding.ts'
import type { Word } from '../lattice.ts'

/** Two words that never occur side by side, each as `text/grammar`. */
const never: readonly { readonly before: RegExp; readonly after: RegExp; readonly why: string }[] = [
  { before: /^を\/助詞,格助詞/, after: /^(?:[がでにをへのは]|など)\/助/, why: 'を takes no particle after it' },
  { before: /^が\/助詞,格助詞/, after: /^[がでにをへの]\/助/, why: 'が takes no particle after it' },
  { before: /^へ\/助詞,格助詞/, after: /^[がでにを]\/助/, why: 'of the particles only の and は follow へ' },
  { before: /^[にで]\/助詞,格助詞/, after: /^[がを]\/助詞,格助詞/, why: 'two case particles stand side by side' },
  { before: /\/(?:動詞|助動詞|形容詞),.*,基本形$/, after: /^を\/助詞,格助詞/, why: 'を follows a verb' },
  { before: /\/動詞,.*,基本形$/, after: /^できる\/動詞/, why: 'ことが is missing before できる' },
  { before: /\/動詞,.*,基本形$/, after: /^とも\/名詞/, why: 'と is missing before ともに' },
]

/** Words that Japanese does not put side by side: することができるを体制. */
export const grammarRule: Rule = {
  id: 'grammar',
  *suspects(text, { lattice }) {
    for (const { 0: clause, index } of text.matchAll(/[^、。，．\n]+/gu)) {
      const { words } = lattice.read(clause)
      for (const [at, word] of words.entries()) {
        const next = words[at + 1]
        // The last words of a text that is cut are not words.
        if (!next || index + next.to === text.length) continue
        const found = never.find(row => row.before.test(asRow(word)) && row.after.test(asRow(next)))
        if (found) yield { from: index + word.from, to: index + next.to, suggestion: null, why: found.why }
      }
    }
  },
}

const asRow = ({ text, grammar }: Word): string => `${text}/${grammar}`
