import { expect, test } from 'vitest'
import { historyOf } from '../../src/compare/history/history.ts'
import { doubt, next, release, type Sheet, sheet } from './releases.ts'

/** The rows of a panel as objects, without what is the same in all of them. */
function panel(name: string, releases: readonly (readonly Sheet[])[]) {
  const all = historyOf(releases.map((docs, index) => release(`r${index + 1}`, docs)))
  const found = all.find(({ head }) => head.name === name)
  const at = (column: string) => found?.head.columns.findIndex(each => each.name === column) ?? -1
  const columns = [
    'project_code',
    'fiscal_year',
    'kind',
    'measure',
    'value',
    'releases',
    'disagreement',
    'release',
    'doubtful',
  ]
  return (found?.rows ?? []).map(row => columns.map(column => row[at(column)]))
}

test('each figure once, of the later release, with what the other prints', () => {
  const later = next('1', record => {
    record.costs[0].staffFte = 4
  })
  expect(panel('history_personnel', [[sheet('1')], [later]])).toEqual([
    ['1', 2023, 'actual', 'staff_fte', 4.28, 1, null, 'r1', false],
    ['1', 2024, 'actual', 'staff_fte', 4, 2, '4.07（r1）', 'r2', false],
    ['1', 2024, 'budget', 'staff_fte', 4.19, 1, null, 'r1', false],
    ['1', 2025, 'actual', 'staff_fte', 4.07, 1, null, 'r2', false],
    ['1', 2025, 'budget', 'staff_fte', 7.6, 2, null, 'r2', false],
    ['1', 2026, 'budget', 'staff_fte', 7.6, 1, null, 'r2', false],
  ])
})

test('a figure beyond doubt is taken before a doubtful one, and the doubtful one is told', () => {
  const later = next('1', (record, doc) => {
    record.costs[0].staffFte = 40.7
    doubt(doc, '/records/0/costs/0/staffFte')
  })
  const found = panel('history_personnel', [[sheet('1')], [later]])
  expect(found.find(([, year, kind]) => year === 2024 && kind === 'actual')?.slice(4)).toEqual([
    4.07,
    2,
    '40.7（r2）',
    'r1',
    false,
  ])
})

test('two sheets of one project in one release that differ give no figure', () => {
  const other = sheet('1', record => {
    record.costs[0].staffFte = 5
  })
  const [first] = panel('history_personnel', [[sheet('1'), other]])
  expect(first?.slice(4)).toEqual([null, 1, '4.28（r1）\n5（r1）', 'r1', true])
})

test('indicators with their names and kinds, in the order of their keys', () => {
  const rows = panel('history_indicators', [[sheet('2'), sheet('1')]])
  expect(rows).toHaveLength(22)
  expect(rows.map(([code]) => code)).toEqual([...rows.map(([code]) => code)].sort())
})
