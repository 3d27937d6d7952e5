import type { Severity } from '../../diagnostics/codes.ts'
import { explainedIn } from '../../messages/explained.ts'
import { version } from '../../version.ts'
import type { Cell } from '../../walks/tables/columns.ts'
import type { TablePlan } from '../../walks/tables/table-rows.ts'
import type { About } from '../writer.ts'
import { textCell } from './cells.ts'
import type { Spot } from './doubts.ts'
import type { Sheet, ShownCell } from './sheet.ts'
import type { Ground, Kind } from './styles.ts'
import type { Said, Survey } from './survey.ts'
import { columnWidth, widthOf } from './widths.ts'
import { cellName, placeName } from './xml.ts'

export const contentsName = '目次'
export const saidName = '診断'

const severityNames: { readonly [S in Severity]: string } = { error: '誤り', warning: '警告', info: '参考' }

const head = (titles: readonly string[]): ShownCell[] => titles.map(value => ({ value, kind: 'head' }))
const cell = (value: Cell, kind: Kind = 'plain', ground: Ground = 'none'): ShownCell => ({ value, kind, ground })
const linkTo = (text: string, link: string): ShownCell => ({ value: text, kind: 'link', link })

/** The sheet that says what the others hold. `names` are those of the tables' sheets. */
export function contentsSheet(
  plans: readonly TablePlan[],
  names: readonly string[],
  found: Survey,
  { sourceTitle, sourceUrl, licence }: About,
): Sheet {
  const tables = plans.map((plan, table) => {
    const link = linkTo(names[table] as string, placeName(names[table] as string, 0, 0))
    const counts = [found.counts[table] as number, doubtedCells(found, table)].map(count => cell(count, 'amount'))
    return [link, textCell(plan.name), textCell(plan.rowIs), ...counts]
  })
  const ownLink = linkTo(saidName, placeName(saidName, 0, 0))
  const diagnostics = [ownLink, textCell('diagnostics'), textCell('1行が1つの診断'), cell(found.said.length, 'amount')]
  const told = [
    ['出典', sourceTitle],
    ['所在', sourceUrl],
    ['ライセンス', licence],
  ].flatMap(([name, value]) => (value === undefined ? [] : [[textCell(name as string), textCell(value)]]))
  const grounds = (['error', 'warning', 'info'] as const).map(severity => [
    cell(severityNames[severity], 'text', severity),
    textCell(`疑いのあるセル（${severityNames[severity]}）。理由はメモに、一覧は「${saidName}」にあります。`),
  ])
  return plainSheet(contentsName, [
    [cell('札幌市 評価関連文書', 'title')],
    ...told,
    [textCell('作成'), textCell(`sapporo-eval ${version}`)],
    [],
    head(['シート', '表', '内容', '行数', '疑いのあるセル']),
    ...tables,
    diagnostics,
    [],
    ...grounds,
  ])
}

const doubtedCells = ({ doubts }: Survey, table: number): number =>
  [...(doubts[table]?.values() ?? [])].reduce((sum, cells) => sum + cells.size, 0)

function plainSheet(name: string, rows: readonly (readonly ShownCell[])[]): Sheet {
  // A heading, and what explains a colour, may run over the columns beside it.
  const counted = rows.filter(row => row.length > 2)
  const widths = [0, 1, 2, 3, 4].map(column =>
    columnWidth(Math.max(12, ...counted.map(row => widthOf(String(row[column]?.value ?? ''))))),
  )
  return { name, widths, rowCount: rows.length, isTable: false, rows, notes: [] }
}

const meanings = explainedIn('ja').diagnostics

const saidTitles = [
  '該当箇所',
  '重大度',
  'コード',
  '意味',
  '内容',
  'ファイル',
  'ページ',
  '行',
  '文書番号',
  'レコード番号',
  '項目',
  '期待値',
  '実際の値',
  '項目の位置',
  '枠の位置（pt）',
  '前後の文字',
]

/** The sheet with all diagnostics, each with a link to the cell that it is about. `titleAt` is the head above a cell. */
export function saidSheet(said: readonly Said[], names: readonly string[], titleAt: (spot: Spot) => string): Sheet {
  const rows = said.map(each => saidRow(each, names, titleAt))
  const all = [head(saidTitles), ...rows]
  const widths = saidTitles.map((_, column) =>
    columnWidth(all.reduce((most, row) => Math.max(most, widthOf(String(row[column]?.value ?? ''))), 0)),
  )
  return { name: saidName, widths, rowCount: all.length, isTable: true, rows: all, notes: [] }
}

function saidRow(each: Said, names: readonly string[], titleAt: (spot: Spot) => string): ShownCell[] {
  const { diagnostic, spot, path, documentNo, recordNo } = each
  const { severity, code, message, place, pointer, expected, actual, context } = diagnostic
  const sheet = names[spot.table] as string
  return [
    linkTo(`${sheet} ${cellName(spot.row, spot.column)}`, placeName(sheet, spot.row, spot.column)),
    cell(severityNames[severity], 'text', severity),
    textCell(code),
    textCell(meanings[code].meaning),
    textCell(message),
    textCell(path),
    cell(place?.page ?? null),
    cell(place?.line ?? null),
    cell(documentNo),
    cell(recordNo),
    textCell(titleAt(spot)),
    textCell(shown(expected)),
    textCell(shown(actual)),
    textCell(pointer),
    textCell(place?.bbox?.map(edge => Math.round(edge)).join(', ') ?? null),
    textCell(context ?? null),
  ]
}

const shown = (value: unknown): string | null => (value == null ? null : JSON.stringify(value))
