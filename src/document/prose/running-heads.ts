import { compact } from '../../normalise/whitespace.ts'
import { type Block, heightAsRead, type Page } from '../model.ts'
import { type Printed, textOf } from '../printed.ts'
import { folioAt } from './folio.ts'

/** The share of a page at its top and bottom where such lines are printed. */
const margin = 0.1
/** The least number of pages; and how far apart, in points, they may be on two of them. */
const leastPages = 3
const slack = 4

/**
 * Finds the running heads, lines that several pages print at one place of their margin: 札幌市ICT活用戦略 概要版. `isOwn` says which are the form's own, as
 * a repeated heading is; a page number is not one either.
 */
export function runningHeads(
  pages: readonly Page[],
  isOwn: (on: Printed) => boolean,
): (block: Block, page: Page) => boolean {
  const keyOf = (block: Block, page: Page): string | undefined => {
    const key = keyInMargin(block, page)
    return key !== undefined && block.kind === 'line' && isOwn(block.on) ? undefined : key
  }
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

function keyInMargin(block: Block, page: Page): string | undefined {
  const height = heightAsRead(page)
  if (block.kind !== 'line' || !block.bbox || height === undefined) return undefined
  const middle = (block.bbox[1] + block.bbox[3]) / 2
  if (Math.min(middle, height - middle) > height * margin) return undefined
  return folioAt(block.on) ? undefined : `${Math.round(middle / slack)} ${compact(textOf(block.on))}`
}
