import { releases } from './compare/releases.ts'
import { damages } from './damages.ts'
import { doubts } from './doubts.ts'
import { faults } from './faults.ts'
import { outputs } from './outputs.ts'
import { problems } from './problems.ts'
import { reasons } from './reasons.ts'
import { decisions } from './review/decisions.ts'
import { screen } from './screen.ts'
import { terms } from './terms.ts'
import { usage } from './usage.ts'

/** Every phrase that a reader, a layout or a check may put into a sentence, by its code. */
export const phrases = {
  ...reasons,
  ...doubts,
  ...faults,
  ...damages,
  ...problems,
  ...terms,
  ...outputs,
  ...usage,
  ...screen,
  ...decisions,
  ...releases,
} as const
