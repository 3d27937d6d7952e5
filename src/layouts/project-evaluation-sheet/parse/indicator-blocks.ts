import { fold, match, type Printed, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose.ts'
import { isFree, labelTokens, type Sheet, take, textAfter } from './sheet.ts'
import { isKind, type PeriodHead, type Token, type TokenOf } from './tokens.ts'

/** What the form prints of one indicator besides its values: 活動指標１, 指標名 and the heads of its columns. */
export interface IndicatorBlock {
  readonly kind: Printed
  readonly no: Printed
  readonly name: Printed | undefined
  readonly periods: readonly PeriodHead[]
  /** The first and last token of the block. */
  readonly from: number
  readonly to: number
}

/**
 * The indicators of a sheet in the order of the text. Each has a label (活動指標１); the name and heads nearest behind it are its own,
 * up to the next label. Undefined where names or heads do not stand one to a label.
 */
export function indicatorBlocks(sheet: Sheet): IndicatorBlock[] {
  const labels = labelTokens(sheet, 'indicator')
  const at = labels.map(label => sheet.tokens.indexOf(label))
  return labels.map((label, index) => blockOf(sheet, label, at[index] as number, at[index + 1] ?? sheet.tokens.length))
}

function blockOf(sheet: Sheet, label: TokenOf<'label'>, from: number, end: number): IndicatorBlock {
  const inside = sheet.tokens.slice(from + 1, end)
  const names = inside.filter(isKind('label')).filter(token => token.label.kind === 'name')
  const heads = inside
    .filter(isKind('periods'))
    .filter(token => isFree(sheet, token) && token.periods.every(isIndicatorHead))
  const name = names.length === 1 ? nameAfter(sheet, names[0] as Token) : undefined
  take(sheet, label, ...names, ...heads)
  const groups = match(fold(label.on), /^(?<kind>活動指標|成果指標)\s*(?<no>\d+)$/du)?.groups
  const last = [label, ...names, ...(name?.tokens ?? []), ...heads].map(token => sheet.tokens.indexOf(token))
  return {
    kind: groups?.kind ?? label.on,
    no: groups?.no ?? label.on,
    name: name?.on,
    periods: heads.flatMap(token => token.periods),
    from,
    to: Math.max(...last),
  }
}

const isIndicatorHead = (head: PeriodHead): boolean => /^(?:実績|予定|目標)$/u.test(textOf(fold(head.kind)))

/** The name on the label's line and the lines it wraps onto: those right below, without a blank line between. */
function nameAfter(sheet: Sheet, label: Token): { on: Printed; tokens: TokenOf<'text'>[] } | undefined {
  const lines = textAfter(sheet, label)
  const end = lines.findIndex((token, index) => index > 0 && token.line.gap > 0)
  const tokens = end === -1 ? lines : lines.slice(0, end)
  if (tokens.length === 0) return undefined
  take(sheet, ...tokens)
  return { on: joinLines(tokens.map(token => token.on)), tokens }
}
