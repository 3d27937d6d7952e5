import { describe, expect, it } from 'vitest'
import {
  codesOf,
  differences,
  eachRow,
  failures,
  heads,
  randomOf,
  read,
  rows,
  seed,
} from './action-plan-progress/seed.ts'

const base = await read(seed)
const section = /^(<p>)?(\d) /gmu
const wide = (digit: string): string => '０１２３４５６７８９'.charAt(Number(digit))
const withHeads = (progress: string, outlook: string): string =>
  seed
    .replaceAll('令和元年度～令和4年度の主な取組内容', progress)
    .replaceAll('令和5年度以降に向けた取組の方向性', outlook)

/** Other ways to print the same table: every value stays and nothing is left over. */
const sameTable: readonly (readonly [why: string, text: string])[] = [
  ['tabs at line ends lost', seed.replace(/\t+$/gmu, '')],
  ['no blank lines', seed.replace(/\n\n+/gu, '\n')],
  ['lines that end in CRLF', seed.replaceAll('\n', '\r\n')],
  ['a page break for the first cut', seed.replace('\n\n\t', '\n\f\n\t')],
  ['heads on the first page only', rows.filter((row, index) => row !== heads || index < 6).join('\n')],
  ['initiatives numbered in full width', seed.replace(/\((\d)\)/gu, (_, no: string) => `（${wide(no)}）`)],
  ['sections numbered 1.', seed.replace(section, '$1$2. ')],
  ['sections numbered in full width', seed.replace(section, (_, p = '', no: string) => `${p}${wide(no)}　`)],
  ['sections numbered without a space', seed.replace(section, '$1$2')],
  ['merged cells printed in every column', eachRow(([a, b, c], row) => (a && !b && !c ? [a, a, a].join('\t') : row))],
  ['directions beside the title', seed.replace(/^(3 \S+) (【.*)\t\t/mu, '$1\t$2\t')],
  ['a break inside the directions', seed.replace('見直しを行う組織', `見直しを行う組織\t\t\n\n${heads}\n`)],
  ['a break between directions', seed.replace('推進。 ・業務フローの再', '推進。\t\t\n\n・業務フローの再')],
  ['a break inside a box', seed.replace('⑤敬老', '</div>\t\n\n\t<div style="border: 1px solid">⑤敬老')],
  [
    'a row of one printed line each',
    seed.replace(/^(\(2\) 事業者による見)(.*?)\t(.*?者)(（20社.*?)\t(.*?効果)(.*)$/mu, '$1\t$3\t$5\n$2\t$4\t$6'),
  ],
  ['the columns in another order', eachRow(([a, b, c]) => [a, c, b].join('\t'))],
]

describe('the same table printed otherwise', () => {
  it.each(sameTable)('%s', async (_, text) => {
    const doc = await read(text)
    expect(text).not.toBe(seed)
    expect(differences(doc, base)).toEqual([])
    expect(codesOf(doc)).toEqual([])
    expect(doc.coverage.unclaimed).toBe(0)
  })
})

const years: readonly (readonly [progress: string, outlook: string, from: number, to: number, next: number])[] = [
  ['令和5年度～令和8年度の主な取組内容', '令和9年度以降に向けた取組の方向性', 2023, 2026, 2027],
  ['平成30年度～令和3年度の取組実績', '令和4年度以降の取組の方向性', 2018, 2021, 2022],
  ['令和元～４年度の主な取組', '令和５年度からの方向性', 2019, 2022, 2023],
  ['令和元年度から令和4年度までの取組内容', 'R5以降の取組', 2019, 2022, 2023],
  ['R1～R4の主な取組内容', 'R5年度以降に向けた取組の方向性', 2019, 2022, 2023],
  ['2019年度～2022年度の主な取組内容', '2023年度以降に向けた取組の方向性', 2019, 2022, 2023],
  ['令和4年度の主な取組内容', '令和5年度以降に向けた取組の方向性', 2022, 2022, 2023],
]

describe('the years in the heads', () => {
  it.each(years)('%s ｜ %s', async (progress, outlook, from, to, next) => {
    const doc = await read(withHeads(progress, outlook))
    expect(doc.header).toMatchObject({ progressPeriod: { from, to }, outlookFrom: next })
    expect(doc.coverage.unclaimed).toBe(0)
    expect(codesOf(doc)).toEqual([])
  })

  it('are not sure where the pages differ', async () => {
    let count = 0
    const doc = await read(seed.replace(/令和4年度の主な/gu, found => (++count === 2 ? '令和3年度の主な' : found)))
    expect(doc.header).toMatchObject({ progressPeriod: { from: 2019, to: null } })
    expect(codesOf(doc)).toEqual(['FIELD_AMBIGUOUS'])
    const [note] = doc.diagnostics.filter(each => each.code === 'FIELD_AMBIGUOUS')
    expect(note?.related.map(each => each.place?.line)).toEqual([5, 17])
  })

  it('do not follow each other', async () => {
    const doc = await read(seed.replaceAll('令和5年度以降に', '令和7年度以降に'))
    expect(doc.header).toMatchObject({ outlookFrom: 2025 })
    expect(codesOf(doc)).toEqual(['SEQUENCE_GAP'])
  })
})

describe('what is missing or out of order', () => {
  const without = (start: string): string => rows.filter(row => !row.startsWith(start)).join('\n')

  it('an initiative', async () => {
    const doc = await read(without('(2) 押印'))
    expect(doc.records).toHaveLength(10)
    const gap = doc.diagnostics.find(each => each.code === 'SEQUENCE_GAP')
    expect(gap).toMatchObject({ pointer: '/records/3/no', expected: 2, actual: 3 })
    expect(gap?.place?.line).toBe(13)
    expect(gap?.related[0]).toMatchObject({ pointer: '/records/2/no', value: 1, place: { line: 12 } })
  })

  it('a section with all that is in it', async () => {
    const from = rows.findIndex(row => row.startsWith('3 '))
    const to = rows.findIndex(row => row.startsWith('4 '))
    const doc = await read([...rows.slice(0, from), ...rows.slice(to)].join('\n'))
    expect(doc.records).toHaveLength(9)
    expect(doc.diagnostics.find(each => each.code === 'SEQUENCE_GAP')).toMatchObject({ expected: 3, actual: 4 })
  })

  it('an item of a box', async () => {
    const doc = await read(seed.replace('③医療費助成年次更新業務（R3.7～） ', ''))
    const gap = doc.diagnostics.find(each => each.code === 'SEQUENCE_GAP')
    expect(gap).toMatchObject({ pointer: '/records/6/boxes/0/items/2', expected: 3, actual: 4 })
  })

  it('two rows in the wrong order stay as printed', async () => {
    const at = rows.findIndex(row => row.startsWith('(1) 窓口'))
    const swapped = rows.map((row, index) => (index === at ? rows[at + 1] : index === at + 1 ? rows[at] : row))
    const doc = await read(swapped.join('\n'))
    expect(doc.records.map(record => (record as { no: number }).no)).toEqual([1, 2, 2, 1, 3, 1, 2, 1, 2, 1, 2])
    expect(codesOf(doc)).toContain('SEQUENCE_GAP')
  })

  it('the page on which a row begins', async () => {
    const doc = await read(rows.slice(rows.findIndex(row => row.startsWith('\t'))).join('\n'))
    expect(doc.records).toHaveLength(7)
    expect(doc.records[0]).toMatchObject({ no: null, title: null, progress: ['チャットボット」を導入。'] })
    expect(codesOf(doc)).toContain('FIELD_AMBIGUOUS')
  })

  it('the number of all initiatives is more than are listed, and never less', async () => {
    const usual = base.diagnostics.find(each => each.code === 'COUNT_MISMATCH')
    expect(usual).toMatchObject({ severity: 'info', pointer: '/header/initiativesTotal', expected: 52, actual: 11 })
    const doc = await read(seed.replace('全52項目', '全5項目'))
    expect(codesOf(doc)).toEqual(['COUNT_MISMATCH'])
  })

  it('years in two calendars that differ', async () => {
    const doc = await read(seed.replace('令和2年11月', '令和2（2021）年11月'))
    expect(codesOf(doc)).toEqual(['ERA_MISMATCH'])
  })
})

describe('recognition', () => {
  const strangers: readonly (readonly [why: string, text: string])[] = [
    ['a plan of another city', seed.replace('「札幌市', '「旭川市')],
    ['a plan of another prefecture', seed.replace('「札幌市', '「東京都')],
    ['two columns', eachRow(cells => cells.slice(0, 2).join('\t'))],
    ['two columns of progress', withHeads('令和3年度の取組内容', '令和4年度の取組内容')],
    ['other heads', withHeads('担当部局', '予算額')],
    ['minutes that speak of the plan', `${rows[2]}\n${rows.slice(6).join('\n').replaceAll('\t', '\n')}`],
  ]
  it.each(strangers)('refuses %s', async (_, text) => {
    expect(await failures(text)).toEqual(['LAYOUT_UNKNOWN'])
  })

  it('takes single pages', async () => {
    const last = await read(rows.slice(rows.lastIndexOf(heads)).join('\n'))
    expect(last.records.map(record => (record as { title: string }).title)).toHaveLength(2)
    expect(last.header).toMatchObject({ plan: null, outlookFrom: 2023 })
  })
})

const nonsense = ['青い象が昼下がりに階段を数えている。', 'まったく関係のない文がここにある', '猫は3回まわって帰った。']
const squeezed = (value: unknown): string => JSON.stringify(value).replace(/\s+/gu, '')

/** Places outside of tags: lines of their own, line starts and ends, and inside lines. */
function places(): string[] {
  const random = randomOf(7)
  const inside = Array.from({ length: 40 }, () => Math.floor(random() * seed.length)).filter(
    at => seed.lastIndexOf('<', at) <= seed.lastIndexOf('>', at),
  )
  const put = (at: number, text: string) => seed.slice(0, at) + text + seed.slice(at)
  const ends = rows.map((_, index) => rows.slice(0, index + 1).join('\n').length)
  const starts = rows.map((row, index) => (ends[index] as number) - row.length)
  const word = (index: number) => nonsense[index % nonsense.length] as string
  return [
    ...starts.map((at, index) => put(at, `${word(index)}\n`)),
    ...starts.map((at, index) => put(at, word(index))),
    ...ends.map((at, index) => put(at, word(index))),
    ...inside.map((at, index) => put(at, word(index))),
  ]
}

describe('a sentence that does not belong', () => {
  it('shows wherever it is put, and changes more than its place only with a diagnostic', async () => {
    const lost: string[] = []
    for (const text of places()) {
      const doc = await read(text)
      const shown = squeezed([doc.header, doc.records, doc.coverage.unclaimedTexts.map(each => each.text)])
      const isShown = nonsense.some(sentence => shown.includes(sentence))
      const isHarmless = doc.records.length === 11 && (differences(doc, base).length <= 3 || codesOf(doc).length > 0)
      if (!isShown || !isHarmless) lost.push(text.slice([...text].findIndex((ch, at) => ch !== seed[at])).slice(0, 60))
    }
    expect(lost).toEqual([])
  })
})
