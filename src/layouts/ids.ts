/** The names of the layouts, as they stand in the output. */
export const layoutIds = [
  'finding-table',
  'action-plan-progress',
  'project-evaluation-sheet',
  'ict-strategy-chapter',
  'recommendation-progress',
] as const

export type LayoutId = (typeof layoutIds)[number]
