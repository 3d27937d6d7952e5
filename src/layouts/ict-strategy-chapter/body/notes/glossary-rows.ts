import { type Cell, linesOf, type Table } from '../../../../document/model.ts'
import { concat, type Printed, put, textOf } from '../../../../document/printed.ts'
import { joinLines, proseOf, proseText } from '../../../../document/prose/prose.ts'
import { wrapWidth } from '../../../../document/prose/wrapping.ts'
import { cellRows } from '../../../../document/table/cell-rows.ts'
import { compact } from '../../../../normalise/whitespace.ts'
import type { Book } from '../../page/book.ts'
import { startingWith } from '../../page/headings/compact.ts'
import { glossaryHeads } from '../../words/index.ts'
import type { Explanation } from './explanation.ts'

/** Which column holds what, by the words of a row. */
function headsOf(cells: readonly Cell[]): (number | undefined)[] {
  return glossaryHeads.map(words => cells.find(cell => headIn(cell, words) !== undefined)?.column)
}

function headIn(cell: Cell, words: readonly string[]): Printed | undefined {
  const on = joinLines([...linesOf(cell.blocks)].map(line => line.on))
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const found = startingWith(on, compact(word))
    if (found && (found.rest === undefined || textOf(found.rest).length > 4)) return found.word
  }
  return undefined
}

/** A table is one of explanations by its heads; below the chapter's heading also without them, as on a page that goes on. */
export function isGlossary(table: Table, expected: boolean): boolean {
  return isHeadRow(headsOf(cellRows(table)[0] ?? [])) || (expected && table.columns >= 3)
}

/** Adds the explanations of a table, a row each; rows that go on with the one above complete it. */
export function addRows(table: Table, found: Explanation[], book: Book): void {
  const rows = cellRows(table)
  const heads = headsOf(rows[0] ?? [])
  const [noAt, termAt, definitionAt] = isHeadRow(heads) ? fillIn(heads, table.columns) : [0, 1, 2]
  const measure = measureOfColumn(table, definitionAt)
  for (const cells of rows) {
    if (isHeadRow(headsOf(cells))) {
      for (const cell of cells) book.label(headWord(cell))
      continue
    }
    const linesAt = (column: number) => linesIn(cells, column)
    const wordsAt = (column: number) => joinLines(linesAt(column).map(line => line.on))
    const definition = proseText(proseOf(linesAt(definitionAt), { measure }))
    addRow({ no: wordsAt(noAt), term: wordsAt(termAt), definition, marks: [] }, found)
  }
}

/** The row of the column heads, which a page that goes on prints again. */
const isHeadRow = (heads: readonly (number | undefined)[]): boolean =>
  heads.filter(column => column !== undefined).length >= 2

const headWord = (cell: Cell): Printed | undefined =>
  glossaryHeads.map(words => headIn(cell, words)).find(word => word !== undefined)

/** The column whose head is missing or damaged is the one left over. */
function fillIn(heads: readonly (number | undefined)[], columns: number): [number, number, number] {
  const free = Array.from({ length: columns }, (_, column) => column).filter(column => !heads.includes(column))
  return heads.map(column => column ?? free.shift() ?? -1) as [number, number, number]
}

/** A row with neither number nor term goes on with the definition above, as where a page break cut it. */
function addRow(row: Explanation, found: Explanation[]): void {
  const last = found.at(-1)
  const isEmpty = [row.no, row.term, row.definition].every(on => textOf(on) === '')
  if (isEmpty) return
  const goesOn = last && textOf(row.no) === '' && textOf(row.term) === ''
  if (goesOn) last.definition = concat(last.definition, put(''), row.definition)
  else found.push(row)
}

const linesIn = (cells: readonly Cell[], column: number) =>
  cells.filter(cell => cell.column === column).flatMap(cell => [...linesOf(cell.blocks)])

const measureOfColumn = (table: Table, column: number): number =>
  wrapWidth(table.cells.filter(cell => cell.column === column).flatMap(cell => [...linesOf(cell.blocks)]))
