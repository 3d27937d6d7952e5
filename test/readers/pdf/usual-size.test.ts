import { expect, it } from 'vitest'
import { cases } from '../../../fixtures/readers/pdf/make/cases.ts'
import { heightAsRead, type SourceDocument } from '../../../src/document/model.ts'
import { textOf } from '../../../src/document/printed.ts'
import { geometryReader } from '../../../src/readers/pdf/index.ts'
import { shown } from './shown.ts'

/** A fixture whose page says how many points one of its units is. */
function enlarged(name: string, unit: number): Promise<SourceDocument> {
  const file = Buffer.from(cases[name]?.() ?? []).toString('latin1')
  return geometryReader().read(
    Buffer.from(file.replace('/Type /Page ', `/Type /Page /UserUnit ${unit} `), 'latin1'),
    {},
  )
}

it.each([0.3, 1, 3, 8])('reads a page enlarged %d times as it reads the page', async unit => {
  const [page] = (await enlarged('merged-cells', unit)).pages
  const [plain] = (await enlarged('merged-cells', 1)).pages
  expect(shown(page?.blocks ?? [])).toEqual(shown(plain?.blocks ?? []))
  expect(page?.size?.[0]).toBeCloseTo((plain?.size?.[0] ?? 0) * unit, 1)
})

it('knows the height of a page in the units in which it was read', async () => {
  const [page] = (await enlarged('merged-cells', 8)).pages
  const [block] = page?.blocks ?? []
  const bottom = page && block?.bbox && page.shown?.(block.bbox)[3]
  const share = (block?.bbox?.[3] ?? 0) / ((page && heightAsRead(page)) ?? 1)
  expect(share).toBeCloseTo((bottom ?? 0) / (page?.size?.[1] ?? 1), 6)
})

it.each([0.3, 8])('knows on a page enlarged %d times of which cell a line is cut off', async unit => {
  const { suspects } = await enlarged('cut-lines-above', unit)
  expect(suspects?.map(({ why, on }) => [why, textOf(on)])).toEqual([['cut-off', '三']])
})
