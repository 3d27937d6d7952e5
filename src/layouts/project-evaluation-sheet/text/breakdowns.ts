import type { In } from '../../kit/fields.ts'
import { printed } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'
import { itemsOf } from '../words/breakdowns.ts'
import { isMoneyHead } from '../words/periods.ts'
import { cellLeaf, type Sheet, take, textAfter } from './sheet.ts'
import { isKind, type TokenOf } from './token.ts'

type Breakdown = In<RecordShape>['costBreakdowns'][number]

/** 事業費の内訳: a year alone on its line (令和4年度決算) and the text below it. */
export function costBreakdowns(sheet: Sheet): Breakdown[] {
  return sheet.tokens
    .filter(isKind('periods'))
    .filter(token => token.periods.length === 1 && token.periods.every(isMoneyHead) && !sheet.used.has(token))
    .flatMap(token => breakdown(sheet, token) ?? [])
}

function breakdown(sheet: Sheet, token: TokenOf<'periods'>): Breakdown | undefined {
  const lines = textAfter(sheet, token)
  const [head] = token.periods
  if (!head || lines.length === 0) return undefined
  take(sheet, token)
  const text = cellLeaf(sheet, lines)
  const items = text.kind === 'printed' ? itemsOf(text.on) : []
  return { fiscalYear: printed(head.year), kind: printed(head.kind), text, items }
}
