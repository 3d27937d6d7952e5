export { documentEndings } from '../../readers/endings.ts'

/** The endings by which files in a folder count as output of this tool. */
export const outputEndings = ['.json', '.jsonl', '.ndjson']
