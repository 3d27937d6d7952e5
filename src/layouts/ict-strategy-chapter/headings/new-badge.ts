import { type Printed, textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'

/** The badge NEW alone on a line. */
export const isNewBadge = (on: Printed): boolean => /^[*＊]*NEW[!！]?[*＊]*$/u.test(compact(textOf(on)))
