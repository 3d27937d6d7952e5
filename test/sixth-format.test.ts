import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { targetOf } from '../src/cli/output/output.ts'
import { formatFor } from '../src/cli/output/settings.ts'
import { write } from '../src/cli/output/write.ts'
import type { Doc } from '../src/envelope.ts'
import type { Format } from '../src/writers/format.ts'
import { formats } from '../src/writers/formats.ts'
import { stagingFor } from '../src/writers/placing/staging.ts'
import { doc, extractionOf, form, otherDoc, otherForm } from './walks/sample.ts'
import { filesIn, freshFolder } from './writers/folder.ts'

const lineOf = (document: Doc) => `${document.layout}: ${document.records.length}\n`

/** A format of our own, as a newcomer would add one: a line a document. */
const counts: Format = {
  id: 'counts',
  endings: ['.counts', '.cnt'],
  mediaType: 'text/plain',
  takes: 'documents',
  options: ['--raw'],
  open: async () => ({
    pieces: ({ extracted }) => Array.from(extracted.documents, lineOf),
    names: () => ['all.jsonl'],
    fill: (folder, { extracted }) => folder.add('all.jsonl', '件数', Array.from(extracted.documents, lineOf)),
    document: lineOf,
  }),
}

const withOurs = [...formats, counts] as const
const { at } = freshFolder()

/** Writes two documents to a path, in the format that is named, else in the one that its ending asks for. */
async function written(output: string, named?: string): Promise<number | undefined> {
  const flags = { output, guard: true, ...(named === undefined ? {} : { format: named }) }
  const format = formatFor(flags, withOurs)
  const target = await targetOf(flags, format)
  const documents = [doc, otherDoc]
  const extracted = { ...extractionOf(...documents), layouts: new Set([form.id, otherForm.id]), each: [] }
  const staging = stagingFor(target)
  try {
    return await write({ extracted, format, target, staging, sources: [], typed: [], flags })
  } finally {
    staging.close()
  }
}

describe('a format of our own is written like the others', () => {
  test.each(['a.counts', 'b.CNT'])('into a file, by its ending: %s', async name => {
    expect(await written(at(name))).toBeUndefined()
    expect(readFileSync(at(name), 'utf8')).toBe('sample-form: 2\nother-form: 1\n')
  })

  test('into a folder, with what stands beside the data', async () => {
    expect(await written(at('out/'), 'counts')).toBeUndefined()
    const files = filesIn(at('out'))
    expect(files?.['all.jsonl']).toBe('sample-form: 2\nother-form: 1\n')
    expect(Object.keys(files ?? {})).toContain('datapackage.json')
  })

  test('options that it does not heed are refused, with the formats that do', () => {
    expect(() => formatFor({ format: 'counts', headers: 'ja', guard: true }, withOurs)).toThrow('counts')
    expect(formatFor({ format: 'counts', raw: true, guard: true }, withOurs)).toBe(counts)
  })
})
