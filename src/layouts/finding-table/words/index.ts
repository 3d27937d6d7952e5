import { compact } from '../../../normalise/whitespace.ts'

/** One column for bureaus and divisions: its names are told apart by what they end with. */
export const bothLevels = [
  '所管局・部',
  '局・部',
  '局部',
  '所管局部',
  '担当局・部',
  '担当局部',
  '所管部局',
  '担当部局',
  '部局',
  '部局名',
  '局・部・課',
  '所管',
  '担当',
  '所管部署',
  '担当部署',
] as const

/** What the columns are headed, each with the words that other years and other committees print for it. */
export const columns = {
  NO: ['NO', 'No', 'No.', 'NO.', '№', '番号', '項番'],
  局: ['局', '所管局', '担当局', '局名', '局・区', ...bothLevels],
  所管部: ['所管部', '担当部', '部', '部名', '部課名', '所管課', '担当課'],
  施策: ['施策', '施策名', '施策番号・施策名', '施策体系'],
  指摘対象: ['指摘対象', '指摘対象事業', '対象事業', '事業名', '事務事業名'],
  指摘事項: ['指摘事項', '指摘内容', '指摘事項の内容', '委員会の指摘事項'],
  取組の実施時期: ['取組の実施時期', '実施時期', '取組時期', '対応時期', '対応の時期', '取組の時期'],
  今後の取組の方向性: ['今後の取組の方向性', '今後の方向性', '今後の取組', '今後の対応', '対応状況', '検討状況'],
} as const satisfies { readonly [column: string]: readonly string[] }

export type ColumnName = keyof typeof columns

const columnOf: ReadonlyMap<string, ColumnName> = new Map(
  Object.entries(columns).flatMap(([name, words]) => words.map(word => [compact(word), name as ColumnName] as const)),
)

/** The column that a printed word heads, if it heads one; a reference to a note may follow it: 取組の実施時期※１. */
export const columnNamed = (printed: string): ColumnName | undefined =>
  columnOf.get(compact(printed).replace(/[※＊*]\d*$/u, ''))

/** What a head in other words speaks of; the first that fits. */
const likenesses: readonly (readonly [ColumnName, RegExp])[] = [
  ['施策', /施策/u],
  ['指摘対象', /対象|事業名/u],
  ['指摘事項', /指摘|意見/u],
  ['取組の実施時期', /時期/u],
  ['今後の取組の方向性', /対応|方針|方向性|検討状況|考え方|措置/u],
]
const longestHead = 16

/** The column that a head in words of another year speaks of: 関連施策, 委員会の指摘, 対応方針. */
export const columnLike = (printed: string): ColumnName | undefined => {
  const word = compact(printed)
  return word.length > longestHead || /。/u.test(word) ? undefined : likenesses.find(([, like]) => like.test(word))?.[0]
}

/** The letters of a legend precede its texts: `A:指摘を踏まえ、…`. */
const legendMarks = [...'ABCDEF'].flatMap(letter => [`${letter}:`, `${letter}：`])

/** What parts the names of units on one line. */
const betweenUnits = ['、', '・', ',', '/']

/** What is printed around the number of a record: 指摘1, No.1, 第1号. */
const aroundNumbers = ['指摘', '指摘事項', 'No', 'No.', '第', '号', '.', ')', '）']

export const vocabulary: ReadonlySet<string> = new Set(
  [...columnOf.keys(), ...legendMarks, ...betweenUnits, ...aroundNumbers].map(compact),
)

/** What is printed above each field of a record. */
export const fieldHeads = {
  no: columns.NO,
  bureaus: columns.局,
  divisions: columns.所管部,
  measure: columns.施策,
  project: columns.指摘対象,
  finding: columns.指摘事項,
  timing: columns.取組の実施時期,
  response: columns.今後の取組の方向性,
}
