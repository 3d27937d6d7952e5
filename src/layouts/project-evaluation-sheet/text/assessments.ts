import { concat, match, type Printed, startOf, textOf } from '../../../document/printed.ts'
import { joinLines } from '../../../document/prose/prose.ts'
import { say } from '../../../messages/words.ts'
import { mark } from '../../kit/claims.ts'
import type { In } from '../../kit/fields.ts'
import { absent, type Leaf, open, printed, printedOf } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'
import { cellLeaf, freeTokens, isFree, type Sheet, take, textAfter } from './sheet.ts'
import { isKind, type Token, type TokenOf } from './token.ts'

type Assessment = In<RecordShape>['assessments'][number]

/** 事業の成果⏎（目的をどの程度⏎達成できたか）: an item with its question. */
interface Head {
  readonly item: Printed
  readonly question: Printed
  readonly tokens: readonly Token[]
  readonly brackets: readonly Printed[]
}

/** The items of 検証 with grade and reason, in the order of the text: the grade is right behind its item, the reason behind the grade. */
export function assessments(sheet: Sheet): Assessment[] {
  const heads = headsOf(sheet)
  take(sheet, ...heads.flatMap(head => head.tokens))
  for (const head of heads) sheet.furniture.push(...head.brackets.map(mark))
  const gradeTokens = freeTokens(sheet, 'grade')
  const judged = gradeTokens.map(grade => ({
    grade,
    reason: reasonAfter(sheet, grade),
    head: headBefore(sheet, heads, grade),
  }))
  take(sheet, ...gradeTokens)
  const loose = heads.filter(head => !judged.some(each => each.head === head))
  const lonely = judged.filter(each => !each.head)
  if (loose.length === 1 && lonely.length === 1)
    return inOrder(judged.map(each => assessment(each.head ?? (loose[0] as Head), each)))
  const found = judged.flatMap(each => (each.head ? assessment(each.head, each) : []))
  const rest = loose.length > 0 ? loose.map(head => unjudged(head, lonely)) : lonely.map(each => unnamed(sheet, each))
  return inOrder([...found, ...rest])
}

interface Judged {
  readonly grade: TokenOf<'grade'>
  readonly reason: Leaf
}

const assessment = (head: Head, { grade, reason }: Judged) => ({
  at: head.tokens[0] as Token,
  item: printed(head.item),
  question: printed(head.question),
  grade: printed(grade.on),
  reason,
})

/** An item whose grade and reason are apart from it, with those of other items. */
const unjudged = (head: Head, lonely: readonly Judged[]) => {
  const why = say('GRADES_APART', { grades: lonely.length })
  return {
    at: head.tokens[0] as Token,
    item: printed(head.item),
    question: printed(head.question),
    grade:
      lonely.length === 0
        ? absent
        : open(
            lonely.map(each => each.grade.on),
            why,
          ),
    reason:
      lonely.length === 0
        ? absent
        : open(
            lonely.flatMap(each => printedOf(each.reason)),
            why,
          ),
  }
}

/** A grade with its reason before which no item with its question can be read. */
const unnamed = (sheet: Sheet, { grade, reason }: Judged) => {
  const above = sheet.tokens[sheet.tokens.indexOf(grade) - 1]
  const nameless = open(above?.kind === 'text' ? [above.on] : [], say('NO_ITEM_BEFORE_GRADE'))
  return {
    at: grade,
    item: nameless,
    question: nameless,
    grade: printed(grade.on),
    reason,
  }
}

const inOrder = (found: readonly (Assessment & { at: Token })[]): Assessment[] =>
  [...found]
    .sort((a, b) => startOf(a.at.on) - startOf(b.at.on))
    .map(({ item, question, grade, reason }) => ({ item, question, grade, reason }))

const reasonAfter = (sheet: Sheet, grade: Token): Leaf => cellLeaf(sheet, textAfter(sheet, grade))

const headBefore = (sheet: Sheet, heads: readonly Head[], grade: Token): Head | undefined => {
  const before = sheet.tokens[sheet.tokens.indexOf(grade) - 1]
  return heads.find(head => head.tokens.at(-1) === before)
}

const longestHead = 6
const longestItem = 20

/** Every run of short lines that is 項目（設問か）. */
function headsOf(sheet: Sheet): Head[] {
  const heads: Head[] = []
  sheet.tokens.forEach((token, index) => {
    if (token.kind !== 'text' || !/^[（(]/u.test(textOf(token.on))) return
    const question = questionFrom(sheet, index)
    const item = itemBefore(sheet, index)
    if (question && item.length > 0) heads.push(headOf(item, question))
  })
  return heads
}

function questionFrom(sheet: Sheet, from: number): Token[] | undefined {
  const lines: Token[] = []
  for (let index = from; index < from + longestHead; index += 1) {
    const token = sheet.tokens[index]
    if (!isKind('text')(token) || !isFree(sheet, token)) return undefined
    lines.push(token)
    const text = lines.map(line => textOf(line.on)).join('')
    if (/か[）)]$/u.test(text)) return lines
    if (/。/u.test(text)) return undefined
  }
  return undefined
}

/** The lines right above the question: an item is short and ends no sentence. */
function itemBefore(sheet: Sheet, question: number): Token[] {
  const lines: Token[] = []
  for (let index = question - 1; index >= 0 && lines.length < 3; index -= 1) {
    const token = sheet.tokens[index]
    const below = sheet.tokens[index + 1] as Token
    if (!isFree(sheet, token) || !isItemPart(token) || below.line.gap > 0) break
    if (/[。）、]$/u.test(textOf(token.on))) break
    lines.unshift(token)
  }
  return lines.map(line => textOf(line.on)).join('').length <= longestItem ? lines : []
}

/** 事業の必要性 is an item of some years' 検証, and a field of its own on other forms. */
const isItemPart = (token: Token): boolean =>
  isKind('text')(token) || (isKind('label')(token) && token.label.kind === 'prose')

function headOf(item: readonly Token[], question: readonly Token[]): Head {
  const whole = joinLines(question.map(token => token.on))
  const groups = match(whole, /^(?<open>[（(])(?<inner>.*)(?<close>[）)])$/dsu)?.groups
  return {
    item: joinLines(item.map(token => token.on)),
    question: groups?.inner ?? whole,
    tokens: [...item, ...question],
    brackets: [groups?.open ?? concat(), groups?.close ?? concat()],
  }
}
