import { type Note, note } from '../../../diagnostics/codes.ts'
import { say } from '../../../messages/words.ts'
import { type Change, changeOf, numberOf, type Passage, passagesOf, type Sheet } from './prose.ts'

/** 対前年度比▲19.6%, 対前年比で2.7%減少: a change against the year before, with its sign. */
const stated =
  /対?前年度?比(?:で|は)?(?<sign>[▲△+\-＋－]?)(?<percent>\d+(?:\.\d+)?)[%％](?<word>の?(?:減|増|下回|上回|低下|上昇))?/gu

interface Statement {
  readonly passage: Passage
  readonly percent: number
  readonly decimals: number
  readonly before: string
}

/** The percentages that the texts state against the indicators' own numbers. */
export function* percentages({ records }: Sheet): Generator<Note> {
  for (const [r, record] of records.entries()) {
    const at = `/records/${r}`
    const changes = record.indicators.flatMap((indicator, i) => changeOf(indicator, `${at}/indicators/${i}`) ?? [])
    for (const statement of passagesOf(record, at).flatMap(statements)) {
      const subject = subjectOf(statement, changes)
      if (subject && !agrees(subject, statement)) yield mismatch(subject, statement)
    }
  }
}

function statements(passage: Passage): Statement[] {
  return [...passage.text.matchAll(stated)].flatMap(found => {
    const { sign = '', percent = '', word = '' } = found.groups ?? {}
    const isFall = /[▲△\-－]/u.test(sign) || /減|下/u.test(word)
    const isSigned = sign !== '' || word !== ''
    if (!isSigned) return []
    const decimals = percent.split('.')[1]?.length ?? 0
    const before = passage.text.slice(0, found.index)
    return [{ passage, percent: (isFall ? -1 : 1) * Number(percent), decimals, before }]
  })
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

const percentOf = (change: Change): number => ((change.now - change.before) / change.before) * 100

/** Printed percentages are rounded, or cut, in the last place. */
const agrees = (change: Change, { percent, decimals }: Statement): boolean =>
  Math.abs(percentOf(change) - percent) < 1.01 * 10 ** -decimals

/**
 * What a percentage is said of: the indicator whose last value the same sentence quotes (６６，６１１人（対前年度比▲１９．６％）); else the
 * one that shares a word with the clause and moves the same way. A percentage that some indicator has needs no subject.
 */
function subjectOf(statement: Statement, changes: readonly Change[]): Change | undefined {
  const sentence = statement.before.slice(statement.before.lastIndexOf('。') + 1)
  const clause = sentence.slice(sentence.lastIndexOf('、') + 1)
  const quoted = [...sentence.matchAll(/\d[\d,]*(?:\.\d+)?/gu)].map(found => numberOf(found[0]))
  const named = changes.filter(change => quoted.includes(change.now))
  if (named.length === 1) return named[0]
  if (named.length > 1 || changes.some(change => agrees(change, statement))) return undefined
  const alike = changes.filter(
    change =>
      Math.sign(percentOf(change)) === Math.sign(statement.percent) && sharesWord(change.indicator.name ?? '', clause),
  )
  return alike.length === 1 ? alike[0] : undefined
}

/** What every count ends in. */
const commonPairs = new Set(['者数', '件数', '人数', '回数', '用者'])

/** Two kanji in a row that both have: 就職 in 就職件数 and 就職者数. */
function sharesWord(name: string, sentence: string): boolean {
  const pairs = [...name.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(found => found[1] as string)
  return pairs.some(pair => !commonPairs.has(pair) && sentence.includes(pair))
}

function mismatch(change: Change, { passage, percent, decimals }: Statement): Note {
  const expected = rounded(percentOf(change), decimals)
  return note(
    'PERCENT_MISMATCH',
    { what: say('YEAR_ON_YEAR', { indicator: change.indicator.name ?? '' }), expected, actual: percent },
    {
      pointer: passage.pointer,
      expected,
      actual: percent,
      related: [
        { pointer: change.pointers[0], value: change.now },
        { pointer: change.pointers[1], value: change.before },
      ],
    },
  )
}
