import { DASHES } from '../../normalise/tables/marks.ts'
import { heightAsRead, type Line, type Page, type PageRange, type Rect } from '../model.ts'
import { fold, type Printed, textOf } from '../printed.ts'
import { wordOf } from '../words.ts'
import { type Folio, folioAt } from './folio.ts'

/** Pages without their page numbers, and those numbers. */
export interface WithoutFolios {
  readonly range: PageRange
  readonly folios: readonly Printed[]
}

/** Which numbers are taken: only those that are surely the page's, or also those beside another number. */
export type Certainty = 'sure' | 'possible'

/**
 * Takes the page numbers out: each is alone on the first or last line of a page or text. A bare number stays where it may
 * be a value: beside another number or a word of the form, or where the pages are numbered differently.
 */
export function withoutFolios(
  range: PageRange,
  vocabulary: ReadonlySet<string>,
  certainty: Certainty = 'sure',
): WithoutFolios {
  const found = range.pages.flatMap((page, index) => candidatesOn(page, index))
  const isTaken = (each: Candidate): boolean =>
    isFolio(
      each,
      found,
      beside => isValueOf(each, beside, vocabulary) || (certainty === 'sure' && isNumber(each, beside)),
    )
  const taken = new Map(found.filter(isTaken).map(each => [each.line, each]))
  if (taken.size === 0) return { range, folios: [] }
  const pages = range.pages.map(page => withoutLines(page, taken))
  return { range: { source: range.source, pages }, folios: [...taken.keys()].map(line => line.on) }
}

interface Candidate {
  readonly line: Line
  readonly folio: Folio
  readonly at: 'head' | 'foot'
  /** The number of the page in its source, or its place in the range. */
  readonly page: number
  /** Its neighbour on the page: below a head, above a foot; undefined beside a table or nothing. */
  readonly beside: Line | undefined
  /** Whether a blank line, or more than the leading, separates it from its neighbour. */
  readonly isApart: boolean
}

const ends = ['head', 'foot'] as const

function candidatesOn(page: Page, index: number): Candidate[] {
  const found = page.size ? ends.flatMap(at => onPaper(page, at)) : ends.flatMap(at => inText(page, at))
  const own = found.filter(({ line }, at) => found.findIndex(each => each.line === line) === at)
  return own.map(each => ({ ...each, page: page.number ?? index }))
}

type Found = Omit<Candidate, 'page'>

/** In a text, what comes first or last on the page. */
function inText({ blocks }: Page, at: 'head' | 'foot'): Found[] {
  const [block, next] = at === 'head' ? blocks : [blocks.at(-1), blocks.at(-2)]
  const folio = block?.kind === 'line' ? folioAt(block.on) : undefined
  if (block?.kind !== 'line' || !folio) return []
  const beside = next?.kind === 'line' ? next : undefined
  const gap = at === 'head' ? (beside?.gap ?? 1) : block.gap
  return [{ line: block, folio, at, beside, isApart: gap > 0 || next?.kind !== 'line' }]
}

/** On paper, what is printed above or below everything else; the two pages of a sheet have a number each. */
function onPaper(page: Page, at: 'head' | 'foot'): Found[] {
  const placed = page.blocks.flatMap(block => (block.bbox ? [{ block, box: block.bbox }] : []))
  const height = heightAsRead(page)
  if (height === undefined || placed.length < page.blocks.length) return inText(page, at)
  const from = (box: Rect): number => (at === 'head' ? box[1] : height - box[3])
  const [outer, ...others] = placed.sort((a, b) => from(a.box) - from(b.box))
  if (!outer) return []
  const isBesideOuter = ({ box }: { box: Rect }) => Math.min(box[3], outer.box[3]) > Math.max(box[1], outer.box[1])
  const row = [outer, ...others.filter(isBesideOuter)]
  const rest = others.find(each => !row.includes(each))
  const room = rest ? gapBetween(outer.box, rest.box) : height
  const isApart = room > outer.box[3] - outer.box[1] || middleOf(outer.box, height) < margin
  const found = row.flatMap(({ block }): Found[] => {
    const folio = block.kind === 'line' ? folioAt(block.on) : undefined
    const beside = rest?.block.kind === 'line' ? rest.block : undefined
    return block.kind === 'line' && folio ? [{ line: block, folio, at, beside, isApart }] : []
  })
  return found.length === row.length && row.length <= 2 ? found : []
}

/** The share of a page at its top and bottom where running heads and page numbers are printed. */
const margin = 0.1

const middleOf = (box: Rect, height: number): number => {
  const share = (box[1] + box[3]) / 2 / height
  return Math.min(share, 1 - share)
}

const gapBetween = (a: Rect, b: Rect): number => Math.max(a[1], b[1]) - Math.min(a[3], b[3])

function isFolio(each: Candidate, all: readonly Candidate[], parts: (beside: Line) => boolean): boolean {
  if (each.folio.isDressed) return true
  const others = all.filter(other => other.at === each.at && other.page !== each.page)
  // A number that heads a page may number the text below it, which counts up as pages do.
  if (each.at === 'head' && !each.isApart) return false
  if (others.some(other => countsOn(each, other))) return true
  const isNumbered = others.some(other => others.some(third => third.page !== other.page && countsOn(other, third)))
  return !isNumbered && !(each.beside && parts(each.beside))
}

/** Whether two numbers count the pages between them, each as one page or, as a sheet, as two. */
function countsOn(one: Candidate, other: Candidate): boolean {
  const pages = other.page - one.page
  const numbers = other.folio.value - one.folio.value
  return numbers === pages || numbers === pages * 2
}

/** Whether a label is printed above the number. */
const isValueOf = ({ at }: Candidate, beside: Line, vocabulary: ReadonlySet<string>): boolean =>
  at === 'foot' && vocabulary.has(wordOf(beside.on))

/** Whether 12 may be one of a column of values, or the last of a row that is cut. */
function isNumber({ line, isApart }: Candidate, beside: Line): boolean {
  if (!/^\d+$/u.test(wordOf(line.on))) return false
  const text = textOf(fold(beside.on)).trim()
  return oneValue.test(text) || (!isApart && values.test(text))
}

const oneValue = new RegExp(String.raw`^(?:[▲△+${DASHES}]?\d[\d,.]*[^\d\s]{0,3}|[${DASHES}])$`, 'u')
const values = new RegExp(String.raw`^[▲△+\d\s,.${DASHES}]+$`, 'u')

/** A line that follows a page number at the head of its page takes over the number's gap to the line before. */
function withoutLines(page: Page, taken: ReadonlyMap<Line, Candidate>): Page {
  const blocks = page.blocks.filter(block => block.kind !== 'line' || !taken.has(block))
  const [first] = blocks
  const [head] = page.blocks
  if (head?.kind !== 'line' || first?.kind !== 'line' || taken.get(head)?.at !== 'head') return { ...page, blocks }
  return { ...page, blocks: [{ ...first, gap: head.gap }, ...blocks.slice(1)] }
}
