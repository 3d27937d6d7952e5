import { linesOf, linesOfRange, type PageRange } from '../../../document/model.ts'
import { textOf } from '../../../document/printed.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { recognise } from '../recognise.ts'
import { labelIn, wholeBook } from '../words/book.ts'
import { isTitle, sectionOf } from '../words/headings.ts'
import { goesOnFrom } from './cut-rows.ts'

/** The words of the form's labels in the cells of some pages. */
export const labelsOn = ({ pages }: PageRange): string[] =>
  pages
    .flatMap(page => page.blocks.flatMap(block => (block.kind === 'table' ? block.cells : [])))
    .map(cell => compact([...linesOf(cell.blocks)].map(line => textOf(line.on)).join('')))
    .flatMap(word => labelIn(wholeBook.byWord, word)?.printed ?? [])

/** The labels of a head that no other form has together. */
const headLabels = ['年度', '会計コード', '事業コード', '事業名', '評価担当課']

/** The head of a sheet, of which a low page may hold little more: its heading above its first labels. */
export function begins(page: PageRange): boolean {
  const words = linesOfRange(page).map(line => compact(textOf(line.on)))
  // In a text a label is on a line of its own.
  const labels = new Set([...labelsOn(page), ...words])
  const isHeaded = words.some(word => isTitle(word) || sectionOf(word) === '◎基本情報')
  return isHeaded && headLabels.filter(label => labels.has(label)).length >= 2
}

/** The second page of a sheet has no head, but some of its marks, or labels of its lower parts, or the rest of a table. */
export function continues(page: PageRange): boolean {
  if (recognise(page).some(mark => mark.found !== undefined)) return true
  const [below] = page.pages
  const above = below && page.source.pages[page.source.pages.indexOf(below) - 1]
  return isLowerPart(labelsOn(page)) || (!!above && !!below && goesOnFrom(above, below))
}

/** Two labels that tables of other kinds do not have, or the heads of the assessments. */
const isLowerPart = (labels: readonly string[]): boolean =>
  ['項目', '判定', '理由'].every(head => labels.includes(head)) ||
  labels.filter(label => label.length >= 4 && !headLabels.includes(label)).length >= 2
