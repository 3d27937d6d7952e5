import type { Block, Line } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose/prose.ts'
import { beginsItself, endsSentence } from '../../../document/prose/sentences.ts'
import { emWidth } from '../../../document/prose/widths.ts'
import { isListMark } from '../../../normalise/marks.ts'
import { circledNumber } from '../../../normalise/numerals.ts'
import { wholeText } from './rows.ts'

/**
 * A cell that a page break cut, in one piece again. Where lines are as printed, the paragraphs follow from them; a converter's
 * line is a whole cell, so the line below the cut goes on with the sentence above it: 「AI ⏎ チャットボット」を導入。
 */
export function joinCells(before: readonly Block[], after: readonly Block[], isInline: boolean): Block[] {
  const last = before.at(-1)
  const first = after[0]
  if (!last || !first) return [...before, ...after]
  const joined = joinBlocks(last, isInline ? first : following(before, first), isInline)
  return [...before.slice(0, -1), ...joined, ...after.slice(1)]
}

/** Below items with marks, a line without one goes on with a sentence that has not ended, however far it is indented. */
function following(before: readonly Block[], first: Block): Block {
  const last = before.at(-1)
  if (last?.kind !== 'line' || first.kind !== 'line' || !goesOn(last, first)) return first
  const isList = before.some(block => block.kind === 'line' && isListMark(textOf(block.on).charAt(0)))
  return isList && !endsSentence(last.on) ? { ...first, follows: true } : first
}

function joinBlocks(last: Block, first: Block, isInline: boolean): Block[] {
  if (last.kind === 'box' && goesOnInBox(last.blocks, first)) {
    const inside = first.kind === 'box' ? first.blocks : [first]
    return [{ kind: 'box', blocks: joinCells(last.blocks, inside, isInline) }]
  }
  if (isInline && last.kind === 'line' && first.kind === 'line' && goesOn(last, first)) return [oneLine(last, first)]
  return [last, first]
}

/** A box that the page break cut goes on without a title of its own; without a frame, only with the next number. */
function goesOnInBox(box: readonly Block[], first: Block): boolean {
  const text = textOf(wholeText([first]))
  if (first.kind === 'box') return !text.startsWith('【')
  const numbers = [...textOf(wholeText(box))].flatMap(ch => circledNumber(ch) ?? [])
  return numbers.length > 0 && circledNumber(text.charAt(0)) === (numbers.at(-1) as number) + 1
}

function goesOn(last: Line, first: Line): boolean {
  const text = textOf(first.on)
  if (beginsItself(text)) return false
  return first.begins === undefined || !endsSentence(last.on)
}

function oneLine(last: Line, first: Line): Line {
  const on = joinLines([last.on, first.on])
  return { ...last, on, width: emWidth(textOf(on)) }
}
