import { KANJI_DIGITS, LARGE_MULTIPLIERS, SMALL_MULTIPLIERS } from './tables/numbers.ts'
import { foldWidth } from './width.ts'

const LONGEST = 30
const POSITIONAL = new RegExp(`^[${KANJI_DIGITS}]+$`)

/**
 * The number that the whole of `text` is in kanji numerals, with multipliers (`三千二百`) or digit by digit
 * (`二〇二一`). `undefined` for all else: words (`一般`, `億ション`, `元`), a multiplier of ten thousand without a number
 * (`万`), multipliers out of order, and two bare digits (`二三` is "two or three").
 */
export function kanjiNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > LONGEST) return undefined
  const kanji = foldWidth(text)
  return POSITIONAL.test(kanji) ? positional(kanji) : withLargeMultipliers(kanji)
}

function positional(kanji: string): number | undefined {
  const digits = [...kanji].map(ch => KANJI_DIGITS.indexOf(ch))
  if (digits.length > 1 && digits[0] === 0) return undefined
  if (digits.length === 2 && digits[1] !== 0) return undefined
  return digits.length > 15 ? undefined : Number(digits.join(''))
}

function withLargeMultipliers(kanji: string): number | undefined {
  let rest = kanji
  let total = 0
  for (const [mark, value] of LARGE_MULTIPLIERS) {
    const at = rest.indexOf(mark)
    if (at === -1) continue
    const factor = belowTenThousand(rest.slice(0, at))
    if (factor === undefined) return undefined
    total += factor * value
    rest = rest.slice(at + 1)
  }
  if (rest === '') return total
  const last = belowTenThousand(rest)
  return last === undefined ? undefined : total + last
}

/** One to 9999; undefined for nothing at all, for 〇 and for anything left over. */
function belowTenThousand(kanji: string): number | undefined {
  let rest = kanji
  let total = 0
  for (const [mark, value] of SMALL_MULTIPLIERS) {
    const at = rest.indexOf(mark)
    if (at === -1) continue
    const factor = at === 0 ? 1 : oneToNine(rest.slice(0, at))
    if (factor === undefined) return undefined
    total += factor * value
    rest = rest.slice(at + 1)
  }
  if (rest === '') return total > 0 ? total : undefined
  const ones = oneToNine(rest)
  return ones === undefined ? undefined : total + ones
}

function oneToNine(kanji: string): number | undefined {
  const digit = kanji.length === 1 ? KANJI_DIGITS.indexOf(kanji) : -1
  return digit > 0 ? digit : undefined
}
