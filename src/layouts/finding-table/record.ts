import { z } from 'zod'
import { say } from '../../messages/words.ts'
import { otherFields } from '../kit/columns.ts'
import { code, custom, fiscalYear, integer, list, plainText, spacedText, text } from '../kit/fields.ts'

/** 資料２－１: every dash of its number is a hyphen, and brackets around the whole are its box. */
const attachment = custom<string>(
  '資料番号',
  'string',
  z.string().min(1),
  say('HANDOUT'),
  on =>
    plainText(on)
      .replace(/(?<=\d)[-－‐−–—―ー](?=\d)/gu, '-')
      .replace(/^[【（(［[](.*)[】）)］\]]$/u, '$1'),
  { example: '資料3' },
)

export const header = {
  title: spacedText('表題', { example: '令和3年度行政評価委員会 指摘事項と改善・見直しの検討状況' }),
  fiscalYear: fiscalYear('年度', { example: '2021' }),
  attachment,
}

/** One row of the table; bureaus and divisions as printed, not paired. */
export const record = {
  no: integer('NO', [], { example: '1' }),
  bureaus: list(text('局', { example: '建設局' })),
  divisions: list(text('所管部', { example: 'みどりの推進部' })),
  measure: {
    code: code('施策番号', { example: '4-1' }),
    name: text('施策', { example: 'みどりと水に親しむまちづくり' }),
  },
  project: text('指摘対象', { example: '公園遊具更新事業' }),
  finding: text('指摘事項', { example: '更新の優先順位を明らかにし、計画的に進めること。' }),
  timing: {
    category: text('取組の実施時期の区分', { example: 'A' }),
    text: text('取組の実施時期', { example: '指摘を踏まえ、令和4年度(2022年度)に具体的な取組を実施' }),
    fiscalYear: fiscalYear('取組の実施年度', { example: '2022' }),
  },
  response: text('今後の取組の方向性', { example: '更新の優先順位を定め、毎年度公表する。' }),
  other: otherFields,
}

export type HeaderShape = typeof header
export type RecordShape = typeof record
