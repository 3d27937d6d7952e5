import { type Block, heightAsRead, type Page } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { folioAt } from '../../../document/prose/folio.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { chapterAt } from '../headings/headings.ts'
import { measureAt } from '../headings/measure-heading.ts'
import { sectionAt } from '../headings/section-headings.ts'

/** The share of a page at its top and bottom where such lines stand. */
const margin = 0.1
/** On so many pages at least; in points: how far apart they may stand on two of them. */
const leastPages = 3
const slack = 4

/** The lines that most pages print at one place of their margin and that are none of the chapter's own: 札幌市ICT活用戦略 概要版. */
export function runningHeads(pages: readonly Page[]): (block: Block, page: Page) => boolean {
  const places = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(page.blocks.flatMap(block => keyOf(block, page) ?? [])))
      places.set(key, (places.get(key) ?? 0) + 1)
  const common = new Set([...places].filter(([, count]) => count >= leastPages).map(([key]) => key))
  if (common.size === 0) return () => false
  return (block, page) => {
    const key = keyOf(block, page)
    return key !== undefined && common.has(key)
  }
}

function keyOf(block: Block, page: Page): string | undefined {
  const height = heightAsRead(page)
  if (block.kind !== 'line' || !block.bbox || height === undefined) return undefined
  const middle = (block.bbox[1] + block.bbox[3]) / 2
  if (Math.min(middle, height - middle) > height * margin) return undefined
  const isOwn =
    folioAt(block.on) !== undefined || [chapterAt, measureAt, sectionAt].some(at => at(block.on) !== undefined)
  return isOwn ? undefined : `${Math.round(middle / slack)} ${compact(textOf(block.on))}`
}
