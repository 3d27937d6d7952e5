import { expect, it } from 'vitest'
import { editions } from '../bench/editions/main.ts'

const order = { count: 2, keep: undefined, isPlain: true }

/** Documents that the bench makes: the same on every run, in arrangements that are read whole. */
it.each([
  ['finding-table', 1],
  ['ict-strategy-chapter', 1],
  ['action-plan-progress', 7],
  ['recommendation-progress', 3],
])('reads every leaf of what is made for %s', async (form, seed) => {
  const { forms, worst } = await editions({ ...order, form, seed, only: undefined })
  const [row] = forms.rows
  const figure = (head: string) => row?.[forms.head.indexOf(head)]
  expect(figure('documents')).toBe('2')
  expect(Number(figure('leaves'))).toBeGreaterThan(60)
  expect([figure('right'), figure('refused'), worst.rows]).toEqual(['100.00 %', '0', []])
})

it('tells of all that it does not read in a sheet of another arrangement', async () => {
  const { forms } = await editions({ ...order, form: 'project-evaluation-sheet', seed: 9, only: 1 })
  const [row] = forms.rows
  expect(Number(row?.[forms.head.indexOf('leaves')])).toBeGreaterThan(150)
  expect(row?.[forms.head.indexOf('silent')]).toBe('0 (0.00 %)')
})
