import type { Line } from '../../../document/model.ts'
import { concat, match, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { label, mark } from '../../kit/claims.ts'
import type { In } from '../../kit/fields.ts'
import type { Furniture } from '../../kit/layout.ts'
import { absent, printed, printedOr } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'

type Department = In<RecordShape>['departments'][number]

const ending = '(?:[部局室課所区係館園院署会]|センター|本部|チーム)'
const organisation = new RegExp(`${ending}(?:[（(][^（）()]*[）)])?$`, 'u')

/** A bureau in short before its division: 子)…, （子）…, 子：…, 子・…. */
const short = String.raw`(?:(?<open>[（(〔［\[【])\s?)?(?<bureau>\p{L}{1,3})\s?(?<close>[)）〕］\]】:：／/])`
const shortBefore = new RegExp(String.raw`(?<=^|[\s、，,部局室課所区])${short}(?=\s?[^\s)）])`, 'dgu')
const shortAt = new RegExp(`^${short}`, 'du')
const shortStart = new RegExp(`^${short}`, 'u')
/** 子ども未来局　子育て支援部, and the same with nothing or a mark between. */
const fullAt =
  /^(?<bureau>[^\s、，,]{1,14}?(?:局|委員会|[東西南北央]区|本部)|[各全]区)(?<between>[\s・／/：:]*)(?=\S{2,}$)/du

/** Whether a text ends with what an organisation's name ends with. */
export const endsInOrganisation = (text: string): boolean => organisation.test(text.trimEnd())

/** Whether a text names departments, rather than being what is left of a cut line (丁)). */
export function namesDepartments(text: string): boolean {
  const found = [...text.matchAll(shortBefore)]
  return found[0]?.index === 0 || (organisation.test(text) && (text.length < 20 || found.length > 0))
}

/** Whether a text is nothing but departments with their bureaus: what is in no other column. */
export const isDepartmentsOnly = (text: string): boolean =>
  text.length <= 80 && organisation.test(text) && [...text.matchAll(shortBefore)].some(found => found.index === 0)

/**
 * The departments in the lines of a cell, each with its bureau, in whatever notation; one without a bureau has none. A name that its
 * narrow column wraps goes on below until it ends as names of units do.
 */
export function departmentsOf(lines: readonly Line[]): { departments: Department[]; furniture: Furniture[] } {
  const names = namesIn(lines)
  const read = names.map(departmentOf)
  return { departments: read.map(each => each.department), furniture: read.flatMap(each => each.furniture) }
}

/** One name after the other, a wrapped one whole. */
function namesIn(lines: readonly Line[]): Printed[] {
  const names: Printed[] = []
  for (const part of lines.flatMap(line => partsOf(line.on))) {
    const above = names.at(-1)
    if (above && goesOn(textOf(above), textOf(part))) names[names.length - 1] = concat(above, part)
    else names.push(part)
  }
  return names
}

const parting = new RegExp(String.raw`[、，,;；]|(?<=${ending})(?:・|\s+)(?=\S)`, 'dgu')

/** The names on a line: another begins with a bureau in short, and behind a comma, or behind a name that is whole. */
function partsOf(line: Printed): Printed[] {
  const cuts = [...matches(line, parting)].filter(cut => !isBureauBefore(line, cut.index))
  const starts = matches(line, shortBefore).map(found => ({ index: found.index, end: found.index }))
  const all = [...cuts, ...starts].sort((a, b) => a.index - b.index || a.end - b.end)
  const parts = [0, ...all.map(cut => cut.end)].map((from, at) => trim(slice(line, from, all[at]?.index)))
  return parts.filter(part => textOf(part) !== '')
}

/** 子ども未来局　子育て支援部: what is behind the space is of the bureau before it. */
const isBureauBefore = (line: Printed, at: number): boolean =>
  /(?:^|[\s、，,])[^\s、，,]*(?:局|委員会|[東西南北央各全]区|本部)$/u.test(textOf(slice(line, 0, at)))

/** A name is whole where it ends as one does, and is more than its bureau. */
function goesOn(above: string, below: string): boolean {
  if (shortStart.test(below)) return false
  const division = above.replace(shortStart, '')
  return !organisation.test(division)
}

function departmentOf(on: Printed): { department: Department; furniture: Furniture[] } {
  const found = match(on, shortAt) ?? match(on, fullAt)
  const { bureau, open, close } = found?.groups ?? {}
  const division = trim(slice(on, found?.end ?? 0))
  const marks = [open, close].flatMap(each => (each ? [each] : []))
  return {
    department: { bureau: printedOr(bureau, absent), division: printed(division) },
    furniture: marks.map(each => (/[)）]/u.test(textOf(each)) ? mark(each) : label(each))),
  }
}
