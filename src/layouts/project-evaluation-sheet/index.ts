import { defineLayout } from '../layout.ts'
import { checks } from './checks.ts'
import { parseSheets } from './parse/parse.ts'
import { recognise } from './recognise.ts'
import { header, record } from './record.ts'
import { tables } from './tables.ts'
import { vocabulary } from './vocabulary.ts'

/** 事業評価調書, the one-page (2025) or two-page (2023) sheet on which the city evaluates a project. */
export const projectEvaluationSheet = defineLayout({
  id: 'project-evaluation-sheet',
  title: '事業評価調書',
  editions: ['2023'],
  vocabulary,
  recognise,
  parse: parseSheets,
  header,
  record,
  tables,
  checks,
})
