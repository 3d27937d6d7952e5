import { say, type Words } from '../../messages/words.ts'
import type { Job } from './job.ts'
import { nameOf } from './output.ts'

/** Where all diagnostics of a run are, or how they are had where the output does not hold them. */
export function homeOf({ format, target, flags }: Pick<Job, 'format' | 'target' | 'flags'>): Words {
  const { takes, endings } = format
  if (takes === 'documents') return say('ALL_IN_JSON')
  const folder = target.kind === 'folder' ? `${target.path.replace(/(?<=.)[/\\]+$/, '')}/` : ''
  if (takes === 'tables') return say('ALL_IN_SHEET', { file: folder === '' ? nameOf(target) : `${folder}tables.xlsx` })
  if (flags.table === 'diagnostics' || flags.table === '診断') return say('ALL_IN_TABLE')
  if (folder === '' || flags.table !== undefined) return say('ALL_BY_TABLE')
  const name = flags.headers === 'ja' || flags.for === 'excel' ? '診断' : 'diagnostics'
  return say('ALL_IN_FILE', { file: `${folder}${name}${endings[0]}` })
}
