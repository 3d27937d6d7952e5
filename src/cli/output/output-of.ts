import type { Format, Output } from '../../writers/format.ts'
import type { About, TableOptions } from '../../writers/writer.ts'
import { fileLanguage } from '../language.ts'
import type { Job } from './job.ts'
import type { ReplacedCharacters } from './replaced.ts'
import type { ExtractFlags } from './settings.ts'
import { isTerminal } from './stdout.ts'

/** What the writer of the format needs of a job. The layouts are loaded only where it writes tables. */
export async function outputOf({ extracted, format, target, flags, replaced }: Job): Promise<Output> {
  const { layout, table } = flags
  const layouts = format.takes === 'documents' ? [] : (await import('./of-tables.ts')).layoutsFor(layout, '--layout')
  const about = aboutOf(flags)
  const isForPeople = target.kind === 'stdout' && isTerminal()
  return { extracted, layouts, table, tables: tableOptions(flags, format, replaced), about, isForPeople }
}

/** What opens right in a Japanese Excel: Japanese heads, and UTF-8 with the mark by which Excel knows it; a workbook is made for it. */
function tableOptions(flags: ExtractFlags, format: Format, replaced: ReplacedCharacters | undefined): TableOptions {
  const isForExcel = flags.for === 'excel'
  return {
    headers: flags.headers ?? (isForExcel || format.takes === 'tables' ? 'ja' : 'en'),
    encoding: flags.encoding ?? (isForExcel ? 'utf-8-bom' : 'utf-8'),
    guard: flags.guard,
    strictEncoding: flags.strictEncoding === true,
    language: fileLanguage(),
    ...(replaced ? { onReplaced: each => replaced.add(each) } : {}),
  }
}

function aboutOf({ sourceTitle, sourceUrl, licence }: ExtractFlags): About {
  return {
    ...(sourceTitle ? { sourceTitle } : {}),
    ...(sourceUrl ? { sourceUrl } : {}),
    ...(licence ? { licence } : {}),
  }
}
