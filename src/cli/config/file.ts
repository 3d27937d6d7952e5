import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { say } from '../../messages/words.ts'
import { usage } from '../reporting/stderr.ts'

const configName = 'sapporo-eval.config.json'

/** Defaults for options as a file has them, still to be checked. */
export interface ConfigFile {
  readonly path: string
  readonly content: unknown
}

/**
 * The file that `--config` names, else the nearest one of its name from the working directory upwards; undefined where there is none. Throws a
 * UsageError for one that is missing or is no JSON.
 */
export function configFile(words: readonly string[] = process.argv.slice(2)): ConfigFile | undefined {
  const named = namedIn(words)
  const path = named ?? nearest(process.cwd())
  if (path === undefined) return undefined
  try {
    return { path, content: JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/u, '')) }
  } catch {
    throw usage(path, say('NO_CONFIG'), say('CONFIG_FORM'))
  }
}

/** Read from the command line itself, as the language of its errors may stand there. */
function namedIn(words: readonly string[]): string | undefined {
  const ours = words.includes('--') ? words.slice(0, words.indexOf('--')) : words
  const at = ours.findLastIndex(word => word === '--config' || word.startsWith('--config='))
  return ours[at]?.startsWith('--config=') ? ours[at].slice('--config='.length) : at < 0 ? undefined : ours[at + 1]
}

function nearest(folder: string): string | undefined {
  const path = join(folder, configName)
  if (existsSync(path)) return path
  return dirname(folder) === folder ? undefined : nearest(dirname(folder))
}
