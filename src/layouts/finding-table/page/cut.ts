import type { Line, PageRange } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import { folioAt, folioBetween } from '../../../document/prose/folio.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { folio, label, repeat } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { partNumber } from '../text/heads.ts'
import { compactLines, linesIn } from '../text/lines.ts'
import { namesUnits } from '../text/organisations.ts'
import { type HeaderRow, headerRowAt } from './header-row.ts'
import { type Legend, legendAt } from './legend.ts'
import { isAttachment, looseTitle, partAttachment, type Title, titleAt } from './title.ts'

/** The lines of the records, with what is printed around them and between their lines taken out. */
export interface Sheet {
  readonly lines: readonly Line[]
  readonly title: Printed | undefined
  readonly attachment: Printed | undefined
  readonly headerRows: readonly HeaderRow[]
  readonly legend: Legend
  readonly furniture: readonly Furniture[]
  /** Lines above the table that are nothing known, where the reader saw a table. */
  readonly untitled?: readonly Line[]
}

export interface SheetLines {
  readonly lines: readonly Line[]
  readonly edges: ReadonlySet<Line>
  /** Those above the table, where the reader saw one: there a title may have any words. */
  readonly above?: ReadonlySet<Line>
}

/** What the lines of the form are: undefined for the lines of the records. */
type Roles = Map<Line, 'head' | 'title' | 'legend' | 'attachment' | 'page'>

/**
 * Takes out every printing of the title, the attachment number, the column heads, a legend and the page numbers, wherever they
 * are: a converter puts them between two records or between two lines of one cell.
 */
export const cutSheet = (range: PageRange): Sheet => cutLines(linesIn(range))

/** The same of lines; `edges` are those at the top and bottom of a page. */
export function cutLines({ lines, edges, above = new Set() }: SheetLines): Sheet {
  const roles: Roles = new Map()
  const headerRows = takeHeads(lines, roles)
  const titles = takeTitles(lines, roles, above)
  const legend = takeLegend(lines, roles)
  const attachments = takeAttachments(lines, roles, new Set([...edges, ...above]), titles)
  const pages = takePages(lines, roles, edges)
  const [title, ...repeats] = titles.map(each => each.title)
  const [attachment, ...others] = [...titles.flatMap(each => each.attachment ?? []), ...attachments]
  return {
    lines: withoutRoles(lines, roles),
    title,
    attachment,
    headerRows,
    legend,
    furniture: [
      ...headerRows.flatMap(row => row.heads).map(({ on }): Furniture => label(on)),
      ...legend.flatMap(({ mark, on }): Furniture[] => [label(mark), repeat(on)]),
      ...[...repeats, ...others].map(repeat),
      ...pages.map(({ on }): Furniture => folio(on)),
    ],
  }
}

function take(lines: readonly Line[], index: number, count: number, roles: Roles, role: 'head' | 'title' | 'legend') {
  for (const line of lines.slice(index, index + count)) roles.set(line, role)
}

function takeHeads(lines: readonly Line[], roles: Roles): HeaderRow[] {
  return lines.flatMap((line, index) => {
    const found = roles.has(line) ? undefined : headerRowAt(lines, index)
    if (found) take(lines, index, found.count, roles, 'head')
    return found ? [found] : []
  })
}

/** Up to three lines from one on that nothing has taken yet. */
function freeLines(lines: readonly Line[], index: number, roles: Roles): Line[] {
  const near = lines.slice(index, index + 3)
  const end = near.findIndex(line => roles.has(line))
  return end < 0 ? near : near.slice(0, end)
}

/** The best printing of the title, then every other that says the same or is surely one too, damaged. */
function takeTitles(lines: readonly Line[], roles: Roles, above: ReadonlySet<Line>): Title[] {
  const found = lines.flatMap((line, index) => {
    const title = roles.has(line) ? undefined : titleAt(freeLines(lines, index, roles))
    return title ? [{ index, title }] : []
  })
  if (found.length === 0)
    return looseTitles(
      lines.filter(line => above.has(line) && !roles.has(line)),
      roles,
    )
  const best = Math.max(0, ...found.map(({ title }) => title.score))
  const first = found.find(({ title }) => title.score === best)
  const same = compact(first ? textOf(first.title.title) : '')
  const taken = found.filter(
    each => each === first || each.title.score >= 5 || compact(textOf(each.title.title)) === same,
  )
  for (const { index, title } of taken) take(lines, index, title.count, roles, 'title')
  return taken.sort((a, b) => Number(b === first) - Number(a === first)).map(({ title }) => title)
}

function looseTitles(lines: readonly Line[], roles: Roles): Title[] {
  const line = looseTitle(lines)
  if (!line) return []
  roles.set(line, 'title')
  return [{ count: 1, score: 0, ...partAttachment(line.on) }]
}

function takeLegend(lines: readonly Line[], roles: Roles): Legend {
  return lines.flatMap((line, index) => {
    const found = roles.has(line) ? undefined : legendAt(lines, index)
    if (found) take(lines, index, found.count, roles, 'legend')
    return found?.entries ?? []
  })
}

/** 資料３ on a line of its own beside the title or the column heads, at a page's edge, or as it is printed elsewhere. */
function takeAttachments(
  lines: readonly Line[],
  roles: Roles,
  edges: ReadonlySet<Line>,
  titles: readonly Title[],
): Printed[] {
  const known = new Set(titles.flatMap(({ attachment }) => (attachment ? [compact(textOf(attachment))] : [])))
  const taken = lines.filter((line, index) => {
    const beside = [lines[index - 1], lines[index + 1]].some(each => each !== undefined && roles.has(each))
    return !roles.has(line) && isAttachment(line) && (beside || edges.has(line) || known.has(compactLines([line])))
  })
  for (const line of taken) roles.set(line, 'attachment')
  return taken.map(line => line.on)
}

export const isPageMark = (line: Line): boolean => folioBetween(line.on)?.isDressed === true

/** A number alone is a page number only where it is apart from the text, and is no NO above its bureau. */
function takePages(lines: readonly Line[], roles: Roles, edges: ReadonlySet<Line>): Line[] {
  const apart = (line: Line | undefined, gap: number): boolean => line === undefined || gap > 0 || roles.has(line)
  const taken = lines.filter((line, index) => {
    if (roles.has(line)) return false
    if (isPageMark(line)) return true
    const next = lines[index + 1]
    if (!folioAt(line.on) || (next && namesUnits(next, lines[index + 2]))) return false
    const isAtEdge = edges.has(line)
    return isAtEdge || (apart(lines[index - 1], line.gap) && apart(next, next?.gap ?? 1))
  })
  for (const line of taken) roles.set(line, 'page')
  return taken
}

/** What is left; a blank line beside something taken out says nothing of the cells. */
function withoutRoles(lines: readonly Line[], roles: Roles): Line[] {
  return lines.flatMap((line, index) => {
    const above = lines[index - 1]
    if (roles.has(line)) return []
    return [partNumber(above && roles.has(above) ? { ...line, gap: 0 } : line)]
  })
}
