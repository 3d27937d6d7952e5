import type { Note } from '../../../diagnostics/codes.ts'
import type { Line } from '../../../document/model.ts'
import { concat, match, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { isFull, widthOfCell } from '../../../document/prose/wrapping.ts'
import { cellOf, filled, type GridCell, type GridRow } from '../../../document/table/grid.ts'
import { say } from '../../../messages/words.ts'
import { circledNumber } from '../../../normalise/numerals.ts'
import { foldWidth } from '../../../normalise/width.ts'
import { mark } from '../../kit/claims.ts'
import { suspicion } from '../../kit/doubts.ts'
import type { Furniture } from '../../kit/layout.ts'
import { type Seams, seamNote } from './seam.ts'

/** A title or point: its number as printed, if it is, and its text. */
export interface Entry {
  readonly mark: Printed | undefined
  readonly no: number | undefined
  readonly circled: boolean
  readonly on: Printed
  readonly notes: readonly Note[]
  /** A list mark begins it: it needs no number. */
  readonly isItem?: true
}

/** ① 区を…, 1 区及び…, (2 警察…, - ③ …; and what is left of a number: ( 児童…, ) 休日…, ↓ 児童…. */
const bullet = /^(?<bullet>[-・*○●■◆])\s*(?=\S)/du
const numbered = /^(?<mark>[①-⑳]|[（(]?[0-9０-９]{1,2}[)）.．]?(?=\s))\s*/du
const remains = /^(?:[^\p{L}\p{N}「『【（(\s]\s+|[)）]\s*|[（(](?!.*[)）])\s*)/du
const numberAlone = /^(?:[①-⑳]|[（(]?[0-9０-９]{0,2}[)）.．]?)$/u
/** 提言1 in a cell of its own before the title. */
const namedNumber = /^(?<word>提言)\s?(?<no>[0-9０-９]{1,2})$/du
const circledOnes = /^[①-⑳](?:\s*[①-⑳])+$/u

/** A cell that holds several entries is read line by line; a line without a number goes with the one above where that is full. */
export function lineRows(row: GridRow): GridRow[] {
  const [only, ...others] = filled(row)
  if (!only || others.length > 0 || only.lines.length < 2) return [row]
  const measure = widthOfCell(only.lines)
  const groups: Line[][] = []
  only.lines.forEach((line, index) => {
    const above = only.lines[index - 1]
    const isWrapped = above !== undefined && !begins.test(textOf(line.on)) && isFull(above, line, measure)
    if (isWrapped) groups.at(-1)?.push(line)
    else groups.push([line])
  })
  return groups.map(lines => ({ cells: [cellOf(lines)], columns: row.columns }))
}

const begins = /^(?:[①-⑳]|[（(]?[0-9０-９]{1,2}[)）.．\s])/u

/** The entries of a row: most have one, a block on one line has all. */
export function entriesOf(row: GridRow, seams: Seams, furniture: Furniture[]): Entry[] {
  const [first, ...others] = filled(row)
  if (!first) return []
  if (others.length === 0) return entriesIn(first.on, furniture)
  const text = concat(...others.map(cell => cell.on))
  if (circledOnes.test(first.text)) return sharedCell(first.on, others)
  if (numberAlone.test(first.text)) return [{ ...entry(text), ...numberOf(first.on) }]
  const named = match(first.on, namedNumber)
  if (named?.groups.word && named.groups.no) {
    furniture.push({ on: named.groups.word, as: 'label' })
    return [{ ...entry(text), ...numberOf(named.groups.no) }]
  }
  const left = entry(first.on)
  const right = others[0]?.on
  const cut = right && seamNote(left.on, right, seams)
  return [{ ...left, on: concat(left.on, text), notes: cut ? [cut] : [] }]
}

/** ① ② ③ in one cell, and their texts in the next, on lines of their own or with spaces between. */
function sharedCell(numbers: Printed, cells: readonly GridCell[]): Entry[] {
  const marks = [...matches(numbers, /[①-⑳]/dgu)].map(found => found.whole)
  const lines = cells.flatMap(cell => cell.lines).map(line => line.on)
  const text = concat(...lines)
  const texts = lines.length === marks.length ? lines : [...matches(text, /\S+/dgu)].map(found => found.whole)
  if (marks.length === texts.length) return texts.map((on, index) => ({ ...entry(on), ...numberOf(marks[index]) }))
  const why = say('NUMBERS_BEFORE_TEXTS', { numbers: marks.length, texts: texts.length })
  return [{ ...entry(text), ...numberOf(marks[0]), notes: [suspicion(text, why)] }]
}

/** The entries on a line: every number that is set off by a space begins one. */
export function entriesIn(line: Printed, furniture: Furniture[]): Entry[] {
  const found = match(line, bullet)
  if (found?.groups.bullet) furniture.push(mark(found.groups.bullet))
  const isItem = found ? ({ isItem: true } as const) : {}
  const on = trim(slice(line, found?.end ?? 0))
  const starts = [...matches(on, /(?<=\s)[①-⑳](?=\s?\S)/dgu)].map(start => start.index)
  return [0, ...starts]
    .map((from, index) => ({ ...entry(trim(slice(on, from, starts[index]))), ...isItem }))
    .filter(hasText)
}

const hasText = ({ on, mark }: Entry): boolean => textOf(on) !== '' || mark !== undefined

function entry(text: Printed): Entry {
  const found = match(text, numbered)
  const alone = found === undefined && numberAlone.test(textOf(text)) && textOf(text) !== ''
  if (alone) return { on: slice(text, 0, 0), notes: [], ...numberOf(text) }
  const behind = trim(slice(text, found?.end ?? 0))
  const on = trim(slice(behind, match(behind, remains)?.end ?? 0))
  return { on, notes: [], ...numberOf(found?.groups.mark) }
}

function numberOf(mark: Printed | undefined): Pick<Entry, 'mark' | 'no' | 'circled'> {
  if (!mark) return { mark: undefined, no: undefined, circled: false }
  const text = textOf(mark)
  const circled = circledNumber(text)
  const digits = /\d+/.exec(foldWidth(text))?.[0]
  return { mark, no: circled ?? (digits ? Number(digits) : undefined), circled: circled !== undefined }
}

/** A number on a line of its own goes with the text below it. */
export function paired(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((each, index) => {
    const [above, below] = [entries[index - 1], entries[index + 1]]
    if (isNumberOnly(each) && below && !below.mark) return []
    return [above && isNumberOnly(above) && !each.mark ? { ...each, ...numberOf(above.mark) } : each]
  })
}

const isNumberOnly = ({ mark, on }: Entry): boolean => mark !== undefined && textOf(on) === ''
