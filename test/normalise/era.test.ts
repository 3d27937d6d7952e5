import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findYears, fiscalYear, isoDate, period, periodRange, yearRange } from '../../src/normalise/era.ts'
import { ERAS } from '../../src/normalise/tables/eras.ts'
import { anyText, hugeTexts } from './strings.ts'

const FISCAL_YEARS: [input: string, expected: number | null, why: string][] = [
  ['令和４年度', 2022, 'full width'],
  ['令和4年', 2022, 'without 度'],
  ['令和4', 2022, 'without 年度'],
  ['R5', 2023, 'a letter'],
  ['Ｒ５年度', 2023, 'a fullwidth letter'],
  ['H30年度', 2018, 'a letter'],
  ['㋿5年度', 2023, 'one character'],
  ['㍻16年度', 2004, 'one character'],
  ['2013年度', 2013, 'western'],
  ['2013', 2013, 'western, bare'],
  ['西暦2013年', 2013, 'named western'],
  ['平成31年度', 2019, 'the same year as 令和元年度'],
  ['令和元年度', 2019, 'the same year as 平成31年度'],
  ['平成32年度', 2020, 'printed in plans made before 2019'],
  ['昭和64年度', 1989, 'the last year of the era'],
  ['明治45年', 1912, 'the last year of the era'],
  ['平成16 年度', 2004, 'as the form prints it'],
  ['平成 16 年 度', 2004, 'spaces everywhere'],
  ['令和五年度', 2023, 'kanji numerals'],
  ['令和二十年度', 2038, 'kanji numerals'],
  ['令和3年度(2021年度)', 2021, 'both years agree'],
  ['令和３年度(2021\n年度)', 2021, 'cut by a line break'],
  ['令和２年度（2020）', 2020, 'a bare year in brackets'],
  ['令和3（2021）年度', 2021, 'brackets before 年度'],
  ['2021年度（令和3年度）', 2021, 'the other way round'],
  ['平成31年度（令和元年度）', 2019, 'two eras that agree'],
  ['0 年度', null, 'a blank 終了 field'],
  ['０年度', null, 'in full width'],
  ['年度', null, 'a form that prints 年度'],
  ['令和　年度', null, 'a form that prints the era'],
  ['－年度', null, 'a dash before 年度'],
  ['－', null, 'a dash'],
  ['', null, 'empty'],
]
const NO_FISCAL_YEARS: [input: string, why: string][] = [
  ['R88', 'no such year'],
  ['令和0年', 'no year zero'],
  ['令和0年度', 'no year zero'],
  ['昭和0年', 'no year zero'],
  ['R0', 'no year zero'],
  ['S99', 'no such year'],
  ['昭和65年度', 'past the end of the era'],
  ['大正16年', 'past the end of the era'],
  ['平成43年度', 'past what plans printed'],
  ['令和31年度', 'farther than any plan'],
  ['令和3年度(2022年度)', 'the years disagree'],
  ['平成31年度（令和2年度）', 'the years disagree'],
  ['令和3年度(R88)', 'a bracket that is no year'],
  ['令和3年(2021)年度', '年 twice'],
  ['16年度', 'no era'],
  ['5', 'no era'],
  ['元年度', 'no era'],
  ['令和4年度決算', 'words after'],
  ['令和5年度以降', 'words after'],
  ['令和4年4月', 'a month'],
  ['令和4度', '年 is missing'],
  ['2013.5', 'a number'],
  ['12013', 'five digits'],
  ['1800', 'before the eras'],
  ['4086', 'a number of persons'],
  ['PR5', 'a letter of a word'],
  ['r5', 'a small letter'],
  ['5R', 'out of order'],
  ['一般', 'a word'],
  ['口コミ', 'a word'],
  ['令和３ 0年度', 'a number cut in two'],
]

describe('fiscalYear', () => {
  test.each(FISCAL_YEARS)('%j → %j (%s)', (input, expected) => {
    expect(fiscalYear(input)).toBe(expected)
  })
  test.each(NO_FISCAL_YEARS)('%j is not one (%s)', input => {
    expect(fiscalYear(input)).toBeUndefined()
  })
  test('reads every year of every era in each spelling', () => {
    for (const { name, letter, ligature, firstYear, lastYear } of ERAS) {
      for (let n = 1; n <= lastYear; n++) {
        const spelled = [name, letter, ligature].map(era => fiscalYear(`${era}${n}年度`))
        expect(spelled).toEqual([firstYear + n - 1, firstYear + n - 1, firstYear + n - 1])
      }
      expect(fiscalYear(`${name}元年度`)).toBe(firstYear)
    }
  })
})

test.each([
  ['令和7年度上半期', { fiscalYear: 2025, half: 1 }],
  ['令和7年度下半期', { fiscalYear: 2025, half: 2 }],
  ['令和７年度　上半期', { fiscalYear: 2025, half: 1 }],
  ['令和7年度の上半期', { fiscalYear: 2025, half: 1 }],
  ['令和7年度（下期）', { fiscalYear: 2025, half: 2 }],
  ['R8上半期', { fiscalYear: 2026, half: 1 }],
  ['R7年度上期', { fiscalYear: 2025, half: 1 }],
  ['令和7年度(2025年度)上半期', { fiscalYear: 2025, half: 1 }],
  ['令和6年度', { fiscalYear: 2024, half: null }],
  ['2013年度', { fiscalYear: 2013, half: null }],
])('period(%j) is %j', (input, expected) => {
  expect(period(input)).toEqual(expected)
})
test.each([
  ['令和7年上半期', 'a half of a calendar year'],
  ['上半期', 'no year'],
  ['令和7年度上', 'half a word'],
  ['令和7年度前期', 'not a half for certain'],
  ['R88年度上半期', 'no such year'],
  ['令和6年度から令和7年度上半期', 'a range'],
  ['令和7年度上半期の取組', 'words after'],
  ['年度', 'a blank'],
  ['－', 'a blank'],
  ['', 'empty'],
])('period(%j) is not one (%s)', input => {
  expect(period(input)).toBeUndefined()
})

test.each([
  ['令和元年度～令和4年度', 2019, 2022],
  ['令和元年～4年', 2019, 2022],
  ['平成30～令和2年度', 2018, 2020],
  ['2019年度～2022年度', 2019, 2022],
  ['2019-2022', 2019, 2022],
  ['令和元年度〜4年度', 2019, 2022],
  ['令和元年度–令和4年度', 2019, 2022],
  ['令和元年度—令和4年度', 2019, 2022],
  ['令和元年度－令和4年度', 2019, 2022],
  ['R1 ~ R4', 2019, 2022],
  ['令和元年度から令和4年度まで', 2019, 2022],
  ['令和4年度～令和4年度', 2022, 2022],
])('yearRange(%j) is %j to %j', (input, from, to) => {
  expect(yearRange(input)).toEqual({ from, to })
})
test.each([
  ['令和4年度～令和元年度', 'backwards'],
  ['平成30～2年度', 'backwards, as the era is the one before'],
  ['令和元年度', 'one year'],
  ['令和元年度～', 'an open end'],
  ['～令和4年度', 'an open start'],
  ['2019～22年度', 'half a western year'],
  ['R1-4', 'a code'],
  ['令和元年度～令和2年度～令和3年度', 'three years'],
  ['令和元年度～4年度の主な取組', 'words after'],
  ['1-1', 'a code'],
  ['令和2・3年度', 'a list'],
  ['－', 'a blank'],
  ['', 'empty'],
])('yearRange(%j) is not one (%s)', input => {
  expect(yearRange(input)).toBeUndefined()
})

test('periodRange reads halves and whole years', () => {
  const whole = (fiscalYear: number) => ({ fiscalYear, half: null })
  expect(periodRange('令和6年度から令和7年度上半期')).toEqual({ from: whole(2024), to: { fiscalYear: 2025, half: 1 } })
  expect(periodRange('令和7年度上半期～令和7年度下半期')).toEqual({
    from: { fiscalYear: 2025, half: 1 },
    to: { fiscalYear: 2025, half: 2 },
  })
  expect(periodRange('令和6年度～令和7年度')).toEqual({ from: whole(2024), to: whole(2025) })
  expect(periodRange('令和7年度から令和7年度上半期')).toEqual({ from: whole(2025), to: { fiscalYear: 2025, half: 1 } })
  expect(periodRange('令和7年度下半期～令和7年度')).toEqual({ from: { fiscalYear: 2025, half: 2 }, to: whole(2025) })
})
test.each(['令和7年度下半期から令和7年度上半期', '令和6年度', '令和6年度からの取組', 'から', '', '－'])(
  'periodRange(%j) is not one',
  input => {
    expect(periodRange(input)).toBeUndefined()
  },
)

const DATES: [input: string, expected: string, why: string][] = [
  ['令和2年11月', '2020-11', 'a month'],
  ['平成30年9月6日', '2018-09-06', 'a day'],
  ['平成 30 年（2018 年）9 月 6 日', '2018-09-06', 'the western year agrees'],
  ['令和４年４月', '2022-04', 'full width'],
  ['R7年10月', '2025-10', 'a letter'],
  ['2020年2月29日', '2020-02-29', 'a leap day'],
  ['令和二年十一月三日', '2020-11-03', 'kanji numerals'],
  ['平成31年4月30日', '2019-04-30', 'the last day of the era'],
  ['令和元年5月1日', '2019-05-01', 'the first day of the era'],
  ['令和元年5月', '2019-05', 'its first month'],
  ['平成31年5月1日', '2019-05-01', 'past the end, as printed before it was known'],
  ['平成33年3月31日', '2021-03-31', 'past the end'],
  ['昭和64年1月7日', '1989-01-07', 'the last day of the era'],
  ['令和2年', '2020', 'a year'],
  ['明治5年', '1872', 'a year before the calendar has its months'],
  ['明治45年7月29日', '1912-07-29', 'the last day but one'],
]
const NO_DATES: [input: string, why: string][] = [
  ['令和元年4月30日', 'the day before the era'],
  ['令和元年4月', 'the month before the era'],
  ['平成元年1月7日', 'the day before the era'],
  ['大正元年7月29日', 'the day before the era'],
  ['明治5年11月', 'a lunar month'],
  ['令和3年2月29日', 'no leap year'],
  ['令和2年13月', 'no month'],
  ['令和2年0月', 'no month'],
  ['令和2年11月31日', 'no day'],
  ['令和2年11月0日', 'no day'],
  ['平成30年（2019年）9月6日', 'the western year disagrees'],
  ['令和2年度', 'a fiscal year'],
  ['令和2年6日', 'the month is missing'],
  ['9月6日', 'the year is missing'],
  ['2020', 'a bare number'],
  ['令和88年1月', 'no such year'],
  ['令和0年1月', 'no such year'],
  ['令和2年11月頃', 'words after'],
  ['令和2年11', '月 is missing'],
  ['－', 'a blank'],
  ['', 'empty'],
]
describe('isoDate', () => {
  test.each(DATES)('%j → %j (%s)', (input, expected) => {
    expect(isoDate(input)).toBe(expected)
  })
  test.each(NO_DATES)('%j is not one (%s)', input => {
    expect(isoDate(input)).toBeUndefined()
  })
  test('reads each day of 令和 as the calendar has it', () => {
    const days = fc.date({
      min: new Date('2019-05-01T00:00:00Z'),
      max: new Date('2048-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, day => {
        const printed = `令和${day.getUTCFullYear() - 2018}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`
        expect(isoDate(printed)).toBe(day.toISOString().slice(0, 10))
      }),
    )
  })
})

describe('findYears', () => {
  const found = (text: string) =>
    findYears(text).map(({ text, year, fiscal, western }) => [text, year, fiscal, western])

  test('gives spans of the text as it is', () => {
    const text = '令和３年度(2021\n年度)に具体的な取組を実施'
    expect(findYears(text)).toEqual([
      { from: 0, to: 5, text: '令和３年度', year: 2021, fiscal: true, western: 2021, westernSpan: [6, 10] },
    ])
  })
  test('keeps its offsets behind characters that fold to fewer', () => {
    expect(findYears('ﾊﾞｽ𠮷2020年')).toEqual([
      { from: 5, to: 10, text: '2020年', year: 2020, fiscal: false, western: null, westernSpan: null },
    ])
  })
  test.each([
    ['平成 30 年（2018 年）9 月 6 日', [['平成 30 年', 2018, false, 2018]], 'spaces'],
    ['令和2年度（2020年度）以降の', [['令和2年度', 2020, true, 2020]], 'fiscal'],
    ['令和2年度（2021年度）', [['令和2年度', 2020, true, 2021]], 'a mismatch is for the check'],
    ['令和3（2021）年度', [['令和3（2021）年度', 2021, true, 2021]], 'brackets before 年度'],
    [
      '2021年度（令和3年度）',
      [
        ['2021年度', 2021, true, null],
        ['令和3年度', 2021, true, 2021],
      ],
      'the other way round',
    ],
    [
      '令和元年度～令和4年度の',
      [
        ['令和元年度', 2019, true, null],
        ['令和4年度', 2022, true, null],
      ],
      'a range',
    ],
    [
      '平成30～令和2年度',
      [
        ['平成30', 2018, false, null],
        ['令和2年度', 2020, true, null],
      ],
      '年 is elided',
    ],
    ['令和6年・7年度も', [['令和6年', 2024, false, null]], 'an elided era is not completed'],
    ['令和6年 度は', [['令和6年 度', 2024, true, null]], 'a space of the converter'],
    ['令和3年6月死亡事例', [['令和3年', 2021, false, null]], 'a month'],
    ['R7年10月', [['R7年', 2025, false, null]], 'a letter'],
    ['㍻16年度', [['㍻16年度', 2004, true, null]], 'one character'],
    ['2040年問題', [['2040年', 2040, false, null]], 'western'],
    ['令和五年度', [['令和五年度', 2023, true, null]], 'kanji numerals'],
    [
      '平成31年度、令和元年度',
      [
        ['平成31年度', 2019, true, null],
        ['令和元年度', 2019, true, null],
      ],
      'one year, two names',
    ],
    [
      '2020年度（2021年3月まで）',
      [
        ['2020年度', 2020, true, null],
        ['2021年', 2021, false, null],
      ],
      'two western years: neither says the other again',
    ],
    [
      '2021年度　（ 令和3年度 ）',
      [
        ['2021年度', 2021, true, null],
        ['令和3年度', 2021, true, 2021],
      ],
      'spaces around the bracket',
    ],
    ['令和2年（約2000人）', [['令和2年', 2020, false, null]], 'a bracket that holds more than a year'],
  ] as [string, unknown[], string][])('%j → %j (%s)', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
  test.each([
    ['令和88年度', 'no such year'],
    ['令和0年', 'no such year'],
    ['R5.3月末', '年 is missing'],
    ['AP2019', '年 is missing'],
    ['平成10年間', 'a span of time'],
    ['1990年代', 'a decade'],
    ['2000年間', 'a span of time'],
    ['12,019年', 'a number'],
    ['12019年', 'a number'],
    ['5年度', 'no era'],
    ['3000年', 'farther than any plan'],
    ['PR5年', 'a letter of a word'],
    ['昭和3-4号', 'no year follows'],
    ['S3-4年の間', 'a letter alone may be anything'],
    ['同年、昨年度', 'no number'],
    ['', 'empty'],
  ])('%j has none (%s)', text => {
    expect(findYears(text)).toEqual([])
  })
  test('gives spans in order, without overlap, that hold what they say', () => {
    fc.assert(
      fc.property(anyText, text => {
        let at = 0
        for (const year of findYears(text)) {
          expect(year.from).toBeGreaterThanOrEqual(at)
          expect(year.text).toBe(text.slice(year.from, year.to))
          expect(year.text.length).toBeGreaterThan(1)
          expect(year.westernSpan === null).toBe(year.western === null)
          at = year.to
        }
      }),
    )
  })
  test('takes a million characters', () => {
    const counts = hugeTexts.map(text => findYears(text).length)
    expect(counts[hugeTexts.indexOf('2021年'.repeat(200_000))]).toBe(200_000)
    expect(counts.filter(count => count > 0)).toHaveLength(3)
  })
})

describe('any text', () => {
  test('is a year, a period, a range, a date, or not one', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(fiscalYear(text) ?? 2000).toSatisfy(isYear)
        expect(period(text)?.fiscalYear ?? 2000).toSatisfy(isYear)
        const range = yearRange(text) ?? { from: 2000, to: 2000 }
        expect([range.from, range.to].every(isYear) && range.from <= range.to).toBe(true)
        expect(periodRange(text)?.to.fiscalYear ?? 2000).toSatisfy(isYear)
        expect(isoDate(text) ?? '2000').toMatch(/^\d{4}(-\d{2}){0,2}$/)
      }),
    )
  })
  test('of a million characters is none, unless blank or padded', () => {
    for (const text of hugeTexts) {
      const padded = text.startsWith('令和5年 ')
      expect(fiscalYear(text)).toBe(/^[\s－]*$/.test(text) ? null : padded ? 2023 : undefined)
      expect(period(text)?.fiscalYear).toBe(padded ? 2023 : undefined)
      expect([yearRange(text), periodRange(text)]).toEqual([undefined, undefined])
      expect(isoDate(text)).toBe(padded ? '2023' : undefined)
    }
  })
})

function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= 1868 && year <= 2100
}
