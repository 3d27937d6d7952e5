import type { phrases as english } from '../en/phrases.ts'
import type { SameAs } from '../same-as.ts'
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

/** 診断や支障の文に入る語句。 */
export const phrases: SameAs<typeof english> = {
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
}
