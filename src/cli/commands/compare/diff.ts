import { compareReleases } from '../../../compare/diff/compare.ts'
import { changesTable } from '../../../compare/shown/changes-table.ts'
import { reportOf } from '../../../compare/shown/lines.ts'
import { pageOf } from '../../../compare/shown/page.ts'
import { textOf } from '../../../compare/shown/text.ts'
import type { Encoding, Headers } from '../../../writers/writer.ts'
import { exit, exitOf } from '../../exit-codes.ts'
import { fileLanguage, screenLanguage } from '../../language.ts'
import { protect } from '../../output/output.ts'
import { oneLine } from '../../reporting/stderr.ts'
import { reportEnd } from '../../running/ending.ts'
import { type ReadRelease, type ReleaseFlags, readRelease } from './releases.ts'
import { jsonOf, tablePieces, workbookOf } from './tables.ts'
import { formatOf, put, type TargetFlags } from './writing.ts'

export const diffFormats = ['text', 'csv', 'json', 'jsonl', 'xlsx', 'html'] as const
export type DiffFormat = (typeof diffFormats)[number]

/** The options of `diff` as commander gives them. */
export interface DiffFlags extends ReleaseFlags, TargetFlags {
  readonly headers?: Headers
  readonly encoding?: Encoding
  readonly exitCode?: boolean
}

/** Shows what differs between two releases. Returns the exit code. */
export async function diff(old: string, fresh: string, flags: DiffFlags): Promise<number> {
  const format = formatOf(flags, diffFormats)
  const { output } = flags
  const target =
    output === undefined || output === '-' ? { kind: 'stdout' as const } : { kind: 'file' as const, path: output }
  try {
    await protect(target, flags.overwrite === true, [])
    const before = await readRelease(old, flags)
    const after = await readRelease(fresh, flags)
    if (!before || !after) return exit.nothingWritten
    return await show(before, after, format, flags)
  } catch (error) {
    return reportEnd(error, target, flags)
  }
}

async function show(before: ReadRelease, after: ReadRelease, format: DiffFormat, flags: DiffFlags): Promise<number> {
  const comparison = compareReleases(before.release, after.release)
  const isShown = flags.output === undefined || flags.output === '-'
  const language = isShown ? screenLanguage() : fileLanguage()
  const report = () => reportOf(comparison, before.release, after.release, language)
  const pieces = async (): Promise<Iterable<string | Uint8Array>> => {
    if (format === 'text') return textOf(report(), language).map(line => `${oneLine(line)}\n`)
    if (format === 'html')
      return [pageOf(reportOf(comparison, before.release, after.release, fileLanguage()), fileLanguage())]
    const table = changesTable(comparison.changes)
    if (format === 'json')
      return [jsonOf([table], { old: before.release.name, new: after.release.name, counts: comparison.counts })]
    return format === 'xlsx' ? workbookOf([table], flags) : tablePieces(table, format, flags)
  }
  const trouble = await put(await pieces(), flags)
  if (trouble !== undefined) return trouble
  const failed = before.failed + after.failed
  const isDifferent = comparison.changes.some(({ kind }) => kind !== 'not_comparable')
  return exitOf({ written: 1, failed, findings: flags.exitCode === true && isDifferent })
}
