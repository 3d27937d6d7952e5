import type { PageRange } from '../../document/model.ts'
import type { Layout } from '../layout.ts'
import { goesOnFrom } from './cells/cut-rows.ts'
import { checks } from './checks/index.ts'
import { editions } from './labels.ts'
import { parseSheets } from './parse/parse.ts'
import { recognise } from './recognise.ts'
import { type HeaderShape, header, type RecordShape, record } from './record.ts'
import { tables } from './tables.ts'
import { vocabulary } from './vocabulary.ts'

/** 事業評価調書, the one-page (2025) or two-page (2023) sheet on which the city evaluates a project. */
export const projectEvaluationSheet: Layout<HeaderShape, RecordShape, 'project-evaluation-sheet'> = {
  id: 'project-evaluation-sheet',
  title: '事業評価調書',
  editions: editions.map(edition => edition.id),
  vocabulary,
  recognise,
  continues,
  parse: parseSheets,
  header,
  record,
  tables,
  checks,
}

/** The second page of a sheet has no head, but some of its marks, or the rest of a table. */
function continues(page: PageRange): boolean {
  const [below] = page.pages
  const above = below && page.source.pages[page.source.pages.indexOf(below) - 1]
  return recognise(page).some(mark => mark.found !== undefined) || (!!above && !!below && goesOnFrom(above, below))
}
