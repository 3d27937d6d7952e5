import type { Layout } from '../kit/layout.ts'
import { checks } from './checks/index.ts'
import { parse } from './parse.ts'
import { recognise } from './recognise.ts'
import { type HeaderShape, header, type RecordShape, record } from './record.ts'
import { tables } from './tables.ts'
import { fieldHeads, vocabulary } from './words/index.ts'

/** 検証報告書における提言 取組状況: what was done about each recommendation of a review, a page for every policy. */
export const recommendationProgress: Layout<HeaderShape, RecordShape, 'recommendation-progress'> = {
  id: 'recommendation-progress',
  title: '検証報告書における提言 取組状況',
  editions: [],
  vocabulary,
  heads: fieldHeads,
  keyword: '提言',
  recognise,
  parse,
  header,
  record,
  tables,
  checks,
}
