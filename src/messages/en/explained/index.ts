import { diagnostics } from './diagnostics.ts'
import { failures } from './failures.ts'
import { others } from './others.ts'

/** What every code means, in the order in which they are listed: diagnostics, failures, then the others. */
export const explained = { diagnostics, failures, others }
