import { describe, expect, it } from 'vitest'
import { extractFrom, oneDocument, readFixture } from '../helpers/extract.ts'

const pdf = (path: string) => readFixture(`fixtures/${path}/input.pdf`)

describe('a bundle of sheets', () => {
  it('gives one document a sheet with its pages; foreign pages are skipped, not glued on', async () => {
    const { documents, input, failures } = await extractFrom(pdf('bundles/sheets-of-three-editions'))
    expect(documents.map(doc => [doc.edition, doc.source.pages?.from, doc.source.pages?.to])).toEqual([
      ['2023', 2, 3],
      ['2025', 4, 4],
      ['2006', 6, 6],
      ['2025', 7, 7],
    ])
    expect(input?.skipped.map(({ pages }) => [pages.from, pages.to])).toEqual([
      [1, 1],
      [5, 5],
    ])
    expect(failures).toEqual([])
    expect(documents.map(doc => doc.coverage.ratio)).toEqual([1, 1, 1, 1])
  })

  it('parts sheets at their titles where the first heading is not the known one', async () => {
    const { documents } = await extractFrom(pdf('bundles/sheets-with-another-heading'))
    expect(documents.map(doc => (doc.records[0] as { projectCode: string }).projectCode)).toEqual(['20001', '20002'])
  })
})

describe('a sheet cut by page breaks', () => {
  it('is one document, and a cell on two pages has two places', async () => {
    const doc = await oneDocument(pdf('project-evaluation-sheet/cut-by-page-breaks'), { provenance: true })
    const pages = (pointer: string) => [...new Set(doc.provenance?.[pointer]?.map(place => place.page))]
    expect(doc.source.pages).toEqual({ from: 1, to: 3 })
    expect(pages('/records/0/activities')).toEqual([1, 2])
    expect(doc.coverage.ratio).toBe(1)
  })
})

describe('the form of next year', () => {
  const read = () => oneDocument(pdf('project-evaluation-sheet/form-of-next-year'))

  it('is of no known edition and says what is new', async () => {
    const doc = await read()
    const [whole, ...fields] = doc.diagnostics.filter(each => each.code === 'EDITION_UNKNOWN')
    expect(doc.edition).toBeNull()
    for (const word of ['受益者', '重点区分']) expect(whole?.message).toContain(word)
    expect(fields).toEqual([])
  })

  it('keeps new labels with their values and shifts none into a known field', async () => {
    const [record] = (await read()).records as { projectName: string | null; beneficiaries: string; other: unknown[] }[]
    expect(record?.projectName).toBeNull()
    expect(record?.beneficiaries).toBe('札幌市民')
    expect(record?.other).toEqual([
      { label: '重点区分', value: '重点' },
      { label: '成果目標', value: '満足度を高める。' },
    ])
  })

  it('takes a marked option that is not known, and names it among the new words', async () => {
    const doc = await read()
    expect((doc.records[0] as { execution: string }).execution).toBe('包括連携')
    expect(doc.diagnostics.find(each => each.code === 'EDITION_UNKNOWN')?.message).toContain('new: 委託, 包括連携')
  })
})

describe('a table of the same cells', () => {
  const page = '<table><tr><td>年度</td><td>令和6年度</td><td>会計コード</td><td></td><td>一般会計</td></tr></table>'
  const row = (...cells: string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const sheet = (...rows: string[]) =>
    `<h1>事業評価調書</h1><h2>◎基本情報</h2>${page}<table>${rows.join('')}</table><h2>◎事業費</h2><table>${row(
      '令和5年度決算額',
      '10',
      'うち特定財源',
      '',
      '正規職員業務量',
      '0.5人工',
    )}</table>`
  const first = async (html: string) => {
    const doc = await oneDocument(html, { layout: 'project-evaluation-sheet' } as object)
    return { record: doc.records[0] as Record<string, unknown>, doc }
  }
  const others = [
    row('事業の性質', '● 経常経費　○ 臨時的経費'),
    row('実施形態', '● 直営　○ その他'),
    row('目的', '甲'),
    row('取組内容', '乙'),
    row('見直し内容', '丙'),
  ]

  it('gives null and a diagnostic where a label stands twice', async () => {
    const { record, doc } = await first(sheet(row('対象者', '市民'), row('対象者', '企業'), ...others))
    expect(record.beneficiaries).toBeNull()
    expect(doc.diagnostics.some(d => d.code === 'FIELD_AMBIGUOUS' && d.pointer === '/records/0/beneficiaries')).toBe(
      true,
    )
  })

  it('points at every field whose label is not printed', async () => {
    const { doc } = await first(sheet(...others))
    const pointers = doc.diagnostics.filter(d => d.code === 'EDITION_UNKNOWN').map(d => d.pointer)
    expect(pointers).toContain('/records/0/beneficiaries')
    expect(pointers).toContain('/records/0/projectName')
    expect(pointers).toContain('/records/0/indicators')
  })

  describe('filled in by hand', () => {
    const review = [
      row('項目', '判定', '理由'),
      row('事業規模（適切か）', 'A→B', '甲'),
      row('事業の成果（達成できたか）', 'Ｂ', '乙'),
      row('対象者の満足度（応えているか）', '－', '丙'),
      row('今後の改善点', '丁'),
      row('市民参加の実施', '□ 企画　レ 実施　□ 評価　□ 対象外'),
      row('施策名', '6-1<br>6-2', '人材の育成<br>人材の活用'),
      '<tr><td rowspan="2">次年度の取組の方向性・改善内容</td><td rowspan="2">予算</td><td>◎ 拡充　○ 現状維持　○ 縮小　○ その他</td></tr>',
      row('同じ規模とする。'),
    ]
    const told = async () => {
      const { record, doc } = await first(sheet(...others, ...review))
      const codes = doc.diagnostics.filter(d => d.pointer !== null).map(d => `${d.code} ${d.pointer?.slice(11)}`)
      return { record, codes }
    }

    it('takes no grade that the form does not have', async () => {
      const { record, codes } = await told()
      expect((record.assessments as { grade: string | null }[]).map(each => each.grade)).toEqual([null, 'B', null])
      expect(codes.filter(each => each.includes('/grade'))).toEqual(['FIELD_UNREADABLE assessments/0/grade'])
    })

    it('leaves a choice open whose marks are not known, and the text beside it is none of its options', async () => {
      const { record, codes } = await told()
      expect((record.nextYear as { budget: unknown }).budget).toEqual({ direction: null, text: '同じ規模とする。' })
      expect((record.citizenParticipation as { conducted: unknown }).conducted).toEqual([])
      expect(codes).toContain('FIELD_AMBIGUOUS nextYear/budget/direction')
      expect(codes).toContain('FIELD_AMBIGUOUS citizenParticipation/conducted')
    })

    it('makes one code of two no more than one name', async () => {
      const { record, codes } = await told()
      expect((record.measures as { main: unknown }).main).toEqual({ code: null, name: null })
      expect(codes).toContain('FIELD_AMBIGUOUS measures/main/code')
      expect(codes).toContain('FIELD_AMBIGUOUS measures/main/name')
    })
  })
})
