import { type Block, linesOf, type PageRange } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { labelIn, wholeBook } from '../words/book.ts'
import { title } from '../words/form.ts'
import { isHeadingLine } from '../words/headings.ts'
import type { Label } from '../words/rows.ts'

/** Labels that tables of other kinds do not have; an annex may print 年度 and 事業費. */
const ownKinds: readonly Label['kind'][] = ['prose', 'choice', 'saving', 'indicator', 'name', 'year']

/** One may be the head of a column there: 対象者. */
const fewestOwn = 2

/**
 * The pages without the tables that are no part of the form: boxes for seals above it, and below it a table under a line that is no
 * heading of the form.
 */
export function withinForm(range: PageRange): PageRange {
  const blocks = range.pages.flatMap(page => page.blocks)
  const first = blocks.findIndex(block => isHeading(block) || labelsIn(block).length > 0)
  const last = blocks.findLastIndex(block => isHeading(block) || labelsIn(block).filter(isOwn).length >= fewestOwn)
  const isForeign = (block: Block, at: number): boolean =>
    block.kind === 'table' && (at < first || (at > last && isUnderOther(blocks, at)))
  const foreign = new Set(blocks.filter(isForeign))
  if (foreign.size === 0) return range
  const pages = range.pages.map(page => ({ ...page, blocks: page.blocks.filter(block => !foreign.has(block)) }))
  return { source: range.source, pages }
}

const wordIn = (block: Block): string => (block.kind === 'line' ? compact(textOf(block.on)) : '')

const isHeading = (block: Block): boolean => isHeadingLine(wordIn(block))

const labelsIn = (block: Block): Label[] =>
  block.kind === 'table'
    ? block.cells.flatMap(cell => {
        const word = compact(
          linesOf(cell.blocks)
            .map(line => textOf(line.on))
            .join(''),
        )
        return labelIn(wholeBook.inCells, word) ?? []
      })
    : []

const isOwn = ({ kind, printed }: Label): boolean =>
  ownKinds.includes(kind) || ['項目', '判定', '理由'].includes(printed)

/** Between a table and the one above it is a line that is no heading, unit or title of the form, and no page number. */
function isUnderOther(blocks: readonly Block[], at: number): boolean {
  const from = blocks.slice(0, at).findLastIndex(block => block.kind === 'table') + 1
  return blocks
    .slice(from, at)
    .some(block => block.kind === 'line' && !isHeading(block) && !ownLine.test(wordIn(block)))
}

const ownLine = new RegExp(`^(?:（単位|${title}$|[-－–―()（）/／\\d]+$)`, 'u')
