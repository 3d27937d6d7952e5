import { type Note, note } from '../../../diagnostics/codes.ts'
import { say, type Words } from '../../../messages/words.ts'
import type { Progress, Row } from './series.ts'

/** A text that is printed again on every page, and the records that should have the same. */
interface Repeated {
  readonly why: Words
  readonly of: (record: Row) => string | null
  readonly read: (record: Row) => readonly (string | null)[]
  readonly pointer: (item: number) => string
}

const numberOf = ({ recommendation }: Row): string | null =>
  recommendation.no === null ? null : String(recommendation.no)

const repeated: readonly Repeated[] = [
  {
    why: say('RECOMMENDATION_PRINTED_OTHERWISE'),
    of: numberOf,
    read: record => [record.recommendation.title],
    pointer: () => 'recommendation/title',
  },
  {
    why: say('POINT_PRINTED_OTHERWISE'),
    of: numberOf,
    read: record => record.recommendation.points,
    pointer: item => `recommendation/points/${item}`,
  },
  {
    why: say('POLICY_PRINTED_OTHERWISE'),
    of: record => (record.policy.code === null ? null : `${numberOf(record)}-${record.policy.code}`),
    read: record => [record.policy.text],
    pointer: () => 'policy/text',
  },
]

/** What is printed on several pages is the same on all: where one differs from most, it is misread or misprinted there. */
export function* repeats({ records }: Progress): Generator<Note> {
  for (const each of repeated)
    for (const [key, group] of grouped(records, each.of)) if (key !== null) yield* unlike(each, group)
}

type Member = readonly [index: number, record: Row]

function grouped(records: readonly Row[], of: (record: Row) => string | null): Map<string | null, Member[]> {
  const groups = new Map<string | null, Member[]>()
  for (const [index, record] of records.entries()) {
    const key = of(record)
    groups.set(key, [...(groups.get(key) ?? []), [index, record]])
  }
  return groups
}

function* unlike({ why, read, pointer }: Repeated, group: readonly Member[]): Generator<Note> {
  const usual = mostFrequent(group.map(([, record]) => JSON.stringify(read(record))))
  const [at, model] = group.find(([, record]) => JSON.stringify(read(record)) === usual) ?? []
  if (at === undefined || model === undefined) return
  const wanted = read(model)
  for (const [index, record] of group) {
    const found = read(record)
    if (found.length !== wanted.length)
      yield note(
        'SEQUENCE_GAP',
        { what: say('POINTS'), expected: say('AS_ELSEWHERE', { count: wanted.length }), actual: String(found.length) },
        { pointer: `/records/${index}/recommendation/points`, expected: wanted.length, actual: found.length },
      )
    for (const [item, text] of found.entries()) {
      const expected = wanted[item]
      if (text === null || typeof expected !== 'string' || text === expected) continue
      yield note(
        'SUSPECT_TEXT',
        { printed: text, suggestion: expected, why },
        {
          pointer: `/records/${index}/${pointer(item)}`,
          severity: 'warning',
          expected,
          actual: text,
          related: [{ pointer: `/records/${at}/${pointer(item)}`, value: expected }],
        },
      )
    }
  }
}

function mostFrequent(keys: readonly string[]): string | undefined {
  const count = (key: string) => keys.filter(other => other === key).length
  return keys.reduce<string | undefined>(
    (best, key) => (best !== undefined && count(best) >= count(key) ? best : key),
    undefined,
  )
}
