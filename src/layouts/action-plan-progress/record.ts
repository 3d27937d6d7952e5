import { z } from 'zod'
import { say } from '../../messages/words.ts'
import { circledNumber, integer as readInteger, romanNumber } from '../../normalise/numerals.ts'
import { otherFields } from '../kit/columns.ts'
import { custom, fiscalYear, integer, list, plainText, text } from '../kit/fields.ts'

/** (1), 1., ⑴ or Ⅰ: only the number is the value. */
const number = (ja: string) =>
  custom<number>(ja, 'integer', z.int(), say('BRACKETED_NUMBER'), on => {
    const printed = plainText(on)
    return readInteger(printed) ?? circledNumber(printed) ?? romanNumber(printed)
  })

export const header = {
  plan: text('計画名', { example: '札幌市まちづくり戦略ビジョン・アクションプラン2019（行政運営の取組）' }),
  initiativesTotal: integer('個別取組の総数', ['項目'], { example: '52' }),
  lead: text('前文'),
  progressPeriod: { from: fiscalYear('取組期間の開始'), to: fiscalYear('取組期間の終了') },
  outlookFrom: fiscalYear('方向性の開始年度'),
}

export const record = {
  section: {
    no: number('取組方針の番号'),
    title: text('取組方針'),
    directions: list(text('取組の方向性（プラン）')),
  },
  no: number('項目番号'),
  title: text('項目'),
  progress: list(text('主な取組内容')),
  outlook: list(text('今後の取組の方向性')),
  boxes: list({ title: text('囲みの題'), items: list(text('囲みの内容')) }),
  other: otherFields,
}

export type HeaderShape = typeof header
export type RecordShape = typeof record
