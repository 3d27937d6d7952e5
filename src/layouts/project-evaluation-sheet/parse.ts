import { note } from '../../diagnostics/codes.ts'
import { linesOfRange, type PageRange, pagesOf } from '../../document/model.ts'
import { startOf } from '../../document/printed.ts'
import { splitRange } from '../../document/ranges.ts'
import { wordOf } from '../../document/words.ts'
import type { In } from '../kit/fields.ts'
import type { Parsed } from '../kit/layout.ts'
import { printedOr } from '../kit/leaves.ts'
import { withoutPageNumbers } from '../kit/page-numbers.ts'
import { sheetBody } from './body/records.ts'
import { cellSource } from './cells/source.ts'
import { formWords, isFilledIn } from './page/blank-form.ts'
import { begins, labelsOn } from './page/extent.ts'
import type { HeaderShape, RecordShape } from './record.ts'
import { textSource } from './text/source.ts'
import { title } from './words/form.ts'
import { isTitle, sectionOf } from './words/headings.ts'
import { vocabulary } from './words/index.ts'

type SheetParsed = Parsed<In<HeaderShape>, In<RecordShape>>

/** Every evaluation sheet of some pages, each a document of its own: one begins at 事業評価調書 or ◎基本情報. */
export function parse(range: PageRange): SheetParsed[] {
  const parts = splitRange(range, sheetStarts(range)).map(withoutEmptyPages)
  return parts.map(part => withoutPageNumbers(part, vocabulary, parseSheet))
}

const isHeadOfForm = (word: string): boolean => sectionOf(word) === '◎基本情報'

/** Between the title and ◎基本情報 the year may be. */
const linesBelowTitle = 4

function sheetStarts(range: PageRange): number[] {
  const lines = linesOfRange(range)
  const words = lines.map(line => wordOf(line.on))
  const starts = lines.flatMap((line, index) => {
    if (!isHeadOfForm(words[index] ?? '')) return []
    const above = words.slice(Math.max(0, index - linesBelowTitle), index).findLastIndex(isTitle)
    const at = above < 0 ? index : Math.max(0, index - linesBelowTitle) + above
    return [startOf((lines[at] ?? line).on)]
  })
  const all = [...starts, ...unheadedStarts(range)].sort((a, b) => a - b)
  return all.length > 0 ? all : [0]
}

/** The titles above the labels of a head on pages that print no ◎基本情報, as a form may name it otherwise. */
function unheadedStarts({ source, pages }: PageRange): number[] {
  return pages.flatMap(page => {
    const lines = linesOfRange({ source, pages: [page] })
    const isHeaded = lines.some(line => isHeadOfForm(wordOf(line.on)))
    const own = lines.find(line => isTitle(wordOf(line.on)))
    return own && !isHeaded && begins({ source, pages: [page] }) ? [startOf(own.on)] : []
  })
}

/** A sheet that ends with a page is not on the next one, though the blank lines at its top come before the next sheet. */
function withoutEmptyPages({ source, pages }: PageRange): PageRange {
  const filled = pages.filter(page => page.blocks.length > 0)
  return { source, pages: filled.length > 0 ? filled : pages }
}

function parseSheet(range: PageRange): SheetParsed {
  const source = hasCells(range) ? cellSource(range) : textSource(range)
  const body = sheetBody(source)
  const { edition, other, furniture, notes } = source.rest()
  const header = { title: printedOr(source.title) }
  if (!isFilledIn({ ...body, other }))
    return blankForm(range, edition, header, [...furniture, ...formWords({ ...body })])
  return {
    edition,
    range,
    header,
    records: [{ pages: pagesOf(range.pages), body: { ...body, other } }],
    furniture,
    notes,
  }
}

const blankForm = (
  range: PageRange,
  edition: string | null,
  header: SheetParsed['header'],
  furniture: SheetParsed['furniture'],
): SheetParsed => ({
  edition,
  range,
  header,
  records: [],
  furniture,
  notes: [note('NO_RECORDS', { form: title }, { pointer: '/records' })],
})

/** Whether the form's labels are in cells of tables, as in a PDF. */
const hasCells = (range: PageRange): boolean => labelsOn(range).length >= fewestLabels

/** A form has some thirty labels; a table inside a text may hold a word or two that are the same. */
const fewestLabels = 8
