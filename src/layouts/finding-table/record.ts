import { code, fiscalYear, integer, list, spacedText, text } from '../fields.ts'

export const header = {
  title: spacedText('表題', { example: '令和2年度行政評価委員会 指摘事項と改善・見直しの検討状況' }),
  fiscalYear: fiscalYear('年度', { example: '2020' }),
  attachment: text('資料番号', { example: '資料3' }),
}

/** One row of the table; bureaus and divisions as printed, not paired. */
export const record = {
  no: integer('NO', [], { example: '1' }),
  bureaus: list(text('局', { example: '子ども未来局' })),
  divisions: list(text('所管部', { example: '子育て支援部' })),
  measure: {
    code: code('施策番号', { example: '2-2' }),
    name: text('施策', { example: '子ども・若者を社会全体で育成・支援する環境づくり' }),
  },
  project: text('指摘対象', { example: 'ひとり親家庭等自立支援給付事業' }),
  finding: text('指摘事項', { example: '…情報提供や、様々な機会をとらえた周知・相談の場の創出に努めること。' }),
  timing: {
    category: text('取組の実施時期の区分', { example: 'A' }),
    text: text('取組の実施時期', { example: '指摘を踏まえ、令和3年度(2021年度)に具体的な取組を実施' }),
    fiscalYear: fiscalYear('取組の実施年度', { example: '2021' }),
  },
  response: text('今後の取組の方向性', { example: '今後、…SNSを活用した広報を展開する予定。' }),
}

export type HeaderShape = typeof header
export type RecordShape = typeof record
