import { type Note, note } from '../../diagnostics/codes.ts'
import { eraYears } from '../kit/era-check.ts'
import type { Check, Checked } from '../kit/layout.ts'
import { gap } from '../kit/sequences.ts'
import type { HeaderShape, RecordShape } from './record.ts'

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
    const args = { what: '施策', expected: `${code} once`, actual: 'twice' }
    yield note('SEQUENCE_GAP', args, { pointer: `/records/${index}/code`, expected: 1, actual: 2, related })
  }
}

export const checks: readonly Check<HeaderShape, RecordShape>[] = [eraYears, glossaryNumbers, codesOnce]
