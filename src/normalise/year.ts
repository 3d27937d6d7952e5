import { kanjiNumber } from './kanji.ts'
import { ERAS, type Era, WESTERN_YEARS } from './tables/eras.ts'

/** A year as printed: the Gregorian year, and the era it was printed in (null: western). */
export interface PrintedYear {
  year: number
  era: Era | null
}

/** Space that a form or a converter puts between the parts of a year; bounded, so that no input costs time. */
export const GAP = '\\s{0,8}'
/** The number of a year, month or day. */
export const COUNT = '(?:\\d{1,2}(?!\\d)|[〇一二三四五六七八九十]{1,4})'
/** The number of a year in an era. */
export const ERA_COUNT = `(?:元|${COUNT})`
/** The name of an era: in full, as a letter, or as one character. A letter inside a word is not one. */
export const ERA_NAME = `(?:${ERAS.map(era => era.name).join('|')}|[${ERAS.map(era => era.ligature).join('')}]|(?<![A-Za-z])[${ERAS.map(era => era.letter).join('')}])`

/** Source of a regular expression for a year without 年; its groups are named with `key`, for `readYear`. */
export function yearSource(key: string): string {
  return `(?:(?<era${key}>${ERA_NAME})${GAP}(?<count${key}>${ERA_COUNT})|(?<![\\d.,])(?<west${key}>\\d{4})(?!\\d))`
}

/** The year in the groups that `yearSource(key)` names; `undefined` where they are empty or the era has no such year. */
export function readYear(groups: Record<string, string | undefined>, key: string): PrintedYear | undefined {
  const western = groups[`west${key}`]
  if (western !== undefined) return westernYear(Number(western))
  const era = eraNamed(groups[`era${key}`] ?? '')
  return era && eraYear(era, groups[`count${key}`] ?? '')
}

/** The year `count` (`元`, `4`, `五`) of an era; `undefined` where the table of eras does not reach. */
export function eraYear(era: Era, count: string): PrintedYear | undefined {
  const number = count === '元' ? 1 : readCount(count)
  if (number === undefined || number < 1 || number > era.lastYear) return undefined
  return { year: era.firstYear + number - 1, era }
}

/** The number that `COUNT` matched, or undefined where its kanji make no number. */
export function readCount(count: string): number | undefined {
  return /^\d+$/.test(count) ? Number(count) : kanjiNumber(count)
}

function eraNamed(name: string): Era | undefined {
  return ERAS.find(era => era.name === name || era.letter === name || era.ligature === name)
}

function westernYear(year: number): PrintedYear | undefined {
  return year >= WESTERN_YEARS.first && year <= WESTERN_YEARS.last ? { year, era: null } : undefined
}
