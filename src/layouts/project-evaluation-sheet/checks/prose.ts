import type { Out } from '../../kit/fields.ts'
import type { Checked } from '../../kit/layout.ts'
import type { HeaderShape, RecordShape } from '../record.ts'

export type Sheet = Checked<HeaderShape, RecordShape>
export type Record = Out<RecordShape>
export type Indicator = Record['indicators'][number]

/** A text of the sheet in which numbers are spoken of, with its pointer. */
export interface Passage {
  readonly pointer: string
  readonly text: string
}

/** The texts that speak of the sheet's own numbers. */
export function passagesOf(record: Record, at: string): Passage[] {
  const texts: [pointer: string, text: string | null][] = [
    [`${at}/results`, record.results],
    [`${at}/improvementPoints`, record.improvementPoints],
    [`${at}/current/reason`, record.current.reason],
    ...record.assessments.map((item, i): [string, string | null] => [`${at}/assessments/${i}/reason`, item.reason]),
  ]
  return texts.flatMap(([pointer, text]) => (text === null ? [] : [{ pointer, text }]))
}

/** The last actual value of an indicator, the one before it, and its pointer. */
export interface Change {
  readonly indicator: Indicator
  readonly now: number
  readonly before: number
  readonly pointers: readonly [now: string, before: string]
}

/** The last two results of an indicator, or undefined where there are not two, or the earlier one is 0. */
export function changeOf(indicator: Indicator, at: string): Change | undefined {
  const actual = indicator.values.flatMap((value, i) =>
    value.kind === 'actual' && value.value !== null ? [{ value: value.value, pointer: `${at}/values/${i}/value` }] : [],
  )
  const [now, before] = [actual.at(-1), actual.at(-2)]
  return now && before && before.value !== 0
    ? { indicator, now: now.value, before: before.value, pointers: [now.pointer, before.pointer] }
    : undefined
}

export const numberOf = (printed: string): number => Number(printed.replaceAll(',', ''))
