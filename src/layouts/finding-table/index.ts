import type { Layout } from '../kit/layout.ts'
import { checks } from './checks/index.ts'
import { parse } from './parse.ts'
import { continues, recognise } from './recognise.ts'
import { type HeaderShape, header, type RecordShape, record } from './record.ts'
import { tables } from './tables.ts'
import { fieldHeads, vocabulary } from './words/index.ts'

/** 行政評価委員会 指摘事項と改善・見直しの検討状況: what the committee found, and what the bureaus will do about it. */
export const findingTable: Layout<HeaderShape, RecordShape, 'finding-table'> = {
  id: 'finding-table',
  title: '行政評価委員会 指摘事項と改善・見直しの検討状況',
  editions: [],
  vocabulary,
  heads: fieldHeads,
  keyword: '指摘',
  recognise,
  continues,
  parse,
  header,
  record,
  tables,
  checks,
}
