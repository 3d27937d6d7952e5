import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutRaisedMarks } from '../../src/normalise/raised-marks.ts'
import { anyText, hugeTexts } from './strings.ts'

test.each([
  ['ロジックモデル¹を作る。', 'ロジックモデルを作る。', 'behind a word'],
  ['EBPM¹²の', 'EBPMの', 'two digits'],
  ['相談員※³を置く', '相談員を置く', 'with the ※ that is raised with it'],
  ['相談員（※¹）を置く', '相談員を置く', 'with its brackets'],
  ['相談員（注²）を置く', '相談員を置く', 'with 注 in its brackets'],
  ['（相談員²）を置く', '（相談員）を置く', 'a bracket of other words stays'],
  ['費用（²次）', '費用（次）', 'before other words'],
  ['令和7年度⁴', '令和7年度', 'behind a date'],
  ['1,200⁵', '1,200', 'behind a number'],
  ['面積3km²、5 m³', '面積3km²、5 m³', 'the power of a unit stays'],
  ['10⁶個', '10⁶個', 'a power of ten stays'],
  ['10¹か所', '10か所', 'no power that anybody writes'],
  ['CO₂', 'CO₂', 'lowered digits are no marks'],
  ['①（※1）', '①（※1）', 'full-size marks stay'],
  ['', '', 'nothing'],
])('withoutRaisedMarks(%j) is %j (%s)', (input, expected) => {
  expect(withoutRaisedMarks(input)).toBe(expected)
})

test('removes nothing but raised digits and their frames, from any text', () => {
  const bare = (text: string) => text.replace(/[⁰¹²³⁴-⁹（()）⁽⁾注※＊*]/gu, '')
  fc.assert(fc.property(anyText, text => bare(withoutRaisedMarks(text)) === bare(text)))
  for (const text of hugeTexts) expect(withoutRaisedMarks(text).length).toBeLessThanOrEqual(text.length)
})
