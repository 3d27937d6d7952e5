import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import { say } from '../../messages/words.ts'
import { reportProblem } from '../reporting/stderr.ts'
import type { ExcludeFlags } from './exclude.ts'

export interface LinkFlags {
  /** Links that lead out of a given folder are followed. */
  readonly followLinks?: boolean
}

/**
 * Whether a link, or a path through one, leads out of a folder (its real path) and is not to be followed; it is then reported, even
 * with --quiet: it may lead to a document. False for one that leads nowhere.
 */
export async function isPassedOver(path: string, folder: string, { followLinks }: LinkFlags): Promise<boolean> {
  const real = await realpath(path).catch(() => undefined)
  if (followLinks || real === undefined || isWithin(real, folder)) return false
  const message = say('LINK_LEADS_OUT', { target: real })
  const hint = say('NAME_OR_FOLLOW')
  reportProblem({ where: path, code: 'LINK_LEADS_OUT', message, hint, level: 'warning' })
  return true
}

/** Whether a real path is that of a folder, or is below it. */
export const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

/** The options that say what of a folder is taken: links that lead out of it, and all but what is left out. */
export const linksOf = ({ followLinks, exclude }: LinkFlags & ExcludeFlags): LinkFlags & ExcludeFlags => ({
  ...(followLinks ? { followLinks } : {}),
  ...(exclude ? { exclude } : {}),
})
