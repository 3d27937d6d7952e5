import type { Line } from '../../../document/model.ts'
import { matches, slice, textOf, trim } from '../../../document/printed.ts'
import { isListMark } from '../../../normalise/marks.ts'
import { chapterAt, glossaryAt, sidebarAt } from './headings/headings.ts'
import { listMarkOf } from './headings/list-marks.ts'
import { measureAt } from './headings/measure-heading.ts'
import { sectionAt } from './headings/section-headings.ts'

/** …がある。■ …: a list that a converter printed on one line, parted at the mark that began it. */
export function splitEntries(line: Line): Line[] {
  const mark = textOf(line.on).charAt(0)
  if (!isListMark(mark)) return [line]
  const again = new RegExp(
    mark === '-' ? String.raw`\s-(?<=[。）)」]\s+-)(?=\s)` : String.raw`${mark}(?<=[。）)」]\s*${mark})`,
    'dgu',
  )
  const starts = [...matches(line.on, again)].map(found => found.index).filter(at => at > 0)
  if (starts.length === 0) return [line]
  return [0, ...starts].map((from, index) => ({ ...line, on: trim(slice(line.on, from, starts[index])) }))
}

/** …である。こう変える: a heading behind a sentence is on a line of its own. */
export function splitHeading(line: Line): Line[] {
  const end = textOf(line.on).lastIndexOf('。') + 1
  const rest = trim(slice(line.on, end))
  if (end === 0 || textOf(rest) === '' || listMarkOf(line.on) !== undefined) return [line]
  const isHeading = [sectionAt, measureAt, glossaryAt, sidebarAt, chapterAt].some(at => at(rest) !== undefined)
  return isHeading
    ? [
        { ...line, on: slice(line.on, 0, end) },
        { ...line, on: rest },
      ]
    : [line]
}
