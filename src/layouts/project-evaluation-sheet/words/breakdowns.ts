import { fold, match, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { say } from '../../../messages/words.ts'
import type { In } from '../../kit/fields.ts'
import { absent, type Leaf, open, printed } from '../../kit/leaves.ts'
import type { RecordShape } from '../record.ts'

type Breakdown = In<RecordShape>['costBreakdowns'][number]

/** ①運営委託費：１４１，９５１千円、②…: each mark begins an item; without marks each amount in 千円 ends one. */
export function itemsOf(on: Printed): Breakdown['items'] {
  const folded = fold(on)
  const marks = [...matches(folded, /[①-⑳㉑-㊿]/dgu)]
  if (marks.length > 0)
    return marks.map((mark, index) => item(printed(mark.whole), slice(folded, mark.end, marks[index + 1]?.index)))
  return amountsIn(textOf(folded)).map(([from, to]) => item(absent, slice(folded, from, to)))
}

/** Words, a colon and what ends in 円, on one line; between the colon and 円 no sentence ends. From where to where each is. */
function amountsIn(text: string): [from: number, to: number][] {
  const found: [from: number, to: number][] = []
  for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
    let from = line.search(/[^、，。]/u)
    for (const { 0: clause, index: at } of line.matchAll(/[^、。]+/gu)) {
      for (let end = amountEnd(clause, from - at); from >= 0 && end >= 0; end = amountEnd(clause, from - at)) {
        found.push([index + from, index + at + end])
        const next = line.slice(at + end).search(/[^、，。]/u)
        from = next < 0 ? -1 : at + end + next
      }
    }
  }
  return found
}

/** Where the first amount of a clause ends that has its colon behind an offset; -1 where none does. */
function amountEnd(clause: string, from: number): number {
  const colon = clause.indexOf('：', Math.max(0, from + 1))
  return colon < 0 ? -1 : clause.indexOf('円', colon) + 1 || -1
}

/**
 * Where the amount of an item is: behind the last colon (委託費：２２，４２５千円、), in brackets at the end, or at the end
 * of the words. What is in brackets behind it is none: ：850千円（前年度920千円）.
 */
const amountForms = [
  /^(?<label>.*)[：:](?<amount>[^：:、，。\s（(]*円)[（(][^（）()]*[）)][、，。\s]*$/dsu,
  /^(?<label>.*)[：:](?<amount>(?:[^：:]*[^：:、，。\s])?)[、，。\s]*$/dsu,
  /^(?<label>.*\S)\s*[（(](?<amount>[▲△-]?\d[\d,.]*\S?円)[）)][、，。\s]*$/dsu,
  /^(?<label>.*[^\d,.▲△\s-])\s*(?<amount>[▲△-]?\d[\d,.]*\S?円)[、，。\s]*$/dsu,
]

/** Lines of a lower level, which say what the amount of their item is made of: ア　砂　40千円. */
const lowerLines = /(?:\n[^\S\n]*(?:[ア-ンa-z○◇・-]|[（(][\dア-ン][）)]|[⑴-⒇])|(?<=円)\s*[ア-ン]\s)[\s\S]*$/u

function item(no: Leaf, whole: Printed) {
  const on = slice(whole, 0, textOf(whole).replace(lowerLines, '').length)
  for (const form of amountForms) {
    const { label, amount } = match(on, form)?.groups ?? {}
    if (label && amount && /\d/u.test(textOf(amount)))
      return { no, label: printed(trim(label)), amountThousandYen: printed(trim(amount)) }
  }
  const holdsAmount = /\d\s*[百千万億]*円/u.test(textOf(whole))
  const amount = holdsAmount ? open([withoutComma(on)], say('AMOUNT_INSIDE')) : absent
  return { no, label: printed(withoutComma(on)), amountThousandYen: amount }
}

const withoutComma = (on: Printed): Printed =>
  trim(slice(on, 0, textOf(on).replace(/(?<![、，。\s])[、，。\s]*$/u, '').length))
