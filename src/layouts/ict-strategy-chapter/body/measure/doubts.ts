import { type Note, note } from '../../../../diagnostics/codes.ts'
import { type Printed, textOf } from '../../../../document/printed.ts'
import { itemMarkOf } from '../../page/headings/list-marks.ts'
import type { Part } from '../../page/parts.ts'
import type { LineToken, Token } from '../../page/stream.ts'
import { type Section, sectionWords } from '../../words/index.ts'

const doubt = (what: string, pointer: string, on?: Printed): Note =>
  note('ARRANGEMENT_DOUBTED', { what }, { pointer, ...(on ? { on } : {}) })

/** A heading is printed, and below it nothing is read. */
export const emptyBelow = (heading: Printed, pointer: string): Note =>
  doubt(`the heading "${textOf(heading)}" is printed and nothing is read below it`, pointer, heading)

/** Topics stand before, between or below their items, so that items may belong to another one. */
export const topicsOutOfStep = (pointer: string, on?: Printed): Note =>
  doubt('the topics do not stand above their items, which may belong to another topic', pointer, on)

/** One of the three sections of a measure that the others have. */
export const missingSection = (section: Section, pointer: string): Note =>
  doubt(`no heading "${sectionWords[section][0]}" is found in this 施策, though others have one`, pointer)

/** What stands between a heading and the first entry below it, and is read into none. */
export function aboveEntries(tokens: readonly LineToken[], pointer: string): Note[] {
  const first = tokens.findIndex(({ line }) => itemMarkOf(line) !== undefined || line.begins === 'heading')
  const on = tokens[0]?.line.on
  return first > 0 && on
    ? [doubt(`"${textOf(on)}" stands above the first entry and is read into none`, pointer, on)]
    : []
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
    return alike.map(({ line }) =>
      doubt(`"${textOf(line.on)}" is printed as a heading is, and is none that is known`, '', line.on),
    )
  })
}

const isLine = (token: Token): token is LineToken => token.kind === 'line'

/** Font and size; undefined where the source shows none. */
const styleOf = ({ line: { font, fontSize } }: LineToken): string | undefined =>
  font === undefined || fontSize === undefined ? undefined : `${font} ${fontSize.toFixed(1)}`
