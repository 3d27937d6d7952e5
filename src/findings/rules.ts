import type { Rule } from './finding.ts'
import { bracketRule } from './rules/brackets.ts'
import { doubledRule } from './rules/doubled.ts'
import { eraRule } from './rules/eras.ts'
import { grammarRule } from './rules/grammar.ts'
import { katakanaRule } from './rules/katakana.ts'
import { lookAlikeRule } from './rules/look-alikes.ts'
import { nearDuplicateRule } from './rules/near-duplicates.ts'
import { repeatRule } from './rules/repeats.ts'
import { strayRule } from './rules/strays.ts'

/** Every rule, in order of precedence where several doubt the same place. */
export const rules: readonly Rule[] = [
  repeatRule,
  bracketRule,
  eraRule,
  strayRule,
  katakanaRule,
  doubledRule,
  nearDuplicateRule,
  lookAlikeRule,
  grammarRule,
]
