import type { ReleaseTable } from '../../../compare/data/table.ts'
import { historyOf } from '../../../compare/history/history.ts'
import { say } from '../../../messages/words.ts'
import type { TableData } from '../../../walks/tables/table-rows.ts'
import type { Encoding, Headers } from '../../../writers/writer.ts'
import { exit, exitOf } from '../../exit-codes.ts'
import { protect } from '../../output/output.ts'
import { reportProblem, usage } from '../../reporting/stderr.ts'
import { reportEnd } from '../../running/ending.ts'
import { type ReadRelease, type ReleaseFlags, readRelease } from './releases.ts'
import { jsonOf, tablePieces, workbookOf } from './tables.ts'
import { formatOf, put, type TargetFlags } from './writing.ts'

export const historyFormats = ['json', 'csv', 'jsonl', 'xlsx', 'parquet'] as const
export type HistoryFormat = (typeof historyFormats)[number]

/** The options of `history` as commander gives them. */
export interface HistoryFlags extends ReleaseFlags, TargetFlags {
  readonly table?: string
  readonly headers?: Headers
  readonly encoding?: Encoding
}

/** Writes the figures of the sheets of some releases, the oldest first, as long tables. Returns the exit code. */
export async function history(typed: readonly string[], flags: HistoryFlags): Promise<number> {
  const format = formatOf(flags, historyFormats)
  const { output } = flags
  const target =
    output === undefined || output === '-' ? { kind: 'stdout' as const } : { kind: 'file' as const, path: output }
  refuseSeveral(format, flags)
  try {
    await protect(target, flags.overwrite === true, [])
    const read: ReadRelease[] = []
    for (const path of typed) {
      const found = await readRelease(path, flags)
      if (found) read.push(found)
    }
    const tables = historyOf(read.map(({ release }) => release))
    if (tables.every(({ rows }) => rows.length === 0)) {
      reportProblem({ where: typed.join(', '), code: 'NO_DOCUMENTS', message: say('NO_HISTORY') })
      return exit.nothingWritten
    }
    const trouble = await put(await pieces(tables, format, flags), flags)
    const failed = read.reduce((sum, each) => sum + each.failed, typed.length - read.length)
    return trouble ?? exitOf({ written: read.length, failed, findings: false })
  } catch (error) {
    return reportEnd(error, target, flags)
  }
}

/** A file of CSV, JSON Lines or Parquet holds one table. */
function refuseSeveral(format: HistoryFormat, { table }: HistoryFlags): void {
  const tables = historyOf([]).map(({ head }) => head.name)
  const isOne = format === 'csv' || format === 'jsonl' || format === 'parquet'
  if (table === undefined && isOne) throw usage('--table', say('TABLE_ONLY_FOLDER'), say('FOLDER_OR_TABLE', { tables }))
  if (table !== undefined && !tables.includes(table))
    throw usage('--table', say('NO_SUCH_TABLE', { name: table }), say('KNOWN_NAMES', { names: tables }))
}

async function pieces(panels: readonly ReleaseTable[], format: HistoryFormat, flags: HistoryFlags) {
  const wanted = panels.filter(({ head }) => flags.table === undefined || head.name === flags.table)
  const first = wanted[0] as ReleaseTable
  if (format === 'parquet')
    return (await import('../../../writers/parquet/parquet-files.ts')).parquetPieces(first.head, first.rows)
  const tables = wanted.map(({ head, rows }): TableData => ({ ...head, rows }))
  if (format === 'json') return [jsonOf(tables)]
  return format === 'xlsx' ? workbookOf(tables, flags) : tablePieces(tables[0] as TableData, format, flags)
}
