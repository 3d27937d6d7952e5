import { expect, it } from 'vitest'
import type { Rect } from '../../../src/document/model.ts'
import type { SetLine } from '../../../src/readers/pdf/lines/characters.ts'
import { figuresApart } from '../../../src/readers/pdf/lines/figures.ts'

const em = 10
const lineAt = (text: string, left: number): SetLine =>
  ({ text, bbox: [left, 0, left + (text.length * em) / 2, em], draft: { em } }) as unknown as SetLine

/** A cell 50 points wide: nine digits fill it. */
const cell: Rect = [0, 0, 50, 40]

it.each([
  ['at the left of a wide cell', [lineAt('120', 3), lineAt('85', 3)], true],
  ['at the right of a wide cell', [lineAt('120', 32), lineAt('85', 37)], true],
  ['in the middle of a wide cell', [lineAt('120', 18), lineAt('85', 20)], true],
  ['one below a full one, at the left: the rest of it', [lineAt('123456789', 3), lineAt('012', 3)], false],
  ['one below a full one, at the right', [lineAt('123456789', 3), lineAt('012', 32)], true],
  ['words', [lineAt('120', 3), lineAt('うち新規85', 3)], undefined],
])('two numbers %s', (_, lines, apart) => {
  expect(figuresApart(lines, cell)).toEqual([undefined, apart])
})
