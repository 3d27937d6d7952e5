import { expect, it } from 'vitest'
import type { Char } from '../../../src/readers/pdf/engine/engine.ts'
import type { DraftLine } from '../../../src/readers/pdf/lines/lines.ts'
import { raisedText } from '../../../src/readers/pdf/lines/superscript.ts'

const line = { fontSize: 10, baseline: 100 } as DraftLine

const read = (text: string, fontSize: number, y: number): string =>
  raisedText({ text, fontSize, origin: [0, y] } as unknown as Char, line)

it.each([
  ['a small raised digit is a mark', '7', 6, 96, '⁷'],
  ['so is one of full width', '７', 6, 96, '⁷'],
  ['a small digit on the baseline is none', '７', 6, 100, '７'],
  ['nor is a raised one as large as the text', '7', 10, 96, '7'],
  ['a raised letter is itself', 'Ａ', 6, 96, 'Ａ'],
])('%s', (_, text, size, y, expected) => {
  expect(read(text, size, y)).toBe(expected)
})
