import type { Layout } from '../kit/layout.ts'
import { checks } from './checks/index.ts'
import { parse } from './parse.ts'
import { recognise } from './recognise.ts'
import { type HeaderShape, header, type RecordShape, record } from './record.ts'
import { tables } from './tables.ts'
import { fieldHeads, vocabulary } from './words/index.ts'

/** アクションプラン（行政運営の取組）の進捗: what was done for each initiative of the plan, and where it goes from there. */
export const actionPlanProgress: Layout<HeaderShape, RecordShape, 'action-plan-progress'> = {
  id: 'action-plan-progress',
  title: 'アクションプラン（行政運営の取組）の進捗',
  editions: [],
  vocabulary,
  heads: fieldHeads,
  recognise,
  parse,
  header,
  record,
  tables,
  checks,
}
