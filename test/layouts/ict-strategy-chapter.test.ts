import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { extractFrom, oneDocument, readFixture } from '../helpers/extract.ts'

const folder = new URL('../../seeds/', import.meta.url)
const name = readdirSync(folder).find(file => file.startsWith('003')) as string
const seed = new TextDecoder().decode(readFixture(`seeds/${name}`))
const lines = seed.split('\n')

interface Measure {
  readonly code: string | null
  readonly needs: readonly { topic: string | null; items: readonly string[] }[]
  readonly initiatives: readonly { title: string; isNew: boolean; description: string; footnotes: number[] }[]
  readonly outcomes: readonly { text: string }[]
}

const measuresOf = (doc: Doc): Measure[] => doc.records as unknown as Measure[]
const codesOf = (doc: Doc): string[] => doc.diagnostics.map(each => each.code)
const valuesOf = ({ header, records }: Doc) => ({ header, records })

/** Every leaf with the way to it, without the numbers of lists: what is lost shows wherever it moved. */
function leavesOf(value: unknown, way = ''): string[] {
  if (value === null || typeof value !== 'object') return [`${way}=${value}`]
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${way}/${/^\d+$/.test(key) ? '*' : key}`))
}

function lostFrom(base: Doc, doc: Doc): string[] {
  const now = leavesOf(valuesOf(doc))
  return leavesOf(valuesOf(base)).filter(leaf => {
    const at = now.indexOf(leaf)
    if (at >= 0) now.splice(at, 1)
    return at < 0
  })
}

const withLine = (at: number, line: string): string => [...lines.slice(0, at), line, ...lines.slice(at)].join('\n')
const withEnd = (at: number, words: string): string =>
  lines.map((line, index) => (index === at ? line + words : line)).join('\n')

let base: Doc
beforeAll(async () => {
  base = await oneDocument(seed)
})

it('knows a vision with narrow brackets where it is printed again', async () => {
  const doc = await oneDocument(seed.replaceAll('雇用機会', '雇用(新)機会'))
  expect(doc.records[3]).toMatchObject({ vision: expect.stringMatching(/^雇用\(新\)機会/) })
  expect([codesOf(doc), doc.coverage.unclaimed]).toEqual([codesOf(base), base.coverage.unclaimed])
})

describe('the same chapter as other converters write it', () => {
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  const lowered = (marks: string) => [...marks].map(mark => raised.indexOf(mark)).join('')
  const variants: [why: string, text: string][] = [
    ['line ends of Windows', seed.replaceAll('\n', '\r\n')],
    ['more blank lines', seed.replaceAll('\n\n', '\n\n\n')],
    ['other list marks', seed.replace(/^- (?!【)/gm, '・').replace(/^■ /gm, '● ')],
    ['one list mark for all', seed.replace(/^■ /gm, '- ')],
    [
      'other dashes in codes',
      seed.replace('1 – 1】', '1－1】').replace('2 - 1 】', '2—1】').replace('1 – 2】', '１-２】'),
    ],
    ['raised digits as HTML', seed.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, marks => `<sup>${lowered(marks)}</sup>`)],
    ['the badge in brackets', seed.replaceAll(' **NEW**', '【NEW】')],
    ['the badge as a word', seed.replaceAll('**NEW**', 'NEW')],
    ['headings of Markdown', seed.replace(/^(市民のニーズや課題|ICT やデータの活用|こう変える)$/gm, '## $1')],
    ['letters in full width', seed.replaceAll('ICT', 'ＩＣＴ')],
    ['no word before the code', seed.replaceAll('【 ICT 活用施策 ', '【')],
    ['the chapter on one line', seed.replace('第5章\n\nICT 活用施策', '第5章　ICT活用施策')],
    ['items of HTML', seed.replace(/^- (?!【)(.*)$/gm, '<li>$1</li>')],
    ['no contents list', [...lines.slice(0, 6), ...lines.slice(15)].join('\n')],
  ]
  it.each(variants)('%s', async (_, text) => {
    const doc = await oneDocument(text)
    expect(valuesOf(doc)).toEqual(valuesOf(base))
    expect(doc.coverage.unclaimedTexts).toEqual([])
  })

  it('a running head and a page number on each page', async () => {
    const paged = seed.replaceAll('\n\n市民のニーズ', '\n\n56\n\f第5章 ICT 活用施策\n\n市民のニーズ')
    const doc = await oneDocument(paged)
    expect(valuesOf(doc)).toEqual(valuesOf(base))
    expect(doc.coverage.unclaimed).toBe(0)
    expect(doc.recordPages[0]).toEqual({ from: 1, to: 3 })
  })
})

describe('other values', () => {
  it('takes another chapter, and sees that a measure is missing', async () => {
    const from = seed.indexOf('【 ICT 活用施策 1 – 2】')
    const to = seed.indexOf('【 ICT 活用施策 2 - 1')
    const doc = await oneDocument((seed.slice(0, from) + seed.slice(to)).replaceAll('第5章', '第6章'))
    expect(doc.header).toMatchObject({ chapter: { no: 6, title: 'ICT活用施策' } })
    expect(measuresOf(doc).map(measure => measure.code)).toEqual(['1-1', '2-1', '2-2', '3', '4'])
    expect(codesOf(doc).filter(code => code !== 'TEXT_UNCLAIMED')).toEqual(['SEQUENCE_GAP'])
  })

  it('gives one measure alone', async () => {
    const doc = await oneDocument(lines.slice(186, 255).join('\n'))
    expect(doc.records).toEqual([base.records[1]])
    expect(doc.coverage.unclaimed).toBe(0)
  })

  it('sees a gap in the explanations, and marks and explanations that miss each other', async () => {
    const doc = await oneDocument(
      seed.replace(/^81\tZEB.*\n/m, '').replace('スマートエリア防災⁸⁰', 'スマートエリア防災'),
    )
    const found = doc.diagnostics.map(each => [each.code, each.pointer, each.actual, each.place?.line !== undefined])
    expect(found).toEqual([
      ['FOOTNOTE_UNMATCHED', null, null, true],
      ['FOOTNOTE_UNMATCHED', '/header/glossary/2/no', null, true],
      ['SEQUENCE_GAP', '/header/glossary/3/no', 82, true],
    ])
  })

  it('points at a year that is not the one beside it', async () => {
    const doc = await oneDocument(seed.replace('令和2年度（2020年度）', '令和3年度（2020年度）'))
    expect(doc.diagnostics.map(each => [each.code, each.pointer])).toEqual([['ERA_MISMATCH', '/header/introduction/2']])
  })

  it('says so where a title has no paragraph', async () => {
    const doc = await oneDocument(seed.replace('ICT を活用した各交通機関の連携', '■ ICT を活用した各交通機関の連携'))
    expect(codesOf(doc)).toEqual(['SUSPECT_TEXT', 'SUSPECT_TEXT'])
    expect(measuresOf(doc)[0]?.initiatives[3]).toMatchObject({ isNew: true, description: null })
  })

  it('leaves a number after a term alone where the marks are raised', async () => {
    const doc = await oneDocument(seed.replace('高度な安全性などを', 'ZEB 81 棟の高度な安全性などを'))
    expect(JSON.stringify(doc.header)).toContain('ZEB 81棟')
  })
})

describe('a sentence that is none of the chapter', () => {
  const words = 'この文は馬の耳に念仏である。'
  const shows = (doc: Doc): boolean =>
    JSON.stringify(valuesOf(doc)).includes(words) ||
    doc.coverage.unclaimedTexts.some(({ text }) => text.includes(words))
  const every = (step: number, from: number) => lines.map((_, at) => at).filter(at => at % step === from)

  it.each([
    ['on a line of its own', every(48, 5), (at: number) => withLine(at, `\n${words}\n`)],
    ['between two lines', every(61, 3), (at: number) => withLine(at, words)],
    ['at the end of a line', every(41, 7).filter(at => lines[at]?.trim()), (at: number) => withEnd(at, words)],
    ['as an item', every(67, 4), (at: number) => withLine(at, `- ${words}`)],
  ])(
    '%s comes to light and costs no other value',
    async (_, places, put) => {
      for (const at of places) {
        const doc = await oneDocument(put(at))
        expect([at + 1, shows(doc)]).toEqual([at + 1, true])
        expect([at + 1, lostFrom(base, doc).length <= 1]).toEqual([at + 1, true])
      }
    },
    30_000,
  )

  it.each([
    ['a heading', 'ICT やデータの活用'],
    ['the heading of both lists', 'こう変える'],
    ['a measure', '【 ICT 活用施策 2 - 1 】 産業の振興（経済）'],
    ['the title of the column', '— ブラックアウト時の情報手段 —'],
    ['the explanations', '「第5章 ICT 活用施策」の用語解説'],
  ])('behind %s does not hide it', async (_, heading) => {
    const doc = await oneDocument(withEnd(lines.indexOf(heading), words))
    expect(valuesOf(doc)).toEqual(valuesOf(base))
    expect(doc.coverage.unclaimedTexts.map(({ text }) => text)).toEqual([words])
  })
})

describe('what is none of this form', () => {
  it.each([
    [
      'minutes that speak of it',
      '議事録\n委員：【ICT活用施策 1-1】について、市民のニーズや課題を伺う。\n「こう変える」とは何か。',
    ],
    [
      'another plan',
      '第5章 ICT活用施策\n【施策1-1】手続のオンライン化（行政）\n現状と課題\n■ 窓口に限られる。\n取組内容\n■ 拡充',
    ],
    ['headings without measures', '市民のニーズや課題\n- 混雑\nICTやデータの活用\n■ 予約\nこう変える\n■ 待たない。'],
  ])('%s is refused', async (_, text) => {
    const { documents, failures } = await extractFrom(text)
    expect(documents).toEqual([])
    expect(failures.map(failure => failure.code)).toEqual(['LAYOUT_UNKNOWN'])
  })
})
