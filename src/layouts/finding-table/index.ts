import { defineLayout } from '../layout.ts'
import { checks } from './checks.ts'
import { parse } from './parse.ts'
import { recognise } from './recognise.ts'
import { header, record } from './record.ts'
import { tables } from './tables.ts'
import { vocabulary } from './vocabulary.ts'

/** 行政評価委員会 指摘事項と改善・見直しの検討状況: what the committee found, and what the bureaus will do about it. */
export const findingTable = defineLayout({
  id: 'finding-table',
  title: '行政評価委員会 指摘事項と改善・見直しの検討状況',
  editions: [],
  vocabulary,
  recognise,
  parse,
  header,
  record,
  tables,
  checks,
})
