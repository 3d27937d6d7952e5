import { match, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { filled, type GridRow } from '../../../document/table/grid.ts'
import { bandAt, type Head as ColumnHead, type Columns, type HeadWords } from '../../../document/table/heads.ts'
import { DASHES } from '../../../normalise/tables/marks.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { label, mark } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { betweenPeriods, heads, type Role, roles } from '../words/index.ts'

/** The heads of a table, and the periods that two of them begin with. */
export interface Heads {
  readonly columns: Columns<Role>
  readonly progress?: Printed
  readonly next?: Printed
  readonly furniture: readonly Furniture[]
}

/** A head is a few words, even with something beside them. */
const longest = 120

interface Head {
  readonly role: Role
  readonly label: Printed
  readonly period?: Printed
  readonly marks?: readonly Printed[]
}

/** How the heads are worded: a row has at least three of them, the self-evaluation or the progress among them. */
const words: HeadWords<Role> = {
  order: roles,
  nameOf: on => headIn(on)?.role,
  isHeadRow: names => names.size >= 3 && (names.has('selfEvaluation') || names.has('progress')),
}

/** The heads that begin on a row, and over how many rows they go; undefined where none begin there. */
export function headsAt(rows: readonly GridRow[], index: number): { heads: Heads; count: number } | undefined {
  const band = bandAt(rows, index, words)
  return band && { heads: headsOf(band.columns), count: band.rows.length }
}

function headsOf(columns: Columns<Role>): Heads {
  const found = columns.heads.flatMap(head => headNamed(head) ?? [])
  const period = (role: Role) => found.find(head => head.role === role)?.period
  const [progress, next] = [period('progress'), period('nextActions')]
  return {
    columns,
    ...(progress ? { progress } : {}),
    ...(next ? { next } : {}),
    furniture: found.flatMap(({ label: on, marks = [] }): Furniture[] => [label(on), ...marks.map(mark)]),
  }
}

/** What the cells of a head say of its column; undefined where it is known by its place alone. */
const headNamed = ({ name, cells, on }: ColumnHead<Role>): Head | undefined =>
  [...cells.map(cell => cell.on), on].map(headIn).find(head => head !== undefined && head.role === name)

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

/** What a text heads: the whole of it, or the words at its start or end where something else has got into it. */
function headIn(on: Printed): Head | undefined {
  if (textOf(on).length > longest) return undefined
  const words = matches(on, /\S+/dgu)
  for (let count = words.length; count > 0; count -= 1)
    for (const from of new Set([0, words.length - count])) {
      const head = headOf(slice(on, words[from]?.index ?? 0, words[from + count - 1]?.end))
      if (head) return head
    }
  return undefined
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
/** R7～R8の取組状況: short years have no 年度 behind them. */
const shortYearsBefore =
  /^(?<period>[RＲ][\d０-９]{1,2}(?:\s?[~～〜－-]\s?[RＲ][\d０-９]{1,2})?)(?<label>\s?(?:の\s?)?[^\s\d０-９年期][^年期]*)$/du
const periodBehind = /^(?<label>[^（(]+)(?<open>[（(])(?<period>.*(?:年度|年|期|[RＲ][\d０-９]{1,2}))(?<close>[)）])$/du

/** 令和7年度下半期の取組内容, or 取組内容（令和7年度下半期）: a period, and what the column says of it. */
function headAfterPeriod(on: Printed, role: Role, words: readonly string[]): Head | undefined {
  for (const pattern of [periodBefore, shortYearsBefore, periodBehind]) {
    const { label, period, open, close } = match(on, pattern)?.groups ?? {}
    if (!period || !label || !words.includes(compact(textOf(label)).replace(/^の/u, ''))) continue
    return { role, label: trim(label), period: trim(period), marks: [open, close].flatMap(mark => mark ?? []) }
  }
  return undefined
}

const between = new RegExp(
  String.raw`(?<=[度期年)）]|[RＲ][\d０-９]{1,2})\s*(?<mark>から|[~～〜${DASHES}])\s*(?=\S)`,
  'du',
)

/** 令和6年度から令和7年度上半期: both ends; one period alone is both. */
export function rangeOf(on: Printed): { from: Printed; to: Printed; mark?: Printed } {
  const found = match(on, between)
  if (!found?.groups.mark || !betweenPeriods.includes(textOf(found.groups.mark))) return { from: on, to: on }
  return { from: trim(slice(on, 0, found.index)), to: trim(slice(on, found.end)), mark: found.groups.mark }
}
