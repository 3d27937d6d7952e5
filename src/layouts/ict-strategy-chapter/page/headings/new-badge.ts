import { type Printed, textOf } from '../../../../document/printed.ts'
import { compact } from '../../../../normalise/whitespace.ts'

/** A badge alone on a line or in a box of its own: NEW, 新規, 拡充, whatever encloses it. */
export const isNewBadge = (on: Printed): boolean =>
  /^[*＊【［〔《〈(（[]*(?:NEW[!！]?|ＮＥＷ[!！]?|新規|拡充)[*＊】］〕》〉)）\]]*$/u.test(compact(textOf(on)))

/** Whether a badge says that the initiative is new; 拡充 says that it is a larger one. */
export const saysNew = (badge: Printed): boolean => !/拡充/u.test(textOf(badge))
