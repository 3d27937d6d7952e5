import type { Rect, Suspicion } from '../../document/model.ts'
import type { Char, EnginePage } from './engine/engine.ts'
import type { DraftLine } from './lines/lines.ts'
import type { Rubies } from './lines/ruby.ts'
import type { Run } from './lines/runs.ts'
import type { Cut } from './placing/cut.ts'
import type { Rulings } from './rulings/rulings.ts'
import type { RuledTable, TableCell } from './rulings/tables.ts'

export interface DraftTable {
  readonly kind: 'table'
  readonly table: RuledTable
  readonly cells: readonly DraftCell[]
}

export interface DraftCell {
  readonly cell: TableCell
  readonly blocks: readonly DraftBlock[]
}

export interface DraftBox {
  readonly kind: 'box'
  readonly rect: Rect
  readonly dashed: boolean
  readonly blocks: readonly DraftBlock[]
}

export type DraftBlock = DraftLine | DraftTable | DraftBox

/** Blocks that share a column of the page. */
export interface Region {
  readonly rect: Rect
  readonly blocks: readonly DraftBlock[]
}

/** What was made of a page, step by step; regions and their blocks are in reading order. */
export interface PageDraft {
  /** As one reads it: a page that was printed sideways is turned. */
  readonly page: EnginePage
  /** Where a place of it lies on the page as shown, and the size of that page. */
  readonly shown: (rect: Rect) => Rect
  readonly size: readonly [width: number, height: number]
  readonly rulings: Rulings
  readonly tables: readonly RuledTable[]
  readonly runs: readonly Run[]
  /** Words with kana over them, which are no part of any line. */
  readonly rubies: Rubies
  /** Lines that lie across the text and are no part of it. */
  readonly across: readonly DraftLine[]
  readonly cut: Cut
  /** Lines that are in the file and not seen on the page, what is cut off among them. */
  readonly unseen: readonly DraftLine[]
  readonly regions: readonly Region[]
  readonly suspects: ReadonlyMap<Char, Suspicion>
}

/** A printed line in the pieces that gaps part. */
export interface PartedLine {
  readonly line: DraftLine
  readonly parts: readonly DraftLine[]
}
