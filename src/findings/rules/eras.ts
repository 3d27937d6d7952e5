import { say } from '../../messages/words.ts'
import { ERAS } from '../../normalise/tables/eras.ts'
import type { Rule } from '../finding.ts'
import { lookAlikes } from '../lookalikes.ts'

/** Two kanji in the place of a year's era name: 合和5年度. */
const slot = /(?<!\p{Script=Han})\p{Script=Han}{2}(?=(?:元|[0-9]{1,2})年)/gu

/** The name of an era with one character wrong. */
export const eraRule: Rule = {
  id: 'era',
  *suspects(text) {
    for (const { 0: printed, index } of text.matchAll(slot)) {
      const names = ERAS.map(({ name }) => name).filter(name => differences(name, printed).length <= 1)
      if (names.length === 0 || names.includes(printed)) continue
      const suggestion = names.find(name => isOfLikeShape(name, printed)) ?? null
      yield { from: index, to: index + 2, suggestion, why: say('NO_SUCH_ERA') }
    }
  },
}

const differences = (name: string, printed: string): number[] => [0, 1].filter(at => name[at] !== printed[at])

const isOfLikeShape = (name: string, printed: string): boolean =>
  differences(name, printed).every(at => lookAlikes.get(printed.charAt(at))?.has(name.charAt(at)))
