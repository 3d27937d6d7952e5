import { describe, expect, test } from 'vitest'
import { type Cell, plainColumn } from '../../src/walks/tables/columns.ts'
import { fill, planTables, type TableData } from '../../src/walks/tables/table-rows.ts'
import { csvOf, csvPieces } from '../../src/writers/csv/csv.ts'
import type { Replaced, TableOptions } from '../../src/writers/writer.ts'
import { doc, form, otherDoc } from '../walks/sample.ts'

const table = (...rows: Cell[][]): TableData => ({
  name: 'made_up',
  ja: '仮',
  columns: [plainColumn('finding', '指摘', 'string'), { ...plainColumn('amount', '金額', 'integer'), unit: '千円' }],
  rows,
})

const textOf = (data: TableData, options?: TableOptions) => Buffer.from(csvOf(data, options)).toString('utf8')

describe('UTF-8 with LF is exact', () => {
  test.each<[string, Cell[], string]>([
    ['null is an empty cell', [null, null], ','],
    ['zero and minus zero', [0, -0], '0,0'],
    ['numbers', [-1.5, 1234567], '-1.5,1234567'],
    ['truth values', [true, false], 'true,false'],
    ['a comma', ['a,b', 1], '"a,b",1'],
    ['a quote', ['"雪"', 1], '"""雪""",1'],
    ['a line break', ['a\nb', 1], '"a\nb",1'],
    ['a carriage return', ['a\rb', 1], '"a\rb",1'],
    ['spaces at the ends', [' a ', 1], ' a ,1'],
    ['a formula stays', ['=1+1', 1], '=1+1,1'],
    ['any character', ['〜𠮷⽇', 1], '〜𠮷⽇,1'],
  ])('%s', (_, row, line) => expect(textOf(table(row))).toBe(`finding,amount\n${line}\n`))

  test('a table without rows has its header', () => expect(textOf(table())).toBe('finding,amount\n'))

  test('Japanese headers name the unit', () => {
    expect(textOf(table(), { headers: 'ja' })).toBe('指摘,金額（千円）\n')
  })

  test('a table of a layout', () => {
    const main = planTables(form)[0]
    const text = main ? textOf(fill(main, [doc])) : ''
    expect(text.split('\n')[0]).toBe(
      'municipality_code,source,source_page,record_no,document_no,record_page,sheet_title,fiscal_year,name,measure_code,bureaus,reflected,is_new,half,ratio,spread,doubts,by_hand',
    )
    expect(text).toContain(
      '011002,in/見本.pdf,2,1,1,2,見本 その一,2022,"除雪、""雪""\n対策",,"建設局\n環境局","A\nB",true,2,-1.5,1,0,0\n',
    )
  })
})

describe('encodings for spreadsheets', () => {
  test('UTF-8 with BOM has CRLF, and a line break in a cell stays a quoted LF', () => {
    const bytes = csvOf(table(['a\nb', 1]), { encoding: 'utf-8-bom' })
    expect(Buffer.from(bytes).toString('hex').startsWith('efbbbf')).toBe(true)
    expect(Buffer.from(bytes).toString('utf8')).toBe('\uFEFFfinding,amount\r\n"a\nb",1\r\n')
  })

  test('CP932', () => {
    const bytes = csvOf(table(['札幌～', -1]), { encoding: 'cp932', headers: 'ja' })
    expect(new TextDecoder('shift_jis').decode(bytes)).toBe('指摘,金額（千円）\r\n札幌～,-1\r\n')
  })

  test.each<[string, string]>([
    ['=1+1', "'=1+1"],
    ['+81-11', "'+81-11"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['＝1+1', "'＝1+1"],
    ['＋81', "'＋81"],
    ['－SUM(A1)', "'－SUM(A1)"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\u2212A1', "'\u2212A1"],
    ['﹢A1', "'﹢A1"],
    ['﹦A1', "'﹦A1"],
    ['﹣A1', "'﹣A1"],
    ['﹫A1', "'﹫A1"],
    ['－', '－'],
    ['\u2212\u2212', '\u2212\u2212'],
    ['\rx', '"\'\rx"'],
    ['a=1', 'a=1'],
    ['▲5', '▲5'],
    ["'x", "'x"],
  ])('text %j is guarded as %j', (cell, guarded) => {
    const options = { encoding: 'utf-8-bom' } as const
    expect(textOf(table([cell, -5]), options)).toBe(`\uFEFFfinding,amount\r\n${guarded},-5\r\n`)
  })

  test('the guard can be turned off', () => {
    expect(textOf(table(['=1', 1]), { encoding: 'utf-8-bom', guard: false })).toContain('\r\n=1,1\r\n')
  })

  test.each([
    ['4-1', '"=""4-1"""'],
    ['2-2-1', '"=""2-2-1"""'],
    ['011002', '"=""011002"""'],
    ['1:20', '"=""1:20"""'],
    ['1E5', '"=""1E5"""'],
    ['123456789012', '"=""123456789012"""'],
    ['82817', '82817'],
    ['1.2', '1.2'],
    ['施策4-1', '施策4-1'],
  ])('a code %s that Excel would change is given as %s', (cell, guarded) => {
    const options = { encoding: 'utf-8-bom' } as const
    expect(textOf(table([cell, 41]), options)).toBe(`\uFEFFfinding,amount\r\n${guarded},41\r\n`)
    expect(textOf(table([cell, 41]), { ...options, guard: false })).toContain(`\r\n${cell},41\r\n`)
    expect(textOf(table([cell, 41]))).toContain(`\n${cell},41\n`)
  })

  test('what CP932 lacks is exchanged and told, and 〓 stands for what nothing is like', () => {
    const told: Replaced[] = []
    const bytes = csvOf(table(['札幌', 1], ['CO₂〜é⽇⁼1 𠮷', 2], ['⁼1', 3]), {
      encoding: 'cp932',
      onReplaced: each => told.push(each),
    })
    const text = new TextDecoder('shift_jis').decode(bytes)
    expect(text).toBe("finding,amount\r\n札幌,1\r\nCO2～e日=1 〓,2\r\n'=1,3\r\n")
    const exchanges = ['₂22', '〜～2', 'ée2', '⽇日2', '⁼=2', '𠮷〓2', '⁼=3']
    expect(told.map(({ character, by, row }) => character + by + row)).toEqual(exchanges)
    expect(told[0]).toMatchObject({
      table: { name: 'made_up' },
      column: { name: 'finding' },
      context: 'CO《₂》〜é⽇⁼1 𠮷',
    })
  })

  test('with strictEncoding a character that CP932 lacks is an error that names it and its cell', () => {
    const write = () => csvOf(table(['札幌', 1], ['CO₂', 2]), { encoding: 'cp932', strictEncoding: true })
    expect(write).toThrow(
      expect.objectContaining({
        code: 'CHARACTER_UNMAPPABLE',
        message: 'CP932 has no "₂" (U+2082): table made_up, column finding, row 2',
      }),
    )
  })
})

describe('document by document', () => {
  const plans = planTables(form)
  const docs = [doc, otherDoc, { ...doc, edition: 'R5' }, doc]

  test.each<TableOptions>([{}, { headers: 'ja' }, { encoding: 'utf-8-bom' }, { encoding: 'cp932' }])(
    'a table is to the letter what it is in one go: %j',
    options => {
      for (const plan of plans) {
        const whole = Buffer.from(csvOf(fill(plan, docs), options))
        expect(Buffer.concat([...csvPieces(plan, docs, options)])).toEqual(whole)
      }
    },
  )

  test('a character that CP932 lacks is named with its row in the whole table', () => {
    const strange = { ...doc, header: { ...(doc.header as object), title: '𠮷' } }
    const write = () => [
      ...csvPieces(plans[0] as (typeof plans)[0], [doc, strange], { encoding: 'cp932', strictEncoding: true }),
    ]
    expect(write).toThrow('CP932 has no "𠮷" (U+20BB7): table projects, column sheet_title, row 3')
  })
})
