import type { Source } from '../../../pipeline.ts'
import { readWith } from '../../../readers/reader.ts'
import { readers } from '../../../readers/registry.ts'
import { drawPage } from '../inspect-page.ts'
import { listTables } from '../inspect-tables.ts'
import type { InspectTask } from '../inspected.ts'
import type { Finds, Looked } from './look.ts'

/** The picture of a page of an input, or its tables. Throws why it cannot be read, or a UsageError. */
export async function inspectOne(source: Source, task: InspectTask): Promise<Looked<Finds['inspect']>> {
  const bytes = await source.bytes()
  const { password, flags } = task
  const document = await readWith(readers, bytes, { password, everyTable: flags.tables })
  const input = { path: source.path, bytes, document, password }
  const {
    failures,
    bugs = [],
    ...found
  } = flags.tables ? listTables(input, task) : await drawPage(input, flags.page ?? 1)
  return { found, failures, bugs, misuse: [] }
}
