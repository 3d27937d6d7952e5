import type { Block, Page, SourceDocument } from '../../document/model.ts'
import type { Span } from '../../document/printed.ts'
import type { Row } from '../../document/rows.ts'
import { placesIn } from '../text.ts'
import { Blocks } from './blocks.ts'
import { type Setting, setRow } from './flow.ts'
import { withMergedCells } from './merged.ts'
import { countTabs } from './separated/separators.ts'
import { tableAt } from './separated/tables.ts'
import { type Reach, type Sheet, sheetOf } from './sheet.ts'

/**
 * A text as blocks on pages, whatever its converter wrote: plain lines, tab-separated or Markdown tables, HTML, mixed as they come.
 * A line that has none of these is read as plain text is.
 */
export function readMarkup(text: string): SourceDocument {
  const sheet = sheetOf(text)
  const setting: Setting = { sheet, marks: [] }
  const paged = text.includes('\f')
  const pages = withMergedCells(setting, pagesOf(setting, paged))
  return {
    mediaType: 'text/plain',
    text,
    pages,
    pageCount: paged ? pages.length : null,
    content: contentOf(sheet, setting.marks),
    places: placesIn(sheet.rows, paged),
  }
}

function pagesOf(setting: Setting, paged: boolean): Page[] {
  const { rows } = setting.sheet
  const tabs = countTabs(setting.sheet)
  const pages: Page[] = []
  for (let first = 0, end = 0; first < rows.length; first = end) {
    const { page, from } = rows[first] as Row
    while (rows[end]?.page === page) end += 1
    const span: Span = [from, (rows[end - 1] as Row).to]
    pages.push({
      number: paged ? page : null,
      span,
      blocks: blocksOf(setting, first, { sheet: setting.sheet, tabs, end }, span),
    })
  }
  return pages
}

function blocksOf(setting: Setting, first: number, reach: Reach, span: Span): Block[] {
  const { sheet, end } = reach
  const blocks = new Blocks(false)
  for (let row = first; row < end; ) {
    const found = tableAt(setting, reach, row)
    if (found?.table) blocks.add(found.table)
    if (!found) setRow(setting, blocks, row, span)
    row = found?.next ?? row + 1
  }
  return blocks.finish(sheet.rows[end - 1]?.number ?? 0)
}

/** The characters of the rows that are not markup. */
function contentOf({ rows, tokens }: Sheet, marks: readonly Span[]): Span[] {
  const markup = [
    ...tokens.filter(token => token.kind !== 'entity').map(({ from, to }) => [from, to] as const),
    ...marks,
  ]
  markup.sort((a, b) => a[0] - b[0])
  const content: Span[] = []
  let next = 0
  for (const { from, to } of rows) {
    let at = from
    while ((markup[next]?.[1] ?? Infinity) <= from) next += 1
    for (let hidden = markup[next]; hidden && hidden[0] < to; hidden = markup[next]) {
      if (hidden[0] > at) content.push([at, hidden[0]])
      at = Math.max(at, hidden[1])
      if (hidden[1] > to) break
      next += 1
    }
    if (at < to) content.push([at, to])
  }
  return content
}
