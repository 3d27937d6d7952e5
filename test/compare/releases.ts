import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Gathering, type Release, releaseOf } from '../../src/compare/data/release.ts'
import type { Doc } from '../../src/envelope.ts'
import { layouts } from '../../src/layouts/registry.ts'
import { extractOne } from '../../src/pipeline.ts'
import { readersFor } from '../../src/readers/registry.ts'

const path = fileURLToPath(
  new URL('../../fixtures/project-evaluation-sheet/one-page-of-calc/input.pdf', import.meta.url),
)

/** The values of a sheet, to be edited. */
// biome-ignore lint/suspicious/noExplicitAny: a test edits whatever the record has
export type Sheet = Doc<string, any, any>

const read = await extractOne(
  { path: 'sheet.pdf', bytes: async () => readFileSync(path) },
  { layouts, readers: readersFor(undefined) },
)

/** A sheet of 2024 that a PDF gave, under another code, with edits of its record. */
export function sheet(code: string, edit: (record: Sheet['records'][number], doc: Sheet) => unknown = () => {}): Sheet {
  const doc = structuredClone(read.documents[0]) as Sheet
  doc.source.path = `${code}.pdf`
  const [record] = doc.records
  Object.assign(record, { projectCode: code, projectName: `事業${code}` })
  edit(record, doc)
  return doc
}

/** The same sheet a year later: what the year before printed of the years that both have, and the same figures as the latest. */
export const next = (code: string, edit: Parameters<typeof sheet>[1] = () => {}): Sheet =>
  sheet(code, (record, doc) => {
    record.fiscalYear += 1
    const [, , actual, budget] = record.costs
    const later = (cost: typeof actual) => ({ ...cost, fiscalYear: cost.fiscalYear + 1 })
    record.costs = [actual, budget, later(actual), later(budget)]
    edit(record, doc)
  })

/** The first document of one of the seeds. */
export async function seed(name: string): Promise<Sheet> {
  const file = fileURLToPath(new URL(`../../seeds/${name}`, import.meta.url))
  const source = { path: name, bytes: async () => readFileSync(file) }
  return (await extractOne(source, { layouts, readers: readersFor(undefined) })).documents[0] as Sheet
}

/** A release of some documents. */
export function release(name: string, docs: readonly Sheet[]): Release {
  const gathering = new Gathering(layouts)
  for (const doc of docs) gathering.add(doc)
  return releaseOf(name, gathering.tables)
}

/** A diagnostic that points at a value. */
export function doubt(doc: Sheet, pointer: string): void {
  const place = { page: 1, line: 1, offset: null, bbox: null }
  const said = { code: 'FIELD_UNREADABLE', severity: 'warning', message: 'not readable', pointer, place } as const
  doc.diagnostics.push({ ...said, expected: null, actual: null, related: [] })
}
