import { describe, expect, it } from 'vitest'
import { linesOfRange } from '../../src/document/model.ts'
import { printedAt } from '../../src/document/printed.ts'
import { list, text } from '../../src/layouts/kit/fields.ts'
import type { Layout } from '../../src/layouts/kit/layout.ts'
import { absent, printed } from '../../src/layouts/kit/leaves.ts'
import { say } from '../../src/messages/words.ts'
import type { Reader } from '../../src/readers/reader.ts'
import { readPlainText } from '../../src/readers/text.ts'
import { oneDocument } from '../helpers/extract.ts'

const header = { title: text('標題') }
const record = { lines: list(text('行')) }

const everyLine: Layout<typeof header, typeof record> = {
  id: 'every-line',
  title: 'lines',
  editions: [],
  vocabulary: new Set(),
  header,
  record,
  recognise: range => [
    { marker: say('AS_PRINTED', { text: 'a line' }), required: true, found: linesOfRange(range)[0]?.on },
  ],
  parse: range => {
    const [, ...lines] = linesOfRange(range).map(line => line.on)
    return [
      {
        edition: null,
        range,
        header: { title: absent },
        records: [{ pages: null, body: { lines: lines.map(on => printed(on)) } }],
        furniture: [],
      },
    ]
  },
  tables: [],
  checks: [],
}

/** A reader that doubts four places, as the PDF reader does: three in values, one in nothing. */
const doubting: Reader = {
  id: 'doubting',
  mediaType: 'text/plain',
  owns: () => true,
  read: async bytes => {
    const source = readPlainText(new TextDecoder().decode(bytes))
    const at = (word: string) => printedAt(word, source.text.indexOf(word))
    return {
      ...source,
      suspects: [
        { on: at('\ue000'), why: 'no-unicode' },
        { on: at('見出し'), why: 'cut-off' },
        { on: at('一行目'), why: 'beside-empty' },
        { on: at('三'), why: 'cut-off', rest: 'つ目' },
      ],
    }
  },
}

/** A reader whose one table no line closes on the right. */
const cutting: Reader = {
  ...doubting,
  id: 'cutting',
  read: async bytes => {
    const source = readPlainText(new TextDecoder().decode(bytes))
    const [page] = source.pages
    const cells = [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, blocks: page?.blocks ?? [] }]
    const table = { kind: 'table', rows: 1, columns: 1, cells, cutAt: 'right' } as const
    return { ...source, pages: page ? [{ ...page, number: 3, blocks: [table] }] : [] }
  },
}

describe('what the reader doubts', () => {
  it('is told on all records where the paper was too narrow for a table', async () => {
    const doc = await oneDocument('見出し\n一行目\n', { layouts: [everyLine], readers: [cutting] })
    const doubts = doc.diagnostics.filter(each => each.code === 'SUSPECT_TEXT')
    expect(doubts.map(({ pointer, severity, actual }) => [pointer, severity, actual])).toEqual([
      ['/records', 'warning', null],
    ])
  })

  it('is told on the value that holds it, or without one', async () => {
    const doc = await oneDocument('見出し\n一行目\n二\ue000目\n三行目\n', { layouts: [everyLine], readers: [doubting] })
    const doubts = doc.diagnostics.filter(each => ['SUSPECT_TEXT', 'TEXT_CUT'].includes(each.code))
    expect(doubts.map(({ pointer, severity, place }) => [pointer, severity, place?.line])).toEqual([
      ['/records/0/lines/1', 'warning', 3],
      [null, 'warning', 1],
      ['/records/0/lines/0', 'warning', 2],
      // The cell that may be meant is empty: nothing says which value it would be.
      ['/records', 'warning', 2],
      // Items of the list may be cut off with it.
      ['/records/0/lines', 'warning', 4],
    ])
  })

  it('tells what the file holds of text that is cut off', async () => {
    const doc = await oneDocument('見出し\n一行目\n二\ue000目\n三行目\n', { layouts: [everyLine], readers: [doubting] })
    const cut = doc.diagnostics.filter(each => each.code === 'TEXT_CUT')
    expect(cut.map(({ pointer, expected, actual }) => [pointer, expected, actual])).toEqual([
      [null, null, '見出し'],
      ['/records/0/lines', 'つ目', '三行目'],
    ])
  })

  it('are signs that a cell was too narrow for its figure', async () => {
    const doc = await oneDocument('見出し\n####\n#1\n', { layouts: [everyLine] })
    const cut = doc.diagnostics.filter(each => each.code === 'TEXT_CUT')
    expect(cut.map(({ pointer, severity, message }) => [pointer, severity, message.includes('####')])).toEqual([
      ['/records/0/lines/0', 'warning', true],
    ])
  })

  it('is told on the whole where characters that cannot be read belong to no value', async () => {
    const doc = await oneDocument('見出し\ue000\n一行目\n三行目\n', { layouts: [everyLine], readers: [doubting] })
    const doubts = doc.diagnostics.filter(each => each.code === 'SUSPECT_TEXT')
    expect(doubts.map(({ pointer, place }) => [pointer, place?.line])).toContainEqual(['', 1])
  })
})
