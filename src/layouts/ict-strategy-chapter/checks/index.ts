import { type Note, note } from '../../../diagnostics/codes.ts'
import { say } from '../../../messages/words.ts'
import { eraYears } from '../../kit/era-check.ts'
import type { Check, Checked } from '../../kit/layout.ts'
import { gap } from '../../kit/sequences.ts'
import type { HeaderShape, RecordShape } from '../record.ts'

type Chapter = Checked<HeaderShape, RecordShape>

/** The explanations are numbered one after the other. */
function* glossaryNumbers({ header }: Chapter): Generator<Note> {
  const numbered = header.glossary.flatMap(({ no }, index) => (no === null ? [] : [{ no, index }]))
  for (const [at, { no, index }] of numbered.entries()) {
    const above = numbered[at - 1]
    if (!above || no === above.no + 1) continue
    const pointer = `/header/glossary/${index}/no`
    const related = [{ pointer: `/header/glossary/${above.index}/no`, value: above.no }]
    yield gap('用語解説の番号', String(above.no + 1), { pointer, value: no }, { expected: above.no + 1, related })
  }
}

/** A code belongs to one 施策. */
function* codesOnce({ records }: Chapter): Generator<Note> {
  for (const [index, { code }] of records.entries()) {
    const first = records.findIndex(record => record.code === code)
    if (code === null || first === index) continue
    const related = [{ pointer: `/records/${first}/code`, value: code }]
    const args = { what: '施策', expected: say('ONCE', { code }), actual: say('TWICE') }
    yield note('SEQUENCE_GAP', args, { pointer: `/records/${index}/code`, expected: 1, actual: 2, related })
  }
}

/** Words without an end behind a sentence, or a title with its mark: something else was read with it. */
const swallowed = /。[^。」』）)\n]+$|[^\n][■◆▶]|(?<![A-Za-z])NEW(?![A-Za-z])/u

/** A need or an outcome that holds more than itself. */
function* swallowedText({ records, printed }: Chapter): Generator<Note> {
  for (const [index, { needs, outcomes }] of records.entries()) {
    const leaves = [
      ...needs.flatMap(({ items }, at) => items.map((text, no) => ({ text, pointer: `needs/${at}/items/${no}` }))),
      ...outcomes.map(({ text }, at) => ({ text, pointer: `outcomes/${at}/text` })),
    ]
    for (const { text, pointer } of leaves) {
      if (text === null || !swallowed.test(text)) continue
      const why = say('READ_WITH_OTHER')
      const at = `/records/${index}/${pointer}`
      const on = printed(at)
      yield note(
        'SUSPECT_TEXT',
        { printed: text, suggestion: null, why },
        { pointer: at, severity: 'warning', ...(on ? { on } : {}) },
      )
    }
  }
}

/** A topic without items, where they may be under another. */
function* emptyTopics({ records }: Chapter): Generator<Note> {
  for (const [index, { needs }] of records.entries())
    for (const [at, { topic, items }] of needs.entries()) {
      if (topic === null || items.length > 0) continue
      const what = say('NO_ITEM_BELOW', { topic })
      yield note(
        'ARRANGEMENT_DOUBTED',
        { what },
        {
          pointer: `/records/${index}/needs`,
          actual: topic,
          related: [{ pointer: `/records/${index}/needs/${at}/topic`, value: topic }],
        },
      )
    }
}

export const checks: readonly Check<HeaderShape, RecordShape>[] = [
  eraYears,
  glossaryNumbers,
  codesOnce,
  swallowedText,
  emptyTopics,
]
