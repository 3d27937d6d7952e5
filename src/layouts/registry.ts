import type { AnyLayout } from './layout.ts'
import { findingTable } from './finding-table/index.ts'
import { projectEvaluationSheet } from './project-evaluation-sheet/index.ts'

/** Every form that is known, one line each. */
const known = [
  findingTable,
  projectEvaluationSheet,
] as const

/** Every form that is known. */
export const layouts: readonly AnyLayout[] = known

export type KnownLayout = (typeof known)[number]
