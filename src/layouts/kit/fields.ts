import { z } from 'zod'
import { fold, isBlank, type Printed, textOf } from '../../document/printed.ts'
import * as amounts from '../../normalise/amounts.ts'
import * as codes from '../../normalise/codes.ts'
import * as era from '../../normalise/era.ts'
import { isBlankMark } from '../../normalise/marks.ts'
import { decimal as readDecimal, integer as readInteger } from '../../normalise/numerals.ts'
import { withoutRaisedMarks } from '../../normalise/raised-marks.ts'
import { isIgnorable, tidySpaces } from '../../normalise/whitespace.ts'
import type { ColumnType, Field } from './shape.ts'

export * from './shape.ts'

/** The text of a leaf after the text rules: widths folded, no footnote marks, spaces only between ASCII, one line a paragraph. */
export const plainText = (on: Printed): string =>
  readable(on)
    .split('\n')
    .map(line => tidySpaces(line))
    .filter(line => line !== '')
    .join('\n')

const readable = (on: Printed): string => withoutRaisedMarks(withoutIgnorable(textOf(fold(on))))

/** Control and format characters are never printed, so no value holds one. */
const withoutIgnorable = (text: string): string =>
  /[\p{Cc}\p{Cf}]/u.test(text) ? [...text].filter(ch => !isIgnorable(ch)).join('') : text

const filled =
  <T>(read: (text: string) => T | null | undefined) =>
  (on: Printed): T | null | undefined => {
    const value = plainText(on)
    return isBlankMark(value) ? null : read(value)
  }

/** Made once: the forms have hundreds of fields, and making a type for each takes longer than reading a page. */
const someText = z.string().min(1).nullable()
const wholeNumber = z.int().nullable()
const anyNumber = z.number().nullable()

type More<T> = Partial<Pick<Field<T>, 'example' | 'unit' | 'mayBeUnmarked' | 'labels'>>

function field<T>(ja: string, type: ColumnType, out: z.ZodType<T | null>, expected: string, read: Field<T>['read']) {
  const figure = type === 'string' ? {} : { isFigure: true as const }
  return (more: More<T>): Field<T | null> => ({ kind: 'field', ja, type, out, expected, read, ...figure, ...more })
}

/** Text; a paragraph or list item begins a new line. */
export const text = (ja: string, more: More<string> = {}): Field<string | null> =>
  field(
    ja,
    'string',
    someText,
    'text',
    filled(value => value),
  )(more)

/** Text whose parts keep one space between them: a title, `department.name`, `source`. */
export const spacedText = (ja: string, more: More<string> = {}): Field<string | null> =>
  field(ja, 'string', someText, 'text', on => {
    const value = spaced(on)
    return isBlankMark(value) ? null : value
  })(more)

const spaced = (on: Printed): string =>
  readable(on)
    .split('\n')
    .map(line => line.split(/\s+/u).filter(Boolean).map(tidySpaces).join(' '))
    .filter(line => line !== '')
    .join('\n')

/** A code: width folded, no spaces, every dash as `-`. */
export const code = (ja: string, more: More<string> = {}): Field<string | null> => ({
  ...field(ja, 'string', someText, 'a code', filled(codes.code))(more),
  isFigure: true,
})

/** The Gregorian year in which the Japanese fiscal year begins. */
export const fiscalYear = (ja: string, more: More<number> = {}): Field<number | null> =>
  field(ja, 'year', wholeNumber, 'a fiscal year such as 令和4年度', filled(era.fiscalYear))(more)

export const integer = (ja: string, units: readonly string[] = [], more: More<number> = {}): Field<number | null> =>
  field(
    ja,
    'integer',
    wholeNumber,
    'a whole number',
    filled(value => readInteger(value, units)),
  )(more)

export const decimal = (ja: string, units: readonly string[] = [], more: More<number> = {}): Field<number | null> =>
  field(
    ja,
    'number',
    anyNumber,
    'a number',
    filled(value => readDecimal(value, units)),
  )(more)

/** An amount printed bare or with 千円, in thousands of yen. */
export const thousandYen = (ja: string): Field<number | null> =>
  field(ja, 'integer', wholeNumber, 'an amount in 千円', filled(amounts.thousandYen))({ unit: '千円' })

/** Person-years of staff: `1.2`, `1.34人工`. */
export const staffFte = (ja: string): Field<number | null> =>
  field(ja, 'number', anyNumber, 'a number of 人工', filled(amounts.staffFte))({ unit: '人工' })

/** One of the words of a table, as the value it means; the first word of a value is its name in Japanese. */
export function word<V extends string>(ja: string, table: { readonly [printed: string]: V }, expected: string) {
  const values = [...new Set(Object.values(table))] as [V, ...V[]]
  const read = (value: string): V | undefined => table[value]
  return field<V>(
    ja,
    'string',
    z.enum(values).nullable() as unknown as z.ZodType<V | null>,
    expected,
    filled(read),
  )({ labels: labelsOf(table) })
}

const labelsOf = (table: { readonly [printed: string]: string }): { [value: string]: string } =>
  Object.fromEntries(
    Object.entries(table)
      .reverse()
      .map(([printed, value]) => [value, printed]),
  )

/** A choice with one answer; what is printed without marks is read as text. */
export const choice = (ja: string, more: More<string> = {}): Field<string | null> => ({
  ...text(ja, more),
  answers: 'one',
})

/** A choice with any number of answers. */
export const choices = (ja: string, more: More<string[]> = {}): Field<string[]> => ({
  kind: 'field',
  ja,
  type: 'string',
  out: z.array(z.string()),
  expected: 'marked options',
  read: on => (isBlank(on) ? [] : [plainText(on)]),
  answers: 'many',
  mayBeUnmarked: true,
  ...more,
})

/** A number the tool counts itself. */
export const count = (ja: string): Field<number> => ({
  kind: 'field',
  ja,
  type: 'integer',
  out: z.int(),
  expected: 'a count',
  read: () => undefined,
  counted: true,
})

/** Whether a mark is printed. */
export const flag = (ja: string): Field<boolean> => ({
  kind: 'field',
  ja,
  type: 'boolean',
  out: z.boolean(),
  expected: 'a mark',
  read: on => !isBlank(on),
  counted: true,
})

/** A field of a type of its own. */
export const custom = <T>(
  ja: string,
  type: ColumnType,
  out: z.ZodType<T>,
  expected: string,
  read: Field<T>['read'],
  more: More<T> = {},
): Field<T | null> => field(ja, type, out.nullable(), expected, read)(more)
