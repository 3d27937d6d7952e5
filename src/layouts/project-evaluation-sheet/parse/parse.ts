import type { Note } from '../../../diagnostics/codes.ts'
import { linesOfRange, type PageRange, pagesOf, splitRange } from '../../../document/model.ts'
import { startOf, textOf } from '../../../document/printed.ts'
import type { In } from '../../fields.ts'
import type { Furniture, Parsed } from '../../layout.ts'
import { absent, type Leaf, printedOr } from '../../leaves.ts'
import { formCells } from '../cells/grid.ts'
import { parseCells } from '../cells/parse.ts'
import { title } from '../labels.ts'
import { begins } from '../pages.ts'
import type { HeaderShape, RecordShape } from '../record.ts'
import { compact } from '../vocabulary.ts'
import { assessments } from './assessments.ts'
import { costBreakdowns } from './breakdowns.ts'
import { grades, optionGroups, singleChoice, targets } from './choices.ts'
import { costs } from './costs.ts'
import { editionOf, missingLabels, wholeBook } from './edition.ts'
import { indicators } from './indicators.ts'
import { type Sheet, sheetOf, strayTexts } from './sheet.ts'
import { headField, measureOf, prose, saving, years } from './single-fields.ts'
import { isKind, tokensOf } from './tokens.ts'

type SheetParsed = Parsed<In<HeaderShape>, In<RecordShape>>

/** Every evaluation sheet of some pages, each a document of its own: one begins at 事業評価調書 or ◎基本情報. */
export function parseSheets(range: PageRange): SheetParsed[] {
  return splitRange(range, sheetStarts(range)).map(withoutEmptyPages).map(parseSheet)
}

/** Between the title and ◎基本情報 the year may stand. */
const linesBelowTitle = 4

function sheetStarts(range: PageRange): number[] {
  const lines = linesOfRange(range)
  const words = lines.map(line => compact(textOf(line.on)))
  const starts = lines.flatMap((line, index) => {
    if (words[index] !== '◎基本情報') return []
    const above = words.slice(Math.max(0, index - linesBelowTitle), index).lastIndexOf(title)
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
    const isHeaded = lines.some(line => compact(textOf(line.on)) === '◎基本情報')
    const own = lines.find(line => compact(textOf(line.on)) === title)
    return own && !isHeaded && begins({ source, pages: [page] }) ? [startOf(own.on)] : []
  })
}

/** A sheet that ends with a page does not stand on the next one, though the blank lines at its top come before the next sheet. */
function withoutEmptyPages({ source, pages }: PageRange): PageRange {
  const filled = pages.filter(page => page.blocks.length > 0)
  return { source, pages: filled.length > 0 ? filled : pages }
}

function parseSheet(range: PageRange): SheetParsed {
  return hasCells(range) ? parseCells(range) : parseText(range)
}

/** Whether the form's labels stand in cells of tables, as in a PDF. */
const hasCells = (range: PageRange): boolean =>
  formCells(range, wholeBook).filter(cell => cell.label !== undefined).length >= fewestLabels

/** A form has some thirty labels; a table inside a text may hold a word or two that are the same. */
const fewestLabels = 8

function parseText(range: PageRange): SheetParsed {
  const lines = linesOfRange(range)
  const edition = editionOf(lines)
  const sheet = sheetOf(tokensOf(edition.book, lines))
  const { body, notes } = recordOf(sheet)
  const titles = sheet.tokens.filter(isKind('title'))
  return {
    edition: edition.id,
    range,
    header: { title: printedOr(titles[0]?.on) },
    records: [{ pages: pagesOf(range.pages), body }],
    furniture: [...sheet.furniture, ...ownWords(sheet)],
    notes: [...edition.notes, ...missingLabels(edition, labelsIn(sheet)), ...notes],
  }
}

const labelsIn = (sheet: Sheet) => sheet.tokens.flatMap(token => (token.kind === 'label' ? [token.label] : []))

/** What nothing but the form says: labels, headings, units, and the title where it is printed again. */
function ownWords(sheet: Sheet): Furniture[] {
  return sheet.tokens.flatMap((token): Furniture[] => {
    if (token.kind === 'label' || token.kind === 'section' || token.kind === 'unit')
      return [{ on: token.on, as: 'label' }]
    return token.kind === 'title' ? [{ on: token.on, as: 'repeat' }] : []
  })
}

/** The cells of the upper half, which are equally wide: a line that ends early is known by the others. */
const wideCells = [
  'purposeText',
  'shortTerm',
  'longTerm',
  'activities',
  'results',
  'ingenuity',
  'otherCities',
  'legalBasis',
] as const

/** The order matters: what is known by its form (choices, amounts, torn rows) is taken before running text is; the numbers left over are the indicators'. */
function recordOf(sheet: Sheet): { body: In<RecordShape>; notes: Note[] } {
  const groups = optionGroups(sheet.tokens)
  const single = (set: Parameters<typeof singleChoice>[2]) => singleChoice(sheet, groups, set)
  const head = headFields(sheet)
  const judged = grades(sheet, groups)
  const costRows = costs(sheet)
  const savings = { previous: saving(sheet, 'previous'), nextYear: saving(sheet, 'nextYear') }
  const { start, end } = years(sheet)
  const assessed = assessments(sheet)
  const breakdowns = costBreakdowns(sheet)
  const measure = measureOf(sheet, wideCells)
  const isOrderLost = strayTexts(sheet).length > 0
  const text = (field: string) => prose(sheet, field, { isOrderLost })
  const wide = (field: (typeof wideCells)[number]) => prose(sheet, field, { isOrderLost, measure })
  const found = {
    ...head,
    targets: targets(sheet, groups),
    nature: { expense: single('expense'), category: single('category') },
    term: single('term'),
    execution: single('execution'),
    beneficiaries: text('beneficiaries'),
    startFiscalYear: start,
    endFiscalYear: end,
    purpose: { shortTerm: wide('shortTerm'), longTerm: wide('longTerm'), text: wide('purposeText') },
    activities: wide('activities'),
    necessity: text('necessity'),
    ingenuity: wide('ingenuity'),
    results: wide('results'),
    otherCities: wide('otherCities'),
    legalBasis: wide('legalBasis'),
    costs: costRows,
    costBreakdowns: breakdowns,
    assessments: assessed,
    citizenParticipation: { conducted: single('conducted'), reflected: single('reflected') },
    previous: {
      grade: judged.previous,
      improvements: text('improvements'),
      savingsThousandYen: savings.previous,
    },
    improvementPoints: text('improvementPoints'),
    current: { grade: judged.current, reason: text('currentReason') },
    nextYear: {
      project: { direction: single('projectDirection'), text: text('projectText') },
      budget: { direction: single('budgetDirection'), text: text('budgetText') },
      savingsThousandYen: savings.nextYear,
    },
    other: [],
  }
  const rows = indicators(sheet)
  return { body: { ...found, indicators: rows.found }, notes: rows.notes }
}

/** The head of the form; a text that lost its order gives none of it, rather than what happens to stand beside a label. */
function headFields(sheet: Sheet) {
  const one = (field: string): Leaf => headField(sheet, field).value ?? absent
  const coded = (field: string) => {
    const { code = absent, name = absent } = headField(sheet, field)
    return { code, name }
  }
  const measure = (field: string) => {
    const found = coded(field)
    return found.code.kind === 'absent' ? null : found
  }
  return {
    fiscalYear: one('fiscalYear'),
    account: coded('account'),
    projectCode: one('projectCode'),
    projectName: one('projectName'),
    department: { code: one('departmentCode'), name: one('departmentName') },
    contact: { name: one('contactName'), phone: one('phone') },
    policy: one('policy'),
    measures: { main: measure('measureMain'), sub: measure('measureSub') },
  }
}
