import { fold, joinPrinted, match } from '../../../document/printed.ts'
import { say } from '../../../messages/words.ts'
import { type Leaf, open, printed } from '../../kit/leaves.ts'
import { isFree, labelTokens, type Sheet, take } from './sheet.ts'
import { isKind, type Token } from './token.ts'

/** What each field of the head looks like: only that is taken from beside its label, nothing else that happens to be there. */
const headForms: { readonly [field: string]: RegExp } = {
  fiscalYear: /^(?<value>(?:(?:平成|令和)\s*(?:元|\d{1,2})|\d{4})\s*(?:年度)?)$/du,
  projectCode: /^(?<value>\d{5})$/du,
  account: /^(?<code>\d{1,3})\s+(?=\S*会計)(?<name>\S+)$/du,
  'measures.main': /^(?<code>\d{1,2}(?:\s?[-－‐–]\s?\d{1,2}){1,3})\s+(?<name>\S.*)$/du,
  measures: /^(?<code>\d{1,2}(?:\s?[-－‐–]\s?\d{1,2}){1,3})\s+(?<name>\S.*)$/du,
  'measures.sub': /^(?<code>\d{1,2}(?:\s?[-－‐–]\s?\d{1,2}){1,3})\s+(?<name>\S.*)$/du,
  'contact.phone': /^(?<value>[\d-]{7,14})$/du,
  'department.code': /^(?<code>\d{4,6})(?:\s+(?=\S*[局部課室区)）])(?<name>\S+(?:\s\S+)*))?$/du,
  'department.name': /^(?=\S*[局部課室区)）])(?<value>\S+(?:\s\S+)*)$/du,
  'contact.name': /^(?<value>[^\d\s]{1,6}(?:\s[^\d\s]{1,6})?)$/du,
  projectName: /^(?<value>[^。]{2,60})$/du,
  policy: /^(?<value>[^。]{2,60})$/du,
}

/** Names, which have no form of their own: of two texts behind the label either may be one. */
const names = new Set(['projectName', 'policy', 'contact.name'])

/** What is behind a label of the head where it cannot be told what it is: a word of the lower parts, or a second text. */
function doubtBehind(sheet: Sheet, label: Token, field: string, tokens: readonly Token[]): Leaf | undefined {
  const at = sheet.tokens.indexOf(label) + 1
  const next = sheet.tokens[at]
  if (isKind('label')(next) && lowerKinds.has(next.label.kind)) return open([next.on], say('FORM_WORD_IN_PLACE'))
  const below = sheet.tokens[at + tokens.length]
  if (!names.has(field) || tokens.length === 0 || !isKind('text')(below) || !isFree(sheet, below)) return undefined
  return open(
    [...tokens, below].map(token => token.on),
    say('LABEL_FOR_SEVERAL'),
  )
}

/** What no label of the head has right behind it, be its cell empty or not. */
const lowerKinds: ReadonlySet<string> = new Set(['prose', 'amounts', 'name', 'indicator', 'saving'])

/** Value, or code and name, where they were found. */
export interface HeadParts {
  readonly value?: Leaf
  readonly code?: Leaf
  readonly name?: Leaf
}

/** The parts of the field of the head that is right behind its label, by the name of the part. */
export function headParts(sheet: Sheet, field: string): HeadParts {
  const labels = headLabels(sheet, field)
  take(sheet, ...labels)
  const form = headForms[field]
  for (const label of form ? labels : []) {
    const found = behind(sheet, label, form as RegExp)
    const doubt = doubtBehind(sheet, label, field, found?.tokens ?? [])
    if (doubt) return { value: doubt, code: doubt, name: doubt }
    if (!found) continue
    take(sheet, ...found.tokens)
    return Object.fromEntries(Object.entries(found.groups).flatMap(([part, on]) => (on ? [[part, printed(on)]] : [])))
  }
  return {}
}

/** 施策名 heads a form's only measure where it prints neither 主 nor 副. */
function headLabels(sheet: Sheet, field: string): Token[] {
  const own = labelTokens(sheet, 'head', field)
  const isOnly = ['measures.main', 'measures.sub'].every(part => labelTokens(sheet, 'head', part).length === 0)
  return field === 'measures' && isOnly ? labelTokens(sheet, 'group', field) : own
}

/** What has the form of a field right behind its label: two cells, as those of a code and a name, before one of them. */
function behind(sheet: Sheet, label: Token, form: RegExp) {
  const at = sheet.tokens.indexOf(label) + 1
  for (const count of [2, 1]) {
    const tokens = sheet.tokens.slice(at, at + count).filter(token => isValue(sheet, token))
    const cells = tokens.map(token => token.on)
    const found = cells.length === count ? match(fold(joinPrinted(cells, ' ')), form) : undefined
    // Only a code and its name are in two cells.
    if (found && (count === 1 || found.groups.name)) return { tokens, groups: found.groups }
  }
  return undefined
}

const isValue = (sheet: Sheet, token: Token): boolean =>
  isFree(sheet, token) && token.line.gap <= 1 && token.kind !== 'label' && token.kind !== 'section'
