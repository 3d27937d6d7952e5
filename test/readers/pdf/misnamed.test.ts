import { expect, it } from 'vitest'
import type { Char } from '../../../src/readers/pdf/engine/engine.ts'
import { misnamedFonts } from '../../../src/readers/pdf/file/misnamed.ts'

const inFont = (fontName: string, text: string): Char[] =>
  [...text].map(
    (each, at): Char => ({
      text: each,
      origin: [at * 10, 20],
      bbox: [at * 10, 10, at * 10 + 10, 20],
      fontSize: 10,
      em: 10,
      fontName,
      objectId: 1,
      angle: 0,
      unmapped: false,
      order: 0,
      hidden: false,
      off: false,
      cutOff: false,
      clipped: false,
    }),
  )

it.each([
  ['kana read as Latin letters', '取組のºり方をÿえる', true],
  ['one of them only, which may be meant', '取組のÿえる', false],
  ['names of other languages', 'Köln市とcafé、Málaga市', false],
  ['signs that Japanese text has', '前年度比±5％、3×4、面積㎡、µ', false],
])('%s', (_why, text, isMisnamed) => {
  expect(misnamedFonts(inFont('Sample', text)).has('Sample')).toBe(isMisnamed)
})

it('blames no font for the letters of another beside it', () => {
  expect([...misnamedFonts([...inFont('Latin', 'ÀÉ'), ...inFont('Japanese', '札幌市')])]).toEqual([])
})
