import { z } from 'zod'
import { say } from '../../messages/words.ts'
import { policyCode, seriesCode } from '../../normalise/codes.ts'
import { period } from '../../normalise/era.ts'
import { otherFields } from '../kit/columns.ts'
import { custom, integer, list, plainText, spacedText, text } from '../kit/fields.ts'

/** 令和7年度上半期: its text, the fiscal year, and the half where one is printed. */
const periodFields = (ja: string) => ({
  text: text(ja, { example: '令和7年度上半期' }),
  fiscalYear: custom<number>(
    `${ja}の年度`,
    'year',
    z.int(),
    say('YEAR_OR_HALF'),
    on => period(plainText(on))?.fiscalYear,
    { example: '2025' },
  ),
  half: custom<1 | 2>(
    `${ja}の半期`,
    'integer',
    z.union([z.literal(1), z.literal(2)]),
    say('HALF'),
    // The year's own field reports a text that is no period.
    on => period(plainText(on))?.half ?? null,
    { example: '1', labels: { 1: '上半期', 2: '下半期' } },
  ),
})

/** 提言1-エ: the letter is read through its look-alikes, which parsing reports. */
const label = custom<string>(
  '提言・取組方針の番号',
  'string',
  z.string().min(1),
  say('LABEL_CODE'),
  on => seriesCode(plainText(on))?.value,
  { example: '提言1-ア' },
)

const letter = custom<string>(
  '取組方針の記号',
  'string',
  z.string().min(1),
  say('POLICY_LETTER'),
  on => policyCode(plainText(on)),
  { example: 'ア' },
)

export const header = {
  title: spacedText('標題', { example: '検証報告書における提言' }),
  categories: list({ name: text('取組区分', { example: '新規' }), meaning: text('取組区分の意味') }),
  progressPeriod: { from: periodFields('取組状況の期間の始め'), to: periodFields('取組状況の期間の終わり') },
  nextPeriod: periodFields('取組内容の期間'),
}

export const record = {
  printedPage: integer('頁', [], { example: '2' }),
  label,
  recommendation: {
    no: integer('提言番号', [], { example: '1' }),
    title: text('提言', { example: '区及び生活圏を単位とした支援体制の強化の必要性' }),
    points: list(text('提言の項目')),
  },
  policy: { code: letter, text: text('取組方針') },
  action: text('取組内容'),
  progress: list(text('取組状況')),
  selfEvaluation: list(text('自己評価')),
  nextActions: list(text('今後の取組内容')),
  category: text('取組区分', { example: '継続' }),
  departments: list({
    bureau: text('局・区', { example: '子' }),
    division: text('担当部', { example: '子育て支援部' }),
  }),
  other: otherFields,
}

export type HeaderShape = typeof header
export type RecordShape = typeof record
