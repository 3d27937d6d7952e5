import { formatOf } from '../formats.ts'
import { isScript } from '../sql/names.ts'

/** The file that says what a folder of output holds. It is written last: a folder without it is unfinished. */
export const descriptorName = 'datapackage.json'

/** The files beside the data in a folder of output. */
export const failuresName = 'failures.jsonl'
export const releaseFindingsName = 'release-findings.jsonl'
export const ownNames: readonly string[] = [descriptorName, failuresName, releaseFindingsName]

/** The name by which a descriptor of ours is known. */
export const packageName = 'sapporo-evaluation'

/** Whether a text is a descriptor that this tool wrote. */
export const isOurs = (descriptor: string): boolean => parsed(descriptor).name === packageName

/** A file as a descriptor lists it; what it should hold is null where the descriptor does not say it. */
export interface Listed {
  readonly path: string
  readonly bytes: number | null
  readonly sha256: string | null
}

/** The files that an older descriptor of ours lists; none where it is not ours. */
export function listedFiles(descriptor: string): Listed[] {
  const { name, resources } = parsed(descriptor)
  if (name !== packageName || !Array.isArray(resources)) return []
  return resources.map(listedIn).filter(listed => listed !== undefined)
}

/** Their names alone. */
export const formerFiles = (descriptor: string): string[] => listedFiles(descriptor).map(({ path }) => path)

function listedIn(resource: unknown): Listed | undefined {
  const { path, bytes, hash } = (resource ?? {}) as { [key: string]: unknown }
  if (typeof path !== 'string' || !isOutputName(path)) return undefined
  const sha256 = typeof hash === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(hash)?.[1] : undefined
  return { path, bytes: typeof bytes === 'number' ? bytes : null, sha256: sha256 ?? null }
}

/**
/**
 * Whether a name is one that a file of output can have: a table, JSON, JSON Lines or one of our scripts, below its folder, or a file of a
 * review. What is read back, a descriptor or a note, may have come from anywhere: other names are not believed.
 */
export const isOutputName = (name: string): boolean =>
  ((formatOf(name) !== undefined || isScript(name)) && isInside(name)) || reviewName.test(name)

/** The files of a review, which `src/review/site/names.ts` names. */
const reviewName = /^(?:index\.html|list\.js|view\.(?:js|css)|data\/\d+\.js|pages\/\d+-\d+\.png)$/

const isInside = (path: string): boolean =>
  !path.includes('\\') && !path.includes('\0') && path.split('/').every(part => !['', '.', '..'].includes(part))

function parsed(text: string): { name?: unknown; resources?: unknown } {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
