import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/compare/data/change.ts'
import { compareReleases } from '../../src/compare/diff/compare.ts'
import { partsOf } from '../../src/compare/diff/words.ts'
import { markedWords } from '../../src/compare/shown/changes-table.ts'
import { reportOf } from '../../src/compare/shown/lines.ts'
import { pageOf } from '../../src/compare/shown/page.ts'
import { textOf } from '../../src/compare/shown/text.ts'
import { doubt, next, release, type Sheet, seed, sheet } from './releases.ts'

const told = ({ kind, key, item, column, old, new: fresh, difference, why }: Change) =>
  [kind, key, item, column, old, fresh, difference, why].filter(part => part !== null)

const changes = (old: readonly Sheet[], fresh: readonly Sheet[]) =>
  compareReleases(release('old', old), release('new', fresh)).changes

const between = (old: readonly Sheet[], fresh: readonly Sheet[]) => changes(old, fresh).map(told)

describe('two releases of sheets', () => {
  test('that say the same differ in nothing, a year later too', () => {
    expect(between([sheet('1'), sheet('2')], [sheet('2'), sheet('1')])).toEqual([])
    const { counts, changes } = compareReleases(release('old', [sheet('1')]), release('new', [next('1')]))
    expect(changes).toEqual([])
    expect(counts).toEqual([
      { table: 'projects', old: 1, new: 1, paired: 1, periods: [{ column: 'fiscal_year', old: '2024', new: '2025' }] },
    ])
  })

  test('new, ended, renamed, moved, and under another code', () => {
    const old = [sheet('1'), sheet('2'), sheet('3'), sheet('4')]
    const fresh = [
      next('5'),
      next('2', record => {
        record.projectName = '別の名の事業'
      }),
      next('3', record => {
        record.department.name = '財政局 財政部'
      }),
      next('40', record => {
        record.projectName = '事業4'
      }),
    ]
    expect(between(old, fresh)).toEqual([
      ['new', '11/5'],
      ['ended', '11/1'],
      ['renamed', '11/2', 'project_name', '事業2', '別の名の事業'],
      ['moved', '11/3', 'department_name', '市）広報部 文化振興課', '財政局 財政部'],
      ['recoded', '11/40', 'project_code', '4', '40'],
    ])
  })

  test('an amount is compared with the latest, and the same year must agree', () => {
    const fresh = next('1', record => {
      record.costs[2].projectCostThousandYen = 3_000_000
      record.costs[1].staffFte = 7.5
    })
    expect(between([sheet('1')], [fresh])).toEqual([
      ['amount', '11/1', '2024 → 2025 actual', 'project_cost_thousand_yen', 2_648_908, 3_000_000, 351_092],
      ['disagreement', '11/1', '2025 budget', 'staff_fte', 7.6, 7.5, -0.1],
    ])
    expect(changes([sheet('1')], [fresh])[0]?.share).toBe(0.132542)
  })

  test('a figure of an indicator, which comes and goes by its name', () => {
    const fresh = next('1', record => {
      record.indicators[0].values[2] = { ...record.indicators[0].values[2], text: '70', value: 70 }
      record.indicators[2].name = '施設稼働率(%)'
    })
    expect(between([sheet('1')], [fresh])).toEqual([
      ['disagreement', '11/1', 'activity 健康づくり参加者数 2024 actual', 'value', 61.2, 70, 8.8],
      ['ended', '11/1', 'outcome 施設利用率(%)'],
      ['new', '11/1', 'outcome 施設稼働率(%)'],
    ])
  })

  test('grades and choices, and prose word by word', () => {
    const fresh = next('1', record => {
      record.execution = '直営'
      record.beneficiaries = '市内15か所で、地域や子どもの周知を図る。'
    })
    const found = changes([sheet('1')], [fresh])
    expect(found.map(({ kind, column }) => [kind, column])).toEqual([
      ['choice', 'execution'],
      ['text', 'beneficiaries'],
    ])
    expect(markedWords(found[1]?.parts ?? [])).toBe('市内[-12-]{+15+}か所で、地域や子どもの周知を図る。')
  })

  test('what is doubtful or empty in one of them is not a change', () => {
    const fresh = next('1', (record, doc) => {
      record.execution = null
      record.contact.phone = '871-9999'
      record.costs[0].projectCostThousandYen = null
      doubt(doc, '/records/0/contact/phone')
      doubt(doc, '/records/0/costs/0/projectCostThousandYen')
    })
    expect(between([sheet('1'), sheet('2')], [fresh, next('2')])).toEqual([
      ['not_comparable', '11/1', 'contact_phone', '871-3245', '871-9999', 'doubtful'],
      ['not_comparable', '11/1', 'execution', '一部委託', 'empty'],
      ['not_comparable', '11/1', '2024 actual', 'project_cost_thousand_yen', 2_648_908, 'doubtful'],
    ])
  })

  test('one code several times is told and paired with nothing', () => {
    const twice = [sheet('1'), sheet('1', record => Object.assign(record, { projectName: '双子' }))]
    expect(between(twice, [next('1')])).toEqual([
      ['duplicate', '11/1', 2],
      ['duplicate', '11/1', 1],
    ])
  })

  test('a code that is empty or doubtful is told', () => {
    const unknown = next('1', (record, doc) => {
      record.projectCode = null
      record.projectName = '別の事業'
      doubt(doc, '/records/0/projectCode')
    })
    expect(between([sheet('1')], [unknown])).toEqual([
      ['not_comparable', '11/?', 'key'],
      ['ended', '11/1'],
    ])
  })

  test('a doubtful code pairs only what has the same name', () => {
    const doubtful = (name: string) =>
      next('1', (record, doc) => {
        record.projectName = name
        doubt(doc, '/records/0/projectCode')
      })
    expect(between([sheet('1')], [doubtful('事業1')])).toEqual([])
    expect(between([sheet('1')], [doubtful('別の事業')])).toEqual([
      ['not_comparable', '11/1', 'key'],
      ['ended', '11/1'],
    ])
  })

  test('sheets of several years in one release are paired year by year', () => {
    const old = [sheet('1'), next('1')]
    const fresh = [sheet('1', record => Object.assign(record, { execution: '直営' })), next('1')]
    expect(between(old, fresh)).toEqual([['choice', '2024/11/1', 'execution', '一部委託', '直営']])
  })

  test('a change of the form is one change, not one of each sheet', () => {
    const fresh = ['1', '2'].map(code =>
      next(code, (record, doc) => {
        doc.edition = '2026'
        record.necessity = `必要である${code}。`
        record.activities = null
        for (const cost of record.costs) cost.specificRevenueThousandYen = null
        record.other = [{ label: '新しい欄', value: code }]
      }),
    )
    expect(between([sheet('1'), sheet('2')], fresh)).toEqual([
      ['form', 'edition', '2025', '2026'],
      ['form', 'activities', true, false],
      ['form', 'necessity', false, true],
      ['form', 'specific_revenue_thousand_yen', true, false],
      ['form', '新しい欄', 'label', false, true],
    ])
  })
})

describe('two releases of other forms', () => {
  test.each([
    ['000_6b2d6f3d5afa7ccf.txt', 'findings', 7],
    ['001_d747f1a7977c51e7.txt', 'plan_initiatives', 11],
    ['003_653bf4681e5aba0a.txt', 'ict_measures', 6],
    ['004_20ac25ea687f7b37.txt', 'recommendation_actions', 48],
  ])('%s differs in nothing from itself', async (name, table, records) => {
    const [doc] = [await seed(name)]
    const { counts, changes } = compareReleases(release('old', [doc]), release('new', [structuredClone(doc)]))
    expect(counts[0]).toMatchObject({ table, old: records, new: records })
    expect(changes.filter(({ kind }) => kind !== 'not_comparable' && kind !== 'duplicate')).toEqual([])
  })

  test('a sidebar, a term, an initiative and a point of a plan', async () => {
    const chapter = await seed('003_653bf4681e5aba0a.txt')
    const later = structuredClone(chapter)
    later.header.glossary[0].definition += '追記した。'
    later.header.sidebars[0].paragraphs[0] += '追記した。'
    later.records[0].initiatives[0].isNew = !later.records[0].initiatives[0].isNew
    const found = compareReleases(release('old', [chapter]), release('new', [later])).changes
    expect(found.map(({ kind, table, column }) => [kind, table, column])).toEqual([
      ['choice', 'ict_initiatives', 'is_new'],
      ['text', 'ict_glossary', 'definition'],
      ['text', 'ict_sidebars', 'text'],
    ])
    const plan = await seed('001_d747f1a7977c51e7.txt')
    const next = structuredClone(plan)
    next.records[1].title = '別の取組'
    next.records[2].progress[0] += '追記した。'
    next.records.pop()
    next.recordPages.pop()
    const ofPlan = compareReleases(release('old', [plan]), release('new', [next])).changes
    expect(ofPlan.map(({ kind, column }) => [kind, column])).toEqual([
      ['ended', null],
      ['renamed', 'title'],
      ['text', 'progress'],
    ])
  })
})

describe('shown to people', () => {
  const hostile = '<script>alert(1)</script>"&\u202e'
  const old = release('old', [sheet('1')])
  const fresh = release('new', [next('1', record => Object.assign(record, { projectName: hostile }))])
  const comparison = compareReleases(old, fresh)

  test('as lines, in two languages', () => {
    expect(textOf(reportOf(comparison, old, fresh, 'en'), 'en')).toEqual([
      'old → new',
      'projects: 1 → 1 records, 1 in both',
      'fiscal_year: 2024 → 2025',
      '',
      'Renamed (1)',
      `  11/1 ${hostile} | projects · project_name: 事業1 → ${hostile}`,
    ])
    expect(textOf(reportOf(comparison, old, fresh, 'ja'), 'ja').slice(1, 5)).toEqual([
      '事業：1件 → 1件（うち対応するもの1件）',
      '年度：2024 → 2025',
      '',
      '名称の変更（1件）',
    ])
  })

  test('with words of ours in Japanese, and the place of what has no code', () => {
    const later = release('new', [
      next('1', record => Object.assign(record.costs[0], { staffFte: 5 })),
      next('2', record => Object.assign(record, { projectCode: null })),
    ])
    const lines = textOf(reportOf(compareReleases(old, later), old, later, 'ja'), 'ja')
    expect(lines.find(line => line.includes('人工'))).toBe(
      '  11/1 事業1 | 事業費 · 2024 決算 · 人工: 4.07 → 5; +0.93 (+22.9%)',
    )
    expect(lines.at(-1)).toBe('  11/? 事業2 （新：2.pdf p.1） | 事業: キーが空であるか、疑いがあります。')
  })

  test('as a page that runs and loads nothing, whatever a document says', () => {
    const page = pageOf(reportOf(comparison, old, fresh, 'ja'), 'ja')
    expect(page).toContain("default-src 'none'; style-src 'sha256-")
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&amp;')
    expect(page).not.toMatch(/<script|\son\w+=|https?:/u)
  })
})

test('texts that share next to nothing are told as a whole, in short time', () => {
  const [old, fresh] = ['い', 'ろ'].map(letter => Array.from({ length: 20_000 }, (_, at) => letter + at).join('、'))
  expect(partsOf(old as string, fresh as string)).toEqual([
    { in: 'old', text: old },
    { in: 'new', text: fresh },
  ])
})
