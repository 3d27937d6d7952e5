import { type Item, linesAt } from './items.ts'
import type { Block, Frame, Paper, Paragraph, Print, Side } from './model.ts'
import { placeTable } from './table.ts'
import { linesOf } from './wrap.ts'

/** Part of the page's width that blocks flow through, in points. */
export interface Area {
  readonly x: number
  readonly width: number
}

/** The pages so far, and where the next block goes. */
export interface Flow {
  readonly paper: Paper
  readonly pages: Item[][]
  page: number
  /** From the top of the page. */
  y: number
}

/** Pages with every text, line and ground in its place. */
export function pagesOf({ paper, blocks }: Print): Item[][] {
  const flow: Flow = { paper, pages: [[]], page: 0, y: paper.margin }
  place(flow, blocks, { x: paper.margin, width: paper.width - 2 * paper.margin })
  return flow.pages
}

export function place(flow: Flow, blocks: readonly Block[], area: Area): void {
  for (const block of blocks) placeOne(flow, block, area)
}

function placeOne(flow: Flow, block: Block, area: Area): void {
  if (block.kind === 'paragraph') placeParagraph(flow, block, area)
  else if (block.kind === 'table') placeTable(flow, block, area)
  else if (block.kind === 'side') placeSide(flow, block, area)
  else if (block.kind === 'frame') placeFrame(flow, block, area)
  else if (block.kind === 'gap') flow.y += block.height * flow.paper.size
  else turnPage(flow)
}

export const bottomOf = ({ paper }: Flow): number => paper.height - paper.margin

export function turnPage(flow: Flow): void {
  flow.page += 1
  flow.y = flow.paper.margin
  if (!flow.pages[flow.page]) flow.pages.push([])
}

export const draw = (flow: Flow, ...items: readonly Item[]): void => {
  flow.pages[flow.page]?.push(...items)
}

/** A heading takes room for a line below it along. */
function placeParagraph(flow: Flow, paragraph: Paragraph, { x, width }: Area): void {
  const { size, leading } = flow.paper
  const lines = linesOf(paragraph, width, size, leading)
  const isHeading = (paragraph.scale ?? 1) > 1 || paragraph.runs[0]?.bold === true
  const first = (lines[0]?.height ?? 0) * (isHeading ? 3 : 1)
  if (flow.y + first > bottomOf(flow)) turnPage(flow)
  for (const line of lines) {
    if (flow.y + line.height > bottomOf(flow)) turnPage(flow)
    if (paragraph.ground)
      draw(flow, { kind: 'fill', x, y: flow.y, width, height: line.height, colour: paragraph.ground })
    draw(flow, ...linesAt([line], x, flow.y))
    flow.y += line.height
  }
  if (paragraph.underlined) draw(flow, { kind: 'line', from: [x, flow.y], to: [x + width, flow.y] })
  flow.y += (paragraph.after ?? 0) * size
}

function placeSide(flow: Flow, { widths, columns }: Side, { x, width }: Area): void {
  const gutter = flow.paper.size * 1.6
  const unit = (width - gutter * (columns.length - 1)) / widths.reduce((total, part) => total + part, 0)
  const start = { page: flow.page, y: flow.y }
  let end = start
  let left = x
  columns.forEach((blocks, index) => {
    flow.page = start.page
    flow.y = start.y
    const own = unit * (widths[index] as number)
    place(flow, blocks, { x: left, width: own })
    if (flow.page > end.page || (flow.page === end.page && flow.y > end.y)) end = { page: flow.page, y: flow.y }
    left += own + gutter
  })
  flow.page = end.page
  flow.y = end.y
}

/** A frame is drawn on each page that its content reaches. */
function placeFrame(flow: Flow, { content, ground }: Frame, { x, width }: Area): void {
  const pad = flow.paper.size * 0.6
  if (flow.y + flow.paper.size * 5 > bottomOf(flow)) turnPage(flow)
  const start = { page: flow.page, y: flow.y, at: flow.pages[flow.page]?.length ?? 0 }
  flow.y += pad
  place(flow, content, { x: x + pad, width: width - 2 * pad })
  flow.y += pad
  for (let page = start.page; page <= flow.page; page += 1) {
    const top = page === start.page ? start.y : flow.paper.margin - pad
    const bottom = page === flow.page ? flow.y : bottomOf(flow) + pad
    const box = { x, y: top, width, height: bottom - top }
    const items: Item[] = ground ? [{ kind: 'fill', ...box, colour: ground }] : []
    flow.pages[page]?.splice(page === start.page ? start.at : 0, 0, ...items, { kind: 'box', ...box })
  }
}
