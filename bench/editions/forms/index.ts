import type { Random } from '../choices.ts'
import type { Edition, Is } from '../document.ts'
import { strategyChapter } from './chapter.ts'
import { findingTable } from './finding.ts'
import { planProgress } from './plan.ts'
import { recommendationProgress } from './recommendation.ts'
import { evaluationSheet } from './sheet.ts'

/** What makes a document of each form. */
export const forms: { readonly [form: string]: (random: Random, is: Is) => Edition } = {
  'finding-table': findingTable,
  'ict-strategy-chapter': strategyChapter,
  'action-plan-progress': planProgress,
  'recommendation-progress': recommendationProgress,
  'project-evaluation-sheet': evaluationSheet,
}
