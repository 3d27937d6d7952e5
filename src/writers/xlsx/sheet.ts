import type { Cell } from '../../walks/tables/columns.ts'
import { type Ground, type Kind, styleOf } from './styles.ts'
import { cellName, declaration, escaped, lettersOf } from './xml.ts'

/** A cell of a sheet, and how it is shown. */
export interface ShownCell {
  readonly value: Cell
  readonly kind: Kind
  readonly ground?: Ground
  /** The place in the workbook that it leads to. */
  readonly link?: string | undefined
}

export interface Note {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A sheet: its rows come one by one, the heads of its columns first among them. */
export interface Sheet {
  readonly name: string
  /** In characters of half a kanji. */
  readonly widths: readonly number[]
  /** How many rows there are; the first is a head that stays in view and can be filtered by, where `isTable`. */
  readonly rowCount: number
  readonly isTable: boolean
  readonly rows: Iterable<readonly ShownCell[]>
  readonly notes: readonly Note[]
}

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The XML of a sheet, row by row. */
export function* sheetPieces({ widths, rowCount, isTable, rows, notes }: Sheet): Iterable<string> {
  const pane = isTable
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
    : ''
  yield `${declaration}<worksheet ${namespaces}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
  yield `<sheetFormatPr defaultRowHeight="18"/><cols>${widths.map(columnXml).join('')}</cols><sheetData>`
  const links: string[] = []
  let row = 0
  for (const cells of rows) {
    yield rowXml(row, cells)
    for (const [column, { link }] of cells.entries())
      if (link !== undefined) links.push(`<hyperlink ref="${cellName(row, column)}" location="${escaped(link)}"/>`)
    row += 1
  }
  yield '</sheetData>'
  if (isTable) yield `<autoFilter ref="A1:${lettersOf(widths.length - 1)}${Math.max(rowCount, 1)}"/>`
  if (links.length > 0) yield `<hyperlinks>${links.join('')}</hyperlinks>`
  yield `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>`
  if (notes.length > 0) yield '<legacyDrawing r:id="rId2"/>'
  yield '</worksheet>'
}

const columnXml = (width: number, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width + 2}" customWidth="1"/>`

const rowXml = (row: number, cells: readonly ShownCell[]): string =>
  `<row r="${row + 1}">${cells.map((cell, column) => cellXml(row, column, cell)).join('')}</row>`

function cellXml(row: number, column: number, { value, kind, ground = 'none' }: ShownCell): string {
  if (value === null && ground === 'none') return ''
  const head = `<c r="${cellName(row, column)}" s="${styleOf(kind, ground)}"`
  if (value === null) return `${head}/>`
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `${head} t="b"><v>${value ? 1 : 0}</v></c>`
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}
