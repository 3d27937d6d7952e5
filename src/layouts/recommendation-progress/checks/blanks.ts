import { type Note, note } from '../../../diagnostics/codes.ts'
import { say, type Words } from '../../../messages/words.ts'
import type { Progress, Row } from './series.ts'

/** Every row of the form has a category and a department; where none was read, the cell is merged, cut or lost. */
export function* blanks({ header, records, printed }: Progress): Generator<Note> {
  const options = header.categories.flatMap(category => category.name ?? [])
  for (const [index, record] of records.entries()) {
    const at = `/records/${index}`
    const beside = () => {
      const on = printed(`${at}/progress`) ?? printed(`${at}/label`)
      return on ? { on } : {}
    }
    if (record.category === null) {
      const more = { pointer: `${at}/category`, expected: options, actual: null }
      yield note('CHOICE_NONE', { field: '取組区分', options }, { ...more, ...beside() })
    }
    for (const [path, [what, expected, severity]] of Object.entries(wanted))
      if (isMissing(record, path)) {
        const args = { what, expected, actual: say('NONE') }
        yield note('SEQUENCE_GAP', args, { pointer: `${at}/${path}`, expected, actual: null, severity, ...beside() })
      }
  }
}

/** The periods that the heads of two columns begin with: where no head row was read whole, they are not known. */
export function* periodsLost({ header }: Progress): Generator<Note> {
  const periods = { 'progressPeriod/from': header.progressPeriod.from, nextPeriod: header.nextPeriod }
  for (const [path, { text }] of Object.entries(periods))
    if (text === null) {
      const expected = say('PERIOD_IN_HEADS')
      const args = { what: '期間', expected, actual: say('NONE') }
      yield note('SEQUENCE_GAP', args, { pointer: `/header/${path}/text`, expected, actual: null })
    }
}

/** What every record has. An action may be merged with those above and below, so that its row has none of its own. */
const wanted: { readonly [path: string]: readonly [what: string, expected: Words, severity: 'warning' | 'info'] } = {
  'recommendation/no': ['提言番号', say('RECOMMENDATION_NUMBER'), 'warning'],
  'recommendation/title': ['提言', say('RECOMMENDATION_TITLE'), 'warning'],
  'recommendation/points': ['提言の項目', say('RECOMMENDATION_POINTS'), 'warning'],
  'policy/code': ['取組方針の記号', say('LETTER_OF_POLICY'), 'warning'],
  'policy/text': ['取組方針', say('TEXT_OF_POLICY'), 'warning'],
  action: ['取組内容', say('AN_ACTION'), 'info'],
  departments: ['担当部', say('A_DEPARTMENT'), 'warning'],
}

function isMissing(record: Row, path: string): boolean {
  const value = path
    .split('/')
    .reduce<unknown>((part, key) => (part as { [key: string]: unknown } | null)?.[key], record)
  return value === null || (Array.isArray(value) && value.length === 0)
}
