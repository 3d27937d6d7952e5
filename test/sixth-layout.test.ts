import { describe, expect, it } from 'vitest'
import { linesOfRange, pagesOf } from '../src/document/model.ts'
import { match, type Printed, textOf } from '../src/document/printed.ts'
import { list, text, thousandYen } from '../src/layouts/kit/fields.ts'
import type { AnyLayout, Layout } from '../src/layouts/kit/layout.ts'
import { absent, printed } from '../src/layouts/kit/leaves.ts'
import { layouts } from '../src/layouts/registry.ts'
import { say } from '../src/messages/words.ts'
import { extractFrom, oneDocument } from './helpers/extract.ts'

/** A form of our own, as a newcomer would add one: a list of grants, one a line. */
const header = { title: text('標題') }
const record = { name: text('団体名'), amountThousandYen: thousandYen('交付額'), notes: list(text('備考')) }

const grantLine = /^(?<name>\S+)\s+(?<amount>\S+千円)(?:\s+(?<note>.+))?$/du

const grants: Layout<typeof header, typeof record> = {
  id: 'grant-list',
  title: '補助金交付一覧',
  editions: [],
  vocabulary: new Set(['団体名', '交付額', '備考']),
  header,
  record,
  recognise: range => [
    {
      marker: say('AS_PRINTED', { text: '補助金交付一覧' }),
      required: true,
      found: titleOf(linesOfRange(range).map(line => line.on)),
    },
  ],
  parse: range => {
    const lines = linesOfRange(range).map(line => line.on)
    const title = titleOf(lines)
    const rows = lines.map(line => match(line, grantLine)?.groups).filter(groups => groups !== undefined)
    return [
      {
        edition: null,
        range,
        header: { title: title ? printed(title) : absent },
        records: rows.map(({ name, amount, note }) => ({
          pages: pagesOf(range.pages),
          body: {
            name: printed(name as Printed),
            amountThousandYen: printed(amount as Printed),
            notes: note ? [printed(note)] : [],
          },
        })),
        furniture: lines.filter(line => textOf(line) === '団体名').map(on => ({ on, as: 'label' as const })),
      },
    ]
  },
  tables: [
    { name: 'grants', ja: '補助金', rows: [{ each: '' }], columns: { name: 'name', amount: 'amountThousandYen' } },
  ],
  checks: [],
}

const titleOf = (lines: readonly Printed[]): Printed | undefined =>
  lines.find(line => textOf(line).includes('補助金交付一覧'))

const document =
  '令和５年度　補助金交付一覧\n\n団体名\n青空会　１，２００千円　新規\n緑の会　八百千円\nどこの欄でもない文。\n'
const withSixth: readonly AnyLayout[] = [...layouts, grants]

describe('a sixth layout runs through the pipeline unchanged', () => {
  it('is recognised beside the others and gives values, places, raw text and an account of every character', async () => {
    const doc = await oneDocument(document, { layouts: withSixth, provenance: true, raw: true })
    expect(doc.layout).toBe('grant-list')
    expect(doc.records).toEqual([
      { name: '青空会', amountThousandYen: 1200, notes: ['新規'] },
      { name: '緑の会', amountThousandYen: null, notes: [] },
    ])
    expect(doc.provenance?.['/records/0/amountThousandYen']).toEqual([
      { page: null, line: 4, offset: [23, 30], bbox: null },
    ])
    expect(doc.raw?.records[0]).toEqual({ name: '青空会', amountThousandYen: '１，２００千円', notes: ['新規'] })
    expect(doc.coverage).toMatchObject({ values: 27, furniture: 3, repeats: 0 })
  })

  it('reports a leaf that cannot be read, and keeps its record', async () => {
    const doc = await oneDocument(document, { layouts: withSixth })
    const unread = doc.diagnostics.find(each => each.code === 'FIELD_UNREADABLE')
    expect(unread).toMatchObject({ pointer: '/records/1/amountThousandYen', actual: '八百千円', place: { line: 5 } })
    expect(doc.coverage.unclaimedTexts.map(each => each.text)).toEqual(['八百千円', 'どこの欄でもない文。'])
  })

  it('is unknown without it, and says what the closest layout lacked', async () => {
    const { documents, failures } = await extractFrom(document)
    expect(documents).toEqual([])
    expect(failures[0]?.code).toBe('LAYOUT_UNKNOWN')
  })

  it('is ambiguous where a second layout claims the same pages', async () => {
    const twin = { ...grants, id: 'grant-list-twin' }
    const { failures } = await extractFrom(document, { layouts: [grants, twin] })
    expect(failures.map(failure => failure.code)).toEqual(['LAYOUT_AMBIGUOUS'])
    expect(failures[0]?.message).toContain('grant-list-twin')
  })
})
