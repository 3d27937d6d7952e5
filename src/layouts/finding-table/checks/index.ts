import { type Note, note } from '../../../diagnostics/codes.ts'
import { type Printed, slice, textOf } from '../../../document/printed.ts'
import { type FoundYear, findYears } from '../../../normalise/era.ts'
import type { Checked } from '../../kit/layout.ts'
import { counted } from '../../kit/sequences.ts'
import type { HeaderShape, RecordShape } from '../record.ts'

type Table = Checked<HeaderShape, RecordShape>

/** NO counts the findings without a gap. */
const sequence = ({ records }: Table): Iterable<Note> =>
  counted(
    'NO',
    records.map(({ no }, index) => ({ pointer: `/records/${index}/no`, value: no })),
  )

/** Wherever a year is printed in both calendars they say the same: 令和３年度(2021年度). */
function* years(table: Table): Generator<Note> {
  yield* yearsAt(table, '/header/title')
  for (const index of table.records.keys())
    for (const field of ['measure/name', 'project', 'finding', 'timing/text', 'response'])
      yield* yearsAt(table, `/records/${index}/${field}`)
}

function* yearsAt(table: Table, pointer: string): Generator<Note> {
  const on = table.printed(pointer)
  if (!on) return
  for (const found of findYears(textOf(on))) if (found.western !== null) yield* mismatch(on, found, pointer)
}

function* mismatch(
  on: Printed,
  { year, western, westernSpan, from, to, text }: FoundYear,
  pointer: string,
): Generator<Note> {
  if (western === null || westernSpan === null || western === year) return
  const args = { printed: text, japanese: year, western }
  const both = [slice(on, from, to), slice(on, ...westernSpan)] as const
  yield note('ERA_MISMATCH', args, {
    pointer,
    on: both[0],
    expected: year,
    actual: western,
    related: [{ pointer, on: both[0], value: year }, { pointer, on: both[1], value: western }, ...unreadYear(pointer)],
  })
}

/** The year that such a text leaves null. */
function unreadYear(pointer: string): { pointer: string; value: null }[] {
  const year = pointer.replace(/(?:timing\/text|header\/title)$/u, found => found.replace(/(?<!\w)\w+$/u, 'fiscalYear'))
  return year === pointer ? [] : [{ pointer: year, value: null }]
}

/** One code, one measure, and the other way round: a record that prints another pair than two others do is misread or misprinted. */
function* measures({ records }: Table): Generator<Note> {
  for (const [index, { measure }] of records.entries()) {
    if (measure.code === null || measure.name === null) continue
    const others = records.filter((_, at) => at !== index).map(other => other.measure)
    yield* unlike(
      index,
      'name',
      measure.name,
      others.filter(other => other.code === measure.code).map(other => other.name),
    )
    yield* unlike(
      index,
      'code',
      measure.code,
      others.filter(other => other.name === measure.name).map(other => other.code),
    )
  }
}

function* unlike(
  index: number,
  field: 'code' | 'name',
  own: string,
  others: readonly (string | null)[],
): Generator<Note> {
  const [other] = others
  if (typeof other !== 'string' || others.some(each => each !== other) || other === own) return
  const why = field === 'name' ? 'its code has another name elsewhere' : 'its name has another code elsewhere'
  const args = { printed: own, suggestion: other, why }
  const pointer = `/records/${index}/measure/${field}`
  yield note('SUSPECT_TEXT', args, { pointer, severity: 'warning', expected: other, actual: own })
}

export const checks = [sequence, years, measures] as const
