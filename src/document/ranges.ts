import { type Block, linesOf, type Page, type PageRange } from './model.ts'
import { type Span, startOf } from './printed.ts'
import { firstWhere } from './search.ts'

/** The printed characters of some pages: the source's content within their spans. */
export function contentOf({ source, pages }: PageRange): Span[] {
  return pages.flatMap(({ span }) =>
    partsWithin(source.content, span).map(part => [Math.max(part[0], span[0]), Math.min(part[1], span[1])] as const),
  )
}

/** The parts that overlap a span; they are in order and do not overlap each other. */
export function partsWithin(parts: readonly Span[], [from, to]: Span): readonly Span[] {
  const first = firstWhere(parts, part => part[1] > from)
  return parts.slice(
    first,
    Math.max(
      first,
      firstWhere(parts, part => part[0] >= to),
    ),
  )
}

/** The parts of a range that begin at the given source characters, in order; what comes before the first goes with it. */
export function splitRange(range: PageRange, starts: readonly number[]): PageRange[] {
  return starts.map((start, index) => {
    const from = index === 0 ? Number.NEGATIVE_INFINITY : start
    const to = starts[index + 1] ?? Number.POSITIVE_INFINITY
    return { source: range.source, pages: range.pages.flatMap(page => cutPage(page, from, to)) }
  })
}

function cutPage(page: Page, from: number, to: number): Page[] {
  const span = [Math.max(page.span[0], from), Math.min(page.span[1], to)] as const
  if (span[0] >= span[1]) return []
  const blocks = page.blocks.filter(block => {
    const start = startOfBlock(block)
    return start >= span[0] && start < span[1]
  })
  return [{ ...page, span, blocks }]
}

/** The first source character of a block. */
function startOfBlock(block: Block): number {
  if (block.kind === 'line') return startOf(block.on)
  for (const line of linesOf([block])) return startOf(line.on)
  return Number.POSITIVE_INFINITY
}
