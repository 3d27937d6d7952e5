import type { Cell, Table } from '../../../document/model.ts'
import type { Span } from '../../../document/printed.ts'
import { type CellText, cellBlocks, hide, type Setting } from '../flow.ts'
import { limit } from '../limits.ts'
import type { Reach } from '../sheet.ts'
import { pipeRows } from './pipes.ts'
import { tabRows } from './tsv.ts'

/** A table of cells separated by characters, and the first row of the source below it; no table where all rows were rules. */
export interface ReadTable {
  readonly table: Table | undefined
  readonly next: number
}

/** The table that begins at `row`, if one does. */
export const tableAt = (setting: Setting, reach: Reach, row: number): ReadTable | undefined =>
  pipeTable(setting, reach, row) ?? tabTable(setting, reach, row)

function pipeTable(setting: Setting, reach: Reach, row: number): ReadTable | undefined {
  const gathered = new Cells(setting)
  let next = row
  for (const { cells, bars } of pipeRows(reach, row)) {
    hide(setting, bars)
    if (cells.length > 0) gathered.addRow(cells)
    next += 1
  }
  return next === row ? undefined : { table: gathered.table(), next }
}

function tabTable(setting: Setting, reach: Reach, row: number): ReadTable | undefined {
  const gathered = new Cells(setting)
  let next = row
  for (const { cells, last } of tabRows(reach, row)) {
    const rule = ruleOf(setting.sheet.text, cells)
    if (rule) hide(setting, rule)
    else gathered.addRow(cells)
    next = last + 1
  }
  return next === row ? undefined : { table: gathered.table(), next }
}

const dashes = /^\s*(?::?-{2,}:?|:-:?|-:)\s*$/

/** The characters of a row that only draws a line (`--⇥--`); one dash is a cell that was left empty. */
function ruleOf(text: string, cells: readonly CellText[]): Span[] | undefined {
  const filled = cells.filter(({ span }) => text.slice(...span).trim() !== '')
  const isRule = cells.length > 1 && filled.every(({ span }) => dashes.test(text.slice(...span)))
  return isRule && filled.length > 0 ? filled.map(({ span }) => span) : undefined
}

class Cells {
  readonly #setting: Setting
  readonly #cells: Cell[] = []
  #rows = 0
  #columns = 0

  constructor(setting: Setting) {
    this.#setting = setting
  }

  addRow(cells: readonly CellText[]): void {
    limit(this.#cells.length + cells.length, 'table cells')
    cells.forEach((cell, column) => {
      const blocks = cellBlocks(this.#setting, cell)
      this.#cells.push({ row: this.#rows, column, rowSpan: 1, columnSpan: 1, blocks })
    })
    this.#rows += 1
    this.#columns = Math.max(this.#columns, cells.length)
  }

  table(): Table | undefined {
    if (this.#rows === 0) return undefined
    return { kind: 'table', rows: this.#rows, columns: this.#columns, cells: this.#cells }
  }
}
