import { expect, it } from 'vitest'
import { lanesFor } from '../../src/batch/processes/staffing.ts'

it.each([
  ['nothing is left to read', 0, undefined, 2, 0],
  ['two inputs: the start of a second process takes longer than to read one', 2, undefined, 2, 1],
  ['a dozen inputs: one process is through before a second is warm', 12, undefined, 2, 1],
  ['some twenty inputs', 20, undefined, 2, 2],
  ['a release on a small machine', 650, undefined, 1, 1],
  ['a release on a large machine', 650, undefined, 64, 8],
  ['as many as were asked for', 20, 3, 2, 3],
  ['never more than there are inputs', 2, 5, 8, 2],
])('%s', (_, inputs, jobs, processors, lanes) => {
  expect(lanesFor(inputs, jobs, processors)).toBe(lanes)
})
