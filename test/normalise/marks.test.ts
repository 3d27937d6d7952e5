import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBlankMark, isChosenMark, isListMark, isOpenMark } from '../../src/normalise/marks.ts'
import { CHOSEN_MARKS, LIST_MARKS, OPEN_MARKS } from '../../src/normalise/tables/marks.ts'
import { anyText, hugeTexts } from './strings.ts'

test.each([...'●■☑☒✓✔◉⬤◼'])('%s is chosen', ch => {
  expect(isChosenMark(ch)).toBe(true)
  expect(isOpenMark(ch)).toBe(false)
})
test.each([...'○□〇◯☐◻'])('%s is open', ch => {
  expect(isOpenMark(ch)).toBe(true)
  expect(isChosenMark(ch)).toBe(false)
})
test.each([...'・■○●◆◇□-‐–•‧･▪'])('%s begins an item', ch => {
  expect(isListMark(ch)).toBe(true)
})
test.each(['◎', '※', '①', '▲', '△', 'A', 'レ', 'O', '0', '口', '', ' ', '●●', '● ', '\ud842'])('%j is no mark', ch => {
  expect([isChosenMark(ch), isOpenMark(ch), isListMark(ch)]).toEqual([false, false, false])
})
test.each(['－', '―', '—', '─', '−', '【', '＊'])('%j begins no item', ch => {
  expect(isListMark(ch)).toBe(false)
})

describe('isBlankMark', () => {
  test.each([
    '',
    ' ',
    '　',
    '\n',
    '－',
    '―',
    '-',
    '‐',
    '—',
    '–',
    '−',
    '─',
    'ー',
    '…',
    '--',
    '－ －',
    ' － ',
    '\u200b',
    '\ufeff－',
  ])('%j is blank', text => {
    expect(isBlankMark(text)).toBe(true)
  })
  test.each(['0', '－5', '一', '▲', '・', '／', '×', 'なし', '該当なし', '～', '.', 'A-', '（－）', '\ud842'])(
    '%j is not',
    text => {
      expect(isBlankMark(text)).toBe(false)
    },
  )
})

test('no mark is both chosen and open, or listed twice', () => {
  expect([...CHOSEN_MARKS].filter(ch => OPEN_MARKS.includes(ch))).toEqual([])
  for (const marks of [CHOSEN_MARKS, OPEN_MARKS, LIST_MARKS]) expect(new Set(marks).size).toBe([...marks].length)
})

test('any text is a mark or none, and no mark is also blank but dashes', () => {
  fc.assert(
    fc.property(anyText, text => {
      if (isChosenMark(text) || isOpenMark(text)) expect(isBlankMark(text)).toBe(false)
      expect(isBlankMark(`${text}a`)).toBe(false)
    }),
  )
  for (const text of hugeTexts) expect(isBlankMark(text)).toBe(/^[\s－]*$/.test(text))
})
