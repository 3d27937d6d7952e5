import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { drawingWords, svgOf } from '../../src/inspect/picture.ts'
import { readPlainText } from '../../src/readers/text.ts'
import { codesOf, findingTable, run, temporaryFolder } from './run.ts'

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const pdf = (name: string): string => join(fixtures, 'readers/pdf', `${name}.pdf`)
const plan = join(fixtures, 'action-plan-progress/printed-pages/input.pdf')
const folder = temporaryFolder()

interface Drawn {
  readonly [attribute: string]: string
}

/** The attributes of the elements that have a given one. */
const drawnWith = (svg: string, attribute: string): Drawn[] =>
  [...svg.matchAll(/<\w+((?: [\w-]+="[^"]*")+)/g)]
    .map(([, written = '']) =>
      Object.fromEntries([...written.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
    )
    .filter(each => attribute in each)

/** The printed lines that a drawing shows. */
const linesIn = (svg: string): string[] =>
  [...svg.matchAll(/<text class="printed"[^>]*>(.*?)<\/text>/g)].map(([, text = '']) => text.replace(/<[^>]*>/g, ''))

/** Every tag is closed in its turn, and nothing is left that should be escaped. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  const isClosed = (close: string, name: string, empty: string): boolean => {
    if (close) return open.pop() === name
    if (!empty) open.push(name)
    return true
  }
  const tag = /<(\/?)(\w+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g
  const text = xml.replace(/^<\?xml[^?]*\?>/, '').replace(tag, (_, close, name, written, empty) => {
    return isClosed(close, name, empty) ? written : '<'
  })
  return open.length === 0 && !/[<>\0]|&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text)
}

describe('the drawing of a page', () => {
  const { code, stdout: svg } = run(['inspect', pdf('merged-cells')])

  it('is well-formed XML', () => {
    expect(code).toBe(0)
    expect(isWellFormed(svg)).toBe(true)
    expect(['<a><b></a></b>', '<a>&</a>', '<a b="<"/>', '<a>'].map(isWellFormed)).toEqual([false, false, false, false])
  })

  it('shows every line where it is printed', () => {
    expect(linesIn(svg).slice(0, 5)).toEqual(['◎基本情報', '事業名', '広報事業費', '10', '事業内容'])
    expect(svg).toContain('<g data-line="1"><rect class="bounds" x="20" y="20.32" width="55" height="11"/>')
  })

  it('shows every cell with its spans, and the rulings', () => {
    const cells = drawnWith(svg, 'data-row').filter(cell => cell['data-row-span'] !== '1')
    expect(cells).toEqual([
      {
        class: 'cell',
        x: '20',
        y: '60',
        width: '20',
        height: '80',
        'data-table': '1',
        'data-row': '1',
        'data-column': '0',
        'data-row-span': '2',
        'data-column-span': '1',
      },
    ])
    expect(svg).toContain('<line class="ruling" x1="20" y1="40" x2="280" y2="40"/>')
  })

  it('says why no field is drawn', () => {
    expect(svg).toContain('no known layout fits; closest is project-evaluation-sheet')
    expect(svg).not.toContain('Empty fields')
  })

  it.each([
    ['turned by a quarter', 'rotated-90', '0 0 520 100', { x: '160', y: '10' }],
    ['cut to its crop box', 'crop-box', '0 0 480 240', undefined],
    ['in larger units', 'user-unit', '0 0 520 400', { x: '20', y: '40' }],
  ])('has the page as shown: %s', (_why, name, viewBox, corner) => {
    const { stdout } = run(['inspect', pdf(name)])
    expect(drawnWith(stdout, 'viewBox')[0]?.viewBox).toBe(viewBox)
    if (corner) expect(drawnWith(stdout, 'data-row')[0]).toMatchObject(corner)
  })

  it('has the same bytes each time', () => {
    expect(run(['inspect', pdf('merged-cells')]).stdout).toBe(svg)
  })
})

describe('the fields on a drawing', () => {
  const { code, stdout: svg } = run(['inspect', plan, '--page', '3'])
  const fields = drawnWith(svg, 'data-name')

  it('have their pointer, their name on the form and one colour each', () => {
    expect(code).toBe(0)
    expect(isWellFormed(svg)).toBe(true)
    const title = fields.find(field => field['data-pointer'] === '/records/8/title')
    const others = fields.filter(field => field['data-name'] === title?.['data-name'])
    expect(title).toMatchObject({ class: 'field', 'data-name': '項目' })
    expect(new Set(others.map(field => field.color)).size).toBe(1)
    expect(new Set(fields.map(field => field.color)).size).toBeGreaterThan(2)
  })

  it('have their value as a tooltip', () => {
    expect(svg).toContain('<title>項目&#10;/records/8/title&#10;職員力向上に向けた人材の確保・育成</title>')
  })

  it('are those of the page alone', () => {
    const { stdout } = run(['inspect', plan])
    expect(drawnWith(stdout, 'data-pointer').map(field => field['data-pointer'])).toContain('/records/0/title')
    expect(fields.map(field => field['data-pointer'])).not.toContain('/records/0/title')
  })
})

describe('what belongs to no field', () => {
  const source = readPlainText('')
  const svg = svgOf({
    source,
    page: { number: 1, span: [0, 0], blocks: [] },
    size: [100, 100],
    rulings: undefined,
    fields: [{ pointer: '/records/0/a', name: '"<名>"', value: 'a & \u0001b', rects: [[1, 2, 3, 4]] }],
    unclaimed: [{ text: '<script>', rect: [10, 20, 50, 30] }],
    empty: [{ pointer: '/records/0/no', name: '番号', why: ['FIELD_UNREADABLE: it is no number'] }],
    said: [],
    words: drawingWords('en'),
  })

  it('is red, with its text', () => {
    expect(svg).toContain('<g class="unclaimed"><title>in no field&#10;&lt;script&gt;</title>')
    expect(svg).toContain('.unclaimed rect { fill: #ffe5e5; stroke: #d00;')
  })

  it('and what has no value is listed with the reason', () => {
    expect(svg).toContain('>番号 /records/0/no</text>')
    expect(svg).toContain('>FIELD_UNREADABLE: it is no number</text>')
  })

  it('never breaks the XML', () => {
    expect(isWellFormed(svg)).toBe(true)
    expect(svg).toContain('&quot;&lt;名&gt;&quot;&#10;/records/0/a&#10;a &amp; \ufffdb')
  })
})

describe('--tables', () => {
  it('lists every table cell by cell, of a document of no known layout', () => {
    const { code, stdout } = run(['inspect', pdf('boxes-and-fills'), '--tables'])
    const { input, tables, failures } = JSON.parse(stdout)
    expect([code, failures]).toEqual([0, []])
    expect(input).toMatchObject({ path: pdf('boxes-and-fills'), mediaType: 'application/pdf', pages: 1 })
    expect(tables.map((table: { cells: unknown[] }) => table.cells.length)).toEqual([4, 4])
    expect(tables[1]).toMatchObject({ page: 1, table: 2, rows: 2, columns: 2, bbox: [140, 160, 260, 200] })
    expect(tables[1].cells[1]).toEqual({
      row: 0,
      column: 1,
      rowSpan: 1,
      columnSpan: 1,
      text: '5',
      lines: [{ text: '5', bbox: [204, 165.2, 209.89, 175.2] }],
      bbox: [200, 160, 260, 180],
    })
  })

  it('as CSV has a row for every cell', () => {
    const [head, first, , , vertical] = run(['inspect', pdf('merged-cells'), '--tables', '-f', 'csv']).stdout.split(
      '\n',
    )
    expect(head).toBe('page,table,row,column,row_span,column_span,text,x0,y0,x1,y1,found_by,line_boxes')
    expect(first).toBe('1,1,0,0,1,2,事業名,20,40,100,60,lines,24 45.2 54 55.2')
    expect(vertical).toBe('1,1,1,0,2,1,事業内容,20,60,40,140,lines,25 69.2 35 115.2')
  })

  it('of chosen pages', () => {
    const pagesOf = (...more: string[]) =>
      JSON.parse(run(['inspect', plan, '--tables', ...more]).stdout).tables.map((table: { page: number }) => table.page)
    expect([...new Set(pagesOf('--pages', '2-3'))]).toEqual([2, 3])
    expect([...new Set(pagesOf('--page', '1'))]).toEqual([1])
  })

  it('of a text have no rectangles', () => {
    const { tables } = JSON.parse(run(['inspect', '-', '--tables'], { input: '番号\t名\n1\t甲\n2\t乙\n' }).stdout)
    expect(tables[0]).toMatchObject({ page: null, bbox: null, rows: 3, columns: 2 })
    expect(tables[0].cells.at(-1)).toMatchObject({ row: 2, column: 1, text: '乙', bbox: null })
  })

  it('go into a file, in the form that its name asks for', () => {
    const path = join(folder, 'cells.csv')
    expect(run(['inspect', pdf('forms'), '--tables', '-o', path]).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('左,')
  })
})

describe('how it ends', () => {
  const taken = join(folder, 'taken.svg')
  const rows: [why: string, args: string[], code: number, codes: string[]][] = [
    ['a text has no page to draw', [findingTable], 2, ['USAGE']],
    ['no such page', [plan, '--page', '9'], 2, ['USAGE']],
    ['no such page whose tables to list', [plan, '--tables', '--page', '9'], 2, ['USAGE']],
    ['none of the pages whose tables to list', [plan, '--tables', '--pages', '8-9'], 2, ['USAGE']],
    ['several pages at once', [plan, '--pages', '1-2'], 2, ['USAGE']],
    ['a form of data for a drawing', [plan, '-f', 'csv'], 2, ['USAGE']],
    ['a name of data for a drawing', [plan, '-o', join(folder, 'page.json')], 2, ['USAGE']],
    ['nothing there', [join(folder, 'none.pdf')], 2, ['NOT_FOUND']],
    ['several files', [join(fixtures, 'readers/pdf')], 2, ['USAGE']],
    ['the file exists', [plan, '-o', taken], 2, ['OUTPUT_EXISTS']],
    ['a picture of a page', [pdf('scanned')], 1, ['SCANNED']],
    ['a page that is a picture', [pdf('one-page-scanned'), '--page', '2'], 1, ['SCANNED']],
    ['the page beside it', [pdf('one-page-scanned'), '--page', '1'], 0, []],
    ['tables, and a page that is a picture', [pdf('one-page-scanned'), '--tables'], 3, ['SCANNED']],
    ['tables of the page beside it', [pdf('one-page-scanned'), '--tables', '--pages', '1'], 0, []],
    ['locked', [pdf('locked'), '--tables'], 1, ['PASSWORD_REQUIRED']],
    ['locked, with the password', [pdf('locked'), '--password', 'himitsu'], 0, []],
  ]
  it.each(rows)('%s', (_why, args, code, codes) => {
    writeFileSync(taken, 'kept')
    const ran = run(['inspect', ...args])
    expect([ran.code, codesOf(ran)]).toEqual([code, codes])
    expect(readFileSync(taken, 'utf8')).toBe('kept')
  })

  it('writes nothing where there is nothing to show', () => {
    const path = join(folder, 'scanned.svg')
    expect(run(['inspect', pdf('scanned'), '-o', path]).code).toBe(1)
    expect(existsSync(path)).toBe(false)
  })
})
