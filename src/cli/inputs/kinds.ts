import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { say, type Words } from '../../messages/words.ts'

/** What is at a path; `fault` says why a link leads to nothing. */
export type Kind = Pick<Stats, 'isDirectory' | 'isFile' | 'isFIFO' | 'isSocket'> & { readonly fault?: Words }

/** What a path leads to, links followed. A link that leads to nothing has a fault, and is neither file nor folder. */
export const kindAt = (path: string): Promise<Kind> =>
  stat(path).catch((error: NodeJS.ErrnoException) => ({
    ...nothing,
    fault: faults[error.code ?? ''] ?? say('LINK_FAULT', { detail: String(error) }),
  }))

const no = () => false
const nothing = { isDirectory: no, isFile: no, isFIFO: no, isSocket: no }

const faults: { readonly [code: string]: Words } = {
  ENOENT: say('LINK_NOWHERE'),
  ELOOP: say('LINK_TO_ITSELF'),
  EACCES: say('LINK_DENIED'),
}

/** The kind of what is neither a file nor a folder, in words. Reading a pipe would wait for whoever writes to it. */
export function oddityOf(kind: Kind): Words {
  if (kind.fault !== undefined) return kind.fault
  if (kind.isFIFO()) return say('NAMED_PIPE')
  return kind.isSocket() ? say('SOCKET') : say('DEVICE')
}
