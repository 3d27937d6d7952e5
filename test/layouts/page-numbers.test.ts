import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { oneDocument } from '../helpers/extract.ts'
import { leavesOf } from '../helpers/judged.ts'

/** The dresses of the number of page 12, and of page 4. */
const dresses: readonly string[] = [
  ...[
    '12',
    '１２',
    '- 12 -',
    '-12-',
    '― 12 ―',
    '－ 12 －',
    '－12－',
    '‐ 12 ‐',
    '— 12 —',
    '3/10',
    '12 / 40',
    '12 of 40',
  ],
  ...['P.3', 'p.12', 'P 12', '12ページ', '12頁', '第12頁', '(12)', '（１２）', '〔12〕', 'iv'],
]

const seeds = new URL('../../seeds/', import.meta.url)
const texts = readdirSync(seeds).map(name => readFileSync(new URL(name, seeds), 'utf8'))

/** Where each seed begins a page, or could. */
const breaks = [
  '令和２年度行政評価委員会',
  '項目\t令和元年度～令和4年度の主な取組内容\t令和5年度以降に向けた取組の方向性\n3 業務',
  ' ◎検証（振り返り）',
  '【 ICT 活用施策 2 - 2 】',
  '\t検証報告書における提言\n3 アセス',
]

type Place = readonly [name: string, put: (seed: number, foot: string) => string]

const parted = (seed: number, before: string, after: string): string => {
  const text = texts[seed] as string
  const at = text.indexOf(breaks[seed] as string, 100)
  if (at < 0) throw new Error(`seed ${seed} has no ${breaks[seed]}`)
  return `${text.slice(0, at).trimEnd()}\n${before}\f${after}${text.slice(at)}`
}

const places: readonly Place[] = [
  ['at the end of the text', (seed, foot) => `${(texts[seed] as string).trimEnd()}\n${foot}`],
  ['at the foot of a page', (seed, foot) => parted(seed, foot, '')],
  ['at the head of a page', (seed, foot) => parted(seed, '', foot === '' ? '' : `${foot}\n\n`)],
]

/** The values, without those that say the number of the page. */
const valuesOf = (doc: Doc): unknown[] => [...leavesOf(doc)].filter(([pointer]) => !pointer.endsWith('/printedPage'))

const pagesOf = (doc: Doc): unknown[] => doc.records.map(record => (record as { printedPage?: unknown }).printedPage)

/** Every dress comes to every place, each in a third of the forms: the rule is one for all of them. */
const dressesOf = (seed: number, place: string): readonly string[] => {
  const turn = seed + places.findIndex(([name]) => name === place)
  return dresses.filter((_, index) => (index + turn) % 3 === 0)
}

describe.each(texts.map((_, seed) => seed))('seed %i', seed => {
  it.each(places)('has a page number %s', { timeout: 120_000 }, async (place, put) => {
    const before = await oneDocument(put(seed, ''))
    for (const dress of dressesOf(seed, place)) {
      const doc = await oneDocument(put(seed, dress))
      expect(valuesOf(doc), dress).toEqual(valuesOf(before))
      expect(doc.coverage.unclaimed, dress).toBe(before.coverage.unclaimed)
      const changed = pagesOf(doc).filter((page, index) => page !== pagesOf(before)[index])
      expect(
        changed.filter(page => page !== 12 && page !== 3),
        dress,
      ).toEqual([])
    }
  })
})

describe('a form that prints its pages as values', () => {
  it('has them in every dress', { timeout: 120_000 }, async () => {
    const text = texts[4] as string
    const before = await oneDocument(text)
    expect(pagesOf(before)).toContain(28)
    for (const [open, close] of [
      ['- ', ' -'],
      ['― ', ' ―'],
      ['P.', ''],
      ['', 'ページ'],
      ['', '/40'],
    ] as const) {
      const doc = await oneDocument(text.replace(/^(\d{1,2})$/gmu, `${open}$1${close}`))
      expect(pagesOf(doc), open + close).toEqual(pagesOf(before))
    }
  })
})
