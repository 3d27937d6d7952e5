import type { AnyLayout } from './layout.ts'
import { projectEvaluationSheet } from './project-evaluation-sheet/index.ts'

/** Every form that is known, one line each. */
export const layouts: readonly AnyLayout[] = [projectEvaluationSheet]
