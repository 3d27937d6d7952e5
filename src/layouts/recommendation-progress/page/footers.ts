import { match, type Printed, slice, textOf } from '../../../document/printed.ts'
import { folioAt } from '../../../document/prose/folio.ts'
import { filled, type GridRow } from '../../../document/table/grid.ts'
import { code, policyCode } from '../../../normalise/codes.ts'
import { DASHES } from '../../../normalise/tables/marks.ts'
import { LOOKALIKES, SERIES } from '../../../normalise/tables/series.ts'

/** The foot of a page: its number and the label of what is on it, 提言1-ア. */
export interface Footer {
  readonly page?: Printed
  readonly label?: Label
  /** The number as it is printed, where it is alone: - 12 -. */
  readonly folio?: Printed
}

export interface Label {
  readonly on: Printed
  /** The number of the recommendation and the letter of the policy, as the label prints them. */
  readonly no: Printed
  readonly letter: Printed
}

const letters = `(?:[${SERIES}${LOOKALIKES.printed}]|[0-9０-９]{1,2})`
/** 提言1-ア, 5 提言1-工, 提言 2 - ウ, at the start or end of a line; what else is there is no part of it. */
const labelled = new RegExp(
  String.raw`(?:^|(?<=\s)(?=[^。、]*$))(?:[-－]?\s?(?<page>[0-9０-９]{1,4})\s?[-－]?\s*)?(?<label>提\s?言\s*(?<no>[0-9０-９]{1,2})\s*[${DASHES}ー]\s*(?<letter>${letters}))(?=\s|$)`,
  'du',
)
/** 提言1-ア 5: a reader that goes from right to left in a line. */
const pageAfter = /^\s+[-－]?\s?(?<page>[0-9０-９]{1,4})\s?[-－]?$/du

/** A foot is short, even with something beside it. */
const longest = 200

/** The foot that a row is, if it is one: number, label or both, in one line or in cells beside each other. */
export function footerOf(row: GridRow): Footer | undefined {
  const cells = filled(row)
  if (cells.length > 2 || cells.some(cell => cell.text.length > longest)) return undefined
  const found = cells.map(cell => footOf(cell.on))
  if (found.some(foot => foot === undefined)) return undefined
  const [first = {}, second = {}] = found as Footer[]
  const page = first.page ?? second.page
  const label = first.label ?? second.label
  const folio = first.folio ?? second.folio
  if (cells.length === 2 && (!page || !label)) return undefined
  return { ...(page ? { page } : {}), ...(label ? { label } : {}), ...(folio ? { folio } : {}) }
}

function footOf(on: Printed): Footer | undefined {
  const alone = folioAt(on)
  if (alone) return { ...(alone.no ? { page: alone.no } : {}), folio: on }
  const found = match(on, labelled)
  const { label, no, letter, page } = found?.groups ?? {}
  if (!found || !label || !no || !letter) return undefined
  const behind = match(slice(on, found.end), pageAfter)?.groups.page
  const number = page ?? behind
  return { ...(number ? { page: number } : {}), label: { on: label, no, letter } }
}

export const labelNo = (label: Label): number => Number(code(textOf(label.no)))
/** The letter or number of a policy in a label, or undefined where it is none. */
export const labelLetter = (label: Label): string | undefined => policyCode(textOf(label.letter))
