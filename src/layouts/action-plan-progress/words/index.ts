import { compact } from '../../../normalise/whitespace.ts'

const combined = (before: readonly string[], after: readonly string[]): string[] =>
  before.flatMap(first => after.map(last => first + last))

/** What the first column is headed. */
const itemHeads = ['項目', '取組項目', '個別取組項目', '個別取組', '個別取組名', '取組名', '取組']

/** What follows the years in the heads of the other columns; the wording changes with the plan. */
export const progressHeads = combined(
  ['', 'の', 'における', 'に実施した', 'までの', 'までに実施した', 'の期間の'],
  [
    ...combined(
      ['', '主な'],
      ['取組', '取組内容', '取組の内容', '取組実績', '取組の実績', '取組状況', '取組の進捗', '取組の進捗状況'],
    ),
    '進捗状況',
    '主な実績',
  ],
)
export const outlookHeads = combined(
  ['', 'の', '以降の', '以降に向けた', '以降に向けての', '以後の', 'に向けた', 'からの', '今後の', '今後に向けた'],
  ['取組の方向性', '方向性', '取組方針', '取組', '取組内容', '取組予定', '展望', '取組の展望', '主な取組の方向性'],
)

/** Some of these are in every head of the two columns, also in those that are only like them. */
export const headWords = /取組|進捗|実績|成果|実施|方向性|方針|予定|内容|展望|見通し/u

/** 【APにおける取組の方向性】, the label of a section's directions; AP is the Action Plan. */
const directionLabels = combined(
  ['', 'AP', 'アクションプラン', 'プラン', '本プラン', '計画'],
  combined(['', 'における'], ['取組の方向性', '今後の取組の方向性', '今後の方向性', '方向性']),
)

/** Between the years of a period, and where a section is printed again on the next page. */
const loose = ['～', '〜', '~', 'から', 'まで', '・', '、', '（続き）', '（つづき）']

export const vocabulary: ReadonlySet<string> = new Set(
  [...itemHeads, ...progressHeads, ...outlookHeads, ...directionLabels, ...loose].map(compact),
)

/** `word` without spaces, widths folded. */
export const isItemHead = (word: string): boolean => itemHeads.includes(word)

/** What is printed above or before each field of a record. */
export const fieldHeads = {
  title: itemHeads,
  progress: progressHeads,
  outlook: outlookHeads,
  'section.directions': directionLabels,
}
