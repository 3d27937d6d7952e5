import type { Random } from '../project-evaluation-sheet/random.ts'
import type { Initiative, Plan, Section } from './plan.ts'

/** A row of the table: its cells, or one cell across all columns. */
export type TableRow = readonly string[]

/** How a printed table differs from others, drawn anew for every row where `random` is asked. */
export interface Manner {
  readonly random: Random
  readonly years: 'japanese' | 'short' | 'western'
  readonly pages: boolean
}

const ul = '<ul style="list-style-type: none">'
const frame = '<div style="border: 1px dashed black; padding: 5px; margin-top: 10px;">'

function yearOf(year: number, { years }: Manner): string {
  if (years === 'western') return `${year}年度`
  const [era, short, first] = year >= 2019 ? ['令和', 'R', 2018] : ['平成', 'H', 1988]
  const count = year - (first as number)
  return years === 'short' ? `${short}${count}年度` : `${era}${count === 1 ? '元' : count}年度`
}

export const headsOf = ({ years }: Plan, manner: Manner): TableRow => [
  '項目',
  `${yearOf(years.from, manner)}～${yearOf(years.to, manner)}の主な取組内容`,
  `${yearOf(years.next, manner)}以降に向けた取組の方向性`,
]

const items = (points: readonly string[]): string => points.map(itemOf).join(' ')
const itemOf = (on: string): string => (on.startsWith('※') ? on : `・${on}`).replaceAll('\n', ' ')

/** A list as a converter prints it on one line. */
export function cellOf(points: readonly string[], { random }: Manner): string {
  if (points.length === 0) return random.chance(0.5) ? '' : '－'
  const [first, ...others] = points
  if (random.chance(0.1) && others.length > 0) return points.map(on => `<p>${itemOf(on)}</p>`).join(' ')
  const last = (points.at(-1) as string).replaceAll('\n', ' ')
  if (others.length === 0 && first && !first.includes('\n') && random.chance(0.15)) return first
  if (random.chance(0.1) && points.length > 1 && !/^[①・]/u.test(last))
    return `${ul} ${items(points.slice(0, -1))} <p>${last}</p>`
  return random.chance(0.5) ? `${ul} ${items(points)} ` : items(points)
}

const boxOf = ({ title, items: list }: Initiative['boxes'][number]): string =>
  `${frame} 【${title}】 ${list.map(on => (/^[①-⑳]/u.test(on) ? on : `・${on}`)).join(' ')} </div>`

function rowOf({ no, title, progress, outlook, boxes }: Initiative, manner: Manner): TableRow {
  const item = `(${no}) ${title}`
  return [
    manner.random.chance(0.2) ? `<p>${item}</p>` : item,
    [cellOf(progress, manner), ...boxes.map(boxOf)].join(' ').trim(),
    cellOf(outlook, manner),
  ]
}

const label = '【APにおける取組の方向性】'

/** Title and directions in one row or in two. */
function sectionRows({ no, title, directions }: Section, { random }: Manner): TableRow[] {
  const list = items(directions)
  const way = random.int(0, 2)
  if (way === 0) return [[`${no} ${title}`], [`${label} ${list}`]]
  if (way === 1) return [[`${no} ${title} ${label} ${list}`]]
  const [first, ...others] = directions.map(itemOf)
  return [[[`<p>${no} ${title}</p> <p>${label} ${first}</p>`, ...others.map(on => `<p>${on}</p>`)].join(' ')]]
}

/** The rows, with undefined where a page ends; the heads stand on every page. */
export function tableOf(plan: Plan, manner: Manner): (TableRow | undefined)[] {
  const heads = headsOf(plan, manner)
  const rows: (TableRow | undefined)[] = [heads]
  const breakAt = () => {
    if (manner.pages && manner.random.chance(0.2)) rows.push(undefined, heads)
  }
  for (const section of plan.sections) {
    breakAt()
    for (const row of sectionRows(section, manner)) {
      const cut = manner.pages && manner.random.chance(0.1) ? cutRow(row, manner.random) : undefined
      if (cut?.[1][0] && / ・/u.test(cut[0][0] ?? '')) rows.push(cut[0], undefined, heads, [cut[1][0]])
      else rows.push(row)
    }
    for (const initiative of section.initiatives) {
      const row = rowOf(initiative, manner)
      const cut = manner.pages && manner.random.chance(0.15) ? cutRow(row, manner.random) : undefined
      if (!cut) rows.push(row)
      else if (manner.random.chance(0.5)) rows.push(cut[0], undefined, cut[1], heads)
      else rows.push(cut[0], undefined, heads, cut[1])
    }
  }
  return rows
}

/** A row that a page break cuts in one column or in several. */
function cutRow(row: TableRow, random: Random): [TableRow, TableRow] | undefined {
  const cells = row.map((cell, column) => {
    const at = random.chance(column === 0 ? 0.9 : 0.3) ? undefined : placeIn(cell, random)
    return at === undefined ? ([cell, ''] as const) : ([cell.slice(0, at), cell.slice(at).trimStart()] as const)
  })
  if (cells.every(([, rest]) => rest === '')) return undefined
  return [cells.map(([first]) => first), cells.map(([, rest]) => rest)]
}

/** A place in a cell without markup where a line may end: before a point, or inside a sentence. */
function placeIn(cell: string, random: Random): number | undefined {
  if (/<(?:p|div)/u.test(cell)) return undefined
  const text = cell.replace(/^<ul[^>]*>/u, tag => ' '.repeat(tag.length))
  const places = [...text.matchAll(lineEnd)].map(found => found.index)
  return places.length === 0 ? undefined : random.pick(places)
}

const lineEnd = /(?<=[\p{L}、。）」])(?<=[^A-Za-z])(?=[\p{L}「（])|(?<=[ぁ-ん、])(?=[0-9A-Z])|(?<=\S )(?=・)/gu

export function tsvOf(plan: Plan, manner: Manner): string {
  const rows = tableOf(plan, manner).map(row => (row ? [...row, '', ''].slice(0, 3).join('\t') : ''))
  return `\n\n${plan.lead}\n\n${rows.join('\n')}\n`
}

export function htmlOf(plan: Plan, manner: Manner): string {
  const isHeads = (row: TableRow) => row[0] === '項目'
  const rowsIn = (rows: readonly TableRow[]) =>
    rows
      .map(row => {
        if (row.length === 1) return `<tr><td colspan="3">${row[0]}</td></tr>`
        const tag = isHeads(row) ? 'th' : 'td'
        return `<tr>${row.map(cell => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
      })
      .join('\n')
  const tables: TableRow[][] = [[]]
  for (const row of tableOf(plan, manner)) {
    if (row) tables.at(-1)?.push(row)
    else tables.push([])
  }
  return `<p>${plan.lead}</p>\n${tables.map(rows => `<table>\n${rowsIn(rows)}\n</table>`).join('\n')}\n`
}

/** Markdown, where a cell's lines end in <br>. */
export function markdownOf(plan: Plan, manner: Manner): string {
  const lines: string[] = [plan.lead, '']
  let isFirst = true
  for (const row of tableOf(plan, manner)) {
    if (!row) {
      lines.push('')
      isFirst = true
      continue
    }
    const cells = [...row, '', ''].slice(0, 3).map(cell => cell.replace(/ (?=[・①-⑳])/gu, '<br>'))
    lines.push(`| ${cells.join(' | ')} |`)
    if (isFirst) lines.push('|---|---|---|')
    isFirst = false
  }
  return `${lines.join('\n')}\n`
}
