import { inputError } from '../failures.ts'
import { decodeText } from './decode.ts'
import { isLayoutText } from './layout-text.ts'
import type { Reader } from './reader.ts'

/** Far beyond any text of these forms: 650 sheets in one file have some 160,000 lines. A line of the source may hold a whole table of HTML. */
const mostLines = 400_000
const longestLine = 1_000_000

function refuseBeyondForms(text: string): void {
  let lines = 0
  for (let from = 0; from < text.length; lines += 1) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    refuseAbove(longestLine, to - from, 'characters in a line')
    from = to + 1
  }
  refuseAbove(mostLines, lines, 'lines')
}

function refuseAbove(limit: number, found: number, unit: 'lines' | 'characters in a line'): void {
  if (found > limit) throw inputError('INPUT_TOO_LARGE', { bytes: found, limit, unit })
}

/** Reads texts made from PDFs: it takes any input, so it comes last. */
export const textReader: Reader = {
  id: 'text',
  mediaType: 'text/plain',
  owns: () => true,
  read: async bytes => {
    const decoded = decodeText(bytes)
    refuseBeyondForms(decoded.text)
    if (isLayoutText(decoded.text)) throw inputError('TEXT_IS_LAYOUT', {})
    // Loaded at the first text: a run over PDFs has no use for it.
    const { readMarkup } = await import('./markup/index.ts')
    return readMarkup(decoded.text)
  },
}
