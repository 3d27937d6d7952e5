/** The file that says what a folder of output holds. It is written last: a folder without it is unfinished. */
export const descriptorName = 'datapackage.json'

/** What stands beside the data in a folder of output. */
export const failuresName = 'failures.jsonl'
export const releaseFindingsName = 'release-findings.jsonl'
export const ownNames: readonly string[] = [descriptorName, failuresName, releaseFindingsName]

/** The name by which a descriptor of ours is known. */
export const packageName = 'sapporo-evaluation'

/** Whether the text of a descriptor is one of ours; anyone else's, and what is no descriptor, is none. */
export const isOurs = (descriptor: string): boolean => parsed(descriptor).name === packageName

/** The files that an older descriptor of ours lists; of anyone else's, none. */
export function formerFiles(descriptor: string): string[] {
  const { name, resources } = parsed(descriptor)
  if (name !== packageName || !Array.isArray(resources)) return []
  const paths = resources.map(resource => (resource as { path?: unknown } | null)?.path)
  return paths.filter((path): path is string => typeof path === 'string' && isInside(path))
}

/** A descriptor may have come from anywhere: what it calls ours must lie in its folder. */
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
