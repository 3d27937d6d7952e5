import { describe, expect, it } from 'vitest'
import type { ReleaseFinding } from '../../src/diagnostics/release.ts'
import { findingsAcross, releaseOf, type SheetOf, sheetOf } from './project-evaluation-sheet/release.ts'

const told = ({ code, paths }: ReleaseFinding): [string, string[]] => [code, paths]
const codes = (sheets: readonly SheetOf[]): string[] => findingsAcross(sheets).map(each => each.code)

/** A 300-sheet release with some of its sheets changed. */
const changed = (changes: { [index: number]: Partial<SheetOf> }, seed = 1): SheetOf[] =>
  releaseOf(300, seed).map((sheet, index) => ({ ...sheet, ...changes[index] }))

describe('a release in which everything agrees', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('has no finding (%i)', seed => {
    expect(findingsAcross(releaseOf(300, seed))).toEqual([])
  })

  it('has none where there are no sheets, one, or sheets of which nothing could be read', () => {
    const unread = sheetOf({ fiscalYear: null, account: null, columns: [[null, null, null, null]] })
    expect(findingsAcross([])).toEqual([])
    expect(findingsAcross([sheetOf()])).toEqual([])
    expect(findingsAcross([1, 2, 3, 4, 5].map(no => ({ ...unread, path: `${no}.pdf`, project: null })))).toEqual([])
  })
})

describe('file name and sheet', () => {
  it.each<[why: string, path: string, sheet: Partial<SheetOf>, differing: (keyof SheetOf)[]]>([
    ['agree', 'a/20251020001.pdf', {}, []],
    ['agree in a re-upload', 'a/20251020001_1.pdf', {}, []],
    ['agree, text', 'a/20251020001.txt', {}, []],
    ['agree, Windows path', 'a\\20251020001.pdf', {}, []],
    ['agree, code without its leading zero', '20250100042.pdf', { account: '1', project: '42' }, []],
    ['other pattern: a letter', 'a/x20251020001.pdf', { project: '1' }, []],
    ['other pattern: a digit short', 'a/2025102001.pdf', { project: '1' }, []],
    ['other pattern: a digit long', 'a/202510200011.pdf', { project: '1' }, []],
    ['other pattern: no year', 'a/09012345678.pdf', {}, []],
    ['other pattern: only the folder is named so', '20251020002/sheet.pdf', {}, []],
    ['another edition', 'a/20251020001.pdf', { edition: '2023', fiscalYear: 2023 }, []],
    ['nothing read to compare', 'a/20251020002.pdf', { fiscalYear: null, account: null, project: null }, []],
    ['the year printed, not the one after', 'a/20241020001.pdf', {}, ['fiscalYear']],
    ['another account', 'a/20251120001.pdf', {}, ['account']],
    ['another project', 'a/20251020002.pdf', {}, ['project']],
    ['another project in a re-upload', 'a/20251020002_1.pdf', {}, ['project']],
    ['everything', 'a/20241120002.pdf', {}, ['fiscalYear', 'account', 'project']],
  ])('%s: %s', (_, path, sheet, differing) => {
    const found = findingsAcross([sheetOf({ path, ...sheet })])
    expect(found.map(told)).toEqual(differing.length === 0 ? [] : [['FILENAME_MISMATCH', [path]]])
    const words = { fiscalYear: ' 年度 ', account: '会計コード', project: '事業コード' } as Record<string, string>
    const said = Object.keys(words).filter(key => found[0]?.message.includes(words[key] as string))
    expect(said).toEqual(differing)
  })

  it('say both what the name and what the sheet says', () => {
    const [found] = findingsAcross([sheetOf({ path: '20251020002.pdf' })])
    expect(found).toMatchObject({
      pages: [{ from: 1, to: 1 }],
      expected: { fiscalYear: 2024, accountCode: '10', projectCode: '20002' },
      actual: { fiscalYear: 2024, accountCode: '10', projectCode: '20001' },
    })
    expect(found?.message).toContain('says 事業コード 20002, the sheet 20001')
    const [otherYear] = findingsAcross([sheetOf({ path: '20241020001.pdf' })])
    expect(otherYear?.message).toContain('says 年度 2023 (2024 - 1), the sheet 2024')
  })

  it('of a file with several sheets are those of the sheet most like the name', () => {
    const page = (no: number) => ({ path: '20251020002.pdf', pages: { from: no, to: no } })
    const two = ['20001', '20002'].map((project, index) => sheetOf({ project, ...page(index + 1) }))
    expect(findingsAcross(two)).toEqual([])
    const neither = ['20003', '20004'].map((project, index) =>
      sheetOf({ project, ...page(index + 1), account: index === 0 ? '11' : '10' }),
    )
    expect(findingsAcross(neither)).toMatchObject([{ code: 'FILENAME_MISMATCH', pages: [{ from: 2, to: 2 }] }])
  })
})

describe('the year of a release', () => {
  const named = { edition: '2023', columns: [] }
  const years = (counts: { [year: number]: number }): SheetOf[] =>
    Object.entries(counts).flatMap(([year, count]) =>
      releaseOf(count, 1, named).map(sheet => ({ ...sheet, path: `${year}/${sheet.path}`, fiscalYear: Number(year) })),
    )

  it.each<[why: string, counts: { [year: number]: number }, strays: number]>([
    ['one year', { 2024: 300 }, 0],
    ['two whole years', { 2023: 310, 2024: 300 }, 0],
    ['two whole years, one with far fewer projects', { 2023: 620, 2024: 300 }, 0],
    ['one project through the years', { 2020: 1, 2021: 1, 2022: 1, 2023: 1, 2024: 1 }, 0],
    ['two sheets', { 2023: 1, 2024: 1 }, 0],
    ['two against one are too few to tell', { 2023: 1, 2024: 2 }, 0],
    ['a small bureau', { 2023: 1, 2024: 4 }, 1],
    ['last year among this year', { 2023: 2, 2024: 300 }, 2],
    ['next year among this year, and a far one', { 2012: 1, 2024: 60, 2025: 1 }, 2],
  ])('%s', (_, counts, strays) => {
    const found = findingsAcross(years(counts))
    expect(found.map(each => each.code)).toEqual(Array.from({ length: strays }, () => 'YEAR_OUTLIER'))
    expect(found.every(each => each.expected === 2024 && each.actual !== 2024)).toBe(true)
  })

  it('is told of a sheet whose name agrees with it, whatever the edition, with its pages', () => {
    const pages = { from: 8, to: 9 }
    const sheets = changed({
      7: { path: '20241020007.pdf', fiscalYear: 2023 },
      9: { edition: '2006', fiscalYear: 2012, pages },
    })
    expect(findingsAcross(sheets)).toMatchObject([
      { code: 'YEAR_OUTLIER', paths: ['20241020007.pdf'], expected: 2024, actual: 2023 },
      { code: 'YEAR_OUTLIER', pages: [pages], expected: 2024, actual: 2012 },
    ])
  })
})

describe('a project that is there twice', () => {
  const twice = (first: Partial<SheetOf>, second: Partial<SheetOf>) =>
    findingsAcross([sheetOf({ path: 'a.pdf', ...first }), sheetOf({ path: 'b.pdf', ...second })])

  it.each<[why: string, first: Partial<SheetOf>, second: Partial<SheetOf>, found: number]>([
    ['the same codes', {}, {}, 1],
    ['two editions', {}, { edition: '2023' }, 1],
    ['another project', {}, { project: '20002' }, 0],
    ['the same project code in another account', {}, { account: '11' }, 0],
    ['another year', {}, { fiscalYear: 2023 }, 0],
    ['no year', { fiscalYear: null }, { fiscalYear: null }, 0],
    ['no account', { account: null }, { account: null }, 0],
    ['no code, though the bytes are the same', { project: null, sha256: 'x' }, { project: null, sha256: 'x' }, 0],
  ])('%s', (_, first, second, found) => {
    expect(twice(first, second).map(told)).toEqual(
      Array.from({ length: found }, () => ['DOCUMENT_REPEATED', ['a.pdf', 'b.pdf']]),
    )
  })

  it.each<[why: string, paths: string[], reuploads: { path: string; of: string }[]]>([
    ['a re-upload', ['x/n.pdf', 'x/n_1.pdf'], [{ path: 'x/n_1.pdf', of: 'x/n.pdf' }]],
    ['a re-upload in front', ['n_1.pdf', 'n.pdf'], [{ path: 'n_1.pdf', of: 'n.pdf' }]],
    [
      'two re-uploads',
      ['n.pdf', 'n_1.pdf', 'n_2.pdf'],
      [
        { path: 'n_1.pdf', of: 'n.pdf' },
        { path: 'n_2.pdf', of: 'n_1.pdf' },
      ],
    ],
    ['another name', ['n.pdf', 'm_1.pdf'], []],
    ['a number that is no upload', ['n_1.pdf', 'm_1.pdf'], []],
  ])('%s', (_, paths, reuploads) => {
    const [found, ...others] = findingsAcross(paths.map(path => sheetOf({ path })))
    expect(others).toEqual([])
    expect(found).toMatchObject({ paths, actual: { documents: paths.length, reuploads, identical: [] } })
    expect(found?.message.includes('re-upload')).toBe(reuploads.length > 0)
  })

  it('says where the content is the same', () => {
    const [found] = twice({ sha256: 'x' }, { sha256: 'x' })
    expect(found).toMatchObject({ actual: { reuploads: [], identical: [['a.pdf', 'b.pdf']] } })
    expect(found?.message).toContain('the content of a.pdf and b.pdf is identical')
  })

  it('names the pages of a bundle, whose sheets have its bytes in common and are not called identical', () => {
    const inBundle = (from: number): Partial<SheetOf> => ({
      path: 'all.pdf',
      sha256: 'x',
      pages: { from, to: from + 1 },
    })
    const [found] = twice(inBundle(3), inBundle(9))
    expect(found).toMatchObject({
      paths: ['all.pdf', 'all.pdf'],
      pages: [
        { from: 3, to: 4 },
        { from: 9, to: 10 },
      ],
      actual: { identical: [] },
    })
    expect(found?.message).toContain('all.pdf (pages 3-4), all.pdf (pages 9-10)')
  })

  it('is told in a sentence that names a few, however many there are', () => {
    const [found] = findingsAcross(Array.from({ length: 900 }, (_, no) => sheetOf({ path: `${no}.pdf`, sha256: 'x' })))
    expect(found?.paths).toHaveLength(900)
    expect(found?.message).toContain('stands 900 times: 0.pdf (page 1), 1.pdf (page 1), 2.pdf (page 1), ')
    expect(found?.message).toContain('4.pdf and 895 more is identical')
    expect(found?.message.length).toBeLessThan(400)
  })

  it('is found among 300', () => {
    const sheets = [...changed({}), sheetOf({ path: 'release/20251020042_1.pdf', project: '20042' })]
    expect(findingsAcross(sheets).map(told)).toEqual([
      ['DOCUMENT_REPEATED', ['release/20251020042.pdf', 'release/20251020042_1.pdf']],
    ])
  })
})

describe('人件費/人工 of a column', () => {
  type Printed = [staffFte: number, personnelCost: number]
  const column = (printed: Printed[]): SheetOf[] =>
    printed.map(([staffFte, cost], index) =>
      sheetOf({ project: String(30_000 + index), columns: [[2023, 'actual', staffFte, cost]] }),
    )
  const usual: Printed[] = [
    [1.2, 8784],
    [0.5, 3660],
    [2.5, 18300],
    [10, 73200],
    [12.5, 91500],
    [40, 292800],
  ]

  it.each<[why: string, printed: Printed, isOutlier: boolean]>([
    ['the same unit cost', [1.5, 10980], false],
    ['rounded up: 1.775 is printed as 1.8', [1.8, 12993], false],
    ['rounded down: 1.249 is printed as 1.2', [1.2, 9143], false],
    ['rounded to nothing', [0, 320], false],
    ['no staff, no cost', [0, 0], false],
    ['so little that everything fits', [0.1, 1000], false],
    ['a unit cost of another year', [10, 72000], true],
    ['a digit too many', [1.2, 87840], true],
    ['a digit lost', [1.2, 878], true],
    ['a decimal point lost', [12, 8784], true],
    ['cost without staff', [0, 8784], true],
    ['staff without cost', [1.2, 0], true],
    ['whole numbers are printed to tenths', [1, 8200], true],
  ])('%s', (_, printed, isOutlier) => {
    const found = findingsAcross(column([...usual, printed]))
    expect(found.map(told)).toEqual(isOutlier ? [['UNIT_COST_OUTLIER', ['release/20251030006.pdf']]] : [])
  })

  it('takes the decimals of the sheet from all of its columns', () => {
    const columns = (cost: number): SheetOf['columns'] => [
      [2023, 'actual', 1.2, cost],
      [2024, 'budget', 1.75, 12810],
    ]
    expect(codes([...column(usual), sheetOf({ columns: columns(8784) })])).toEqual([])
    expect(codes([...column(usual), sheetOf({ columns: columns(9100) })])).toEqual(['UNIT_COST_OUTLIER'])
    expect(codes([...column(usual), sheetOf({ columns: columns(9100).slice(0, 1) })])).toEqual([])
  })

  it.each<[why: string, printed: Printed[]]>([
    ['two sheets that differ', [usual[0], [1.2, 9600]] as Printed[]],
    ['two unit costs with as many sheets', [...usual, [1.2, 9600], [0.5, 4000], [2.5, 20000], [10, 80000]]],
    [
      'two unit costs, and sheets that fit both',
      [...usual, ...Array<Printed>(20).fill([0.1, 800]), [10, 80000], [20, 160000]],
    ],
    [
      'a unit cost each',
      [
        [10, 70000],
        [10, 75000],
        [10, 80000],
        [10, 85000],
      ],
    ],
  ])('says nothing where none prevails: %s', (_, printed) => {
    expect(findingsAcross(column(printed))).toEqual([])
  })

  it('counts a sheet that is there several times once', () => {
    const [first, second] = column([usual[0] as Printed, [1.2, 9600]]) as [SheetOf, SheetOf]
    const copies = [1, 2, 3].map(no => ({ ...first, path: `copy-${no}.pdf` }))
    expect(codes([first, ...copies, second])).toEqual(['DOCUMENT_REPEATED'])
  })

  it('keeps columns apart: another year, or 予算, has its own unit cost', () => {
    const [sheet] = column([[10, 72000]]) as [SheetOf]
    const other = (year: number, kind: string): SheetOf => ({
      ...sheet,
      project: '40000',
      path: '20251040000.pdf',
      columns: [[year, kind, 10, 72000]],
    })
    expect(codes([...column(usual), other(2023, 'actual')])).toEqual(['UNIT_COST_OUTLIER'])
    expect(findingsAcross([...column(usual), other(2022, 'actual')])).toEqual([])
    expect(findingsAcross([...column(usual), other(2023, 'budget')])).toEqual([])
  })

  it('is told of every outlier with its file, its pages and both unit costs', () => {
    const pages = { from: 5, to: 6 }
    const sheets = column([...usual, ...usual, [10, 70000], [40, 288000]])
    const found = findingsAcross(sheets.map((sheet, index) => (index === 12 ? { ...sheet, pages } : sheet)))
    const expected = { from: 7310.8, to: 7329.2 }
    expect(found).toMatchObject([
      { paths: ['release/20251030012.pdf'], pages: [pages], expected, actual: { from: 6965.1, to: 7035.3 } },
      { paths: ['release/20251030013.pdf'], expected, actual: { from: 7191, to: 7209 } },
    ])
    expect(found.map(each => each.code)).toEqual(['UNIT_COST_OUTLIER', 'UNIT_COST_OUTLIER'])
    expect(found[0]?.message).toContain(
      '2023 actual: 70000 for 10 is 6965.1 to 7035.3 thousand yen a person, 12 of 14 sheets agree on 7310.8 to 7329.2',
    )
  })

  it('gives no upper end where 人工 may be nothing', () => {
    const [found] = findingsAcross(column([...usual, [0, 8784]]))
    expect(found).toMatchObject({ code: 'UNIT_COST_OUTLIER', actual: { from: 175660, to: null } })
    expect(found?.message).toContain('8784 for 0 is 175660 or more')
  })

  it('is not told where the others are printed too roughly to contradict it', () => {
    expect(findingsAcross(column([[10, 73200], ...Array<Printed>(9).fill([1.2, 8784]), [10, 72000]]))).toEqual([])
  })

  it.each(Array.from({ length: 10 }, (_, seed) => seed))(
    'is found among 300 sheets, in the column it is in (%i)',
    seed => {
      const sheets = releaseOf(300, seed)
      const columns: SheetOf['columns'] = [
        [2022, 'actual', 2.5, 18350],
        [2023, 'budget', 2.5, 18350],
        [2023, 'actual', 2.5, 16788],
        [2024, 'budget', 2.5, 19050],
      ]
      const found = findingsAcross(sheets.with(100, { ...(sheets[100] as SheetOf), columns }))
      expect(found.map(told)).toEqual([['UNIT_COST_OUTLIER', ['release/20251020100.pdf']]])
      const { from, to } = (found[0] as ReleaseFinding).expected as { from: number; to: number }
      expect(from <= 7515 && 7515 <= to).toBe(true)
    },
  )
})
