import type { Random } from '../choices.ts'
import type { Is } from '../document.ts'

export interface Moment {
  readonly text: string
  readonly fiscalYear: number
  readonly half: 1 | 2 | null
}

export interface Period {
  readonly from: Moment
  readonly to: Moment
}

const moment = (year: number, half: 1 | 2 | null, era = '令和'): Moment => ({
  text: `${era}${year}${era === 'R' ? '' : '年度'}${half === null ? '' : half === 1 ? '上半期' : '下半期'}`,
  fiscalYear: 2018 + year,
  half,
})

/** Two periods and the heads that name them. */
export function periodsOf(random: Random, is: Is): { progress: Period; next: Moment; heads: [string, string] } {
  const year = random.int(4, 8)
  if (is('whole years', 30)) {
    const [own, next] = [moment(year, null), moment(year + 1, null)]
    return { progress: { from: own, to: own }, next, heads: [`${own.text}の取組状況`, `${next.text}の取組内容`] }
  }
  const era = is('R for the era', 20) ? 'R' : '令和'
  const [from, to, next] = [moment(year, null, era), moment(year + 1, 1, era), moment(year + 1, 2, era)]
  const between = random.pick(['～', 'から'])
  const head = random.pick([
    `${from.text}${between}${to.text}の取組状況`,
    `取組状況（${from.text}${between}${to.text}）`,
  ])
  return { progress: { from, to }, next, heads: [head, `${next.text}の取組内容`] }
}
