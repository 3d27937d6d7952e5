/** The file that says what a folder of output holds. It is written last: a folder without it is unfinished. */
export const descriptorName = 'datapackage.json'

/** What stands beside the data in a folder of output. */
export const failuresName = 'failures.jsonl'
export const releaseFindingsName = 'release-findings.jsonl'
export const ownNames: readonly string[] = [descriptorName, failuresName, releaseFindingsName]

/** The name by which a descriptor of ours is known. */
export const packageName = 'sapporo-evaluation'

/** Whether the text of a descriptor is one of ours; anyone else's, and what is no descriptor, is none. */
export function isOurs(descriptor: string): boolean {
  try {
    const value: unknown = JSON.parse(descriptor)
    return typeof value === 'object' && value !== null && 'name' in value && value.name === packageName
  } catch {
    return false
  }
}
