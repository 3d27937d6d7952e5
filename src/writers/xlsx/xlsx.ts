import type { Doc } from '../../envelope.ts'
import { headerOf, titleOf } from '../../walks/tables/columns.ts'
import type { TableData, TablePlan } from '../../walks/tables/table-rows.ts'
import { tablesFor } from '../csv/select.ts'
import type { FormatWriter, Output } from '../format.ts'
import type { Headers } from '../writer.ts'
import { tableCell } from './cells.ts'
import type { Doubts, Spot } from './doubts.ts'
import { contentsName, contentsSheet, saidName, saidSheet } from './own-sheets.ts'
import type { Note, Sheet, ShownCell } from './sheet.ts'
import { type Survey, survey } from './survey.ts'
import { columnWidth, widthOf } from './widths.ts'
import { workbookPieces } from './workbook.ts'

const fileName = 'tables.xlsx'

export const xlsxWriter: FormatWriter = {
  pieces: output => workbookPieces(sheetsOf(output)),
  names: () => [fileName],
  fill: (folder, output) => folder.add(fileName, '全部の表', workbookPieces(sheetsOf(output))),
  document: null,
}

/** The sheets of a workbook: what it holds, a sheet a table, and what is doubted. The diagnostics have a sheet made for readers. */
function sheetsOf({ extracted, layouts, tables, about }: Output): Sheet[] {
  const { headers = 'ja' } = tables
  const plans = tablesFor(extracted.layouts, layouts).filter(plan => plan.name !== 'diagnostics')
  const names = sheetNames(plans, headers)
  const found = survey(extracted.documents, plans, headers)
  const titleAt = ({ table, column }: Spot) => {
    const head = plans[table]?.columns[column]
    return head ? headerOf(head, headers) : ''
  }
  return [
    contentsSheet(plans, names, found, about),
    ...plans.map((plan, table) => tableSheet(plan, table, names[table] as string, found, extracted.documents, headers)),
    saidSheet(found.said, names, titleAt),
  ]
}

/** A sheet has at most 31 characters in its name, and none that another sheet has. */
function sheetNames(plans: readonly TablePlan[], headers: Headers): string[] {
  const taken = new Set([contentsName, saidName])
  return plans.map(plan => {
    const title = titleOf(plan, headers)
      .replace(/[[\]:*?/\\]/gu, '')
      .slice(0, 31)
    const own = taken.has(title) ? `${title}（${plan.name}）`.slice(0, 31) : title
    taken.add(own)
    return own
  })
}

function tableSheet(
  plan: TablePlan,
  table: number,
  name: string,
  { counts, widths, doubts }: Survey,
  documents: Iterable<Doc>,
  headers: Headers,
): Sheet {
  const own = doubts[table] as Doubts
  return {
    name,
    widths: (widths[table] as readonly number[]).map(columnWidth),
    rowCount: (counts[table] as number) + 1,
    isTable: true,
    rows: rowsOf(plan, own, documents, headers),
    notes: notesOf(own),
  }
}

function* rowsOf(
  { columns, rows }: TablePlan,
  doubts: Doubts,
  documents: Iterable<Doc>,
  headers: Headers,
): Iterable<ShownCell[]> {
  yield columns.map(column => ({ value: headerOf(column, headers), kind: 'head' }))
  let documentNo = 0
  let at = 0
  for (const doc of documents)
    for (const row of rows(doc, ++documentNo)) {
      const own = doubts.get(++at)
      yield columns.map((column, index) => tableCell(column, row[index] ?? null, headers, own?.get(index)))
    }
}

const notesOf = (doubts: Doubts): Note[] =>
  [...doubts].flatMap(([row, cells]) => [...cells].map(([column, { text }]) => ({ row, column, text })))

/** Tables that are made of no documents as the sheets of a workbook, without notes. */
export function tablesWorkbook(tables: readonly TableData[], headers: Headers): Iterable<Uint8Array> {
  const sheets = tables.map(({ name, ja, columns, rows }): Sheet => {
    const shown = [
      columns.map(column => ({ value: headerOf(column, headers), kind: 'head' }) as const),
      ...rows.map(row => columns.map((column, index) => tableCell(column, row[index] ?? null, headers, undefined))),
    ]
    const widths = columns.map((_, index) =>
      columnWidth(shown.reduce((most, row) => Math.max(most, widthOf(String(row[index]?.value ?? ''))), 0)),
    )
    return { name: headers === 'ja' ? ja : name, widths, rowCount: shown.length, isTable: true, rows: shown, notes: [] }
  })
  return workbookPieces(sheets)
}
