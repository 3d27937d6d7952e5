import { fold, match, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
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
  return [...matches(folded, /[^、，。\n][^\n]*?：[^、。\n]*?円/dgu)].map(found => item(absent, found.whole))
}

/**
 * Where an item's amount stands: behind the last colon (委託費：２２，４２５千円、), in brackets at the end, or at the end
 * of the words.
 */
const amountForms = [
  /^(?<label>.*)[：:](?<amount>[^：:]*?)[、，。\s]*$/dsu,
  /^(?<label>.*\S)\s*[（(](?<amount>[▲△-]?\d[\d,.]*\S?円)[）)][、，。\s]*$/dsu,
  /^(?<label>.*[^\d,.▲△\s-])\s*(?<amount>[▲△-]?\d[\d,.]*\S?円)[、，。\s]*$/dsu,
]

function item(no: Leaf, on: Printed) {
  for (const form of amountForms) {
    const { label, amount } = match(on, form)?.groups ?? {}
    if (label && amount && /\d/u.test(textOf(amount)))
      return { no, label: printed(trim(label)), amountThousandYen: printed(trim(amount)) }
  }
  const holdsAmount = /\d\s*[百千万億]*円/u.test(textOf(on))
  const amount = holdsAmount ? open([withoutComma(on)], 'an amount stands inside its words') : absent
  return { no, label: printed(withoutComma(on)), amountThousandYen: amount }
}

const withoutComma = (on: Printed): Printed => trim(slice(on, 0, textOf(on).replace(/[、，。\s]*$/u, '').length))
