import { match, type Printed, slice, textOf } from '../../../document/printed.ts'
import { type FoundYear, findYears } from '../../../normalise/era.ts'
import { absent, type Leaf, open, printed } from '../../kit/leaves.ts'

/**
 * The year of a title or timing that names one fiscal year: 令和３年度(2021年度). A text may name none (現状を維持). Where it names
 * several, or a year that is no fiscal year (令和４年３月), the value stays open; where the calendars differ, the check says so.
 */
export function yearLeaf(on: Printed): Leaf {
  const found = findYears(textOf(on))
  const slices = found.map(year => slice(on, year.from, year.to))
  const years = new Set(found.map(year => year.year))
  const [first] = found
  if (first === undefined) return looseYear(on)
  if (years.size > 1 && !isPair(found)) return open(slices, 'the text names several years')
  if (!found.every(year => year.fiscal)) return open(slices, 'the text names a year that is no fiscal year')
  if (found.some(year => year.western !== null && year.western !== year.year)) return absent
  return rangeAfter(textOf(on), first.to)
    ? open(slices, 'the text names a range of years')
    : printed(slices[0] as Printed)
}

/** 2021年度（令和2年度）: one year in both calendars, which differ. */
const isPair = (found: readonly FoundYear[]): boolean => found.length === 2 && found[1]?.western === found[0]?.year

const rangeAfter = (text: string, at: number): boolean =>
  /^\s*(?:[（(].{0,8}[）)]\s*)?[～〜・、,-]\s*[0-9０-９元]/u.test(text.slice(at))

/** A year that is not printed in full (翌年度, ３～５年度) is no value, but it is not "no year" either. */
function looseYear(on: Printed): Leaf {
  const loose = match(on, /.?年度|[0-9０-９]\s*年/du)
  return loose ? open([loose.whole], 'the year is not printed in full') : absent
}
