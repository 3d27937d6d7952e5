import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReleaseTable } from '../../../compare/data/table.ts'
import { layouts } from '../../../layouts/registry.ts'
import { type Cell, type Column, headerOf, isNamed, leadingColumns } from '../../../walks/tables/columns.ts'
import { allTables } from '../../../walks/tables/common-tables.ts'
import type { TableHead } from '../../../walks/tables/table-rows.ts'
import { rowsOfCsv } from '../../../writers/csv/read-csv.ts'

/** A CSV file as the descriptor of its folder tells of it. */
export interface CsvResource {
  readonly path: string
  readonly encoding?: string
  readonly dialect?: { readonly lineTerminator?: string }
}

/** The tables of a folder of CSV that was checked against its descriptor; what is no table of ours is left out. */
export async function tablesIn(folder: string, resources: readonly CsvResource[]): Promise<ReleaseTable[]> {
  const plans = allTables(layouts)
  const tables: ReleaseTable[] = []
  for (const { path, encoding = 'utf-8', dialect } of resources) {
    const plan = plans.find(each => isNamed(each, path.replace(/\.csv$/u, '')))
    if (!plan) continue
    const bytes = await readFile(join(folder, path))
    const [head = [], ...rows] = rowsOfCsv(bytes, encoding, dialect?.lineTerminator ?? '\r\n')
    tables.push(tableOf(plan, head, rows, dialect === undefined))
  }
  return tables
}

/** The rows under the columns that we know, by their names or Japanese titles; `isGuarded` where texts are kept from a spreadsheet. */
function tableOf(
  plan: TableHead,
  head: readonly string[],
  lines: readonly string[][],
  isGuarded: boolean,
): ReleaseTable {
  const isJapanese = head[0] === headerOf(leadingColumns[0] as Column, 'ja')
  const at = plan.columns.map(column => head.indexOf(headerOf(column, isJapanese ? 'ja' : 'en')))
  const readers = plan.columns.map(column => cellReader(column, isGuarded))
  const rows = lines.map(line => at.map((index, column) => readers[column]?.(line[index] ?? '') ?? null))
  return { head: plan, rows }
}

function cellReader({ type, labels }: Column, isGuarded: boolean): (cell: string) => Cell {
  const named = new Map(Object.entries(labels ?? {}).map(([value, label]) => [label, value]))
  return cell => {
    if (cell === '') return null
    if (type === 'boolean') return cell === 'true'
    if (type !== 'string') return Number(cell)
    const text = isGuarded ? unguarded(cell) : cell
    return named.get(text) ?? text
  }
}

/** Undoes what keeps a text from being taken for a formula or a date. */
const unguarded = (cell: string): string =>
  /^="(?<text>.*)"$/su.exec(cell)?.groups?.text ?? (/^'[=+\-@\t\r＝＋－＠−﹢﹦﹣﹫]/u.test(cell) ? cell.slice(1) : cell)
