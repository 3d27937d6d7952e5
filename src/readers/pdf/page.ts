import type { Rect } from '../../document/model.ts'
import { bandedTablesOf } from './banded/banded.ts'
import { jointedTablesOf } from './banded/jointed.ts'
import type { DraftBlock, DraftTable, PageDraft, Region } from './draft.ts'
import type { EnginePage } from './engine/engine.ts'
import { areaOf, encloses, intersect, unite } from './geometry.ts'
import { type DraftLine, linesOf, partedAtGaps } from './lines/lines.ts'
import { printedOnce } from './lines/printed-once.ts'
import { withoutRuby } from './lines/ruby.ts'
import { charRuns, type Run } from './lines/runs.ts'
import { asShown, type Upright, uprightOf } from './lines/upright.ts'
import { atUsualSize } from './lines/usual-size.ts'
import { withAlignedTables } from './order/aligned.ts'
import { regionsOf } from './order/columns.ts'
import { partedAtSharedEdges } from './order/shared-edges.ts'
import { sideTabs } from './order/side-tabs.ts'
import { PlaceIndex } from './place-index.ts'
import { partedAcross } from './placing/across.ts'
import { cutOn } from './placing/cut.ts'
import { placedRuns } from './placing/placement.ts'
import { type Holder, partedBy, type Slot, slotAt, slotsOf } from './placing/places.ts'
import { stampedOn } from './placing/stamps.ts'
import { seenOn, suspectsOf } from './placing/suspects.ts'
import { inkedOf } from './placing/unseen.ts'
import { refined } from './refined/refined.ts'
import { filledTablesOf } from './rulings/filled.ts'
import { type PageRulings, type Rulings, rulingsOf } from './rulings/rulings.ts'
import { type RuledTable, tablesOf } from './rulings/tables.ts'

/**
 * A page with its lines, tables and frames in reading order. `everyTable`: also beside ruled tables those that show by fills or by
 * alignment alone.
 */
export function draftOf(given: EnginePage, everyTable = false): PageDraft {
  const { page: whole, shown } = asRead(given)
  const { page, unseen } = inkedOf(whole)
  const cut = cutOn(page)
  const rulings = rulingsOf(page)
  const ruled = tablesOf(rulings)
  const hasTable = ruled.some(table => table.cells.length > 1)
  const tables = hasTable && !everyTable ? withJointed(ruled, rulings, page) : withUnruled(ruled, rulings, page)
  const root = slotsOf([0, 0, page.width, page.height], tables)
  const written = charRuns(printedOnce(seenOn(page)), partedBy(root))
  const { lines, rubies } = withoutRuby(written, (kana, word) => slotAt(root, kana) !== slotAt(root, word))
  const { text, across } = partedAcross(lines)
  const { runs, doubts } = placedRuns(root, text, stampedOn(page, text))
  const regions = pageRegions(root, page.width, hasTable && !everyTable ? undefined : edgesOf(rulings))
  return {
    page,
    shown,
    size: [given.width, given.height],
    rulings,
    tables,
    runs,
    rubies,
    across: linesOf(across),
    cut,
    unseen: linesOf(charRuns(printedOnce([...unseen, ...cut.lost]), () => false)),
    regions: everyTable ? regions.map(refinedRegion) : regions,
    suspects: new Map([...doubts, ...suspectsOf(page, rulings.struck, cut)]),
  }
}

const refinedRegion = (region: Region): Region => ({ ...region, blocks: region.blocks.map(refined) })

/** With tables whose lines across alone are drawn, where they are larger than those with lines down: boxes for seals above a form. */
function withJointed(ruled: readonly RuledTable[], rulings: PageRulings, page: EnginePage): readonly RuledTable[] {
  const sizeOf = (tables: readonly RuledTable[]) => tables.reduce((sum, { rect }) => sum + areaOf(rect), 0)
  const jointed = apartFrom(ruled, jointedTablesOf(rulings, seenOn(page)))
  return sizeOf(jointed) > sizeOf(ruled) ? [...jointed, ...ruled] : ruled
}

/** With tables that their fills show, or lines between their rows alone. */
function withUnruled(ruled: readonly RuledTable[], rulings: PageRulings, page: EnginePage): RuledTable[] {
  const banded = bandedTablesOf(rulings, seenOn(page))
  const isWhole = (table: RuledTable) => table.rows > 1 || !banded.some(other => isSameWithHead(other, table))
  const jointed = [...apartFrom(ruled, jointedTablesOf(rulings, seenOn(page))).filter(isWhole), ...ruled]
  const filled = [...apartFrom(jointed, filledTablesOf(rulings, page.chars)), ...jointed]
  return [...apartFrom(filled, banded), ...filled]
}

/** A table of the same columns that has the row of heads over another one too. */
const isSameWithHead = (a: RuledTable, b: RuledTable): boolean =>
  a.rows > b.rows && a.columns >= b.columns && encloses(a.rect, b.rect, 1)

function apartFrom(ruled: readonly RuledTable[], filled: readonly RuledTable[]): RuledTable[] {
  if (filled.length === 0) return []
  const tables = new PlaceIndex(
    ruled.filter(table => table.cells.length > 1),
    table => table.rect,
  )
  return filled.filter(({ rect }) => !tables.some(rect, table => areaOf(intersect(table.rect, rect)) > 0))
}

/** Print of an ordinary size, from left to right. */
function asRead(given: EnginePage): Upright {
  const sized = atUsualSize(given)
  const upright = uprightOf(sized.page)
  const askew = given.shown
  if (sized.shown === asShown && !askew) return upright
  const straight = (rect: Rect) => sized.shown(upright.shown(rect))
  return { page: upright.page, shown: askew ? rect => askew(straight(rect)) : straight }
}

/** Outside tables a wider gap, in ems, shows that two things are at one height: a page number and a code. */
const partingGap = 3

/** The heights at which something is drawn that may part rows. */
const edgesOf = ({ horizontal, fills }: Rulings): number[] =>
  [...horizontal.map(ruling => ruling.at), ...fills.flatMap(({ rect }) => [rect[1], rect[3]])].sort((a, b) => a - b)

/** `edges` where the page may have tables that show by alignment only. Tabs at the side of the page come last. */
function pageRegions(root: Slot, width: number, edges: readonly number[] | undefined): Region[] {
  const { tabs, text } = sideTabs(root.runs, width)
  return [...textRegions({ ...root, runs: text }, edges), ...tabs.map(tab => ({ rect: tab.bbox, blocks: [tab] }))]
}

function textRegions(root: Pick<Slot, 'holders'> & { runs: readonly Run[] }, edges?: readonly number[]): Region[] {
  const items = [
    ...root.runs.map(run => ({ rect: run.bbox, isBlock: false, run, holder: undefined })),
    ...root.holders.map(holder => ({ rect: holder.table.rect, isBlock: true, run: undefined, holder })),
  ]
  const regions = regionsOf(items).map(region => ({ region, parted: partedLines(region, edges) }))
  const starts = regions.flatMap(({ parted }) => parted.map(block => cornerOf(block).left)).sort((a, b) => a - b)
  return regions.map(({ region, parted }) => {
    const lines = parted.flatMap((block): (DraftLine | DraftTable)[] =>
      block.kind === 'line' ? partedAtSharedEdges(block, starts) : [block],
    )
    const blocks = inOrder(
      lines,
      region.flatMap(item => item.holder ?? []),
    )
    return { rect: unite(region.map(item => item.rect)), blocks }
  })
}

/** The lines of a region, and the tables that show by alignment alone. */
function partedLines(region: readonly { run: Run | undefined }[], edges: readonly number[] | undefined) {
  const lines = linesOf(region.flatMap(item => item.run ?? []))
  const aligned = edges ? withAlignedTables(lines, edges) : lines
  return aligned.flatMap((block): (DraftLine | DraftTable)[] =>
    block.kind === 'line' ? partedAtGaps([block], partingGap) : [block],
  )
}

const cellBlocks = ({ runs, holders }: Slot): DraftBlock[] =>
  runs.length + holders.length === 0 ? [] : inOrder(linesOf(runs), holders)

/** In points: what differs by less is at the same height. */
const sameHeight = 3

/** Lines and tables from top to bottom; a table goes by its first row. */
function inOrder(lines: readonly (DraftLine | DraftTable)[], holders: readonly Holder[]): DraftBlock[] {
  if (holders.length === 0 && lines.length < 2) return [...lines]
  const blocks = [
    ...lines.map(block => ({ ...cornerOf(block), block: block as DraftBlock })),
    ...holders.map(holder => ({ top: topOf(holder.table), left: holder.table.rect[0], block: blockOf(holder) })),
  ]
  return blocks
    .sort((a, b) => (Math.abs(a.top - b.top) < sameHeight ? a.left - b.left : a.top - b.top))
    .map(({ block }) => block)
}

function cornerOf(block: DraftLine | DraftTable): { top: number; left: number } {
  if (block.kind === 'table') return { top: topOf(block.table), left: block.table.rect[0] }
  return { top: (block.bbox[1] + block.bbox[3]) / 2, left: block.bbox[0] }
}

/** In points: of a row that is higher the first line counts. */
const highestRow = 20

/** The middle of the first row, so that what is beside a frame is ordered from left to right. */
const topOf = (table: RuledTable): number => {
  const first = table.cells[0]
  return first ? (first.rect[1] + Math.min(first.rect[3], first.rect[1] + highestRow)) / 2 : table.rect[1]
}

function blockOf({ table, slots }: Holder): DraftBlock {
  const [only, second] = slots
  if (only && !second) return { kind: 'box', rect: table.rect, dashed: table.dashed, blocks: cellBlocks(only) }
  const cells = slots.flatMap(slot => (slot.cell ? [{ cell: slot.cell, blocks: cellBlocks(slot) }] : []))
  return { kind: 'table', table, cells }
}
