import { describe, expect, it } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { readFixture } from '../helpers/extract.ts'
import {
  changed,
  codesOf,
  failures,
  heads,
  leaves,
  lines,
  randomOf,
  read,
  recordTexts,
  seed,
  table,
  title,
} from './finding-table/seed.ts'

const base = await read(seed)
const withoutBlanks = (text: string): string => text.replace(/\n+/gu, '\n')
const timing = /A:指摘を踏まえ、\n令和３年度\(2021\n年度\)に具体的な\n取組を実施/u
const insertAt = (at: number, ...added: readonly string[]): string =>
  [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n')

describe('the seed', () => {
  it('is read without a diagnostic, every character accounted for', () => {
    expect(base.records).toHaveLength(7)
    expect(base.diagnostics).toEqual([])
    expect(base.coverage).toMatchObject({ ratio: 1, unclaimed: 0, repeats: 0 })
  })

  it('knows the place of every value', async () => {
    const { oneDocument } = await import('../helpers/extract.ts')
    const { provenance } = await oneDocument(seed, { provenance: true })
    const unplaced = [...leaves(base).keys()].filter(pointer => !provenance?.[pointer]?.length)
    expect(unplaced).toEqual([])
  })
})

/** Other ways to print the same table: every value stays. */
const sameTable: readonly (readonly [why: string, text: string])[] = [
  ['a title at the top and another inside', `${title}\n${seed}`],
  ['title and attachment on three lines', seed.replace('会　指摘', '会\n指摘').replace(' 資料３', '\n資料３')],
  ['column heads on lines of their own', seed.replace(heads, heads.split(' ').join('\n'))],
  ['a column head wrapped', seed.replace(heads, heads.split(' ').join('\n').replace('取組の実施', '取組の\n実施'))],
  ['no column heads', seed.replace(heads, '')],
  ['other words for the columns', seed.replace('所管部', '担当部').replace('指摘対象', '対象事業')],
  ['lines that end in CRLF', seed.replaceAll('\n', '\r\n')],
  ['NO in full width', seed.replace(/^ ?([1-7])(?= \S+[局会])/gmu, no => '０１２３４５６７'.charAt(Number(no)))],
  ['the code in full width', seed.replaceAll('\n2-2\n', '\n２－２\n')],
  ['NO on a line of its own', seed.replace(/^ ?(\d) (\S+[局会])/gmu, '$1\n$2')],
  ['NO, bureau and division on lines of their own', seed.replace(/^ ?(\d) (\S+局) (\S+部)$/gmu, '$1\n$2\n$3')],
  ['NO run into the bureau', seed.replace(/^ ?(\d) (\S+[局会])/gmu, '$1$2')],
  ['code and name on one line', seed.replace(/^(\d-\d)\n/gmu, '$1 ')],
  ['the head and the code on one line', seed.replace(/部\n+(\d-\d)\n/gu, '部 $1\n')],
  [
    'a measure on one line',
    seed.replace('社会全体\nで育成・支援する環境づ\nくり', '社会全体で育成・支援する環境づくり'),
  ],
  ['a timing on one line', seed.replace(timing, found => found.replaceAll('\n', ''))],
  ['the mark of a timing in full width', seed.replaceAll('A:', 'Ａ：')],
  ['two blank lines for one', seed.replaceAll('\n\n', '\n\n\n')],
]

describe('the same table printed otherwise', () => {
  it.each(sameTable)('%s', async (_, text) => {
    const document = await read(text)
    expect(changed(base, document)).toEqual([])
    expect(document.diagnostics).toEqual([])
    expect(document.coverage.unclaimed).toBe(0)
  })

  it.each([
    ['without a blank line', withoutBlanks(seed)],
    ['with a blank line after every line', withoutBlanks(seed).replaceAll('\n', '\n\n')],
  ])('%s the seam of the names follows from other records, and says so', async (_, text) => {
    const document = await read(text)
    expect(changed(base, document)).toEqual([])
    expect(codesOf(document)).toEqual(['SUSPECT_TEXT'])
  })

  it('whatever stands at a page break goes, wherever it stands', async () => {
    for (let at = 4; at < lines.length; at += 3) {
      for (const added of [[title], [heads], ['', '4', ''], ['- 4 -', title, heads]]) {
        const document = await read(insertAt(at, ...added))
        const moved = changed(base, document).filter(pointer => !isDiagnosed(document, pointer))
        expect(moved, `${added.join('⏎')} above line ${at + 1}`).toEqual([])
      }
    }
  })

  it('reads each record alone as it does among the others', async () => {
    for (const [index, text] of recordTexts.entries())
      expect((await read(table([text]))).records).toEqual([base.records[index]])
  })
})

const isDiagnosed = (document: Doc, pointer: string): boolean =>
  leaves(document).get(pointer) === null && document.diagnostics.some(each => each.pointer === pointer)

/** A nonsense sentence is put somewhere: it must show, and nothing but its cell may suffer. */
describe('nonsense at fifty places', () => {
  const sentences = [
    'むかしむかし、竜宮のたぬきは三角の海を歌った。',
    'たぬきが空を飛ぶ夢',
    'The quick brown fox jumps.',
  ]
  const compact = (text: string): string => text.replace(/\s+/gu, '')
  const cellOf = (pointer: string): string => pointer.replace(/^(\/records\/\d+\/\w+).*/u, '$1')

  function shows(document: Doc, sentence: string): boolean {
    const values = [...leaves(document).values()].filter(value => typeof value === 'string')
    const texts = [...values, ...document.coverage.unclaimedTexts.map(each => each.text)]
    return texts.some(text => compact(text).includes(compact(sentence)))
  }

  it.each([
    ['on a line of its own', 11],
    ['inside a line', 12],
  ])('%s', async (where, seedNumber) => {
    const random = randomOf(seedNumber)
    for (let place = 0; place < 50; place += 1) {
      const at = 1 + random(lines.length - 2)
      const sentence = sentences[place % sentences.length] as string
      const line = lines[at] as string
      const cut = random(line.length + 1)
      const inside = [...lines.slice(0, at), line.slice(0, cut) + sentence + line.slice(cut), ...lines.slice(at + 1)]
      const document = await read(where === 'inside a line' ? inside.join('\n') : insertAt(at, sentence))
      const message = `line ${at + 1}, ${cut}: ${sentence}`
      expect(document.records, message).toHaveLength(7)
      expect(shows(document, sentence), message).toBe(true)
      expect(new Set(changed(base, document).map(cellOf)).size, message).toBeLessThanOrEqual(1)
    }
  })
})

describe('one character changed gives its diagnostic and no other', () => {
  it.each([
    ['a western year', seed.replace('(2021', '(2022'), 'ERA_MISMATCH', '/records/0/timing/text'],
    ['a Japanese year', seed.replace('令和３年度(', '令和５年度('), 'ERA_MISMATCH', '/records/0/timing/text'],
    ['a NO', seed.replace('\n4 経済', '\n9 経済'), 'SEQUENCE_GAP', '/records/3/no'],
    ['the last NO', seed.replace('\n7 教育', '\n1 教育'), 'SEQUENCE_GAP', '/records/6/no'],
    ['a code', seed.replace('\n2-2\n', '\n2-3\n'), 'SUSPECT_TEXT', '/records/0/measure/code'],
    ['a name', seed.replace('若者を', '若君を'), 'SUSPECT_TEXT', '/records/0/measure/name'],
  ])('%s', async (_, text, code, pointer) => {
    const { diagnostics } = await read(text)
    expect(diagnostics.map(each => [each.code, each.pointer])).toEqual([[code, pointer]])
    expect(diagnostics[0]?.place?.line).toBeGreaterThan(0)
  })

  it('points at both years that differ, and gives neither', async () => {
    const { diagnostics, records } = await read(seed.replace('(2021', '(2022'))
    const related = diagnostics[0]?.related.map(each => [each.value, each.place?.line ?? null])
    expect(related).toEqual([
      [2021, 20],
      [2022, 20],
      [null, null],
    ])
    expect(records[0]).toMatchObject({ timing: { fiscalYear: null, category: 'A' } })
  })
})

describe('other contents', () => {
  const timings: readonly (readonly [printed: string, value: object, codes: string[]])[] = [
    ['C:現状を維持', { category: 'C', text: '現状を維持', fiscalYear: null }, []],
    ['B：指摘の趣旨を踏\nまえ検討', { category: 'B', text: '指摘の趣旨を踏まえ検討', fiscalYear: null }, []],
    ['B:2022年度に実施', { category: 'B', fiscalYear: 2022 }, []],
    ['B:令和３年度に検\n討し、令和４年度\nに実施', { fiscalYear: null }, ['FIELD_AMBIGUOUS']],
    ['B:令和４年３月ま\nでに実施', { fiscalYear: null }, ['FIELD_AMBIGUOUS']],
    ['B:翌年度に実施', { fiscalYear: null }, ['FIELD_AMBIGUOUS']],
  ]
  it.each(timings)('the timing %s', async (printed, value, codes) => {
    const document = await read(seed.replace(timing, printed))
    expect(document.records[0]).toMatchObject({ timing: value })
    expect(codesOf(document).filter(code => code !== 'TEXT_UNCLAIMED')).toEqual(codes)
    expect(changed(base, document).every(pointer => pointer.startsWith('/records/0/timing'))).toBe(true)
  })

  it.each([
    ['1 人1台の端末を使う。'],
    ['3 経済観光局 産業振興部と連携する。'],
    ['8 総務局 行政部'],
    ['2 経済観光局'],
    ['・令和３年度は、A:とB:を比べる。'],
  ])('a response line %s begins no record', async line => {
    const document = await read(seed.replace('深める。\n', `深める。\n${line}\n`))
    expect(changed(base, document)).toEqual(['/records/0/response'])
  })

  it('takes records in any order, and says that NO does not count', async () => {
    const document = await read(table(recordTexts.toReversed()))
    expect(document.records).toEqual(base.records.toReversed())
    expect(codesOf(document)).toEqual(['SEQUENCE_GAP'])
  })

  it('takes a table without codes, and says of each that it lacks one', async () => {
    const document = await read(seed.replace(/^\d-\d\n/gmu, ''))
    expect(changed(base, document)).toEqual(base.records.map((_, index) => `/records/${index}/measure/code`))
    expect(document.diagnostics.map(each => each.code)).toEqual(Array(7).fill('FIELD_UNREADABLE'))
  })

  it.each([
    ['columns in another order', '指摘対象 施策'],
    ['a column more', '施策 備考 指摘対象'],
    ['a column less', '指摘対象'],
  ])('%s is no edition we know', async (_, printed) => {
    const document = await read(seed.replace('施策 指摘対象', printed))
    expect(changed(base, document)).toEqual([])
    expect(codesOf(document).filter(code => code !== 'TEXT_UNCLAIMED')).toEqual(['EDITION_UNKNOWN'])
  })

  it('marks both neighbours where the timing stands out of its place', async () => {
    const printed = timing.exec(seed)?.[0] ?? ''
    const last = seed.replace(`${printed}\n`, '').replace('深める。\n', `深める。\n\n${printed}\n`)
    const first = seed.replace(`${printed}\n`, '').replace('コーディネート事業\n', `コーディネート事業\n\n${printed}\n`)
    const pointers = async (text: string) => new Set((await read(text)).diagnostics.map(each => each.pointer))
    expect(await pointers(last)).toEqual(new Set(['/records/0/response', '/records/0/finding']))
    expect(await pointers(first)).toContain('/records/0/response')
    expect(await pointers(first)).toContain('/records/0/finding')
  })

  it.each([
    ['the comma', '踏まえ、\n令和', 'むかしむかし、竜宮のたぬきは三角の海を歌った。'],
    ['the comma, short', '踏まえ、\n令和', 'たぬきが空を飛ぶ夢'],
    ['a bracket', '(2021\n年度', 'むかしむかし、竜宮のたぬきは三角の海を歌った。'],
    ['an attribute', '具体的な\n取組', 'The quick brown fox jumps.'],
  ])('marks a timing that is cut behind %s, and what stands below it', async (_, printed, sentence) => {
    const document = await read(seed.replace(printed, printed.replace('\n', `\n\n${sentence}\n\n`)))
    // The text without a field is named too, at its record or as a share of the document.
    const atLeaves = document.diagnostics.filter(each => !['TEXT_UNCLAIMED', 'ARRANGEMENT_DOUBTED'].includes(each.code))
    const marked = new Set(atLeaves.map(each => each.pointer).filter(pointer => pointer !== null))
    expect(marked).toEqual(
      new Set(['text', 'fiscalYear'].map(key => `/records/0/timing/${key}`)).add('/records/0/response'),
    )
    expect(document.records[0]).toMatchObject({ timing: { fiscalYear: null } })
  })

  it('reads three divisions, two bureaus, and a name cut by its column', async () => {
    const units = '7 教育委\n員会\n子ども未来局\n生涯学習部\n学校教育部\n中央図書館\n'
    const { records } = await read(seed.replace('7 教育委員会\n生涯学習部\n学校教育部\n', units))
    const wanted = { bureaus: ['教育委員会', '子ども未来局'], divisions: ['生涯学習部', '学校教育部', '中央図書館'] }
    expect(records[6]).toMatchObject(wanted)
  })

  it('gives no value for names that are never parted', async () => {
    const document = await read(withoutBlanks(table([recordTexts[0] as string])))
    expect(document.records[0]).toMatchObject({ measure: { name: null }, project: null })
    const ambiguous = document.diagnostics.filter(each => each.code === 'FIELD_AMBIGUOUS')
    expect(ambiguous.map(each => each.pointer)).toEqual(['/records/0/measure/name', '/records/0/project'])
    expect(ambiguous[0]?.actual).toContain('子ども・若者を社会全体で育成・支援する環境づくり')
  })
})

describe('documents that are no finding table', () => {
  it.each([
    ['001_d747f1a7977c51e7.txt'],
    ['002_226b198dc5f12da8.txt'],
    ['003_653bf4681e5aba0a.txt'],
    ['004_20ac25ea687f7b37.txt'],
  ])('%s', async file => {
    expect(await failures(new TextDecoder().decode(readFixture(`seeds/${file}`)))).toEqual(['LAYOUT_UNKNOWN'])
  })

  it.each([
    ['the title alone', title],
    ['title and heads without a record', `${title}\n${heads}`],
    ['a list of divisions', `${title}\n1 総務局 行政部\n2-2\n文書事務\n2 財政局 財政部\n3-1\n予算編成\n`],
    [
      'prose that names bureaus',
      `${title}\n　1 総務局 行政部の取組A:実施については、2-2のとおり指摘事項に対応する。\n`,
    ],
    [
      'columns read one by one, so that NO and codes stand apart',
      `${title}\n${heads}\n1\n\n2-2\n子ども未来 子ども育成部 子ども・若者を\n局\n\nA:指摘を踏まえ、 深める。\n\n2\n\n3\n\n教育委員会\n\n生涯学習部\n\n2-3\n学び\n\n2-3\n学び\n\nA:検討\n\nB:検討`,
    ],
  ])('%s', async (_, text) => {
    expect(await failures(text)).toEqual(['LAYOUT_UNKNOWN'])
  })

  it('never fails, whatever the order of its lines', async () => {
    const random = randomOf(7)
    for (let round = 0; round < 40; round += 1) {
      const mixed = [...lines].sort(() => random(3) - 1)
      const codes = await failures(mixed.slice(0, 1 + random(mixed.length)).join('\n'))
      const refusals: readonly string[] = ['LAYOUT_UNKNOWN', 'EMPTY_INPUT', 'TEXT_OUT_OF_ORDER']
      expect(codes.filter(code => !refusals.includes(code))).toEqual([])
    }
  })
})
