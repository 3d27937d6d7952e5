import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { layouts } from '../../src/layouts/registry.ts'
import { extractOne } from '../../src/pipeline.ts'
import { readers } from '../../src/readers/registry.ts'
import { askOf } from '../../src/walks/decisions/asking.ts'
import type { Decision } from '../../src/walks/decisions/decision.ts'
import { parsedDecisions } from '../../src/walks/decisions/parse.ts'
import { valueAt } from '../../src/walks/decisions/reading.ts'
import { evaluationSheet } from '../cli/run.ts'

const printed = readFileSync(evaluationSheet, 'utf8')

/** The sheet with a total that is not one: `14x,792` for the first one that the text prints. */
const total = '/records/0/costs/0/totalThousandYen'
const first = await read(printed)
const sum = String(valueAt(first, total)).replace(/\B(?=(?:\d{3})+$)/g, ',')
const doubtful = printed.replace(sum, sum.replace(/\d$/, 'x'))

async function read(text: string, decisions?: readonly Decision[]): Promise<Doc> {
  const source = { path: 'sheet.txt', bytes: async () => Buffer.from(text) }
  const { documents } = await extractOne(source, { layouts, readers, provenance: true, decisions })
  return documents[0] as Doc
}

function about(doc: Doc, pointer: string, more: Partial<Decision> & Pick<Decision, 'decision'>): Decision {
  const own = doc.diagnostics.filter(each => each.pointer === pointer)
  const value = valueAt(doc, pointer) ?? null
  return { source: { ...doc.source, no: 1 }, pointer, read: value, asked: own.map(askOf), ...more }
}

const telling = ({ diagnostics }: Doc) => diagnostics.filter(({ severity }) => severity !== 'info')
const codesAt = (doc: Doc, pointer: string) =>
  telling(doc).flatMap(each => (each.pointer === pointer ? [each.code] : []))

describe('a decision about a value', () => {
  test('corrects it through its field, and settles what asked', async () => {
    const doc = await read(doubtful)
    expect(valueAt(doc, total)).toBeNull()
    expect(codesAt(doc, total)).toEqual(['FIELD_UNREADABLE'])
    const after = await read(doubtful, [about(doc, total, { decision: 'corrected', value: sum, by: '山田' })])
    expect(valueAt(after, total)).toBe(Number(sum.replaceAll(',', '')))
    expect(telling(after)).toEqual(telling(first))
    const told = after.diagnostics.find(({ pointer }) => pointer === total)
    expect(told).toMatchObject({
      code: 'FIELD_UNREADABLE',
      severity: 'info',
      settled: { decision: 'corrected', was: 'error', by: '山田' },
    })
    expect(told?.message).toMatch(/^settled by hand \(corrected\): /)
    expect(after.provenance?.[total]?.[0]).toMatchObject({ byHand: true })
    expect(after.decisions).toEqual([{ pointer: total, decision: 'corrected', read: null, by: '山田' }])
    expect(after.coverage.unclaimed).toBe(first.coverage.unclaimed)
  })

  test('is checked like any other value: a total that is no sum asks anew', async () => {
    const doc = await read(doubtful)
    const after = await read(doubtful, [about(doc, total, { decision: 'corrected', value: '1' })])
    expect(valueAt(after, total)).toBe(1)
    expect(codesAt(after, total)).toEqual(['SUM_MISMATCH'])
    const accepted = [
      about(doc, total, { decision: 'corrected', value: '1' }),
      about(after, total, { decision: 'accepted' }),
    ]
    expect(codesAt(await read(doubtful, accepted), total)).toEqual([])
  })

  test('accepts what is read, and nothing that is found later', async () => {
    const wrong = printed.replace(
      sum,
      sum.replace(/\d$/, digit => String((Number(digit) + 1) % 10)),
    )
    const doc = await read(wrong)
    expect(codesAt(doc, total)).toEqual(['SUM_MISMATCH'])
    const accepted = about(doc, total, { decision: 'accepted' })
    expect(codesAt(await read(wrong, [accepted]), total)).toEqual([])
    expect(codesAt(await read(wrong, [{ ...accepted, asked: [] }]), total)).toEqual(['SUM_MISMATCH'])
    const otherOperands = [{ ...accepted, asked: ['SUM_MISMATCH [1,2,3]'] }]
    expect(codesAt(await read(wrong, otherOperands), total)).toEqual(['SUM_MISMATCH'])
  })

  test('leaves a value empty that nobody can read', async () => {
    const doc = await read(doubtful)
    const after = await read(doubtful, [about(doc, total, { decision: 'unreadable' })])
    expect(valueAt(after, total)).toBeNull()
    expect(telling(after)).toEqual(telling(first))
  })

  test('chooses one of the options that are printed, and no other', async () => {
    const pointer = '/records/0/execution'
    const { options = [], chosen = [] } = first.choices.find(each => each.pointer === pointer) ?? {}
    const other = options.find(option => !chosen.includes(option)) as string
    const after = await read(printed, [about(first, pointer, { decision: 'corrected', value: other })])
    expect(valueAt(after, pointer)).toBe(other)
    expect(after.choices.find(each => each.pointer === pointer)?.chosen).toEqual([other])
    const wrong = await read(printed, [about(first, pointer, { decision: 'corrected', value: '直売' })])
    expect(valueAt(wrong, pointer)).toBe(valueAt(first, pointer))
    expect(codesAt(wrong, pointer)).toEqual(['DECISION_STALE'])
  })
})

describe('a decision that does not fit is told, and changes nothing', () => {
  const correction = (doc: Doc, more: Partial<Decision> = {}) =>
    about(doc, total, { decision: 'corrected', value: sum, ...more })

  test.each([
    ['where another value was read then', { read: 5 }],
    ['where the field has no such value', { value: '十二億くらい' }],
  ])('%s', async (_, more) => {
    const doc = await read(doubtful)
    const after = await read(doubtful, [correction(doc, more)])
    expect(valueAt(after, total)).toBeNull()
    expect(codesAt(after, total).sort()).toEqual(['DECISION_STALE', 'FIELD_UNREADABLE'])
    expect(after.decisions).toBeUndefined()
  })

  test('where there is no such value', async () => {
    const doc = await read(doubtful)
    const after = await read(doubtful, [{ ...correction(doc), pointer: '/records/7/projectName' }])
    expect(codesAt(after, '')).toEqual(['DECISION_STALE'])
  })

  test('where the file is another one', async () => {
    const doc = await read(doubtful)
    const after = await read(`${doubtful}\n`, [correction(doc)])
    expect(valueAt(after, total)).toBeNull()
    expect(codesAt(after, total)).toContain('DECISION_STALE')
  })

  test('where another document of the file is meant, it is none of this one', async () => {
    const doc = await read(doubtful)
    const { source } = correction(doc)
    const after = await read(doubtful, [correction(doc, { source: { ...source, no: 2 } })])
    expect(after).toEqual(doc)
  })
})

describe('a file of decisions', () => {
  const line = JSON.stringify(about(first, total, { decision: 'accepted' }))

  test('has one a line', () => {
    expect(parsedDecisions(`\ufeff${line}\r\n\n${line}`)).toHaveLength(2)
    expect(parsedDecisions('')).toEqual([])
  })

  test.each([
    ['no JSON', '{'],
    ['no decision', '{}'],
    ['a correction without its value', line.replace('accepted', 'corrected')],
    ['another kind', line.replace('accepted', 'guessed')],
  ])('names the first line that is none: %s', (_, wrong) => {
    expect(parsedDecisions(`${line}\n${wrong}\n`)).toBe(2)
  })
})
