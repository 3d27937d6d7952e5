import type { Layout } from '../kit/layout.ts'
import { checks } from './checks/index.ts'
import { parse } from './parse.ts'
import { begins, recognise } from './recognise.ts'
import { type HeaderShape, header, type RecordShape, record } from './record.ts'
import { tables } from './tables.ts'
import { fieldHeads, vocabulary } from './words/index.ts'

/** ICT活用戦略 第5章 ICT活用施策: what citizens need, what the city does about it with ICT, and what that changes. */
export const ictStrategyChapter: Layout<HeaderShape, RecordShape, 'ict-strategy-chapter'> = {
  id: 'ict-strategy-chapter',
  title: 'ICT活用戦略 第5章 ICT活用施策',
  editions: [],
  vocabulary,
  heads: fieldHeads,
  keyword: '施策',
  recognise,
  begins,
  parse,
  header,
  record,
  tables,
  checks,
}
