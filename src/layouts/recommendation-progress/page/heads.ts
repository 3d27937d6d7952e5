import { match, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { DASHES } from '../../../normalise/tables/marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import type { Furniture } from '../../kit/layout.ts'
import { filled, type GridCell, type GridRow } from '../rows/grid.ts'
import { betweenPeriods, heads, type Role, roles } from '../words.ts'

/** The head row of a table: which column holds what, and the periods that two of the heads begin with. */
export interface Heads {
  readonly columns: number
  readonly at: ReadonlyMap<Role, Extent>
  readonly progress?: Printed
  readonly next?: Printed
  readonly furniture: readonly Furniture[]
}

/** The columns that a head stands over, and where they begin and end on the page. */
interface Extent {
  readonly from: number
  readonly to: number
  readonly edges?: readonly [left: number, right: number]
}

/** A head is a few words, even with something beside them. */
const longest = 120

interface Head {
  readonly role: Role
  readonly label: Printed
  readonly period?: Printed
  readonly marks?: readonly Printed[]
}

/** The heads of a row, or undefined where it is no head row: at least three columns, the self-evaluation or the progress among them. */
export function headsOf(row: GridRow): Heads | undefined {
  if (filled(row).length < 3) return undefined
  const found = filled(row).flatMap(cell => headsIn(cell).map(head => ({ cell, head })))
  const distinct = found.filter(({ head }, index) => found.findIndex(other => other.head.role === head.role) === index)
  const known = new Set(distinct.map(({ head }) => head.role))
  if (known.size < 3 || !(known.has('selfEvaluation') || known.has('progress'))) return undefined
  const at = new Map(distinct.map(({ cell, head }) => [head.role, extent(cell)] as const))
  inferMissing(row, at)
  const period = (role: Role) => distinct.find(({ head }) => head.role === role)?.head.period
  const [progress, next] = [period('progress'), period('nextActions')]
  return {
    columns: row.columns,
    at,
    ...(progress ? { progress } : {}),
    ...(next ? { next } : {}),
    furniture: distinct.flatMap(({ head }): Furniture[] => [
      { on: head.label, as: 'label' },
      ...(head.marks ?? []).map((on): Furniture => ({ on, as: 'mark' })),
    ]),
  }
}

/** 期の取組内容 beside 区分: what a page break cut off a head row; it is no row of the table. */
export function isRestOfHeads(row: GridRow): boolean {
  const words = filled(row).map(cell => compact(textOf(cell.on)))
  return words.length > 1 && words.every(isRestOfHead)
}

/** The rest of 令和10年度下半期の取組内容 is at most so much longer than the head's own word. */
const longestRest = 4

const isRestOfHead = (text: string): boolean =>
  roles.some(role =>
    heads[role].words.some(
      word =>
        (text.length > 1 && word.endsWith(text)) || (text.endsWith(word) && text.length <= word.length + longestRest),
    ),
  )

const extent = ({ column, columnSpan, edges }: GridCell): Extent => ({
  from: column,
  to: column + columnSpan,
  ...(edges ? { edges } : {}),
})

/** What a cell heads: its whole text, or the words at its start or end where something else has got into it. */
function headsIn(cell: GridCell): Head[] {
  if (cell.text.length > longest) return []
  const words = [...matches(cell.on, /\S+/dgu)]
  for (let count = words.length; count > 0; count -= 1)
    for (const from of new Set([0, words.length - count])) {
      const part = slice(cell.on, words[from]?.index ?? 0, words[from + count - 1]?.end)
      const head = headOf(part)
      if (head) return [head]
    }
  return []
}

function headOf(on: Printed): Head | undefined {
  const word = compact(textOf(on))
  for (const role of roles) {
    const { words, afterPeriod } = heads[role]
    if (!afterPeriod && words.includes(word)) return { role, label: on }
    const head = afterPeriod ? headAfterPeriod(on, role, words) : undefined
    if (head) return head
  }
  return undefined
}

const periodBefore = /^(?<period>.*(?:年度|年|期)[)）]?)(?<label>\s*(?:の\s*)?\S[^年期]*)$/du
const periodBehind = /^(?<label>[^（(]+)(?<open>[（(])(?<period>.*(?:年度|年|期))(?<close>[)）])$/du

/** 令和7年度下半期の取組内容, or 取組内容（令和7年度下半期）: a period, and what the column says of it. */
function headAfterPeriod(on: Printed, role: Role, words: readonly string[]): Head | undefined {
  for (const pattern of [periodBefore, periodBehind]) {
    const { label, period, open, close } = match(on, pattern)?.groups ?? {}
    if (!period || !label || !words.includes(compact(textOf(label)).replace(/^の/u, ''))) continue
    return { role, label: trim(label), period: trim(period), marks: [open, close].flatMap(mark => mark ?? []) }
  }
  return undefined
}

/** A head that cannot be read stands where the form has it, between its neighbours. */
function inferMissing(row: GridRow, at: Map<Role, Extent>): void {
  if (row.cells.length !== roles.length) return
  const isInPlace = roles.every((role, index) => !at.has(role) || at.get(role)?.from === row.cells[index]?.column)
  if (!isInPlace) return
  roles.forEach((role, index) => {
    const cell = row.cells[index]
    if (!at.has(role) && cell) at.set(role, extent(cell))
  })
}

const between = new RegExp(String.raw`(?<=[度期年)）])\s*(?<mark>から|[~～〜${DASHES}])\s*(?=\S)`, 'du')

/** 令和6年度から令和7年度上半期: both ends; one period alone is both. */
export function rangeOf(on: Printed): { from: Printed; to: Printed; mark?: Printed } {
  const found = match(on, between)
  if (!found?.groups.mark || !betweenPeriods.includes(textOf(found.groups.mark))) return { from: on, to: on }
  return { from: trim(slice(on, 0, found.index)), to: trim(slice(on, found.end)), mark: found.groups.mark }
}
