import { type Note, note } from '../../../diagnostics/codes.ts'
import type { Line } from '../../../document/model.ts'
import { type KnownEdition, missingLabels } from '../edition.ts'
import type { EditionId } from '../old-editions.ts'
import { moneyUnits } from '../words/units.ts'
import type { Slot } from './slots.ts'
import { newWordsOf, type Stranger } from './strangers.ts'

type Beside = readonly (readonly [label: string, pointer: string])[]

const head: Beside = [
  ['年度', 'fiscalYear'],
  ['会計コード', 'account'],
  ['事業コード', 'projectCode'],
  ['事業名', 'projectName'],
  ['評価担当課', 'department'],
  ['電話番号', 'contact/phone'],
  ['施策名', 'measures'],
  ['事業の性質', 'nature'],
  ['実施形態', 'execution'],
]

const indicators: Beside = ['活動指標１', '活動指標２', '成果指標１', '成果指標２'].map(label => [label, 'indicators'])

/** What every sheet of an edition prints besides the labels that a text shows: heads, choices, blocks. */
const always: { readonly [E in EditionId]: Beside } = {
  2006: [...head, ['担当者名', 'contact/name'], ['政策名', 'policy'], ['実施期間', 'term']],
  2023: [
    ...head,
    ['担当者名', 'contact/name'],
    ['政策名', 'policy'],
    ['アクションプラン掲載', 'targets'],
    ['行政評価委員会の評価', 'targets'],
    ['事業費の内訳', 'costBreakdowns'],
    ...indicators,
    ['項目', 'assessments'],
    ['市民参加の実施', 'citizenParticipation/conducted'],
    ['市民参加結果への対応', 'citizenParticipation/reflected'],
    ['前回の評価', 'previous/grade'],
    ['今回の評価', 'current/grade'],
  ],
  2025: [...head, ...indicators],
}

/**
 * What the sheet lacks of its edition and what it has besides. Each field whose label is not printed has its note; a new label is told
 * once for the sheet, beside what is missing, as the form may have been renamed.
 */
export function editionNotes(edition: KnownEdition, slots: readonly Slot[], strangers: readonly Stranger[]): Note[] {
  const closest = edition.closest.id
  const labels = slots.filter(isPrintedWhole).flatMap(slot => slot.head.label ?? [])
  const printed = new Set(labels.map(label => label.printed))
  const lacking = always[closest]
    .filter(([label]) => !printed.has(label))
    .map(([label, pointer]) => missing(closest, label, pointer))
  const missed = [...missingLabels(edition, labels), ...lacking]
  if (strangers.length === 0) return [...edition.notes, ...missed]
  const known = edition.notes.flatMap(each => (each.code === 'EDITION_UNKNOWN' ? each.args.missing : []))
  const lacked = missed.flatMap(each => (each.code === 'EDITION_UNKNOWN' ? each.args.missing : []))
  const unexpected = [...new Set(strangers.map(newWordsOf))]
  return [note('EDITION_UNKNOWN', { closest, missing: [...new Set([...known, ...lacked])], unexpected }), ...missed]
}

/** Without an amount the costs are missing as a whole; without （単位：千円） nothing on the page says what the amounts count; the edition is known by its other words. */
export function unitNotes({ closest }: KnownEdition, costs: readonly unknown[], lines: readonly Line[]): Note[] {
  if (costs.length === 0) return [missing(closest.id, '事業費', 'costs')]
  return moneyUnits(lines).length > 0 ? [] : [missing(closest.id, '（単位：千円）', 'costs')]
}

const missing = (closest: string, label: string, pointer: string): Note =>
  note(
    'EDITION_UNKNOWN',
    { closest, missing: [label], unexpected: [] },
    { pointer: `/records/0/${pointer}`, expected: label },
  )

/** 事業内容 beside a block of other labels is none of its own. */
const isPrintedWhole = ({ head, values }: Slot): boolean => head.label?.printed !== '事業内容' || values.length > 0
