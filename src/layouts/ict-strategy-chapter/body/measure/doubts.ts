import { type Note, note } from '../../../../diagnostics/codes.ts'
import { type Printed, textOf } from '../../../../document/printed.ts'
import { say, type Words } from '../../../../messages/words.ts'
import { itemMarkOf } from '../../page/headings/list-marks.ts'
import type { Part } from '../../page/parts.ts'
import type { LineToken, Token } from '../../page/stream.ts'
import { type Section, sectionWords } from '../../words/index.ts'

const doubt = (what: Words, pointer: string, on?: Printed): Note =>
  note('ARRANGEMENT_DOUBTED', { what }, { pointer, ...(on ? { on } : {}) })

/** A heading is printed, and below it nothing is read. */
export const emptyBelow = (heading: Printed, pointer: string): Note =>
  doubt(say('NOTHING_BELOW', { heading: textOf(heading) }), pointer, heading)

/** Topics come before, between or below their items, so that items may belong to another one. */
export const topicsOutOfStep = (pointer: string, on?: Printed): Note => doubt(say('TOPICS_OUT_OF_STEP'), pointer, on)

/** One of the three sections of a measure that the others have. */
export const missingSection = (section: Section, pointer: string): Note =>
  doubt(say('SECTION_LACKING', { heading: sectionWords[section][0] }), pointer)

/** What is between a heading and the first entry below it, and is read into none. */
export function aboveEntries(tokens: readonly LineToken[], pointer: string): Note[] {
  const first = tokens.findIndex(({ line }) => itemMarkOf(line) !== undefined || line.begins === 'heading')
  const on = tokens[0]?.line.on
  return first > 0 && on ? [doubt(say('ABOVE_FIRST_ENTRY', { text: textOf(on) }), pointer, on)] : []
}

/** Lines in the style that headings of sections or measures have alone: headings in words that are not known. */
export function unknownHeadings(parts: readonly Part[]): Note[] {
  const lines = parts
    .filter(({ is }) => is === 'section' || is === 'measure')
    .flatMap(({ tokens }) => tokens.filter(isLine))
  return (['section', 'measure'] as const).flatMap(is => {
    const heads = parts.filter(part => part.is === is).flatMap(({ head }) => head ?? [])
    const style = heads[0] && styleOf(heads[0])
    const alike = lines.filter(token => styleOf(token) === style)
    if (style === undefined || alike.length * 2 > heads.length) return []
    return alike.map(({ line }) => doubt(say('UNKNOWN_HEADING', { text: textOf(line.on) }), '', line.on))
  })
}

const isLine = (token: Token): token is LineToken => token.kind === 'line'

/** Font and size; undefined where the source shows none. */
const styleOf = ({ line: { font, fontSize } }: LineToken): string | undefined =>
  font === undefined || fontSize === undefined ? undefined : `${font} ${fontSize.toFixed(1)}`
