import type { Block } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { joinCutBlocks } from '../../../document/table/cut-rows.ts'
import { circledNumber } from '../../../normalise/numerals.ts'
import { wholeText } from './rows.ts'

/** A cell that a page break cut, in one piece again: a box that goes on below the break is one box. */
export function joinCells(before: readonly Block[], after: readonly Block[]): Block[] {
  const last = before.at(-1)
  const first = after[0]
  if (last?.kind !== 'box' || !first || !goesOnInBox(last.blocks, first)) return joinCutBlocks([before, after])
  const box: Block = { kind: 'box', blocks: joinCells(last.blocks, first.kind === 'box' ? first.blocks : [first]) }
  return [...before.slice(0, -1), box, ...after.slice(1)]
}

/** A box that the page break cut goes on without a title of its own; without a frame, only with the next number. */
function goesOnInBox(box: readonly Block[], first: Block): boolean {
  const text = textOf(wholeText([first]))
  if (first.kind === 'box') return !text.startsWith('【')
  const numbers = [...textOf(wholeText(box))].flatMap(ch => circledNumber(ch) ?? [])
  return numbers.length > 0 && circledNumber(text.charAt(0)) === (numbers.at(-1) as number) + 1
}
