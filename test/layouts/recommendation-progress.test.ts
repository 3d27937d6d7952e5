import { describe, expect, it } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { recommendationProgress } from '../../src/layouts/recommendation-progress/index.ts'
import { extractFrom, oneDocument, readFixture } from '../helpers/extract.ts'

const layouts = [recommendationProgress]
const seed = new TextDecoder().decode(readFixture('seeds/004_20ac25ea687f7b37.txt'))
const lines = seed.split('\n')
const read = (text: string): Promise<Doc> => oneDocument(text, { layouts })
const original = await read(seed)

type Row = Record<string, unknown> & { label: string; recommendation: { no: number; points: string[] } }
const rows = (doc: Doc): Row[] => doc.records as unknown as Row[]
const values = ({ header, records }: Doc) => ({ header, records })

/** Every string and number of a value, by its pointer. */
function leaves(value: unknown, pointer = '', found = new Map<string, unknown>()): Map<string, unknown> {
  if (value === null || typeof value !== 'object') return found.set(pointer, value)
  for (const [key, part] of Object.entries(value)) leaves(part, `${pointer}/${key}`, found)
  return found
}

const at = (doc: Doc, code: string): (string | null)[] =>
  doc.diagnostics.filter(each => each.code === code).map(each => each.pointer)

/** The seed with its tab-separated tables written otherwise. */
function rewritten(table: (rows: string[][]) => string, line: (text: string) => string): string {
  const out: string[] = []
  let open: string[][] = []
  const close = () => {
    if (open.length > 0) out.push(table(open))
    open = []
  }
  for (const text of lines.filter(each => !/^[-\t]+$/.test(each)))
    if (text.includes('\t')) open.push(text.split('\t').map(cell => cell.trim()))
    else {
      close()
      out.push(line(text))
    }
  close()
  return out.join('\n')
}

const isLabel = (line: string): boolean => /^(?:\d+ )?提言\s?\d\s?-\s?\S$/.test(line)

/** The seed page by page. */
function pages(): string[] {
  const found: string[][] = [[]]
  for (const line of lines) {
    found.at(-1)?.push(line)
    if (isLabel(line)) found.push([])
  }
  return found.map(page => page.join('\n'))
}

describe('the seed', () => {
  it('has a record for every row of the form, and nothing but debris is left over', () => {
    expect(original.records).toHaveLength(48)
    expect(original.coverage.ratio).toBeGreaterThan(0.999)
    expect(original.coverage.unclaimedTexts.map(each => each.text)).toEqual([
      '子】',
      '和全形冗',
      '↓',
      '(',
      ')',
      '(',
      'ガムブじ\t丁)',
      '・',
    ])
  })

  it.each([
    ['HTML', () => rewritten(html, text => (text.trim() ? `<p>${text}</p>` : ''))],
    ['Markdown', () => rewritten(markdown, text => text)],
    ['form feeds', () => pages().join('\f')],
    ['CRLF', () => seed.replaceAll('\n', '\r\n')],
  ])('reads the same from %s', async (_, text) => {
    expect(values(await read(text()))).toEqual(values(original))
  })
})

const html = (table: string[][]): string =>
  `<table>${table.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`

const markdown = (table: string[][]): string => {
  const [first = [], ...others] = table.map(row => `| ${row.join(' | ')} |`)
  return ['', first, `|${(table[0] ?? []).map(() => '---').join('|')}|`, ...others, ''].join('\n')
}

const nonsense = '紫の象が三日月の上で静かに踊っていた。'

/** One line of the seed with the sentence put in, in five ways. */
const ways: readonly ((line: string) => string)[] = [
  line => `${nonsense}\n${line}`,
  line => `${line} ${nonsense}`,
  line => `${nonsense} ${line}`,
  line => line.slice(0, line.length / 2) + nonsense + line.slice(line.length / 2),
  line => line.replace('\t', ` ${nonsense}\t`),
]

describe('a nonsense sentence', () => {
  /** Ten lines, other ones for every way. */
  const placesFor = (way: number) =>
    lines.flatMap((line, index) => (line.trim() === '' ? [] : [index])).filter((_, n) => n % 27 === way * 5)

  it.each(ways.map((_, way) => way))(
    'surfaces wherever it is put, and destroys no other record (way %i)',
    async way => {
      let tried = 0
      for (const place of placesFor(way)) {
        const put = (line: string, index: number) => (index === place ? (ways[way]?.(line) ?? line) : line)
        const text = lines.map(put).join('\n')
        if (!text.includes(nonsense)) continue
        tried += 1
        const doc = await read(text)
        const shown = JSON.stringify([doc.header, doc.records, doc.coverage.unclaimedTexts])
        expect(shown.replaceAll(/\s|\\[nt]/g, ''), `line ${place + 1}`).toContain(nonsense)
        expect(doc.records, `line ${place + 1}`).toHaveLength(48)
        expect(changes(doc), `line ${place + 1}`).toBeLessThan(8)
      }
      expect(tried).toBeGreaterThan(4)
    },
  )

  /** Values of the seed that are not there any more, those that took in the sentence left out. */
  function changes(doc: Doc): number {
    const found = leaves(values(doc))
    return [...leaves(values(original))].filter(([pointer, value]) => {
      const now = found.get(pointer)
      return now !== value && !(typeof now === 'string' && now.includes(nonsense))
    }).length
  }
})

describe('other years and words', () => {
  it('takes the periods from the head row', async () => {
    const doc = await read(seed.replaceAll('令和7年度', '令和9年度').replaceAll('令和6年度', '令和8年度'))
    const { progressPeriod, nextPeriod } = doc.header as Record<string, Record<string, unknown>>
    expect(progressPeriod?.from).toEqual({ text: '令和8年度', fiscalYear: 2026, half: null })
    expect(progressPeriod?.to).toEqual({ text: '令和9年度上半期', fiscalYear: 2027, half: 1 })
    expect(nextPeriod).toEqual({ text: '令和9年度下半期', fiscalYear: 2027, half: 2 })
  })

  it('takes the categories from the legend', async () => {
    const doc = await read(seed.replaceAll(/継続(?=:|\t)/g, '維持').replaceAll(/拡充(?=:|\t)/g, '強化'))
    const names = (doc.header as { categories: { name: string }[] }).categories.map(each => each.name)
    expect(names).toEqual(['新規', '強化', '維持'])
    const count = (of: Doc, name: string) => rows(of).filter(row => row.category === name).length
    expect(count(doc, '維持')).toBe(count(original, '継続'))
    expect(count(doc, '強化')).toBe(count(original, '拡充'))
  })

  it('takes the heading as it is printed', async () => {
    const doc = await read(seed.replaceAll('検証報告書における提言', '第三者委員会の最終提言'))
    expect(doc.header).toMatchObject({ title: '第三者委員会の最終提言' })
    expect(doc.records).toHaveLength(48)
  })

  it('reads some of the pages as it reads all', async () => {
    const all = pages()
    const doc = await read([all[9], all[11], all[12]].join('\n\n'))
    const labels = ['提言3-ア', '提言3-ウ', '提言3-エ']
    const wanted = rows(original).filter(row => labels.includes(row.label) && row.printedPage !== 14)
    expect(doc.records).toEqual(wanted)
  })
})

describe('what does not agree is spoken of', () => {
  it('a label and its policy', async () => {
    const doc = await read(seed.replace('2\n\n提言1-イ', '2\n\n提言1-ウ'))
    expect(rows(doc)[3]?.label).toBe('提言1-ウ')
    const [found] = doc.diagnostics.filter(each => each.pointer === '/records/3/policy/code')
    expect(found).toMatchObject({ code: 'SEQUENCE_GAP', expected: 'ウ', actual: 'イ' })
    expect(found?.related[0]).toMatchObject({ pointer: '/records/3/label', value: '提言1-ウ' })
    expect([found?.place?.line, found?.related[0]?.place?.line]).toEqual([25, 31])
  })

  it('a page number out of order', async () => {
    const doc = await read(seed.replace('\n19 提言 4 - ウ', '\n91 提言 4 - ウ'))
    const index = rows(doc).findIndex(row => row.printedPage === 91)
    expect(at(doc, 'SEQUENCE_GAP')).toContain(`/records/${index}/printedPage`)
  })

  it('a point that other pages print otherwise', async () => {
    const doc = await read(seed.replace('3\t中堅職員の育成', '3\t中堅職員の登用'))
    const index = rows(doc).findIndex(row => row.recommendation.points.includes('中堅職員の登用'))
    const pointer = `/records/${index}/recommendation/points/2`
    expect(at(doc, 'SUSPECT_TEXT')).toContain(pointer)
    const [found] = doc.diagnostics.filter(each => each.pointer === pointer)
    expect(found).toMatchObject({ expected: '中堅職員の育成', actual: '中堅職員の登用', severity: 'warning' })
  })

  it('a category that the legend has not, and one that is missing', async () => {
    const doc = await read(
      seed
        .replace('継続\t市)男女共同参画室', '完了\t市)男女共同参画室')
        .replace('継続\t総)改革推進室', '\t総)改革推進室'),
    )
    expect(rows(doc)[46]?.category).toBe('完了')
    expect(at(doc, 'SUSPECT_TEXT')).toContain('/records/46/category')
    expect(rows(doc)[24]?.category).toBeNull()
    expect(at(doc, 'CHOICE_NONE')).toContain('/records/24/category')
  })

  it('a recommendation that is left out', async () => {
    const all = pages()
    const doc = await read([all[0], all[9]].join('\n\n'))
    expect(at(doc, 'SEQUENCE_GAP')).toContain('/records/3/recommendation/no')
  })

  it('a letter that recognition took for another', () => {
    expect(at(original, 'ENUMERATOR_LOOKALIKE')).toContain('/records/9/label')
    expect(rows(original)[9]?.label).toBe('提言1-オ')
  })

  it('a line that a column edge cut, with what is probably meant, which never becomes the value', () => {
    const [found] = original.diagnostics.filter(each => each.pointer === '/records/30/policy/text')
    expect(found).toMatchObject({ code: 'SEAM_SUSPECT', severity: 'info' })
    expect(found?.expected).toContain('役割分担')
    expect(rows(original)[30]?.policy).toMatchObject({ text: expect.stringContaining('役殳割分担') })
  })
})

describe('what is no such form is refused', () => {
  it.each(['000_6b2d6f3d5afa7ccf', '001_d747f1a7977c51e7', '002_226b198dc5f12da8', '003_653bf4681e5aba0a'])(
    'seed %s',
    async name => {
      const { documents, failures } = await extractFrom(readFixture(`seeds/${name}.txt`), { layouts })
      expect(documents).toEqual([])
      expect(failures.map(each => each.code)).toEqual(['LAYOUT_UNKNOWN'])
    },
  )

  it.each([
    [
      'a progress table without policies',
      '取組内容\t令和6年度の取組状況\t自己評価\t令和7年度の取組内容\n点検\t実施\tA\t継続',
    ],
    [
      'minutes that speak of the report',
      '検証報告書における提言 取組方針ア 提言1-ア 取組区分 自己評価 担当部\n委員長 取組内容を説明願います。',
    ],
    ['the form as plain lines, its columns run together', seed.replaceAll('\t', ' ')],
  ])('%s', async (_, text) => {
    const { documents } = await extractFrom(text, { layouts })
    expect(documents).toEqual([])
  })
})
