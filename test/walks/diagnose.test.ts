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

describe('the text around what is told', () => {
  const contextAt = (text: string, printed: string) => {
    const from = text.indexOf(printed)
    const told = note('LABEL_UNKNOWN', { label: printed }, { on: printedAt(printed, from) })
    return diagnose(readPlainText(text), told, () => undefined).context
  }

  it.each([
    ['on one line', '人件費 8,640 13,176\n計 192,788', '13,176', '人件費 8,640 《13,176》計 192,788'],
    [
      'cut where there is more',
      '一二三四五六七八九十一二三四五六七八九十',
      '九十',
      '一二三四五六七八《九十》一二三四五六七八九十',
    ],
    [
      'of a long text its beginning',
      `${'あ'.repeat(20)}い${'う'.repeat(20)}`,
      'い',
      `…${'あ'.repeat(16)}《い》${'う'.repeat(16)}…`,
    ],
    ['alone', '計', '計', '《計》'],
  ])('is %s', (_why, text, printed, context) => {
    expect(contextAt(text, printed)).toBe(context)
  })

  it('is none where nothing is printed', () => {
    expect(diagnose(source, note('NO_RECORDS', { form: '調書' }), () => undefined).context).toBeNull()
  })
})
