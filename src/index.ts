export type { Code, Diagnostic, Severity } from './diagnostics/codes.ts'
export type { ReleaseCode } from './diagnostics/release.ts'
export type { Place } from './document/model.ts'
export type { ChoiceMade, Doc, Extraction, Failure, Input, Pages, Skipped, Verdict } from './envelope.ts'
export type { FailureCode } from './failures.ts'
export { type LayoutId, layoutIds } from './layouts/ids.ts'
export { type CodeInfo, codes } from './library/codes.ts'
export { type Detected, type Detection, type DetectOptions, detect } from './library/detect.ts'
export type { ActionPlanProgressHeader, ActionPlanProgressRecord } from './library/documents/action-plan-progress.ts'
export type { FindingTableHeader, FindingTableRecord } from './library/documents/finding-table.ts'
export type { IctStrategyChapterHeader, IctStrategyChapterRecord } from './library/documents/ict-strategy-chapter.ts'
export type {
  ProjectEvaluationSheetHeader,
  ProjectEvaluationSheetRecord,
} from './library/documents/project-evaluation-sheet.ts'
export type {
  RecommendationProgressHeader,
  RecommendationProgressRecord,
} from './library/documents/recommendation-progress.ts'
export { extract, type LibraryOptions, type TypedExtraction } from './library/extract.ts'
export type { LibraryInput } from './library/inputs.ts'
export type { DocOf, KnownDoc } from './library/known-doc.ts'
export { schemaOf, type Table, tables, type Validation, validate } from './library/output.ts'
export { version } from './version.ts'
export type { Coverage } from './walks/coverage.ts'
export type { JsonSchema } from './walks/schema/schema.ts'
export type { TableField, TableSchema } from './walks/schema/table-schema.ts'
export type { Cell, Column, ForeignKey } from './walks/tables/columns.ts'
