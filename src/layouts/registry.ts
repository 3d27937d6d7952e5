import { actionPlanProgress } from './action-plan-progress/index.ts'
import { findingTable } from './finding-table/index.ts'
import { ictStrategyChapter } from './ict-strategy-chapter/index.ts'
import type { AnyLayout } from './kit/layout.ts'
import { projectEvaluationSheet } from './project-evaluation-sheet/index.ts'
import { recommendationProgress } from './recommendation-progress/index.ts'

/** Every form that is known, one line each. */
const known = [
  findingTable,
  actionPlanProgress,
  projectEvaluationSheet,
  ictStrategyChapter,
  recommendationProgress,
] as const

/** Every form that is known. */
export const layouts: readonly AnyLayout[] = known

export type KnownLayout = (typeof known)[number]
