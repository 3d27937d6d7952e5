import { fold, matches, type Printed, textOf } from '../../../document/printed.ts'

/** A year and what the column under it holds: 令和3年度｜決算. */
export interface PeriodHead {
  readonly year: Printed
  readonly kind: Printed
}

const period =
  /(?<year>(?:(?:明治|大正|昭和|平成|令和|[MTSHR])\s*|(?<!\s)\s+)?(?:元|\d{1,4})\s*年度|[MTSHR](?:元|\d{1,2}))\s*(?<kind>決算額?|予算額?|実績|予定|目標)/dgu

// The places of its groups cost a second run over the text: first it is asked whether anything else is there.
const periodAlone = new RegExp(period.source, 'gu')

/** The column heads of a line that holds nothing else but a colon behind them. */
export function periodsOf(on: Printed): PeriodHead[] | undefined {
  const folded = fold(on)
  const text = textOf(folded)
  if (
    !/年度|[MTSHR][元\d]/u.test(text) ||
    text
      .replace(periodAlone, '')
      .replace(/[：:]\s*$/u, '')
      .trim() !== ''
  )
    return undefined
  const found = matches(folded, period)
  return found.map(({ groups }) => ({ year: groups.year as Printed, kind: groups.kind as Printed }))
}

export const isMoneyHead = (head: PeriodHead): boolean => /^(?:決算|予算)/u.test(textOf(fold(head.kind)))

export const isIndicatorHead = (head: PeriodHead): boolean => /^(?:実績|予定|目標)$/u.test(textOf(fold(head.kind)))
