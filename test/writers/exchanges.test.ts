import { expect, test } from 'vitest'
import { exchanged } from '../../src/writers/csv/exchanges.ts'

test.each([
  ['札幌～', '札幌～'],
  ['1〜2', '1～2'],
  ['−5', '－5'],
  ['a–b—c', 'a－b―c'],
  ['H₂O m² ¹', 'H2O m2 1'],
  ['café Čapek', 'cafe Capek'],
  ['¥100 £1', '￥100 ￡1'],
  ['½', '1/2'],
  ['⽇⼦', '日子'],
  ['a\u00a0b', 'a b'],
  ['𠮷野', '〓野'],
  ['ヷ', '〓'],
  ['\u{E000}😀', '〓〓'],
])('%s → %s', (text, written) => expect(exchanged(text).text).toBe(written))

test('each character is told once, with what stands for it', () => {
  expect(exchanged('〜₂〜𠮷').exchanges).toEqual([
    { character: '〜', by: '～' },
    { character: '₂', by: '2' },
    { character: '𠮷', by: '〓' },
  ])
})
