import type { Line } from '../../../document/model.ts'
import type { Printed } from '../../../document/printed.ts'
import { folioBetween } from '../../../document/prose/folio.ts'
import { folio } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { type Filled, linesIn, type Row, wholeText } from '../cells/rows.ts'
import { type HeadRow, headRow } from './heads.ts'
import { InitiativeReading, shortRow } from './initiative-reading.ts'
import { bareNumber, initiativeNumber, isEnumerated, numberIn } from './numbers.ts'
import { type CellsOfItem, cellsUnder, isUnderItem, placed, withSectionAbove } from './places.ts'
import { SectionReading } from './section-reading.ts'
import { directionsLabel, isSection, isTitle, type SectionCell, sectionBelow, sectionCell } from './sections.ts'
import { splitRow } from './split.ts'

/** Reads the rows in turn: what a row is depends on what is in it and on what came before. */
export class Reading {
  readonly sections: SectionReading
  readonly initiatives: InitiativeReading
  readonly heads: HeadRow[] = []
  /** Lines above the table. */
  readonly above: Line[] = []
  readonly #pageNumbers: Furniture[] = []
  readonly #rows: readonly Row[]
  readonly #first: HeadRow | undefined
  /** Whether initiatives are numbered in brackets; then a bare number is a section's. */
  readonly #isBracketed: boolean
  #isAfterBreak = false

  constructor(rows: readonly Row[]) {
    this.sections = new SectionReading()
    this.initiatives = new InitiativeReading()
    this.#first = rows.map(headRow).find(found => found !== undefined)
    this.#rows = rows.flatMap(row => (headRow(row) ? [row] : this.#parted(row)))
    this.#isBracketed = this.#rows.some(({ filled: [cell] }) => cell && initiativeNumber(wholeText(cell.blocks)))
    this.#rows.forEach((row, index) => {
      this.#read(row, index)
    })
  }

  get furniture(): Furniture[] {
    return [...this.#pageNumbers, ...this.sections.furniture, ...this.initiatives.furniture]
  }

  #parted(row: Row): Row[] {
    return withSectionAbove(row, this.#first, isNamedSection).flatMap(each =>
      splitRow(cellsUnder(each, this.#first), this.#first),
    )
  }

  /** A section that is above the first table is none of the paragraphs above it. */
  #readSectionAbove(): void {
    const below = sectionBelow(this.above)
    if (!below) return
    this.above.splice(below.at)
    this.sections.read(below.found, undefined)
  }

  #read(row: Row, index: number): void {
    const heads = headRow(row)
    this.#isAfterBreak = this.#isAfterBreak || row.isFirst || heads !== undefined
    if (heads) {
      if (this.heads.length === 0) this.#readSectionAbove()
      this.heads.push(heads)
      return
    }
    const pending = this.sections.takePending()
    const [cell, ...others] = merged(row)
    if (cell && others.length === 0) this.#readAlone(row, index, cell, pending)
    else this.#readCells(row, index)
    if (row.columns > 0) this.#isAfterBreak = false
  }

  /** A row of one cell: a section or a part of one, or a row whose other cells are empty. */
  #readAlone(row: Row, index: number, cell: Filled, pending: Printed | undefined): void {
    const on = wholeText(cell.blocks)
    const found = sectionCell(cell.blocks, this.sections.next)
    if (this.heads.length === 0 && row.columns < 3) this.above.push(...linesIn(cell.blocks))
    else if (row.columns === 0 && folioBetween(on)) this.#pageNumbers.push(folio(on))
    else if (this.#isSection(row, cell, found)) this.#readSection(row, found, pending)
    else if (this.#mayBeOfSection(row, cell, found)) this.sections.goOn(found, cell.blocks)
    else if (row.columns > 0) this.#readCells(row, index, cell)
    else if (isTitle(on)) this.sections.hold(on)
  }

  /** A heading in another column heads a box of an initiative that a page break cut. */
  #isSection(row: Row, cell: Filled, found: SectionCell): boolean {
    const isOwn = isSection(found) ? !this.sections.isPart(found) : isEnumeratedTitle(found)
    return isOwn && isUnderItem(cell, row, this.#heads)
  }

  /** A section's cell; merged cells may be printed in every column. */
  #readSection(row: Row, found: SectionCell, pending: Printed | undefined): void {
    this.sections.read(found, pending)
    for (const copy of row.filled.slice(1)) this.sections.repeat(sectionCell(copy.blocks, this.sections.next - 1))
  }

  /** Below a section's title and directions, in the first column or across all of them, are more of them. */
  #mayBeOfSection(row: Row, cell: Filled, found: SectionCell): boolean {
    if (!this.sections.isFresh || !isUnderItem(cell, row, this.#heads) || initiativeNumber(wholeText(cell.blocks)))
      return false
    return row.columns > 0 || (found.title === undefined && found.body.length > 0)
  }

  get #heads(): HeadRow | undefined {
    return this.heads.at(-1) ?? this.#first
  }

  #readCells(row: Row, index: number, alone?: Filled): void {
    const cells = this.#heads && placed(row, this.#heads)
    if (!cells) return
    if (this.#isSpread(row, cells)) this.#readSpread(row)
    else if (!cells.item) this.#goOn(row, cells)
    else this.#readItem(row, index, cells, cells.item, alone !== undefined)
  }

  /** A section's title with its directions, or with nothing, beside it; a bare number with two full cells is an initiative's. */
  #isSpread(row: Row, { item, progress, outlook }: CellsOfItem): boolean {
    const on = item && wholeText(item.blocks)
    if (row.filled.length < 2 || (on && initiativeNumber(on))) return false
    if (row.filled.some(cell => directionsLabel.test(cell.text))) return true
    const isFull = progress !== undefined && outlook !== undefined
    return (
      !isFull && on !== undefined && this.#isBracketed && isTitle(on) && numberIn(bareNumber(on)) === this.sections.next
    )
  }

  /** A section whose title and directions are in cells beside each other. */
  #readSpread(row: Row): void {
    const isLabelled = row.filled.some(cell => directionsLabel.test(cell.text))
    const cells = isLabelled ? row.filled : row.filled.slice(0, 1)
    const blocks = cells.flatMap(cell => cell.blocks)
    this.sections.read(sectionCell(blocks, this.sections.next), undefined)
  }

  #readItem(row: Row, index: number, cells: CellsOfItem, item: Filled, isAlone: boolean): void {
    const on = wholeText(item.blocks)
    const number = initiativeNumber(on) ?? (isAlone ? undefined : bareNumber(on))
    const notes = shortRow(row, this.#heads?.columns ?? 0)
    if (number) this.#begin(row, cells, { number, title: number.rest, notes })
    else if (isAlone) this.#readLoose(row, cells, on)
    else if (this.initiatives.mayGoOn(cells, on, this.sections.current, this.#numberBelow(index)))
      this.#goOn(row, cells)
    else this.#begin(row, cells, { number, title: on, notes })
  }

  /** Only the first cell is filled, without a number: the rest of a title that a page break cut, or not known. */
  #readLoose(row: Row, cells: CellsOfItem, on: Printed): void {
    const isRest = this.#isAfterBreak && this.sections.current?.isOver && cells.item?.span === 1 && isTitle(on)
    if (isRest) this.#goOn(row, cells)
    else this.sections.hold(on)
  }

  #begin(row: Row, cells: CellsOfItem, start: Parameters<InitiativeReading['begin']>[3]): void {
    this.sections.end()
    this.initiatives.begin(row, cells, this.sections.current, start)
  }

  #goOn(row: Row, cells: CellsOfItem): void {
    this.sections.end()
    this.initiatives.goOn(row, cells, this.sections.current)
  }

  /** The number of the next initiative of the same section. */
  #numberBelow(index: number): number | undefined {
    for (const row of this.#rows.slice(index + 1)) {
      const [cell, ...others] = merged(row)
      if (!cell || headRow(row)) continue
      const number = initiativeNumber(wholeText(cell.blocks))
      if (number && isUnderItem(cell, row, this.#heads)) return numberIn(number)
      if (others.length === 0 && isSection(sectionCell(cell.blocks, 0))) return undefined
    }
    return undefined
  }
}

/** The cells of a row; a merged cell that is printed in every column is one. */
function merged(row: Row): readonly Filled[] {
  const [first, ...others] = row.filled
  const isOne = first !== undefined && others.length > 0 && others.every(cell => cell.text === first.text)
  return isOne ? [first] : row.filled
}

const isEnumeratedTitle = ({ title }: SectionCell): boolean =>
  title !== undefined && isTitle(title) && isEnumerated(title)

/** A number and a title, or a title above the label of its directions: a number alone is an initiative's. */
function isNamedSection(cell: Filled): boolean {
  const found = sectionCell(cell.blocks, 0)
  return isSection(found) && found.title !== undefined && isTitle(found.title)
}
