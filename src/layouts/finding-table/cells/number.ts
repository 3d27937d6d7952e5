import type { Line } from '../../../document/model.ts'
import { match, type Printed, trim } from '../../../document/printed.ts'
import { joinCell } from '../../../document/prose/prose.ts'
import { label, mark } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'

/** The number of a record, and what is printed around it. */
interface Numbered {
  readonly no: Printed
  readonly marks: readonly Furniture[]
}

/** 1, 1., (1), 指摘1, 指摘⏎1, No.1: one number, and a word or brackets that say what it is. */
const numbered = /^(?<before>[^\d]{0,6}?)(?<no>\d{1,3})(?<after>[.．、)）\]］〕号]{0,2})$/du

/** The number that a cell holds and nothing else, or undefined. */
export function numberIn(lines: readonly Line[]): Numbered | undefined {
  const found = lines.length === 0 ? undefined : match(trim(joinCell(lines)), numbered)
  const { before, no, after } = found?.groups ?? {}
  return no && { no, marks: [before, after].flatMap(on => (on ? [mark(trim(on)), label(trim(on))] : [])) }
}
