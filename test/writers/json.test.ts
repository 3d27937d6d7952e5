import { expect, test } from 'vitest'
import { formatOf } from '../../src/writers/formats.ts'
import { jsonPieces } from '../../src/writers/json/json.ts'
import { jsonlPieces } from '../../src/writers/json/jsonl.ts'
import { doc, extractionOf, otherDoc } from '../walks/sample.ts'

const extraction = extractionOf(doc, otherDoc)
const textOf = (pieces: Iterable<string>) => [...pieces].join('')

test('JSON is the extraction, on one line or indented, with a line break at the end', () => {
  const compact = textOf(jsonPieces(extraction))
  const indented = textOf(jsonPieces(extraction, { indent: true }))
  expect(compact.split('\n')).toHaveLength(2)
  expect(indented).toContain('\n  "schemaVersion": 1')
  expect(indented.endsWith('}\n')).toBe(true)
  expect(JSON.parse(compact)).toEqual(extraction)
  expect(JSON.parse(indented)).toEqual(extraction)
})

test.each([
  ['two documents', extraction],
  ['one', extractionOf(doc)],
  ['none', extractionOf()],
  ['nothing at all', { ...extractionOf(), inputs: [], failures: [] }],
  ['text that looks like its end', extractionOf({ ...doc, edition: '],"failures":[]}\n' })],
])('JSON is written document by document, and is to the letter what it is in one go: %s', (_, each) => {
  const documents = {
    *[Symbol.iterator]() {
      yield* each.documents
    },
  }
  for (const indent of [false, true]) {
    const whole = `${JSON.stringify(each, null, indent ? 2 : 0)}\n`
    const pieces = [...jsonPieces({ ...each, documents }, { indent })]
    expect(pieces.join('')).toBe(whole)
    // A piece for each input and document; two around each list, and one at either end.
    expect(pieces).toHaveLength(each.inputs.length + each.documents.length + 6)
  }
})

test('JSONL: the document without its records, then its records, each with what is said of it', () => {
  const lines = textOf(jsonlPieces(extraction))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const { records, ...rest } = doc
  const common = { schemaVersion: 1, source: doc.source, layout: 'sample-form', edition: 'R4' }
  expect(lines.slice(0, 3)).toEqual([
    { document: rest },
    {
      ...common,
      recordNo: 1,
      pages: { from: 2, to: 3 },
      record: records[0],
      diagnostics: [expect.objectContaining({ code: 'SUM_MISMATCH' })],
    },
    { ...common, recordNo: 2, pages: null, record: records[1], diagnostics: [] },
  ])
  expect(Object.keys(lines[1])).toEqual([
    'schemaVersion',
    'source',
    'layout',
    'edition',
    'recordNo',
    'pages',
    'record',
    'diagnostics',
  ])
  expect(lines.slice(3)).toMatchObject([{ document: { layout: 'other-form' } }, { recordNo: 1 }])
})

test('diagnostics of record 10 are not those of record 1', () => {
  const said = doc.diagnostics[0]
  const many = { ...doc, records: Array.from({ length: 11 }, () => ({})), recordPages: Array(11).fill(null) }
  const diagnostics = said ? [{ ...said, pointer: '/records/10/no' }] : []
  const lines = textOf(jsonlPieces(extractionOf({ ...many, diagnostics })))
    .trimEnd()
    .split('\n')
  const counts = lines.slice(1).map(line => JSON.parse(line).diagnostics.length)
  expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
})

test.each([
  ['out/a.json', 'json'],
  ['a.JSONL', 'jsonl'],
  ['a.csv', 'csv'],
  ['a.txt', undefined],
  ['csv', undefined],
])('the ending of %s asks for %s', (path, format) => expect(formatOf(path)?.id).toBe(format))
