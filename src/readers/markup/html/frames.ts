import type { Block } from '../../../document/model.ts'
import { Grid } from './grid.ts'

/** Boxes and tables are nested to this depth; what is nested deeper is read as lines of the innermost. */
const deepest = 24

/** What is open while lines are set: the page or cell itself, a box, a table, a cell of one. */
interface Frame {
  readonly kind: 'root' | 'box' | 'cell' | 'table'
  /** The index of the tag that ends it, or -1 where it ends with what holds it. */
  readonly end: number
  readonly blocks: Block[]
  readonly grid?: Grid
  readonly place?: ReturnType<Grid['next']>
}

/** The boxes, tables and cells that are open, outermost first; what a frame holds is handed on where it ends. */
export class Frames {
  readonly #frames: Frame[] = [{ kind: 'root', end: -1, blocks: [] }]
  /** Takes a table or box that has ended. */
  readonly #add: (block: Block) => void

  constructor(add: (block: Block) => void) {
    this.#add = add
  }

  /** Whether nothing but the page or cell itself is open. */
  get isEmpty(): boolean {
    return this.#frames.length === 1
  }

  /** The blocks of the innermost frame that holds any: a table holds cells only. */
  get blocks(): Block[] {
    return (this.#frames.findLast(frame => frame.kind !== 'table') as Frame).blocks
  }

  get isInCell(): boolean {
    return this.#frames.some(frame => frame.kind === 'cell')
  }

  /** Whether the tag with the index `end` ends one of them. */
  ends(end: number): boolean {
    return this.#frames.some(frame => frame.end === end)
  }

  /** Opens a box, or nothing where it would be nested too deep. */
  openBox(end: number): void {
    if (this.#frames.length < deepest) this.#frames.push({ kind: 'box', end, blocks: [] })
  }

  /** Opens a table; false, and none is opened, where it would be nested too deep. */
  openTable(end: number): boolean {
    const fits = this.#frames.length < deepest
    if (fits) this.#frames.push({ kind: 'table', end, blocks: [], grid: new Grid() })
    return fits
  }

  /** Opens a cell of the innermost table; false where no table is open. */
  openCell(end: number, rowSpan: number, columnSpan: number): boolean {
    const grid = this.endCell()
    if (grid) this.#frames.push({ kind: 'cell', end, blocks: [], place: grid.next(rowSpan, columnSpan) })
    return grid !== undefined
  }

  /** Ends what is open inside the innermost table and gives its grid, or undefined where no table is open. */
  endCell(): Grid | undefined {
    const table = this.#frames.findLastIndex(frame => frame.kind === 'table')
    while (table > 0 && this.#frames.length > table + 1) this.#pop()
    return this.#frames[table]?.grid
  }

  /** Ends the frame that the tag with the index `end` ends, and what is open inside it. */
  endThrough(end: number): void {
    while (this.#pop().end !== end);
  }

  /** Ends everything and gives the blocks. */
  endAll(): Block[] {
    while (!this.isEmpty) this.#pop()
    return this.blocks
  }

  #pop(): Frame {
    const { kind, blocks, grid, place } = this.#frames.at(-1) as Frame
    const ended = this.#frames.pop() as Frame
    const table = grid?.table()
    if (table) this.#add(table)
    if (kind === 'box' && blocks.length > 0) this.#add({ kind, blocks })
    if (place) this.#frames.at(-1)?.grid?.put(place, blocks)
    return ended
  }
}
