import type { Random } from '../project-evaluation-sheet/random.ts'
import type { Report, ReportPage, ReportRow } from './report.ts'

type Rows = readonly (readonly string[])[]
/** What stands on a page: lines, and tables of cells. */
export type Piece = string | Rows

const circled = (at: number): string => String.fromCodePoint(0x2460 + at)
const wideTable = (rows: Rows): Rows => {
  const columns = Math.max(...rows.map(row => row.length))
  return rows.map(row => [...row, ...Array.from({ length: columns - row.length }, () => '')])
}

type BlockOf = (title: string, page: ReportPage, random: Random) => Piece[]

const pointsOf = ({ recommendation }: ReportPage, mark: (at: number) => string): string[] =>
  recommendation.points.map((on, at) => `${mark(at)} ${on}`)

/** The recommendation as the pages of such reports print it. */
const blocks: readonly BlockOf[] = [
  (title, page) => [
    [title, `${page.recommendation.no} ${page.recommendation.title}`, ...pointsOf(page, circled)].join(' '),
  ],
  (title, page) => [title, `${page.recommendation.no} ${page.recommendation.title}`, ...pointsOf(page, circled)],
  (title, page) => [
    title,
    '',
    ...[`${page.recommendation.no} ${page.recommendation.title}`, ...pointsOf(page, circled)].map(on => `- ${on}`),
  ],
  (title, { recommendation: { no, title: name, points } }, random) => {
    const mark = random.pick<(at: number) => string>([at => String(at + 1), circled, at => `(${at + 1})`])
    const rows = [['', title], [String(no), name], ...points.map((on, at) => [mark(at), on])]
    return [wideTable(rows.map(row => [...row, ...Array.from({ length: random.int(0, 0) }, () => '')]))]
  },
  (title, { recommendation: { no, title: name, points } }) => [
    wideTable([['', title, '', '', '', ''], [String(no), name], ...points.map((on, at) => [String(at + 1), on])]),
  ],
  (title, page) => [
    wideTable([
      [title, '', '', ''],
      [`${page.recommendation.no} ${page.recommendation.title}`],
      ...pointsOf(page, circled).map(on => [on]),
    ]),
  ],
  (title, { recommendation: { no, title: name, points } }) =>
    points.length < 2
      ? [title, `${no} ${name}`, ...points.map((on, at) => `${circled(at)} ${on}`)]
      : [
          wideTable([
            ['', title],
            [String(no), name],
            [points.map((_, at) => circled(at)).join(' '), points.join(' ')],
          ]),
        ],
]

/** The ends of printed lines as a converter leaves them: a space, or nothing. */
function wrapped(text: string, random: Random): string {
  if (random.chance(0.5)) return text
  const width = random.int(14, 30)
  let [out, count] = ['', 0]
  for (const [at, ch] of [...text].entries()) {
    out += ch
    count = ch === ' ' ? 0 : count + 1
    const next = text.charAt(at + 1)
    const isPlace = /[\p{L}、。）」]/u.test(ch) && /[\p{L}「（]/u.test(next) && !/[A-Za-z]/u.test(ch + next)
    if (count >= width && isPlace) [out, count] = [`${out} `, 0]
  }
  return out
}

const itemOf = (on: string): string => `・${on}`.replaceAll('\n', ' ')

function listOf(elements: readonly string[], random: Random): string {
  const items = elements.map(itemOf)
  const isGlued = random.chance(0.15) && elements.every(on => on.endsWith('。'))
  if (items.length === 0) return random.chance(0.3) ? random.pick(['－', '-', '―']) : ''
  const text = wrapped(items.join(isGlued ? '' : ' '), random)
  return elements.length > 1 && !elements[0]?.includes('\n') && random.chance(0.08) ? text.slice(1) : text
}

function actionOf(action: string | null, random: Random): string {
  if (action === null) return random.chance(0.3) ? '－' : ''
  const parts = action.split('\n')
  const mark = parts.length === 1 && random.chance(0.1) ? '' : random.pick(['○', '○', '○', '・', '◯'])
  return parts.map(on => (on.startsWith('※') ? on : mark + on)).join(' ')
}

const departmentsOf = ({ departments }: ReportRow, random: Random): string =>
  departments
    .map(
      ({ bureau, division }) =>
        `${bureau === null ? '' : `${bureau})`}${random.chance(0.05) ? division.replace(/部$/u, ' 部') : division}`,
    )
    .join(' ')

const rowOf = (row: ReportRow, random: Random): string[] => [
  wrapped(actionOf(row.action, random), random),
  listOf(row.progress, random),
  listOf(row.selfEvaluation, random),
  listOf(row.nextActions, random),
  row.category ?? (random.chance(0.2) ? '－' : ''),
  departmentsOf(row, random),
]

const lookalike = (code: string, random: Random): string => {
  const other = { エ: '工', オ: '才', カ: '力' }[code]
  return other && random.chance(0.4) ? other : code
}

function policyRow({ policy: { code, text } }: ReportPage, random: Random): string[] {
  const label = `取組方針${lookalike(code, random)}`
  const way = random.int(0, 3)
  if (way === 0) return [label, `${label} ${text}`, '', '', '', '']
  const width = 24
  if (way === 1 && text.length > width && text.length < width + 16 && !/[)）」、。]/u.test(text.charAt(width))) {
    const at = random.int(18, 22)
    return [label, `${text.slice(0, at)} ${text.slice(width)}`, text.slice(at, width), '', '', '']
  }
  return [label, wrapped(text, random), '', '', '', '']
}

function headsOf({ progressPeriod: { from, to }, nextPeriod }: Report, random: Random, between: string): string[] {
  const period = from.text === to.text ? from.text : `${from.text}${between}${to.text}`
  const category = random.chance(0.7) ? '取組 区分' : '取組区分'
  return ['取組内容', `${period}の取組状況`, '自己評価', `${nextPeriod.text}の取組内容`, category, '担当部']
}

function feetOf({ printedPage, label }: ReportPage, random: Random): string[] {
  const code = label?.at(-1) ?? ''
  const shown = label?.replace(code, lookalike(code, random))
  const spaced = random.chance(0.4) ? shown?.replace(/(\d)-/u, ' $1 - ') : shown
  if (printedPage === null) return spaced ? [spaced] : []
  if (spaced === undefined) return [String(printedPage)]
  return random.chance(0.5) ? [`${printedPage} ${spaced}`] : [String(printedPage), '', spaced]
}

export interface Manner {
  readonly random: Random
  /** Pages that go on print the policy and the heads again. */
  readonly isRepeated?: boolean
  readonly isFullWidth?: boolean
  /** How often a page break cuts the last row of a page that the next goes on. */
  readonly cuts: number
}

/** Every page as what stands on it. */
export function piecesOf(report: Report, { random, cuts, isRepeated, isFullWidth }: Manner): Piece[][] {
  const legend = report.categories
    .map(({ name, meaning }) => `${name}${isFullWidth ? '：' : ':'}${random.chance(0.1) ? ' ' : ''}${meaning}`)
    .join(' ')
  const rows = report.pages.map(page => page.rows.map(row => rowOf(row, random)))
  report.pages.forEach((_, at) => {
    if (report.pages[at + 1]?.goesOn && random.chance(cuts)) cutLast(rows[at] ?? [], rows[at + 1] ?? [], random)
  })
  return report.pages.map((page, at) => {
    const own: string[][] = rows[at] ?? []
    if (page.goesOn && !isRepeated) return [own, '', ...feetOf(page, random)]
    return [
      ...random.pick(blocks)(report.title, page, random),
      '',
      ...(random.chance(0.3) ? ['【取組区分】', ''] : []),
      `今後の取組の方向性 ${legend}`,
      '',
      [policyRow(page, random), headsOf(report, random, isFullWidth ? '～' : 'から'), ...own],
      '',
      ...feetOf(page, random),
    ]
  })
}

/** Cuts the last row above a page break inside its sentences; category and departments stay above. */
function cutLast(above: string[][], below: string[][], random: Random): void {
  const row = above.at(-1)
  if (!row) return
  const rest = row.map((cell, column) => {
    const places = [...cell.matchAll(/(?<=[ぁ-んァ-ヶ一-龠])(?=[ぁ-んァ-ヶ一-龠])/gu)].map(found => found.index)
    if (column > 3 || places.length === 0 || random.chance(0.4)) return ''
    const at = random.pick(places)
    row[column] = cell.slice(0, at)
    return cell.slice(at)
  })
  if (rest.some(cell => cell !== '')) below.unshift(rest)
}

const isTable = (piece: Piece): piece is Rows => typeof piece !== 'string'

export const tsvOf = (pages: readonly (readonly Piece[])[]): string =>
  pages
    .map(page => page.map(piece => (isTable(piece) ? piece.map(row => row.join('\t')).join('\n') : piece)).join('\n'))
    .join('\n\n')

export const htmlOf = (pages: readonly (readonly Piece[])[]): string =>
  pages.map(page => page.map(piece => (isTable(piece) ? htmlTable(piece) : `<p>${piece}</p>`)).join('\n')).join('\n')

const htmlTable = (rows: Rows): string =>
  `<table>\n${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</table>`

export const markdownOf = (pages: readonly (readonly Piece[])[]): string =>
  pages.map(page => page.map(piece => (isTable(piece) ? pipes(piece) : piece)).join('\n')).join('\n\n')

function pipes(rows: Rows): string {
  const [first = '', ...others] = rows.map(row => `| ${row.join(' | ')} |`)
  return ['', first, `|${(rows[0] ?? []).map(() => '---').join('|')}|`, ...others, ''].join('\n')
}
