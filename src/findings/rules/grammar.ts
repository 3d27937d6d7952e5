import { say, type Words } from '../../messages/words.ts'
import type { Rule } from '../finding.ts'
import type { Word } from '../lattice.ts'

/** Two words that never occur side by side, each as `text/grammar`. */
const never: readonly { readonly before: RegExp; readonly after: RegExp; readonly why: Words }[] = [
  { before: /^を\/助詞,格助詞/, after: /^(?:[がでにをへのは]|など)\/助/, why: say('PARTICLE_AFTER_WO') },
  { before: /^が\/助詞,格助詞/, after: /^[がでにをへの]\/助/, why: say('PARTICLE_AFTER_GA') },
  { before: /^へ\/助詞,格助詞/, after: /^[がでにを]\/助/, why: say('PARTICLE_AFTER_HE') },
  { before: /^[にで]\/助詞,格助詞/, after: /^[がを]\/助詞,格助詞/, why: say('TWO_PARTICLES') },
  { before: /\/(?:動詞|助動詞|形容詞),.*,基本形$/, after: /^を\/助詞,格助詞/, why: say('WO_AFTER_VERB') },
  { before: /\/動詞,.*,基本形$/, after: /^できる\/動詞/, why: say('KOTOGA_MISSING') },
  { before: /\/動詞,.*,基本形$/, after: /^とも\/名詞/, why: say('TO_MISSING') },
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
