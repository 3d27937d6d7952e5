import type { Doc } from '../envelope.ts'
import type { LayoutId } from '../layouts/ids.ts'
import type { ActionPlanProgressHeader, ActionPlanProgressRecord } from './documents/action-plan-progress.ts'
import type { FindingTableHeader, FindingTableRecord } from './documents/finding-table.ts'
import type { IctStrategyChapterHeader, IctStrategyChapterRecord } from './documents/ict-strategy-chapter.ts'
import type {
  ProjectEvaluationSheetHeader,
  ProjectEvaluationSheetRecord,
} from './documents/project-evaluation-sheet.ts'
import type { RecommendationProgressHeader, RecommendationProgressRecord } from './documents/recommendation-progress.ts'

/** A document of any known layout; `if (doc.layout === 'finding-table')` narrows its records. */
export type KnownDoc =
  | Doc<'finding-table', FindingTableHeader, FindingTableRecord>
  | Doc<'action-plan-progress', ActionPlanProgressHeader, ActionPlanProgressRecord>
  | Doc<'project-evaluation-sheet', ProjectEvaluationSheetHeader, ProjectEvaluationSheetRecord>
  | Doc<'ict-strategy-chapter', IctStrategyChapterHeader, IctStrategyChapterRecord>
  | Doc<'recommendation-progress', RecommendationProgressHeader, RecommendationProgressRecord>

/** The document of one layout. */
export type DocOf<Id extends LayoutId> = Extract<KnownDoc, { readonly layout: Id }>
