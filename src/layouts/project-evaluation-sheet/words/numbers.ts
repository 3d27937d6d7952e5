import { fold, matches, type Printed, textOf } from '../../../document/printed.ts'
import { isBlankMark } from '../../../normalise/marks.ts'

const numberParts = /(?:[▲△]\s)?\S+(?:\s(?:人工|千円)(?!\S))?/dgu
const number = /^[▲△+\-－−]?\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:人工|千円)|[^\d\s。、（(]{1,3})?$/u

/** The numbers of a line that holds nothing else; `－` stands for an empty cell. */
export function numbersOf(on: Printed): Printed[] | undefined {
  const folded = fold(on)
  // By its text first: nearly every line begins with a word.
  const texts = textOf(folded).match(numberParts)
  if (!texts?.every(text => number.test(text) || isBlankMark(text))) return undefined
  return matches(folded, numberParts).map(found => found.whole)
}
