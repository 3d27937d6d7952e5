import { describe, expect, it } from 'vitest'
import { orders } from '../../../src/layouts/project-evaluation-sheet/checks/order.ts'

type Sheet = Parameters<typeof orders>[0]

/** The notes on a sheet with these columns of 事業費: 2022a is 令和4年度決算, 2023b 令和5年度予算. */
function gaps(...columns: readonly string[]): (string | null | undefined)[] {
  const costs = columns.map(column => ({
    fiscalYear: Number(column.slice(0, 4)),
    kind: column.endsWith('a') ? 'actual' : 'budget',
  }))
  const records = [{ costs, indicators: [], costBreakdowns: [] }]
  return [...orders({ header: {}, records, printed: () => undefined } as unknown as Sheet)].map(each => each.pointer)
}

describe('the years of the columns', () => {
  it.each([
    ['as the form prints them', ['2022a', '2023b', '2023a', '2024b']],
    ['with a year further back', ['2021a', '2022a', '2023b', '2023a', '2024b']],
    ['the newest first', ['2024b', '2023a', '2023b', '2022a']],
  ])('are in order: %s', (_, columns) => expect(gaps(...columns)).toEqual([]))

  it.each([
    ['a year misread', ['2022a', '2022b', '2023a', '2024b'], 1],
    ['a column lost', ['2022a', '2023a', '2024b'], 1],
    ['a year further back misread', ['2020a', '2022a', '2023b', '2023a', '2024b'], 1],
    ['two columns exchanged', ['2022a', '2023a', '2023b', '2024b'], 1],
  ])('are told: %s', (_, columns, at) => expect(gaps(...columns)).toContain(`/records/0/costs/${at}/fiscalYear`))
})
