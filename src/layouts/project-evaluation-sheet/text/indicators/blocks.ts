import { fold, match, type Printed, textOf } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import { isIndicatorHead, type PeriodHead } from '../../words/periods.ts'
import { isFree, type Sheet, take, textAfter } from '../sheet.ts'
import { isKind, type Token, type TokenOf } from '../token.ts'

/** What the form prints of one indicator besides its values: 活動指標１, 指標名 and the heads of its columns. */
export interface IndicatorBlock {
  readonly kind: Printed | undefined
  readonly no: Printed | undefined
  readonly name: Printed | undefined
  /** A label of another field where the name should be. */
  readonly instead: Printed | undefined
  readonly periods: readonly PeriodHead[]
  /** The first and last token of the block. */
  readonly from: number
  readonly to: number
}

/** The labels and heads of one block while they are gathered. */
interface Draft {
  label?: TokenOf<'label'>
  nameLabel?: TokenOf<'label'>
  readonly heads: TokenOf<'periods'>[]
}

/**
 * The indicators of a sheet in the order of the text. Whichever of 活動指標１ and 指標名 comes first begins every block; the other one
 * begins one of its own where its block has it already, so that a lost label never lends its block the label of the next. Undefined
 * where heads of columns are without either.
 */
export function indicatorBlocks(sheet: Sheet): IndicatorBlock[] | undefined {
  const drafts: Draft[] = []
  const parts = sheet.tokens.filter(token => isFree(sheet, token) && partOf(token) !== undefined)
  const starter = parts.map(partOf).find(part => part !== 'heads')
  for (const token of parts) {
    const part = partOf(token) as Part
    const current = drafts.at(-1)
    const isNew = !current || part === starter || isTaken(current, part)
    if (isNew) drafts.push({ heads: [] })
    add(drafts.at(-1) as Draft, token)
  }
  if (drafts.some(draft => !draft.label && !draft.nameLabel)) return undefined
  return drafts.map(draft => blockOf(sheet, draft))
}

type Part = 'label' | 'nameLabel' | 'heads'

function partOf(token: Token): Part | undefined {
  if (token.kind === 'periods') return token.periods.every(isIndicatorHead) ? 'heads' : undefined
  if (token.kind !== 'label') return undefined
  if (token.label.kind === 'indicator') return 'label'
  return token.label.kind === 'name' ? 'nameLabel' : undefined
}

/** The form has four columns; the heads of a torn row may be on lines of their own. */
const mostHeads = 4

const isTaken = (draft: Draft, part: Part): boolean =>
  part === 'heads' ? draft.heads.flatMap(head => head.periods).length >= mostHeads : draft[part] !== undefined

function add(draft: Draft, token: Token): void {
  if (token.kind === 'periods') draft.heads.push(token)
  else if (token.kind === 'label') draft[token.label.kind === 'name' ? 'nameLabel' : 'label'] = token
}

function blockOf(sheet: Sheet, draft: Draft): IndicatorBlock {
  const name = draft.nameLabel ? nameAfter(sheet, draft.nameLabel) : nameBeforeHeads(sheet, draft)
  const tokens = [draft.label, draft.nameLabel, ...(name?.tokens ?? []), ...draft.heads].filter(
    token => token !== undefined,
  )
  take(sheet, ...tokens)
  const at = tokens.map(token => sheet.tokens.indexOf(token))
  const groups = draft.label && match(fold(draft.label.on), /^(?<kind>活動指標|成果指標)\s*(?<no>\d+)$/du)?.groups
  return {
    kind: groups?.kind,
    no: groups?.no,
    name: name?.on,
    instead: name ? undefined : labelInstead(sheet, draft)?.on,
    periods: draft.heads.flatMap(token => token.periods),
    from: Math.min(...at),
    to: Math.max(...at),
  }
}

/** The name on the label's line and the lines it wraps onto: those right below, without a blank line between. */
function nameAfter(sheet: Sheet, label: Token): { on: Printed; tokens: TokenOf<'text'>[] } | undefined {
  const lines = textAfter(sheet, label)
  const end = lines.findIndex((token, index) => index > 0 && token.line.gap > 0)
  const tokens = end === -1 ? lines : lines.slice(0, end)
  if (tokens.length === 0) return undefined
  return { on: joinLines(tokens.map(token => token.on)), tokens }
}

/** 活動指標１ 相談件数 令和5年度実績 …: a form that prints no 指標名 has the name between the label and the heads. */
function nameBeforeHeads(sheet: Sheet, { label, heads }: Draft) {
  const name = label && nameAfter(sheet, label)
  const last = name?.tokens.at(-1)
  const next = last && sheet.tokens[sheet.tokens.indexOf(last) + 1]
  return next !== undefined && next === heads[0] ? name : undefined
}

function labelInstead(sheet: Sheet, { label, nameLabel, heads }: Draft): Token | undefined {
  const [first] = heads
  const before = first && sheet.tokens[sheet.tokens.indexOf(first) - 1]
  return isKind('label')(before) && before !== label && before !== nameLabel ? before : undefined
}

/** Where a block is in the form: 活動指標 before 成果指標, then by number; a block without a label comes last. */
export const formRank = ({ kind, no }: IndicatorBlock): number =>
  kind && no ? (textOf(kind) === '活動指標' ? 0 : 100) + Number(textOf(no)) : 1000
