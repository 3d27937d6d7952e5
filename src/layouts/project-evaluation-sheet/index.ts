import type { Layout } from '../kit/layout.ts'
import { checks } from './checks/index.ts'
import { begins, continues } from './page/extent.ts'
import { parse } from './parse.ts'
import { recognise } from './recognise.ts'
import { type HeaderShape, header, type RecordShape, record } from './record.ts'
import { release } from './release/index.ts'
import { tables } from './tables.ts'
import { form } from './words/form.ts'
import { fieldHeads, vocabulary } from './words/index.ts'

/** 事業評価調書, the one-page (2025) or two-page (2023) sheet on which the city evaluates a project. */
export const projectEvaluationSheet: Layout<HeaderShape, RecordShape, 'project-evaluation-sheet'> = {
  id: 'project-evaluation-sheet',
  title: '事業評価調書',
  editions: form.editions.map(edition => edition.id),
  vocabulary,
  heads: fieldHeads,
  recognise,
  begins,
  continues,
  parse,
  header,
  record,
  tables,
  checks,
  release,
}
