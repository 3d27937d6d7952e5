import type { CacheOptions } from '../../batch/cache/cache.ts'
import type { Reading } from '../../batch/processes/questions.ts'
import { say } from '../../messages/words.ts'
import { isJsonLog, reportNote, usage } from '../reporting/stderr.ts'
import { preparePlace } from './cache-place.ts'

export interface CacheFlags {
  /** A folder. */
  readonly cache?: string
  /** Megabytes. */
  readonly cacheLimit?: number
}

/** Megabytes: some 40,000 sheets of a page. */
export const defaultCacheLimit = 2048

/** Refuses a limit of no cache. */
export function refuseIdleLimit({ cache, cacheLimit }: CacheFlags): void {
  if (cacheLimit !== undefined && cache === undefined)
    throw usage('--cache-limit', say('LIMIT_WITHOUT_CACHE'), say('GIVE_CACHE'))
}

/** The folder of the cache made ready, and how it is used; undefined where none is wanted. Throws a UsageError where it cannot be one. */
export async function cacheFor(
  { cache: folder, cacheLimit = defaultCacheLimit }: CacheFlags,
  { password }: Reading,
): Promise<CacheOptions | undefined> {
  if (folder === undefined) return undefined
  if (folder === '') throw usage('--cache', say('EMPTY_PATH'), say('NEW_CACHE'))
  // Whoever reads it later need not know the password.
  if (password !== undefined) throw usage('--cache', say('CACHE_OF_LOCKED'), say('PASSWORD_OR_CACHE'))
  const how = preparePlace(folder)
  if (how) throw usage('--cache', say('NO_CACHE', { path: folder, how }), say('NEW_CACHE'))
  return {
    folder,
    limit: cacheLimit * 1024 * 1024,
    onTorn: path => (isJsonLog() ? reportNote(say('CACHE_TORN', { path })) : undefined),
    onUnwritable: code => reportNote(say('CACHE_UNWRITABLE', { path: folder, code })),
  }
}
