import type { Line } from '../../../document/model.ts'
import { concat, match, type Printed, put, slice, textOf } from '../../../document/printed.ts'
import { leadingCode } from './code.ts'
import { lineText, wordsOf } from './lines.ts'
import { isCleanName, type Organisations, organisationsFrom } from './organisations.ts'
import { isTiming } from './timing.ts'

/** Where a record begins: its NO, bureaus and divisions, and the lines that follow them up to the next record. */
export interface Head {
  readonly line: number
  readonly no: Printed | undefined
  readonly organisations: Organisations
  readonly hasCode: boolean
}

const number = /^(?<no>\d{1,3})[.．]?$/du
const gluedNumber = /^\d{1,3}(?=[^\d\s])/du

/** Every record head of the lines, in order. */
export function findHeads(lines: readonly Line[]): Head[] {
  const heads: Head[] = []
  let line = 0
  while (line < lines.length) {
    const head = headAt(lines, line)
    if (isHead(head, heads, lines)) {
      heads.push(head)
      line = Math.max(line + 1, head.organisations.end.line)
    } else line += 1
  }
  return heads
}

/**
 * A head has four marks: a NO, a bureau, a division and a measure code below. Three are enough, so that one damaged cell does
 * not lose the record; then the NO must go up, and where the code is missing the record must have its timing. A line of a
 * response such as `1 人1台の端末を…` or `2 経済観光局 と連携し` has two at most.
 */
function isHead(head: Head, before: readonly Head[], lines: readonly Line[]): boolean {
  const { bureaus, divisions } = head.organisations
  const marks = [head.no !== undefined, bureaus.length > 0, divisions.length > 0, head.hasCode].filter(Boolean).length
  if (marks < 3) return false
  if (marks === 4 || head.no === undefined) return true
  return goesUp(head, before) && (head.hasCode || timingFollows(lines, head))
}

const numberIn = (no: Printed): number => Number(textOf(no))

function goesUp({ no }: Head, before: readonly Head[]): boolean {
  const last = before.findLast(head => head.no !== undefined)?.no
  return no !== undefined && (last === undefined || numberIn(no) > numberIn(last))
}

const longestRecordTop = 40

/** Whether a timing is below, before a line that begins as a head does. */
function timingFollows(lines: readonly Line[], { organisations: { end } }: Head): boolean {
  const below = lines.slice(end.line, end.line + longestRecordTop)
  const next = below.findIndex(line => numberOf(line) !== undefined && isCleanName(wordsOf(line)[1]?.text ?? ''))
  return below.slice(0, next < 0 ? below.length : next).some(isTiming)
}

function headAt(lines: readonly Line[], index: number): Head {
  const no = numberOf(lines[index] as Line)
  const organisations = organisationsFrom(lines, index, no ? 1 : 0)
  const next = lines[organisations.end.line]
  const hasCode = next !== undefined && leadingCode.test(lineText(next).slice(organisations.end.from))
  return { line: index, no, organisations, hasCode }
}

/** The NO a line begins with: `1 子ども未来局`, or `１` alone. */
function numberOf(line: Line): Printed | undefined {
  const [first] = wordsOf(line)
  return first && match(first.on, number)?.groups.no
}

/** `1子ども未来局`, where the converter lost the space, as `1 子ども未来局`. */
export function partNumber(line: Line): Line {
  const end = match(line.on, gluedNumber)?.end
  const name = wordsOf(line)[0]?.text.slice(end)
  if (end === undefined || name === undefined || !isCleanName(name)) return line
  return { ...line, on: concat(slice(line.on, 0, end), put(' '), slice(line.on, end)) }
}
