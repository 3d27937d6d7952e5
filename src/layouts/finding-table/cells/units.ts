import type { Line } from '../../../document/model.ts'
import { concat, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { wordsOf } from '../text/lines.ts'
import { isBureauName, isEitherLevel, isOfficeName } from '../text/organisations.ts'

interface Piece {
  readonly on: Printed
  readonly text: string
}

/** The names in a cell, and what is there besides. */
export interface Units {
  readonly names: readonly Printed[]
  readonly others: readonly Printed[]
  /** What parts them on one line. */
  readonly marks: readonly Printed[]
}

/** What the names of units end with, whatever else they hold: the column says that they are units. */
const ending = '(?:[局部課室区所館園場校院会署隊団係担]|本部|センター|担当|グループ|チーム)'
const bracketBehind = '(?:[（(][^（）()]*[）)])?'
const whole = new RegExp(`.${ending}${bracketBehind}$`, 'u')
const longest = 24

/** Whether a text ends as the name of a unit does. */
export const isUnitName = (text: string): boolean => text.length <= longest && whole.test(text) && !isSentence(text)

/** 総務局、財政局 and 総務局・財政局, the second of which may go on below: behind an ending, so that 観光・MICE推進部 stays one. */
const parting = new RegExp(`(?<=${ending}${bracketBehind})[、，,／/・]`, 'dgu')

/** No name has a full stop or an object; が は へ に are in names too, but in one that goes on over lines they may be a sentence's. */
const isSentence = (text: string): boolean => /[を。「」]/u.test(text)
const mayBeSentence = (text: string): boolean => /[がはへ]/u.test(text.replace(/障がい|がん|はぐくみ|はつらつ/gu, ''))

/** Whether a line is full to the edge of its cell, so that a name may go on below. */
const isFull = ({ indent, width, room }: Line): boolean => room !== undefined && indent + width > room - 1.5

/**
 * The units that a cell names, one a line or several on one; a name that its narrow column wraps (`子ども未来⏎局`) ends where its
 * ending says that it is whole. What is no name is kept apart. `withOffices` where the column is of bureaus alone: 教育委員会⏎事務局 is one.
 */
export function unitsIn(lines: readonly Line[], { withOffices = false } = {}): Units {
  const names: Piece[] = []
  const others: Piece[] = []
  const isParted = lines.some(line => [...matches(line.on, parting)].length > 0)
  let open: Piece | undefined
  for (const [index, line] of lines.entries())
    for (const [at, word] of wordsOf(line).flatMap(partsOf).entries()) {
      const above = names.at(-1)
      const over = at === 0 ? lines[index - 1] : undefined
      if (!open && above && (isEnding(word) || (withOffices && goesOn(above, word))))
        names[names.length - 1] = joined(above, word)
      else if (!open && above && over && isCut(above, word, over, isParted))
        open = closed(names, joined(names.pop() as Piece, word))
      else if (isStrange(word, line)) others.push(word)
      else open = closed(names, open ? joined(open, word) : word)
    }
  if (open) (names.length === 0 && open.text.length > 1 ? names : others).push(open)
  const marks = lines
    .filter(line => !isSentence(textOf(line.on)))
    .flatMap(line => matches(line.on, parting).map(found => found.whole))
  return { names: names.map(name => name.on), others: others.map(other => other.on), marks }
}

function partsOf(word: Piece): Piece[] {
  if (isSentence(word.text)) return [word]
  const { on } = word
  const cuts = [...matches(on, parting)]
  const parts = [0, ...cuts.map(cut => cut.end)].map((from, index) => trim(slice(on, from, cuts[index]?.index)))
  return parts.map(part => ({ on: part, text: textOf(part) })).filter(part => part.text !== '')
}

/** A sentence has got into the cell; a name that ends as units do is none. */
function isStrange({ text }: Piece, line: Line): boolean {
  if (isSentence(text) || text.length > longest) return true
  return !whole.test(text) && mayBeSentence(text) && !isFull(line)
}

const joined = (one: Piece, other: Piece): Piece => ({ on: concat(one.on, other.on), text: one.text + other.text })

/** Takes a name that is whole; one that is not stays open. */
function closed(names: Piece[], piece: Piece): Piece | undefined {
  if (!isUnitName(piece.text)) return piece
  names.push(piece)
  return undefined
}

/** 市街地再開発担当⏎部: an ending alone is the rest of the name above it. */
const endingAlone = new RegExp(`^${ending}$`, 'u')
const isEnding = ({ text }: Piece): boolean => endingAlone.test(text)

/** What is in the middle of names as well: 市街地再開発担⏎当部, 学校⏎教育部. */
const seldomEnding = /[園場校院会署隊団係担]$/u

/** Whether a name goes on below a line that ends as a name may: 担⏎当部, and what is full to its edge where a mark, not a line end, parts the names. */
function isCut(above: Piece, word: Piece, over: Line, isParted: boolean): boolean {
  if (!textOf(over.on).trimEnd().endsWith(above.text.slice(-1))) return false
  if (/担$/u.test(above.text) && /^当/u.test(word.text)) return true
  return isParted && isFull(over) && seldomEnding.test(above.text) && !isSentence(word.text)
}

/** 教育委員会⏎事務局; below 総務部 an office is a unit of its own. */
const goesOn = (above: Piece, word: Piece): boolean =>
  isOfficeName(word.text) && /(?:委員会|議会|監査)$/u.test(above.text)

const glued = /(?<=(?:[局区]|委員会))(?=.{1,40}[部課室所館]$)/u

/** Units of both levels from one column: 局, 委員会 and 本部 are bureaus, and so is 会計室 alone in a column that may hold bureaus. */
export function levelsOf(
  all: readonly Printed[],
  mayHoldBureaus: boolean,
): { bureaus: readonly Printed[]; divisions: readonly Printed[] } {
  const names = all.flatMap(partGlued)
  const isBureau = (on: Printed): boolean => isBureauName(textOf(on))
  const hasBureau = names.some(isBureau)
  const bureaus = names.filter(
    (on, index) => isBureau(on) || (mayHoldBureaus && !hasBureau && index === 0 && isEitherLevel(textOf(on))),
  )
  return { bureaus, divisions: names.filter(on => !bureaus.includes(on)) }
}

/** 総務局国際部 is two names. */
function partGlued(on: Printed): Printed[] {
  const at = glued.exec(textOf(on))?.index
  return at === undefined ? [on] : [slice(on, 0, at), slice(on, at)]
}
