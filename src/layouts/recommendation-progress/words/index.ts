import { compact } from '../../../normalise/whitespace.ts'

/** The columns in the order of the form. */
export const roles = ['action', 'progress', 'selfEvaluation', 'nextActions', 'category', 'departments'] as const
export type Role = (typeof roles)[number]

/** What a column is headed; two of them begin with the period that they speak of. */
export const heads: { readonly [R in Role]: { readonly words: readonly string[]; readonly afterPeriod?: true } } = {
  action: { words: ['取組内容', '取組項目', '取組'] },
  progress: { words: ['取組状況', '実施状況', '進捗状況', '取組実績', '取組の状況'], afterPeriod: true },
  selfEvaluation: { words: ['自己評価', '評価'] },
  nextActions: { words: ['取組内容', '取組予定', '取組', '予定', '取組の内容'], afterPeriod: true },
  category: { words: ['取組区分', '区分', '取組の区分'] },
  departments: {
    words: ['担当部', '担当局', '担当課', '担当部局', '担当部署', '担当', '所管部', '所管部局', '所管課'],
  },
}

/** What is between the two periods of 令和6年度から令和7年度上半期の取組状況. */
export const betweenPeriods = ['から', '～', '〜', '~', '-', '－', '―', '~']

const policyWord = '取組方針'
export const recommendationWord = '提言'
export const legendTitles = ['【取組区分】', '取組区分', '今後の取組の方向性', '今後の方向性']

const afterPeriod = Object.values(heads)
  .filter(head => head.afterPeriod)
  .flatMap(head => head.words)

/** What may enclose a short form of a bureau. */
const aroundBureaus = [...'（(〔［[【〕］]】:：／/']

export const vocabulary: ReadonlySet<string> = new Set(
  [
    ...Object.values(heads).flatMap(head => head.words),
    ...afterPeriod.map(word => `の${word}`),
    ...betweenPeriods,
    ...legendTitles,
    policyWord,
    recommendationWord,
    '取組の方針',
    ...aroundBureaus,
  ].map(compact),
)

/** What is printed above each field of a record; of the heads with a period, what follows it. */
export const fieldHeads = Object.fromEntries(
  roles.map(role => {
    const { words, afterPeriod } = heads[role]
    return [role, afterPeriod ? words.flatMap(word => [word, `の${word}`]) : words]
  }),
)
