import { describe, expect, it } from 'vitest'
import { oneDocument } from '../helpers/extract.ts'
import { type CellText, columnHeads, cutCell, html, markdown, tableRows, top, tsv } from './finding-table/as-table.ts'
import { changed, codesOf, leaves, randomOf, read, seed } from './finding-table/seed.ts'

const base = await read(seed)
const rows = tableRows(base)
const head: CellText[] = columnHeads.map(name => [name])
const pick = (order: readonly number[]) => (row: readonly CellText[]) => order.map(index => row[index] as CellText)
const replaced = (at: number, row: readonly CellText[]) => rows.map((each, index) => (index === at ? row : each))
const withCell = (row: readonly CellText[], column: number, cell: CellText) =>
  row.map((each, index) => (index === column ? cell : each))
const row = (index: number) => rows[index] as CellText[]
const writers = [
  ['tab-separated', tsv],
  ['HTML', html],
  ['Markdown', markdown],
] as const

describe.each(writers)('the table as %s', (_, write) => {
  it('is read cell by cell, every character accounted for', async () => {
    const document = await read(top + write([head, ...rows]))
    expect(changed(base, document)).toEqual([])
    expect(document.diagnostics).toEqual([])
    expect(document.coverage.unclaimed).toBe(0)
  })

  it('takes the columns in any order', async () => {
    const order = [0, 3, 4, 1, 2, 7, 5, 6]
    const document = await read(top + write([head, ...rows].map(pick(order))))
    expect(changed(base, document)).toEqual([])
    expect(codesOf(document)).toEqual([])
  })

  it('keeps a column it does not know under its head, and shifts nothing', async () => {
    const more = [head, ...rows].map((cells, index) => cells.toSpliced(4, 0, [index === 0 ? '備考' : `別の話${index}`]))
    const document = await read(top + write(more))
    const { records } = document as unknown as { records: readonly { readonly other: unknown }[] }
    expect(records.map(record => record.other)).toEqual(
      rows.map((_, row) => [{ label: '備考', value: `別の話${row + 1}` }]),
    )
    expect(changed(base, { ...document, records: records.map(record => ({ ...record, other: [] })) })).toEqual([])
    expect(codesOf(document)).toEqual(['EDITION_UNKNOWN'])
    expect(document.coverage.unclaimed).toBe(0)
  })

  it.each(columnHeads.map((name, column) => [name, column] as const))(
    'lacks only the column %s',
    async (name, column) => {
      const less = [head, ...rows].map(cells => cells.toSpliced(column, 1))
      const document = await read(top + write(less))
      const lost = changed(base, document)
      expect(new Set(lost.map(pointer => pointer.split('/')[3])).size).toBe(1)
      expect(lost.filter(pointer => leaves(document).get(pointer))).toEqual([])
      const edition = document.diagnostics.find(each => each.code === 'EDITION_UNKNOWN')
      expect(edition?.message).toContain(`missing: ${name}`)
      const told = document.diagnostics.filter(each => each.pointer?.startsWith('/records/'))
      expect(told.length >= rows.length).toBe(['NO', '指摘事項', '今後の取組の方向性'].includes(name))
    },
  )

  it('takes a letter alone for the category of a timing, and misses no text', async () => {
    const document = await read(top + write([head, ...replaced(0, withCell(row(0), 6, ['A']))]))
    const { timing } = document.records[0] as { timing: unknown }
    expect(timing).toEqual({ category: 'A', text: null, fiscalYear: null })
    expect(codesOf(document)).toEqual([])
  })

  it('knows a column whose head has other words by its place, and says so', async () => {
    const document = await read(top + write([withCell(head, 4, ['評価した取組']), ...rows]))
    expect(changed(base, document)).toEqual([])
    expect(document.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['EDITION_UNKNOWN', 'warning']])
  })

  it('shows a sentence that has got in anywhere, and loses one cell at most', async () => {
    const random = randomOf(5)
    const table = [head, ...rows]
    const sentences = [
      'むかしむかし、竜宮のたぬきは三角の海を歌った。',
      'たぬきが空を飛ぶ夢',
      'The quick brown fox jumps.',
    ]
    for (let place = 0; place < 50; place += 1) {
      const sentence = sentences[place % 3] as string
      const [at, column] = [random(table.length), random(8)]
      const cell = (table[at] as CellText[])[column] as CellText
      const [before, after] = cutCell(cell, random(cell.join('\n').length + 1))
      const text = `${before.join('\n')}${place % 2 ? `\n${sentence}\n` : sentence}${after.join('\n')}`.trim()
      const changedRow = withCell(table[at] as CellText[], column, text.split('\n'))
      const document = await read(top + write(table.with(at, changedRow)))
      const message = `${at} ${column} ${text}`
      expect(document.records, message).toHaveLength(7)
      expect(
        textsOf(document).some(each => each.includes(compact(sentence))),
        message,
      ).toBe(true)
      const cells = changed(base, document).map(pointer => pointer.replace(/^(\/records\/\d+\/\w+).*/u, '$1'))
      expect(new Set(cells).size, message).toBeLessThanOrEqual(1)
    }
  })
})

const compact = (text: string): string => text.replace(/\s+/gu, '')
const textsOf = (document: Awaited<ReturnType<typeof read>>): string[] =>
  [
    ...[...leaves(document).values()].filter(value => typeof value === 'string'),
    ...document.coverage.unclaimedTexts.map(each => each.text),
  ].map(compact)

describe('a table on several pages', () => {
  const [finding, findingRest] = cutCell(row(4)[5] as CellText, 40)
  const [response, responseRest] = cutCell(row(4)[7] as CellText, 60)
  const upper = withCell(withCell(row(4), 5, finding), 7, response)
  const lower = head.map((_, column): CellText => (column === 5 ? findingRest : column === 7 ? responseRest : ['']))
  const said = withCell(withCell(row(4), 5, findingRest), 7, responseRest)

  it.each([
    ['heads on each page', top + tsv([head, ...rows.slice(0, 5)]), top + tsv([head, ...rows.slice(5)])],
    ['heads on the first page only', top + html([head, ...rows.slice(0, 5)]), html(rows.slice(5))],
    [
      'a row cut between them',
      top + tsv([head, ...rows.slice(0, 4), upper]),
      top + tsv([head, lower, ...rows.slice(5)]),
    ],
    ['a cut row below no heads', top + html([head, ...rows.slice(0, 4), upper]), html([lower, ...rows.slice(5)])],
    [
      'a cut row with its names again',
      top + tsv([head, ...rows.slice(0, 4), upper]),
      tsv([head, said, ...rows.slice(5)]),
    ],
  ])('%s', async (_, one, other) => {
    const document = await read(`${one}\f${other}`)
    expect(changed(base, document)).toEqual([])
    expect(document.diagnostics).toEqual([])
  })

  it('gives a cut cell the places of both its parts', async () => {
    const text = `${top}${tsv([head, ...rows.slice(0, 4), upper])}\f${top}${tsv([head, lower, ...rows.slice(5)])}`
    const { provenance, recordPages } = await oneDocument(text, { provenance: true })
    expect(provenance?.['/records/4/finding']?.map(place => place.page)).toEqual([1, 2])
    expect(recordPages[4]).toEqual({ from: 1, to: 2 })
  })

  it('joins names that the page break cut', async () => {
    const cut = [
      ['7'],
      ['教育'],
      ['生涯学習部'],
      ['6-1', '将来を担う創造性'],
      ['教育の情'],
      row(6)[5],
      ['A:指摘を踏まえ、'],
    ]
    const rest = [
      [''],
      ['委員会'],
      ['学校教育部'],
      ['豊かな人材の育成・活用'],
      ['報化推進事業'],
      [''],
      [timingRest],
      row(6)[7],
    ]
    const text = `${top}${tsv([head, ...rows.slice(0, 6), [...cut, ['']] as CellText[]])}\f${tsv([rest as CellText[]])}`
    expect(changed(base, await read(text))).toEqual([])
  })
})

const timingRest = '令和３年度(2021年度)に具体的な取組を実施'

describe('cells over several rows', () => {
  const span = (cell: CellText, count: number) => `<td rowspan="${count}">${cell.join('<br>')}</td>`
  const plain = (cell: CellText) => `<td>${cell.join('<br>')}</td>`
  const merged = rows.map((cells, index) => {
    const written = cells.map((cell, column) => {
      if (column !== 1 && column !== 3) return plain(cell)
      return index === 0 ? span(cell, 3) : index < 3 ? '' : plain(cell)
    })
    return `<tr>${written.join('')}</tr>`
  })

  it('stand on every row they span', async () => {
    const names = `<tr>${head.map(plain).join('')}</tr>`
    const document = await read(`${top}<table>${names}${merged.join('\n')}</table>`)
    expect(changed(base, document)).toEqual([])
    expect(document.diagnostics).toEqual([])
  })

  it('are null below the first row where no span is seen, and say so', async () => {
    const blank = rows.map((cells, index) => (index === 1 ? withCell(cells, 3, ['']) : cells))
    const document = await read(top + tsv([head, ...blank]))
    expect(changed(base, document)).toEqual(['/records/1/measure/code', '/records/1/measure/name'])
    expect(document.diagnostics.map(each => each.pointer)).toEqual(changed(base, document))
  })
})

describe('rows with something amiss', () => {
  it.each([1, 2, 3, 4, 5, 6, 7])('a lost cell (column %i) moves no value silently', async column => {
    const document = await read(top + tsv([head, ...replaced(2, row(2).toSpliced(column, 1))]))
    expect(document.records).toHaveLength(7)
    const moved = changed(base, document)
    expect(moved).not.toEqual([])
    for (const pointer of moved) {
      expect(pointer).toMatch(/^\/records\/2\//u)
      const cell = pointer.replace(/^(\/records\/2\/\w+).*/u, '$1')
      expect(
        document.diagnostics.some(each => each.pointer?.startsWith(cell)),
        pointer,
      ).toBe(true)
    }
  })

  it('a row that lost its NO is a record', async () => {
    const document = await read(top + tsv([head, ...replaced(2, withCell(row(2), 0, ['']))]))
    expect(changed(base, document)).toEqual(['/records/2/no'])
    expect(codesOf(document)).toEqual(['FIELD_UNREADABLE'])
  })

  it('what a timing shows instead of its letter is told, and not the head of its record', async () => {
    const document = await read(
      top + tsv([head, ...replaced(2, withCell(row(2), 6, ['A、B:指摘を踏まえ、令和4年度に実施']))]),
    )
    expect(document.records[2]).toMatchObject({ timing: { category: null } })
    const [told] = document.diagnostics.filter(each => each.pointer === '/records/2/timing/category')
    expect(told?.message).toContain('"A、B:指摘を踏まえ')
  })

  it.each([
    ['子ども未来\n局', ['子ども未来局']],
    ['教育委員会\n事務局', ['教育委員会事務局']],
    ['経済観光局\n建設局', ['経済観光局', '建設局']],
    ['子ども未来 局', ['子ども未来局']],
  ])('reads the bureaus %s', async (printed, bureaus) => {
    const document = await read(top + tsv([head, ...replaced(0, withCell(row(0), 1, printed.split('\n')))]))
    expect(document.records[0]).toMatchObject({ bureaus })
    expect(document.diagnostics).toEqual([])
  })

  it('marks a name that does not end as names of units do', async () => {
    const document = await read(top + tsv([head, ...replaced(0, withCell(row(0), 1, ['消防']))]))
    expect(document.records[0]).toMatchObject({ bureaus: ['消防'] })
    expect(document.diagnostics.map(each => [each.code, each.pointer])).toEqual([
      ['SUSPECT_TEXT', '/records/0/bureaus/0'],
    ])
  })

  it.each(['A:指摘を踏まえ、', 'A:指摘を踏まえ、令和３年度(2021', 'A:令和３年度に具体的な'])(
    'marks the timing %s',
    async printed => {
      const document = await read(top + tsv([head, ...replaced(0, withCell(row(0), 6, [printed]))]))
      expect(codesOf(document)).toEqual(['FIELD_AMBIGUOUS', 'SUSPECT_TEXT'])
      expect(new Set(document.diagnostics.map(each => each.pointer))).toEqual(
        new Set(['/records/0/timing/text', '/records/0/timing/fiscalYear']),
      )
    },
  )
})
