import type { Line } from '../../../document/model.ts'
import { concat, type Printed } from '../../../document/printed.ts'
import { withoutSpaces } from '../../../normalise/whitespace.ts'
import { isCodeLine, leadingCode } from './code.ts'
import { lineText, type Word, wordsOf } from './lines.ts'

/** The bureaus and divisions named at the head of a record, and where its next cell begins. */
export interface Organisations {
  readonly bureaus: readonly Printed[]
  readonly divisions: readonly Printed[]
  /** The line, and the offset in it, of the first character after the names. */
  readonly end: { readonly line: number; readonly from: number }
}

type Kind = 'bureau' | 'division' | 'either'

/** What units of the city's level of bureaus are called: 局, 教育委員会, 危機管理対策室 … and the wards. */
const bureau = /(?:局|委員会|本部|区|会計室|政策室|市長室|対策室)$/u
const division = /(?:部|課)$/u
/** These are on either level; the column, so the order, tells. */
const either = /(?:室|所|館|園|場|校|院|センター|担当)$/u
const nameLike = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・A-Za-z0-9（）()]{2,24}$/u

/** What kind of unit a word names, by its ending. */
function kindOf(name: string): Kind | undefined {
  if (name.length < 2 || isOfficeName(name)) return undefined
  if (bureau.test(name)) return 'bureau'
  if (division.test(name)) return 'division'
  return either.test(name) ? 'either' : undefined
}

/** Whether a name says that its unit is of the level of bureaus, or leaves it open: 会計室, 児童相談所. */
export const isBureauName = (name: string): boolean => bureau.test(name) && !isOfficeName(name)
export const isEitherLevel = (name: string): boolean => either.test(name)

const isName = (text: string): boolean => nameLike.test(text) && kindOf(text) !== undefined

/** Whether a text is such a name and no more; else something has got into it. */
export const isCleanName = (text: string): boolean => isName(withoutSpaces(text))

/** Whether a line holds names of units and nothing else. */
const isOrganisationLine = (line: Line): boolean => wordsOf(line).every(word => isName(word.text))

/** Whether a line holds names of units and nothing else, the last of which its narrow column may wrap onto the next: 子ども未来⏎局. */
export function namesUnits(line: Line, next: Line | undefined): boolean {
  const words = wordsOf(line)
  const last = words.at(-1)
  const isWrapped = last !== undefined && next !== undefined && !isName(last.text) && wrapsInto(last, next)
  return isOrganisationLine(line) || (isWrapped && words.slice(0, -1).every(word => isName(word.text)))
}

interface Found {
  readonly names: Printed[]
  readonly kinds: Kind[]
}

/**
 * The names from a word of a line on, over the lines of names below it: `教育委員会⏎生涯学習部⏎学校教育部`. On the first line
 * a word that is no name is passed over, as something may have got between the cells.
 */
export function organisationsFrom(lines: readonly Line[], index: number, firstWord: number): Organisations {
  const found: Found = { names: [], kinds: [] }
  let line = index
  while (line < lines.length) {
    const words = wordsOf(lines[line] as Line).slice(line === index ? firstWord : 0)
    const code = words.findIndex(word => leadingCode.test(word.text))
    const before = code < 0 ? words : words.slice(0, code)
    const taken = takeNames(found, before, lines[line + 1], line === index) || strangeLines(found, lines, line)
    if (!taken) break
    if (code >= 0) return { ...levels(found), end: { line, from: (words[code] as Word).from } }
    line += taken
  }
  return { ...levels(found), end: { line, from: 0 } }
}

/** Adds the names of one line; gives the lines used: 2 where the last name goes on below, 0 where the line is none of names. */
function takeNames(found: Found, words: readonly Word[], next: Line | undefined, lenient: boolean): 0 | 1 | 2 {
  const last = words.at(-1)
  const wraps = last !== undefined && kindOf(last.text) === undefined && next !== undefined && wrapsInto(last, next)
  const whole = wraps ? words.slice(0, -1) : words
  if (!lenient && !whole.every(word => isName(word.text) || isOffice(word))) return 0
  for (const word of whole) takeName(found, word)
  if (!wraps) return 1
  add(found, concat(last.on, (next as Line).on), last.text + lineText(next as Line))
  return 2
}

/** One line that is no name, between the names or between them and the code, is passed over. */
function strangeLines(found: Found, lines: readonly Line[], line: number): 0 | 1 {
  const next = lines[line + 1]
  const isStrange = wordsOf(lines[line] as Line).every(word => !isName(word.text))
  return isStrange && found.names.length > 0 && next && (isOrganisationLine(next) || isCodeLine(next)) ? 1 : 0
}

/** 子ども未来⏎局: a name cut by its narrow column, the second piece alone on its line. */
const wrapsInto = (last: Word, next: Line): boolean =>
  wordsOf(next).length === 1 &&
  lineText(next).length <= 8 &&
  isName(last.text + lineText(next)) &&
  !isName(lineText(next))

export const isOfficeName = (text: string): boolean => text === '事務局'
const isOffice = (word: Word): boolean => isOfficeName(word.text)

/** 教育委員会⏎事務局 is one name: an office is never named alone. */
function takeName(found: Found, word: Word): void {
  const above = found.names.at(-1)
  if (isOffice(word) && above) found.names[found.names.length - 1] = concat(above, word.on)
  else if (isName(word.text)) add(found, word.on, word.text)
}

function add(found: Found, on: Printed, text: string): void {
  found.names.push(on)
  found.kinds.push(kindOf(text) as Kind)
}

/** Names of either level are bureaus only where none precedes them. */
function levels({ names, kinds }: Found): Pick<Organisations, 'bureaus' | 'divisions'> {
  const isBureau = (index: number): boolean => kinds[index] === 'bureau' || (kinds[index] === 'either' && index === 0)
  return {
    bureaus: names.filter((_, index) => isBureau(index)),
    divisions: names.filter((_, index) => !isBureau(index)),
  }
}
