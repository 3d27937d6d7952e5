/** Sheets of 2025, and of an invented form of 2026 that has a row more, a row less and a row of another name. */
export type Year = '2025' | '2026'
/** Words to print in place of others. */
export type Instead = { readonly [word: string]: string }

type Row = readonly string[]

const head: readonly Row[] = [
  ['年度', '令和6年度', '会計コード', '10', '一般会計', '事業コード', '20123', '事業名', '市民相談費'],
  ['評価担当課', '所属', '総）広報部 市民の声を聞く課', '電話番号', '211-0000'],
  ['施策名', '1-2', '相談できる環境の充実'],
  ['事業の性質', '● 経常経費　○ 臨時的経費', '○ 内部管理　○ 法定経費　● 指定管理'],
  ['実施形態', '● 直営　○ 一部委託　○ 全部委託　○ 補助助成　○ その他'],
  ['対象者', '札幌市民'],
  ['目的', '専門の相談員が市民の相談に応じる。'],
  ['取組内容', '相談会を開いた。'],
]

const target: Row = ['成果目標', '相談に満足した人を九割とする。']

const money = (year: Year): readonly Row[] => {
  const staff = (fte: string) => (year === '2025' ? ['正規職員業務量', fte] : [])
  return [
    ['令和5年度決算額', '1,027', 'うち特定財源', '0', ...staff('0.50人工')],
    ['令和6年度予算額', '2,824', 'うち特定財源', '120', ...staff('1.25人工')],
  ]
}

const indicators: readonly Row[] = ['活動指標１', '活動指標２', '成果指標１', '成果指標２'].map(label => [label])

const review = (year: Year): readonly Row[] => [
  ['見直し内容', '仕様の一部を変更した。'],
  [year === '2025' ? '今後の方向性' : '今後の取組方針', '引き続き実施する。'],
]

const parts = (year: Year, added: readonly Row[]): readonly (string | readonly Row[])[] => [
  '事業評価調書',
  '◎基本情報',
  [...head, ...(year === '2026' ? [target] : []), ...added],
  '◎事業費',
  '（単位：千円）',
  money(year),
  '◎活動指標・成果指標',
  indicators,
  '◎見直し内容・今後の方向性',
  review(year),
]

const words = (text: string, instead: Instead): string => instead[text] ?? text

/** The sheet as tables of HTML, a cell for each label and value. */
export const htmlSheet = (year: Year, instead: Instead = {}, added: readonly Row[] = []): string =>
  parts(year, added)
    .map(part => htmlOf(part, instead))
    .join('\n')

const htmlOf = (part: string | readonly Row[], instead: Instead): string =>
  typeof part === 'string' ? `<p>${part}</p>` : tableOf(part, instead)

/** The sheet of 2025 with other tables, in HTML, below some of its headings. */
export const htmlSheetWith = (tables: { readonly [heading: string]: string }): string => {
  const all = parts('2025', [])
  const headingOf = (at: number) => all.slice(0, at).findLast(each => typeof each === 'string' && each in tables)
  return all
    .map((part, at) => {
      const heading = typeof part === 'string' ? undefined : headingOf(at)
      const isFirst =
        heading !== undefined && all.findIndex((each, i) => i > all.indexOf(heading) && typeof each !== 'string') === at
      return isFirst ? (tables[heading as string] as string) : htmlOf(part, {})
    })
    .join('\n')
}

const tableOf = (rows: readonly Row[], instead: Instead): string =>
  `<table>${rows.map(row => `<tr>${row.map(cell => `<td>${words(cell, instead)}</td>`).join('')}</tr>`).join('')}</table>`

/** The sheet as a text without cells: each label and value on a line of its own. */
export const textSheet = (year: Year, instead: Instead = {}): string =>
  parts(year, [])
    .flatMap(part => (typeof part === 'string' ? [part] : part.flat()))
    .map(line => `${words(line, instead)}\n`)
    .join('\n')
