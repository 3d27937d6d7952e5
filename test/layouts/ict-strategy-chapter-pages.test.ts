import { describe, expect, it } from 'vitest'
import { Ink } from '../../fixtures/readers/pdf/make/ink.ts'
import { writePdf } from '../../fixtures/readers/pdf/make/pdf.ts'
import type { Doc } from '../../src/envelope.ts'
import { oneDocument } from '../helpers/extract.ts'

type Lines = readonly string[]

interface Column {
  readonly x: number
  readonly lines: Lines
}

const [left, step, height, width] = [40, 16, 800, 595]

/** Lines from a height on, each at its column; two spaces before a line indent it by an em. */
function column(ink: Ink, { x, lines }: Column, from: number): number {
  lines.forEach((line, index) => {
    const indent = line.length - line.trimStart().length
    // Lines of two columns stand at one height only where they begin, as in print.
    ink.text(x + indent * 5, from + index * (step + x / 200), line.trim(), 10)
  })
  return from + lines.length * (step + x / 200)
}

/** A page of columns below the heading of the chapter and of one 施策, and below them what stands across. */
async function read(
  columns: readonly Column[],
  across: Lines = [],
  heading = '【ICT活用施策 1】暮らし（生活）',
): Promise<Doc> {
  const ink = new Ink(height)
  const top =
    column(ink, { x: left, lines: ['第5章 ICT活用施策', heading, '安心して暮らせるまちをつくる。'] }, 60) + step
  const bottom = Math.max(...columns.map(each => column(ink, each, top)))
  column(ink, { x: left, lines: across }, bottom + step)
  return documentOf(ink)
}

const documentOf = (ink: Ink): Promise<Doc> => {
  const content = ink.page(height)
  return oneDocument(writePdf({ pages: [{ content, mediaBox: [0, 0, width, height] }], characters: ink.characters }))
}

interface Record {
  readonly code: string | null
  readonly needs: readonly { spread: number; topic: string | null; items: Lines }[]
  readonly initiatives: readonly { title: string; isNew: boolean; description: string; footnotes: number[] }[]
  readonly outcomes: readonly { text: string }[]
}

const first = ({ records }: Doc): Record => records[0] as unknown as Record

function shown(doc: Doc) {
  const { needs, initiatives, outcomes } = first(doc)
  return {
    needs: needs.map(({ spread, topic, items }) => [spread, topic, ...items]),
    initiatives: initiatives.map(({ title, description }) => [title, description]),
    outcomes: outcomes.map(({ text }) => text),
  }
}

const needs = [
  '市民のニーズや課題',
  '健康づくり',
  '・受診率が低い。',
  '災害の情報',
  '・停電の際に情報を得る',
  '  手段が限られる。',
]
const initiatives = [
  'ICTやデータの活用',
  '■ 健康アプリ',
  '  歩数を見るアプリを',
  '  提供する。',
  '■ 混雑の発信',
  '  受入れの状況を公開する。',
]
const outcomes = ['こう変える', '■ 健康に関心を持つ人が', '  増える。']

const expected = {
  needs: [
    [1, '健康づくり', '受診率が低い。'],
    [1, '災害の情報', '停電の際に情報を得る手段が限られる。'],
  ],
  initiatives: [
    ['健康アプリ', '歩数を見るアプリを提供する。'],
    ['混雑の発信', '受入れの状況を公開する。'],
  ],
  outcomes: ['健康に関心を持つ人が増える。'],
}

describe('sections of a 施策 wherever they stand', () => {
  it('one below the other', async () => {
    expect(shown(await read([{ x: left, lines: [...needs, ...initiatives, ...outcomes] }]))).toEqual(expected)
  })

  it('three beside each other', async () => {
    const columns = [needs, initiatives, outcomes].map((lines, index) => ({ x: left + index * 170, lines }))
    expect(shown(await read(columns))).toEqual(expected)
  })

  it('needs beside initiatives, outcomes below', async () => {
    const columns = [needs, initiatives].map((lines, index) => ({ x: left + index * 260, lines }))
    expect(shown(await read(columns, outcomes))).toEqual(expected)
  })

  it('needs right of the initiatives are of the same spread', async () => {
    const columns = [initiatives, needs].map((lines, index) => ({ x: left + index * 260, lines }))
    expect(shown(await read(columns, outcomes))).toEqual(expected)
  })

  it('in the cells of a table, with the heading of the 施策 in a row of its own', async () => {
    const ink = new Ink(height)
    column(ink, { x: left, lines: ['第5章 ICT活用施策'] }, 60)
    const rows = [80, 100, 120, 140, 250, 270, 310]
    for (const y of rows) ink.line(30, y, 560, y)
    for (const x of [30, 560]) ink.line(x, 80, x, 310)
    ink.line(300, 120, 300, 250)
    column(ink, { x: left, lines: ['【ICT活用施策 1】暮らし（生活）'] }, 94)
    column(ink, { x: left, lines: ['安心して暮らせるまちをつくる。'] }, 114)
    for (const [x, lines] of [
      [left, needs],
      [310, initiatives],
    ] as const) {
      column(ink, { x, lines: lines.slice(0, 1) }, 134)
      column(ink, { x, lines: lines.slice(1) }, 154)
    }
    column(ink, { x: left, lines: outcomes.slice(0, 1) }, 264)
    column(ink, { x: left, lines: outcomes.slice(1) }, 284)
    const doc = await documentOf(ink)
    expect(first(doc).code).toBe('1')
    expect(shown(doc)).toEqual(expected)
  })
})

describe('how entries are marked', () => {
  const stacked = (...parts: Lines[]) => read([{ x: left, lines: parts.flat() }])

  it('arrows between the sections are no entries', async () => {
    expect(shown(await stacked(needs, ['  ▼'], initiatives, ['  ▼'], outcomes))).toEqual(expected)
  })

  it('a topic below an item whose last line is short', async () => {
    const short = [
      '市民のニーズや課題',
      '健康づくり',
      '・受診率が全国の平均より',
      '  低い。',
      '災害の情報',
      '・手段が限られる。',
    ]
    const { needs: found } = shown(await stacked(short, initiatives, outcomes))
    expect(found.map(([, topic]) => topic)).toEqual(['健康づくり', '災害の情報'])
  })

  it('topics with a mark or in brackets', async () => {
    const topics = { 健康づくり: '● 健康づくり', 災害の情報: '● 災害の情報' } as { [word: string]: string }
    expect(
      shown(
        await stacked(
          needs.map(line => topics[line] ?? line),
          initiatives,
          outcomes,
        ),
      ),
    ).toEqual(expected)
    const enclosed = needs.map(line => (topics[line] ? `（${line}）` : line))
    expect(shown(await stacked(enclosed, initiatives, outcomes))).toEqual(expected)
  })

  it('titles with numbers, sentences with a mark that no list has', async () => {
    const numbered = initiatives.map(line => line.replace('■ 健', '① 健').replace('■ 混', '② 混'))
    const checked = outcomes.map(line => line.replace('■', '✓'))
    const doc = await stacked(needs, numbered, checked)
    expect(shown(doc).initiatives.map(([title]) => title)).toEqual(['①健康アプリ', '②混雑の発信'])
    expect(shown(doc).outcomes).toEqual(expected.outcomes)
  })

  it('badges leave the title; 拡充 is not new', async () => {
    const badged = initiatives.map(line => line.replace('アプリ', 'アプリ 新規').replace('発信', '発信【拡充】'))
    const found = first(
      await stacked(
        needs,
        badged.map(line => line.replace('見るアプリ 新規', '見るアプリ')),
        outcomes,
      ),
    )
    expect(found.initiatives.map(({ title, isNew }) => [title, isNew])).toEqual([
      ['健康アプリ', true],
      ['混雑の発信', false],
    ])
  })

  it('a topic in brackets below an item that fills its line', async () => {
    const full = [
      '市民のニーズや課題',
      '（健康づくり）',
      '✓ 受診率が低いままである。',
      '（災害の情報）',
      '✓ 手段が限られる。',
    ]
    expect(shown(await stacked(full, initiatives, outcomes)).needs).toEqual([
      [1, '健康づくり', '受診率が低いままである。'],
      [1, '災害の情報', '手段が限られる。'],
    ])
  })

  it('headings of the sections behind a mark that no item has', async () => {
    const marked = [needs, initiatives, outcomes].map(([heading, ...lines]) => [`◎${heading}`, ...lines])
    expect(shown(await read([{ x: left, lines: marked.flat() }]))).toEqual(expected)
  })

  it.each(['【ICT活用施策1】便利な暮らし', 'ICT活用施策1　便利な暮らし'])('%s names no field', async heading => {
    const doc = await read([{ x: left, lines: [...needs, ...initiatives, ...outcomes] }], [], heading)
    expect(first(doc)).toMatchObject({ code: '1', name: '便利な暮らし', domain: null })
    expect(shown(doc)).toEqual(expected)
  })

  it.each(['【ICT活用施策（1）】暮らし（生活）', '施策1　暮らし（生活）', '【ICT活用施策 1】暮らし（生活）'])(
    'the code in %s',
    async heading => {
      const doc = await read([{ x: left, lines: [...needs, ...initiatives, ...outcomes] }], [], heading)
      expect(first(doc).code).toBe('1')
      expect(shown(doc)).toEqual(expected)
    },
  )
})

describe('it says where it does not know', () => {
  const pointers = (doc: Doc) =>
    doc.diagnostics.filter(({ code }) => code === 'ARRANGEMENT_DOUBTED').map(({ pointer }) => pointer)

  it('a heading with nothing below it', async () => {
    const doc = await read([{ x: left, lines: [...needs, 'ICTやデータの活用', ...outcomes] }])
    expect(pointers(doc)).toEqual(['/records/0/initiatives'])
  })

  it('what stands above the first entry', async () => {
    const doc = await read([
      { x: left, lines: [...needs, initiatives[0] as string, '取組の全体', ...initiatives.slice(1), ...outcomes] },
    ])
    expect(pointers(doc)).toEqual(['/records/0/initiatives'])
  })

  it('nothing of a chapter in order', async () => {
    expect(pointers(await read([{ x: left, lines: [...needs, ...initiatives, ...outcomes] }]))).toEqual([])
  })
})

describe('the explanations', () => {
  /** Rows without rules, and a definition that wraps. */
  async function explained(rows: readonly (readonly [no: string, term: string, definition: Lines])[]): Promise<Doc> {
    const ink = new Ink(height)
    column(ink, { x: left, lines: ['第5章 ICT活用施策', '【ICT活用施策 1】暮らし（生活）'] }, 60)
    column(ink, { x: left, lines: [...needs, ...initiatives, ...outcomes, '「第5章 ICT活用施策」の用語解説'] }, 100)
    let y = 500
    for (const [no, term, definition] of [['NO', '語句', ['解説']] as const, ...rows]) {
      ink.line(left, y - 12, 500, y - 12)
      ink.text(left, y, no, 10)
      ink.text(left + 60, y, term, 10)
      for (const line of definition) {
        ink.text(left + 160, y, line, 10)
        y += 14
      }
      y += 6
    }
    return documentOf(ink)
  }

  const shownTerms = (doc: Doc) =>
    (doc.header as { glossary: unknown }).glossary as { no: number; term: string; definition: string }[]

  it('stand in rows that no vertical rule parts', async () => {
    const doc = await explained([
      ['7', '地図基盤', ['道路や建物の位置を一つに', 'まとめた仕組み。']],
      ['8', 'RPA', ['手順を機械に任せること。']],
    ])
    expect(shownTerms(doc)).toEqual([
      { no: 7, term: '地図基盤', definition: '道路や建物の位置を一つにまとめた仕組み。' },
      { no: 8, term: 'RPA', definition: '手順を機械に任せること。' },
    ])
  })

  it('are doubted where the heading is printed and none is read', async () => {
    const doc = await explained([])
    expect(shownTerms(doc)).toEqual([])
    expect(doc.diagnostics.map(({ code, pointer }) => [code, pointer])).toContainEqual([
      'ARRANGEMENT_DOUBTED',
      '/header/glossary',
    ])
  })
})

describe('lines of the introduction', () => {
  const introductionOf = async (...lines: string[]) => {
    const ink = new Ink(height)
    const below = column(ink, { x: left, lines: ['第5章 ICT活用施策', ...lines] }, 60) + step
    const entry = [
      '【ICT活用施策 1】暮らし（生活）',
      '安心して暮らせるまちをつくる。',
      ...needs,
      ...initiatives,
      ...outcomes,
    ]
    column(ink, { x: left, lines: entry }, below)
    const doc = await documentOf(ink)
    const told = doc.diagnostics.filter(({ pointer }) => pointer === '/header/introduction').map(({ code }) => code)
    return [(doc.header as { introduction: string[] }).introduction, told]
  }

  it('of one width that each end with a sentence may be paragraphs', async () => {
    expect(await introductionOf('夜間開館の効果が大きく表れている。', '地下歩道の清掃を着実に進めている。')).toEqual([
      ['夜間開館の効果が大きく表れている。地下歩道の清掃を着実に進めている。'],
      ['SUSPECT_TEXT'],
    ])
  })

  it('of which one goes on with a sentence are one paragraph', async () => {
    expect(await introductionOf('夜間開館の効果が大きく表れており、', '地下歩道の清掃を着実に進めている。')).toEqual([
      ['夜間開館の効果が大きく表れており、地下歩道の清掃を着実に進めている。'],
      [],
    ])
  })
})
