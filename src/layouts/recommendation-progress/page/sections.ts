import { type PageRange, type Pages, pagesOf } from '../../../document/model.ts'
import { match, type Printed, slice, trim } from '../../../document/printed.ts'
import { wholeAcrossBreaks } from '../../../document/table/across-breaks.ts'
import { filled, type GridRow, isOverAll } from '../../../document/table/grid.ts'
import { recommendationWord } from '../words/index.ts'
import { type Footer, footerOf, type Label } from './footers.ts'
import { type Heads, headsAt } from './heads.ts'
import { type Legend, leadsToTitle, legendOf } from './legend.ts'
import { type PolicyRow, policyRowOf } from './policy.ts'
import { rowsOfPage } from './rows.ts'

/** One printed page of the form, its rows sorted by what they are. */
export interface Section {
  /** The heading, the recommendation and its points, as far as the page prints them. */
  readonly block: readonly GridRow[]
  readonly legend: Legend
  readonly policy?: PolicyRow
  readonly heads?: Heads
  /** Heads that a text prints again where the next page began, above the rest of the rows. */
  readonly headsAgain: readonly Heads[]
  readonly body: readonly GridRow[]
  readonly page?: Printed
  readonly label?: Label
  /** Every page number that is alone, also one that the page prints besides its own. */
  readonly folios: readonly Printed[]
  /** Its rows are in tables of their own, one below the other: the foot of a page may be lost between them. */
  readonly isParted: boolean
  readonly pages: Pages | null
}

type Kind = 'footer' | 'policy' | 'heads' | 'legend' | 'heading' | 'other'

interface Sorted {
  readonly row: GridRow
  readonly kind: Kind
  readonly footer?: Footer
  readonly policy?: PolicyRow
  readonly heads?: Heads
  readonly legend?: Legend
}

/** The printed pages: those of the source where it has pages, parted where several blocks are on one; else what is between the feet. */
export function sectionsOf(range: PageRange): Section[] {
  const sections = wholeAcrossBreaks(range.pages).flatMap(page => {
    const sorted = sort(rowsOfPage(page))
    const parts = page.number === null ? partsOf(sorted) : blocksOf(sorted)
    return parts.map(part => sectionOf(part, pagesOf([page])))
  })
  return sections.map((section, index) => withFootOf(section, sections[index + 1]))
}

/** A block that runs on to the next page, with the rest of its last row or with nothing, has its foot there. */
function withFootOf(section: Section, next: Section | undefined): Section {
  const { page, label } = next ?? {}
  const isRest =
    next && next.pages !== null && !next.policy && !next.heads && next.block.length === 0 && next.body.length < 2
  if (!isRest || section.label) return section
  return { ...section, ...(page && !section.page ? { page } : {}), ...(label ? { label } : {}) }
}

function sort(rows: readonly GridRow[]): Sorted[] {
  const sorted: Sorted[] = []
  while (sorted.length < rows.length) sorted.push(...kindAt(rows, sorted.length, sorted.at(-1)?.kind === 'legend'))
  return sorted
}

/** The row that is there; heads in two rows are both. */
function kindAt(rows: readonly GridRow[], index: number, legendBegun: boolean): Sorted[] {
  const row = rows[index] as GridRow
  const footer = footerOf(row)
  if (footer) return [{ row, kind: 'footer', footer }]
  const policy = policyRowOf(row)
  if (policy) return [{ row, kind: 'policy', policy }]
  const found = headsAt(rows, index)
  if (found)
    return rows.slice(index, index + found.count).map(each => ({ row: each, kind: 'heads', heads: found.heads }))
  const legend = legendOf(row, legendBegun || leadsToTitle(rows, index))
  if (legend) return [{ row, kind: 'legend', legend }]
  return [{ row, kind: headingOf(row) ? 'heading' : 'other' }]
}

const heading = new RegExp(
  `^(?<heading>[^\\s。、:：]{0,30}${recommendationWord}(?:(?:に対する|への|に係る|についての|の)[^\\s。、:：]{0,20}(?:状況|対応|結果|一覧|内容))?)(?=\\s|$|[0-9０-９])`,
  'du',
)

/** The heading a row begins with, 検証報告書における提言, and what is behind it in the same cell; undefined of a row that begins otherwise. */
export function headingOf(row: GridRow): { heading: Printed; rest: Printed } | undefined {
  const [only, ...others] = filled(row)
  const found = only && others.length === 0 ? match(only.on, heading) : undefined
  if (!only || !found?.groups.heading) return undefined
  return { heading: found.groups.heading, rest: trim(slice(only.on, found.end)) }
}

/** The blocks of a page: another begins with its heading or policy below the rows of the one above. */
function blocksOf(all: readonly Sorted[]): Sorted[][] {
  const blocks: Sorted[][] = [[]]
  for (const each of all) {
    const current = blocks.at(-1) as Sorted[]
    const hasRows = current.some(other => isBody(other) || isTableRow(other))
    if ((each.kind === 'heading' && hasRows) || (each.kind === 'policy' && current.some(isBody))) blocks.push([each])
    else current.push(each)
  }
  return blocks
}

/** Parts of a text without pages: one ends with its label or number, and where both are lost, before what begins the next page. */
function partsOf(all: readonly Sorted[]): Sorted[][] {
  const parts: Sorted[][] = [[]]
  let ended = false
  all.forEach((each, index) => {
    const current = parts.at(-1) as Sorted[]
    const isOwnNumber = each.footer && !each.footer.label && !current.some(({ footer }) => footer?.page)
    if ((ended && !isOwnNumber) || beginsPage(all, index, current)) parts.push([])
    parts.at(-1)?.push(each)
    ended = (ended && isOwnNumber === true) || each.footer?.label !== undefined || isLastNumber(all, index, current)
  })
  return parts.filter(part => part.length > 0)
}

/** Whether a row begins a page: after rows of the form, which may be the rest of a page that prints nothing else. */
function beginsPage(all: readonly Sorted[], index: number, current: readonly Sorted[]): boolean {
  const kind = all[index]?.kind
  if (kind === 'legend' && isAboveFoot(all, index)) return false
  if (kind === 'heading') return current.some(each => isBody(each) || isTableRow(each))
  if (kind !== 'policy' && kind !== 'legend') return false
  return current.some(isBody) || (!current.some(isTop) && current.some(isFormRow))
}

/** A legend below the rows that it explains, above the foot of their page. */
function isAboveFoot(all: readonly Sorted[], index: number): boolean {
  const next = all.slice(index).find(each => each.footer?.label || isBody(each) || isTableRow(each))
  return next?.footer?.label !== undefined
}

const isTop = ({ kind }: Sorted): boolean => kind === 'heading' || kind === 'legend'
/** A block in cells, whose heading is not known for one, has its number and its text. */
const isFormRow = (each: Sorted): boolean => isTableRow(each) && filled(each.row).length > 2

/** A page number below a table, where no label belongs to it: one would follow before anything else of the form. */
function isLastNumber(all: readonly Sorted[], index: number, current: readonly Sorted[]): boolean {
  const footer = all[index]?.footer
  if (!footer?.page || footer.label || !current.some(each => isBody(each) || isTableRow(each))) return false
  const next = all.slice(index + 1).find(each => each.footer?.label || each.kind !== 'other' || isTableRow(each))
  return !next?.footer?.label
}

const isTableRow = ({ kind, row }: Sorted): boolean => kind === 'other' && row.columns > 1
const isBody = ({ kind }: Pick<Sorted, 'kind'>): boolean => kind === 'heads' || kind === 'policy'

function sectionOf(rows: readonly Sorted[], pages: Section['pages']): Section {
  const top = rows.findIndex(isBody)
  const headingAt = rows.findIndex(({ kind }) => kind === 'heading')
  const isHeaded = top >= 0 || rows.some(({ kind }) => kind === 'heading' || kind === 'legend')
  const bodyFrom = isHeaded ? bodyStart(rows, top) : 0
  const blockEnd = rows.findIndex(({ kind }, index) => isBody({ kind }) || (kind === 'legend' && index > headingAt))
  const others = rows.flatMap(({ row, kind }, index) =>
    kind === 'heading' || kind === 'other' ? [{ row, index }] : [],
  )
  const first = <K extends 'policy' | 'heads'>(key: K) => rows.find(each => each[key])?.[key]
  const feet = rows.flatMap(({ footer }) => footer ?? [])
  const legends = rows.flatMap(({ legend }) => legend ?? [])
  const [policy, heads] = [first('policy'), first('heads')]
  const headsAgain = [...new Set(rows.flatMap(each => each.heads ?? []))].filter(each => each !== heads)
  const page = feet.findLast(foot => foot.page)?.page
  const label = feet.findLast(foot => foot.label)?.label
  return {
    block: others.filter(({ index }) => index < bodyFrom && (blockEnd < 0 || index < blockEnd)).map(({ row }) => row),
    legend: {
      titles: legends.flatMap(legend => legend.titles),
      categories: legends.flatMap(legend => legend.categories),
    },
    ...(policy ? { policy } : {}),
    ...(heads ? { heads } : {}),
    headsAgain,
    body: others.filter(({ index, row }) => index >= bodyFrom && isOfTable(row)).map(({ row }) => row),
    ...(page ? { page } : {}),
    ...(label ? { label } : {}),
    folios: feet.flatMap(foot => foot.folio ?? []),
    isParted: pages === null && rows.slice(bodyFrom + 1).some((each, at) => isNextTable(each, rows[bodyFrom + at])),
    pages,
  }
}

/** A text over the whole table is a remark, or what follows the form. */
const isOfTable = (row: GridRow): boolean => row.columns > 1 && !isOverAll(row)

const isNextTable = (each: Sorted, above: Sorted | undefined): boolean =>
  isTableRow(each) && each.row.isFirst === true && above !== undefined && above.row.columns > 1

/** The rows of the form begin behind its head row; where that is lost, behind the policy or the legend. */
function bodyStart(rows: readonly Sorted[], top: number): number {
  const first = rows.findIndex(({ kind }) => kind === 'heads')
  if (first >= 0) return first
  return top >= 0 ? top : rows.findLastIndex(({ kind }) => kind === 'legend' || kind === 'heading')
}
