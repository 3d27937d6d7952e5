import { z } from 'zod'
import type { Printed } from '../../document/printed.ts'
import { say } from '../../messages/words.ts'
import { isBlankMark } from '../../normalise/marks.ts'
import { circledNumber, decimal as readDecimal, integer as readInteger } from '../../normalise/numerals.ts'
import {
  choice,
  choices,
  code,
  custom,
  fiscalYear,
  list,
  maybe,
  plainText,
  spacedText,
  staffFte,
  text,
  thousandYen,
  word,
} from '../kit/fields.ts'
import { grade as gradeOptions } from './words/form.ts'

/** Units that indicators are counted in; the number is kept, the unit stays in `text`. */
const counters = [
  '%',
  '人',
  '名',
  '件',
  '回',
  '社',
  '校',
  '台',
  '戸',
  '団体',
  '世帯',
  '箇所',
  'か所',
  'カ所',
  'ヶ所',
  '日',
  '時間',
  '冊',
  '本',
  '組',
  '店',
  '点',
  '区',
  '館',
  '施設',
  '事業',
  '地区',
  'km',
  'ha',
  't',
  'トン',
  '㎡',
  '人工',
]

/** `text` says what is printed; `value` is null, without a finding, where that is no number. */
const indicatorNumber = custom<number>(
  '値（数値）',
  'number',
  z.number(),
  say('NUMBER'),
  on => readDecimal(plainText(on), counters) ?? null,
)

/** １, or a mark ① as the number it stands for. */
const indicatorNo = custom<number>('指標番号', 'integer', z.int(), say('WHOLE_NUMBER'), on => {
  const printed = plainText(on)
  return circledNumber(printed) ?? readInteger(printed)
})

/** A mark ① as the number it stands for. */
const itemNumber = custom<number>('番号', 'integer', z.int(), say('CIRCLED_MARK'), on => circledNumber(plainText(on)))

const costKind = word(
  '区分',
  { 決算: 'actual', 決算額: 'actual', 予算: 'budget', 予算額: 'budget' },
  say('ACTUAL_OR_BUDGET'),
)
const indicatorKind = word('指標区分', { 活動指標: 'activity', 成果指標: 'outcome' }, say('ACTIVITY_OR_OUTCOME'))
const valueKind = word('区分', { 実績: 'actual', 目標: 'target', 予定: 'planned' }, say('ACTUAL_TARGET_OR_PLANNED'))

const grades = new Set([...gradeOptions.words, 'S', 'D', 'E'])

/** S, A to E or why there is none; anything else that is in its place is none. */
const grade = (ja: string) => ({
  ...choice(ja),
  expected: say('GRADE'),
  read: (on: Printed) => {
    const value = plainText(on)
    if (isBlankMark(value)) return null
    return grades.has(value) ? value : undefined
  },
})

/** 施策名 主/副 */
const measure = { code: code('施策コード', { example: '6-1' }), name: text('施策名') }

export const header = { title: spacedText('標題', { example: '事業評価調書' }) }

export const record = {
  fiscalYear: fiscalYear('年度', { example: '2023' }),
  account: { code: code('会計コード', { example: '10' }), name: text('会計名', { example: '一般会計' }) },
  projectCode: code('事業コード', { example: '21045' }),
  projectName: text('事業名'),
  department: { code: code('所属コード'), name: spacedText('評価担当課 所属') },
  contact: { name: spacedText('担当者名'), phone: code('電話番号', { example: '211-0000' }) },
  policy: text('政策名'),
  measures: { main: maybe(measure), sub: maybe(measure) },
  targets: list({ label: text('対象区分'), value: choice('対象/対象外') }),
  nature: {
    expense: choice('事業の性質（経費）'),
    // 内部管理以外の事業では、どれにも印がない
    category: choice('事業の性質（区分）', { mayBeUnmarked: true }),
  },
  term: choice('実施期間'),
  execution: choice('実施形態'),
  beneficiaries: text('対象者'),
  startFiscalYear: fiscalYear('開始'),
  endFiscalYear: fiscalYear('終了'),
  purpose: { shortTerm: text('目的（短期）'), longTerm: text('目的（長期）'), text: text('目的') },
  activities: text('取組内容'),
  necessity: text('事業の必要性'),
  ingenuity: text('工夫点'),
  results: text('実施結果'),
  otherCities: text('他都市の状況'),
  legalBasis: text('関連法令・条例・要綱等'),
  costs: list({
    fiscalYear: fiscalYear('年度'),
    kind: costKind,
    projectCostThousandYen: thousandYen('事業費'),
    specificRevenueThousandYen: thousandYen('うち特定財源'),
    staffFte: staffFte('人工'),
    personnelCostThousandYen: thousandYen('人件費'),
    totalThousandYen: thousandYen('計'),
  }),
  costBreakdowns: list({
    fiscalYear: fiscalYear('年度'),
    kind: costKind,
    text: text('事業費の内訳'),
    items: list({ no: itemNumber, label: text('内訳項目'), amountThousandYen: thousandYen('内訳金額') }),
  }),
  indicators: list({
    kind: indicatorKind,
    no: indicatorNo,
    name: text('指標名'),
    values: list({ fiscalYear: fiscalYear('年度'), kind: valueKind, text: text('値（表記）'), value: indicatorNumber }),
  }),
  assessments: list({ item: text('項目'), question: text('設問'), grade: grade('判定'), reason: text('理由') }),
  citizenParticipation: { conducted: choices('市民参加の実施'), reflected: choices('市民参加結果への対応') },
  previous: {
    grade: grade('前回の評価'),
    improvements: text('今年度取り組んだ見直し内容'),
    savingsThousandYen: thousandYen('見直し効果額（前年度）'),
  },
  improvementPoints: text('今後の改善点'),
  current: { grade: grade('今回の評価'), reason: text('評価の理由') },
  nextYear: {
    project: { direction: choice('次年度の方向性（事業内容）'), text: text('次年度の改善内容（事業内容）') },
    budget: { direction: choice('次年度の方向性（予算）'), text: text('次年度の改善内容（予算）') },
    savingsThousandYen: thousandYen('見直し効果額'),
  },
  other: list({ label: text('その他の欄'), value: text('その他の内容') }),
}

export type HeaderShape = typeof header
export type RecordShape = typeof record
