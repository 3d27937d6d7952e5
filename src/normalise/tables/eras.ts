export interface Era {
  name: string
  letter: string
  ligature: string
  /** The Gregorian year of 元年. */
  firstYear: number
  /** Its first day. */
  begins: string
  /** The last year that is read. For an era that has ended this is its last year, except where plans ran past it. */
  lastYear: number
}

/**
 * The eras since 1868. Plans made before 2019 count 平成 up to its forties, so 平成32年度 is 2020; 令和 is read up to 30,
 * which keeps 令和88 and R88 out.
 */
export const ERAS: readonly Era[] = [
  { name: '明治', letter: 'M', ligature: '㍾', firstYear: 1868, begins: '1868-01-25', lastYear: 45 },
  { name: '大正', letter: 'T', ligature: '㍽', firstYear: 1912, begins: '1912-07-30', lastYear: 15 },
  { name: '昭和', letter: 'S', ligature: '㍼', firstYear: 1926, begins: '1926-12-25', lastYear: 64 },
  { name: '平成', letter: 'H', ligature: '㍻', firstYear: 1989, begins: '1989-01-08', lastYear: 42 },
  { name: '令和', letter: 'R', ligature: '㋿', firstYear: 2019, begins: '2019-05-01', lastYear: 30 },
]

/** Western years that are read as such: 4125 in a table is not a year. */
export const WESTERN_YEARS = { first: 1868, last: 2100 }

/** Up to 1872 Japan kept a lunar calendar, so an earlier month is not the Gregorian month of that number. */
export const FIRST_GREGORIAN_MONTH = '1873-01'

/** Words for the halves of a fiscal year: 上半期, 上期 (April to September), 下半期, 下期. */
export const HALVES: Readonly<Record<string, 1 | 2>> = { 上: 1, 下: 2 }
