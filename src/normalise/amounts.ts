import { quantity, wholeValue } from './numerals.ts'

const YEN_UNITS = ['円', '千円', '百万円'] as const
type YenUnit = (typeof YEN_UNITS)[number]

/** An integer of yen, thousands or millions; `unit` is null where none is printed. */
export interface Amount {
  value: number
  unit: YenUnit | null
}

/**
 * The amount that the whole of `text` is, in the unit printed after it (`１４１，９５１千円`, `▲1,200千円`).
 * `null` for a blank (`－`); `undefined` for all else: a fraction, `%`, another unit (`5万円`). Section 1, amount.
 */
export function amount(text: string): Amount | null | undefined {
  const found = quantity(text, YEN_UNITS)
  if (!found) return found
  const value = wholeValue(found)
  return value === undefined ? undefined : { value, unit: YEN_UNITS.find(unit => unit === found.unit) ?? null }
}

/**
 * The thousands of yen that the whole of `text` is, printed bare (in a table headed 単位：千円) or with 千円.
 * `null` for a blank; `undefined` for all else, also for 円 and 百万円: a unit is never converted silently.
 */
export function thousandYen(text: string): number | null | undefined {
  const found = amount(text)
  if (!found) return found
  return found.unit === null || found.unit === '千円' ? found.value : undefined
}

/**
 * The full-time staff that the whole of `text` is (`1.2`, `1.34人工`, `2.3 人`), in 人工: person-years of regular staff.
 * `null` for a blank; `undefined` for all else, negative numbers included, and whole numbers of persons (`5人`): these may be heads.
 */
export function staffFte(text: string): number | null | undefined {
  const found = quantity(text, ['人工', '人'])
  if (!found) return found
  const isOfHeads = /人$/u.test(text.trimEnd()) && Number.isInteger(found.value)
  return found.value >= 0 && !isOfHeads ? found.value : undefined
}
