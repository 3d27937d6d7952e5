import { fold, type Printed, textOf } from '../../../document/printed.ts'
import { wrapWidth } from '../../../document/prose/wrapping.ts'
import { say } from '../../../messages/words.ts'
import { fiscalYear } from '../../../normalise/era.ts'
import { isBlankMark } from '../../../normalise/marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { absent, blank, type Leaf, open, printed } from '../../kit/leaves.ts'
import { cellLeaf, cellText, freeTokens, isFree, labelTokens, lineOf, type Sheet, take, textAfter } from './sheet.ts'
import { isKind, type Token, type TokenOf } from './token.ts'

/**
 * The text beside a label of this kind, blank where the label is alone, absent where it is not printed. Where the text has lost the
 * order of the form, a label that is alone, or next to another one, says nothing of the text below it.
 */
export function prose(sheet: Sheet, field: string, { measure, isOrderLost }: ProseHints): Leaf {
  const labels = labelTokens(sheet, 'prose', field).filter(label => isFree(sheet, label))
  take(sheet, ...labels)
  if (labels.some(label => isInColumn(sheet, label) || (isOrderLost && isApart(sheet, label))))
    return open([], say('LABEL_APART'))
  const cells = labels.map(label => textAfter(sheet, label)).filter(lines => lines.length > 0)
  if (cells.length > 1)
    return open(
      cells.map(lines => cellText(sheet, lines, measure)),
      say('LABEL_TWICE'),
    )
  const [lines] = cells
  const foreign = lines ? undefined : labels.map(label => foreignBehind(sheet, label)).find(token => token)
  if (foreign) return open([foreign.on], say('FORM_WORD_IN_PLACE'))
  return lines ? cellLeaf(sheet, lines, measure) : labels.length > 0 ? blank(dashAfter(sheet, labels)) : absent
}

export interface ProseHints {
  readonly measure?: number | undefined
  readonly isOrderLost: boolean
}

/** Whether the next thing of its kind beside a label is another label, or text that is above it on the same rows. */
function isApart(sheet: Sheet, label: TokenOf<'label'>): boolean {
  const at = sheet.tokens.indexOf(label)
  const above = sheet.tokens[at - 1]
  const below = sheet.tokens.slice(at + 1).find(token => !isOwnChoice(label, token))
  const isTouched = label.line.gap === 0 && isKind('text')(above) && isFree(sheet, above)
  return !isKind('text')(below) || isTouched || isProseLabel(above)
}

/** The choice that the form prints between a label and its text. */
function isOwnChoice({ label }: TokenOf<'label'>, token: Token): boolean {
  const words = label.choices.flatMap(choice => choice.options.words).map(compact)
  return isKind('marks')(token) && token.options.every(option => words.includes(option.word))
}

/** Labels right below each other, their texts elsewhere: in a text whose cells blank lines part, an empty cell has one below its label. */
function isInColumn(sheet: Sheet, label: Token): boolean {
  if (!sheet.gapsPart) return false
  const run = [label]
  for (let at = sheet.tokens.indexOf(label) - 1; isProseLabel(sheet.tokens[at]); at -= 1)
    run.unshift(sheet.tokens[at] as Token)
  for (let at = sheet.tokens.indexOf(label) + 1; isProseLabel(sheet.tokens[at]); at += 1)
    run.push(sheet.tokens[at] as Token)
  return run.slice(1).some(below => below.line.gap === 0)
}

const isProseLabel = (token: Token | undefined): boolean => isKind('label')(token) && token.label.kind === 'prose'

/** A label of the head, of a table or printed elsewhere too, right behind one that has text beside it: no cell below has it. */
function foreignBehind(sheet: Sheet, label: Token): Token | undefined {
  const next = sheet.tokens[sheet.tokens.indexOf(label) + 1]
  if (!isKind('label')(next)) return undefined
  const isTwice = labelTokens(sheet, 'prose', next.label.field).length > 1
  const isForeign = ['head', 'amounts', 'name'].includes(next.label.kind) || (next.label.kind === 'prose' && isTwice)
  return isForeign ? next : undefined
}

/** The － that says a cell is empty. */
function dashAfter(sheet: Sheet, labels: readonly Token[]): Printed | undefined {
  const dash = labels
    .map(label => sheet.tokens[sheet.tokens.indexOf(label) + 1])
    .find(token => isFree(sheet, token) && isSingleNumber(sheet, token) && isBlankMark(textOf(token.on)))
  if (dash) take(sheet, dash)
  return dash?.on
}

/** The width of a column whose cells these fields are, in ems, by its wrapped lines; 0 where there are none. */
export function measureOf(sheet: Sheet, fields: readonly string[]): number {
  const wrapped = fields
    .flatMap(field => labelTokens(sheet, 'prose', field))
    .flatMap(label => textAfter(sheet, label).slice(0, -1))
    .map(token => ({ indent: 0, width: lineOf(token).width }))
  return wrapWidth(wrapped)
}

/** 見直し効果額 and the number beside it. */
export function saving(sheet: Sheet, field: string): Leaf {
  const [label, ...more] = labelTokens(sheet, 'saving', field)
  if (!label || more.length > 0) return absent
  take(sheet, label)
  const at = sheet.tokens.indexOf(label)
  const value = [sheet.tokens[at + 1], sheet.tokens[at - 1]].find(token => isSingleNumber(sheet, token))
  if (value?.kind !== 'numbers') return blank()
  take(sheet, value)
  return printed(value.numbers[0] as Printed)
}

const isSingleNumber = (sheet: Sheet, token: Token | undefined): token is TokenOf<'numbers'> =>
  isKind('numbers')(token) && token.numbers.length === 1 && isFree(sheet, token)

const sides = ['startFiscalYear', 'endFiscalYear'] as const
type Side = (typeof sides)[number]

/** 開始 and 終了: the year behind its label; a year that is apart goes to the one label that has none. */
export function years(sheet: Sheet): { readonly [S in Side]: Leaf } {
  const beside = {
    startFiscalYear: yearAfter(sheet, 'startFiscalYear'),
    endFiscalYear: yearAfter(sheet, 'endFiscalYear'),
  }
  take(sheet, ...labelTokens(sheet, 'year'), ...Object.values(beside).flatMap(token => token ?? []))
  const loose = freeTokens(sheet, 'year')
  take(sheet, ...loose)
  const missing = sides.filter(side => !beside[side])
  const isLabelled = (side: Side) => labelTokens(sheet, 'year', side).length > 0
  const leafOf = (side: Side): Leaf => {
    const own = beside[side]
    if (own) return printed(own.on)
    const given = looseYear(side, missing, loose)
    return given ?? (isLabelled(side) ? blank() : absent)
  }
  return { startFiscalYear: leafOf('startFiscalYear'), endFiscalYear: leafOf('endFiscalYear') }
}

function looseYear(side: Side, missing: readonly string[], loose: readonly Token[]): Leaf | undefined {
  const [first, second] = loose
  if (!first) return undefined
  if (missing.length === 1 && loose.length === 1) return printed(first.on)
  const [emptyYear, ...others] = loose.filter(token => fiscalYear(textOf(fold(token.on))) === null)
  const named = loose.filter(token => token !== emptyYear)
  // 終了 0 年度 is how the form prints an empty end; a start is never empty.
  if (emptyYear && others.length === 0 && second && named.length === 1)
    return printed((side === 'endFiscalYear' ? emptyYear : (named[0] as Token)).on)
  return open(
    loose.map(token => token.on),
    say('PERIOD_APART'),
  )
}

function yearAfter(sheet: Sheet, side: Side): Token | undefined {
  const [label] = labelTokens(sheet, 'year', side)
  const next = label && sheet.tokens[sheet.tokens.indexOf(label) + 1]
  return isKind('year')(next) ? next : undefined
}
