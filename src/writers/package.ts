import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import type { Doc, Failure } from '../envelope.ts'
import type { TablePlan } from '../walks/table-rows.ts'
import { csvStream } from './csv.ts'
import { dataPackage, type Resource } from './datapackage.ts'
import { descriptorName, failuresName, releaseFindingsName } from './descriptor.ts'
import { json } from './json.ts'
import { line } from './jsonl.ts'
import { Sink, syncTree } from './sink.ts'
import type { Extracted, TableOptions } from './writer.ts'

/** A folder that is written file by file, in the order in which they are described. */
export class NewFolder {
  readonly path: string
  readonly resources: Resource[] = []

  constructor(path: string) {
    fs.mkdirSync(path)
    this.path = path
  }

  /** Opens a file below the folder; the folders above it are made. */
  open(name: string): Sink {
    const path = join(this.path, name)
    fs.mkdirSync(dirname(path), { recursive: true })
    return new Sink(path)
  }

  /** Writes a file from its pieces and describes it. */
  async add(name: string, title: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
    const sink = this.open(name)
    for (const piece of pieces) {
      sink.add(piece)
      await turn()
    }
    this.resources.push({ path: name, title, ...sink.finish() })
  }
}

/** Room for an interrupt: writing thousands of documents takes its time. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** Writes the tables, a CSV each, document by document: all are open at once, and no document is held. */
export async function addTables(
  folder: NewFolder,
  plans: readonly TablePlan[],
  documents: Iterable<Doc>,
  options: TableOptions = {},
): Promise<void> {
  const tables = plans.map(plan => ({ plan, csv: csvStream(plan, options), sink: folder.open(tableFile(plan)) }))
  for (const { csv, sink } of tables) sink.add(csv.head())
  for (const document of documents) {
    for (const { plan, csv, sink } of tables) sink.add(csv.lines(plan.rows([document])))
    await turn()
  }
  for (const { plan, sink } of tables) {
    const { name, ja, columns } = plan
    folder.resources.push({ path: tableFile(plan), title: ja, table: { name, ja, columns }, ...sink.finish() })
  }
}

/** The file of a table. */
export const tableFile = ({ name }: Pick<TablePlan, 'name'>): string => `${name}.csv`

/** Writes one JSON for each input that has documents: the extraction that it would be by itself, under the name `names` has for it. */
export async function addPerInput(
  folder: NewFolder,
  extraction: Extracted,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { input, documents, failures } of extraction.each) {
    if (input === null || documents.length === 0) continue
    const own = { ...extraction, inputs: [input], documents, failures: [...failures] }
    await folder.add(names.get(input.path) as string, input.path, json.write(own))
  }
}

/** What goes into a folder beside the data. */
export interface Beside {
  readonly failures: readonly Failure[]
  readonly releaseFindings: readonly object[]
}

/**
 * Writes what goes beside the data, and the descriptor that lists all files last: a folder without it is unfinished. Gives the
 * names of all files, and the hash of the descriptor.
 */
export async function finish(
  folder: NewFolder,
  { failures, releaseFindings }: Beside,
  options: TableOptions = {},
): Promise<{ names: string[]; sha256: string }> {
  await folder.add(failuresName, '読み取れなかった入力', failures.map(line))
  await folder.add(releaseFindingsName, '公開分全体の照合結果', releaseFindings.map(line))
  const names = [...folder.resources.map(resource => resource.path), descriptorName]
  const sink = folder.open(descriptorName)
  sink.add(`${JSON.stringify(dataPackage(folder.resources, options), null, 2)}\n`)
  const { sha256 } = sink.finish()
  await syncTree(folder.path)
  return { names, sha256 }
}

/** The paths of all inputs: those that were read, and those that failed. */
export const pathsOf = ({ inputs, failures }: Pick<Extracted, 'inputs' | 'failures'>): Set<string> =>
  new Set([...inputs, ...failures].map(each => each.path))
