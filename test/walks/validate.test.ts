import { describe, expect, test } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { isOutput, validateExtraction, validateJsonl, validateText } from '../../src/walks/schema/validate.ts'
import { jsonlPieces } from '../../src/writers/json/jsonl.ts'
import { doc, extractionOf, form, otherDoc, otherForm } from './sample.ts'

const layouts = [form, otherForm]
const place = { page: null, line: 1, offset: null, bbox: [0, 0.5, 10, 12] as [number, number, number, number] }

const problemsWith = (change: object) =>
  validateExtraction({ ...extractionOf(doc), ...change }, layouts).problems.map(({ pointer, message }) => [
    pointer,
    message,
  ])

const problemsOfDoc = (change: object) => problemsWith({ documents: [{ ...doc, ...change }] })

const record = doc.records[0] as object

describe('an extraction', () => {
  test('of our own is valid, with places and raw text too', () => {
    const rich: Doc = { ...doc, provenance: { '/header/title': [place] }, raw: { header: {}, records: [{}, {}] } }
    expect(validateExtraction(extractionOf(rich, otherDoc), layouts)).toEqual({ valid: true, problems: [] })
  })

  test.each([
    ['another version', problemsWith({ schemaVersion: 2 }), '/schemaVersion', 'expected 1, found 2'],
    ['a missing list', problemsWith({ inputs: undefined }), '/inputs', 'expected a list, found nothing'],
    ['an unknown key', problemsWith({ 'a/b': 1 }), '/a~1b', 'expected no such key, found it'],
    [
      'an unknown layout',
      problemsOfDoc({ layout: 'another' }),
      '/documents/0/layout',
      'expected "sample-form" or "other-form", found "another"',
    ],
    ['text for a list', problemsOfDoc({ choices: 'x' }), '/documents/0/choices', 'expected a list, found "x"'],
    [
      'a value of the wrong type',
      problemsOfDoc({ records: [{ ...record, no: '7' }, record] }),
      '/documents/0/records/0/no',
      'expected a number, found "7"',
    ],
    [
      'empty text',
      problemsOfDoc({ records: [{ ...record, name: '' }, record] }),
      '/documents/0/records/0/name',
      'expected a length of at least 1, found ""',
    ],
    [
      'a word of no table',
      problemsOfDoc({ records: [{ ...record, costs: [{ ...doc, kind: '決算' }] }, record] }),
      '/documents/0/records/0/costs/0/kind',
      'expected "actual" or "budget", found "決算"',
    ],
    [
      'pages of another number of records',
      problemsOfDoc({ recordPages: [null] }),
      '/documents/0/recordPages',
      'expected one entry for each of the 2 records, found 1',
    ],
  ])('%s', (_, problems, pointer, message) => expect(problems).toContainEqual([pointer, message]))

  test.each([null, 3, [], 'x', undefined])('%j is none', value => {
    expect(validateExtraction(value, layouts)).toMatchObject({ valid: false, problems: [{ pointer: '' }] })
  })

  test('a long value is cut in the message', () => {
    const [problem] = problemsWith({ schemaVersion: 'あ'.repeat(500) })
    expect(problem?.[1]?.length).toBeLessThan(100)
  })
})

describe('a stream of lines', () => {
  const text = [...jsonlPieces(extractionOf(doc, otherDoc))].join('')

  test('of our own is valid', () => expect(validateJsonl(text, layouts)).toEqual({ valid: true, problems: [] }))

  test('of nothing is valid', () => expect(validateJsonl('', layouts).valid).toBe(true))

  test('that breaks off is not', () => {
    const cut = text.split('\n').slice(0, 2).join('\n')
    expect(validateJsonl(cut, layouts).problems).toEqual([
      { line: 1, pointer: '/document/recordPages', message: 'expected 2 record lines after this document, found 1' },
    ])
  })

  test('that begins in the middle is not', () => {
    const rest = text.split('\n').slice(1).join('\n')
    expect(validateJsonl(rest, layouts).problems).toEqual([expect.objectContaining({ line: 1, pointer: '' })])
  })

  test('a problem is told with its line', () => {
    const changed = text.replace('"recordNo":2', '"recordNo":0').replace(/\n$/u, '\n{broken\n')
    const { problems } = validateJsonl(changed, layouts)
    expect(problems).toContainEqual({ line: 3, pointer: '/recordNo', message: 'expected at least 1, found 0' })
    expect(problems).toContainEqual(
      expect.objectContaining({ line: 6, message: expect.stringContaining('expected JSON') }),
    )
  })
})

describe('the text of a file', () => {
  test.each([
    ['an extraction', JSON.stringify(extractionOf(doc)), true],
    ['an extraction after a BOM', `\uFEFF${JSON.stringify(extractionOf(doc))}`, true],
    ['lines', [...jsonlPieces(extractionOf(doc))].join(''), true],
    ['a single line', [...jsonlPieces(extractionOf({ ...doc, records: [], recordPages: [] }))].join(''), true],
    ['not JSON', 'projects.csv', false],
    ['nothing', '', false],
    ['a cut extraction', JSON.stringify(extractionOf(doc), null, 2).slice(0, 300), false],
  ])('%s', (_, text, valid) => expect(validateText(text, layouts).valid).toBe(valid))
})

test.each<[string, string, boolean]>([
  ['an extraction', JSON.stringify(extractionOf(doc)), true],
  ['lines', [...jsonlPieces(extractionOf(doc))].join(''), true],
  ['a line of a record alone', '{"record":{}}', true],
  ['an extraction of another version', '{"schemaVersion":9}', true],
  ['what breaks off', '{"schemaVersion":1,"gen', true],
  ['no JSON', 'text', true],
  ['JSON of something else', '{"name":"x"}', false],
  ['lines of something else', '{"path":"a"}\n{"path":"b"}\n', false],
  ['nothing', '', false],
])('%s: whether it may be meant as output', (_, text, expected) => expect(isOutput(text)).toBe(expected))
