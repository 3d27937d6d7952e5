import { inputError } from '../../failures.ts'
import { say } from '../../messages/words.ts'

/** More than any document has. A mark, a line or a cell takes many times its size in memory, so an input of nothing else would fill it. */
const most = { 'tags and marks': 4_000_000, lines: 2_000_000, 'table cells': 4_000_000 }

const tooMany = { 'tags and marks': 'MORE_TAGS', lines: 'MORE_LINES', 'table cells': 'MORE_CELLS' } as const

/** In code units. No printed line has a thousand; cells and tags in a line of the source are counted elsewhere. */
const longestLine = 20_000

/** Refuses a printed line that is longer than any document's. */
export function limitLine(length: number): void {
  if (length > longestLine)
    throw inputError('INPUT_TOO_LARGE', { bytes: length, limit: longestLine, unit: 'characters in a line' })
}

/** Refuses an input that holds more of something than any document does. */
export function limit(count: number, of: keyof typeof most): void {
  if (count > most[of]) throw inputError('UNREADABLE', { why: say(tooMany[of], { limit: most[of] }) })
}
