import type { Language } from '../../../messages/language.ts'
import type { PageWords } from '../words.ts'
import type { Decisions } from './decisions.ts'

/** What the desk needs of the page around it. */
export interface Around {
  readonly words: PageWords
  readonly language: Language
  readonly decisions: Decisions
  /** Who decides; empty where they do not say. */
  readonly by: () => string
  /** Every question of the document is past: `step` is where to go on. */
  readonly onEnd: (step: 1 | -1) => void
}
