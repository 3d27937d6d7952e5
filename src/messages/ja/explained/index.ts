import { diagnostics } from './diagnostics.ts'
import { failures } from './failures.ts'
import { others } from './others.ts'

/** 全ての符号の説明。 */
export const explained = { diagnostics, failures, others }
