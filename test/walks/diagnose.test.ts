import { describe, expect, it } from 'vitest'
import { note } from '../../src/diagnostics/codes.ts'
import { type Printed, printedAt } from '../../src/document/printed.ts'
import { readPlainText } from '../../src/readers/text.ts'
import { diagnose } from '../../src/walks/diagnose.ts'

const source = readPlainText('2\n市民相談費\n4\n')
const known: { readonly [pointer: string]: Printed } = {
  '/records/0': printedAt('2', 0),
  '/records/0/costs': printedAt('市民相談費', 2),
  '/records/1/no': printedAt('4', 8),
}

const lineOf = (pointer: string, related: string[] = []) =>
  diagnose(
    source,
    note(
      'SEQUENCE_GAP',
      { what: 'NO', expected: '3', actual: 'none' },
      { pointer, related: related.map(each => ({ pointer: each, value: null })) },
    ),
    each => known[each],
  ).place?.line

describe('the place of what is not printed', () => {
  it.each([
    ['its own where it is printed', '/records/1/no', [], 3],
    ['that of what it is compared with', '/records/0/no', ['/records/1/no'], 3],
    ['that of what holds it', '/records/0/costs/1/staffFte', [], 2],
    ['that of its record', '/records/0/no', [], 1],
    ['none where the record has none', '/records/5/no', [], undefined],
  ] as [string, string, string[], number | undefined][])('is %s', (_why, pointer, related, line) => {
    expect(lineOf(pointer, related)).toBe(line)
  })
})
