import type { Line, Page } from '../model.ts'
import { wholeAcrossBreaks } from './across-breaks.ts'
import { type Assigned, byColumn, isEmpty, namesOf, showsPlaces } from './columns.ts'
import { filled, type Grid, type GridRow, isOverAll, type LineView, type Part, partsOf } from './grid.ts'
import { type Band, bandAt, type Columns, type HeadWords } from './heads.ts'

/** A row of the form's tables by its columns; the record that it belongs to may have other rows. */
export interface Piece<N extends string> extends Assigned<N> {
  /** It is the first below the heads or the top of its table, where a continuation row would be. */
  readonly opens: boolean
}

/** What the tables of a form hold. */
export interface TableForm<N extends string> extends HeadWords<N> {
  /** How many columns the heads of a table must name at least for it to be the form's. */
  readonly least: number
  /** How the form reads a line: as printed by default. */
  readonly view?: LineView
  /** The columns of tables that print no heads; undefined where the cells do not show that the table is the form's. */
  readonly withoutHeads?: (grids: readonly Grid[]) => Columns<N> | undefined
  /** A row of a table that is not the form's: a title, a page number. A text across most columns is never the form's. */
  readonly isOutside?: (row: GridRow) => boolean
}

/** The rows of the form's tables, their heads, and the lines outside them. */
export interface TableRows<N extends string> {
  readonly pieces: readonly Piece<N>[]
  readonly bands: readonly Band<N>[]
  readonly outside: readonly Line[]
  /** Lines outside that are the first or last of their page. */
  readonly edges: ReadonlySet<Line>
}

/** What the tables of some pages hold, cells that a page break cut made whole; undefined where none has the form's columns. */
export function tableRowsOf<N extends string>(pages: readonly Page[], form: TableForm<N>): TableRows<N> | undefined {
  const parts = wholeAcrossBreaks(pages).map(page => partsOf(page.blocks, form.view))
  const grids = parts.flat().flatMap(part => ('grid' in part ? [part.grid] : []))
  const first = firstColumns(grids, form) ?? form.withoutHeads?.(grids)
  if (!first) return undefined
  const reading = new Reading(first, form)
  for (const page of parts) reading.readPage(page)
  return reading
}

/** The heads of the first table that prints them hold for the tables above it too. */
function firstColumns<N extends string>(grids: readonly Grid[], form: TableForm<N>): Columns<N> | undefined {
  for (const { rows } of grids)
    for (const index of rows.keys()) {
      const columns = bandAt(rows, index, form)?.columns
      if (columns && namesOf(columns).size >= form.least) return columns
    }
  return undefined
}

const linesIn = (part: Part): readonly Line[] =>
  'line' in part ? [part.line] : [...new Set(part.grid.rows.flatMap(row => row.cells))].flatMap(cell => cell.lines)

/** Page after page; the heads of a table hold until others are printed. */
class Reading<N extends string> implements TableRows<N> {
  readonly pieces: Piece<N>[] = []
  readonly bands: Band<N>[] = []
  readonly outside: Line[] = []
  readonly edges = new Set<Line>()
  #columns: Columns<N>
  readonly #form: TableForm<N>

  constructor(columns: Columns<N>, form: TableForm<N>) {
    this.#columns = columns
    this.#form = form
  }

  readPage(parts: readonly Part[]): void {
    const before = this.outside.length
    for (const part of parts)
      if ('grid' in part && this.#isOfForm(part.grid)) this.#readGrid(part.grid)
      else this.outside.push(...linesIn(part))
    const outside = new Set(this.outside.slice(before))
    const lines = parts.flatMap(linesIn)
    for (const line of [lines[0], lines.at(-1)]) if (line && outside.has(line)) this.edges.add(line)
  }

  #isOfForm({ rows, columns }: Grid): boolean {
    const isSure = columns === this.#columns.count || (columns >= this.#form.least && this.#hasPlaces(rows))
    return isSure || rows.some((_, index) => bandAt(rows, index, this.#form) !== undefined)
  }

  #hasPlaces = (rows: readonly GridRow[]): boolean => rows.some(row => showsPlaces(row, this.#columns))

  #readGrid({ rows }: Grid): void {
    let opens = true
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] as GridRow
      const band = bandAt(rows, index, this.#form)
      if (band) {
        this.#take(band)
        index += band.rows.length - 1
        opens = true
      } else if (this.#isOutside(row)) this.outside.push(...filled(row).flatMap(cell => cell.lines))
      else if (!isEmpty(row)) {
        this.pieces.push({ ...byColumn(row, this.#columns), opens })
        opens = false
      }
    }
  }

  #take(band: Band<N>): void {
    this.#columns = band.columns
    this.bands.push(band)
  }

  #isOutside = (row: GridRow): boolean => isOverAll(row) || this.#form.isOutside?.(row) === true
}
