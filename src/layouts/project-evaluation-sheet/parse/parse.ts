import type { Note } from '../../../diagnostics/codes.ts'
import { linesOfRange, type PageRange, pagesOf, splitRange } from '../../../document/model.ts'
import { startOf, textOf } from '../../../document/printed.ts'
import type { In } from '../../fields.ts'
import type { Furniture, Parsed } from '../../layout.ts'
import { absent, type Leaf, printedOr } from '../../leaves.ts'
import { title } from '../labels.ts'
import type { HeaderShape, RecordShape } from '../record.ts'
import { compact } from '../vocabulary.ts'
import { assessments } from './assessments.ts'
import { costBreakdowns } from './breakdowns.ts'
import { grades, optionGroups, singleChoice, targets } from './choices.ts'
import { costs } from './costs.ts'
import { indicators } from './indicators.ts'
import type { Sheet } from './sheet.ts'
import { headField, measureOf, prose, saving, years } from './single-fields.ts'
import { isKind, tokensOf } from './tokens.ts'

type SheetParsed = Parsed<In<HeaderShape>, In<RecordShape>>

/** Every evaluation sheet of some pages, each a document of its own: one begins at 事業評価調書 or ◎基本情報. */
export function parseSheets(range: PageRange): SheetParsed[] {
  return splitRange(range, sheetStarts(range)).map(parseSheet)
}

function sheetStarts(range: PageRange): number[] {
  const lines = linesOfRange(range)
  const starts = lines.flatMap((line, index) => {
    if (compact(textOf(line.on)) !== '◎基本情報') return []
    const above = lines[index - 1]
    const isTitled = above !== undefined && compact(textOf(above.on)) === title
    return [startOf((isTitled ? above : line).on)]
  })
  return starts.length > 0 ? starts : [0]
}

function parseSheet(range: PageRange): SheetParsed {
  const sheet: Sheet = { tokens: tokensOf(linesOfRange(range)), used: new Set(), furniture: [] }
  const { body, notes } = recordOf(sheet)
  const titles = sheet.tokens.filter(isKind('title'))
  return {
    edition: '2023',
    range,
    header: { title: printedOr(titles[0]?.on) },
    records: [{ pages: pagesOf(range.pages), body }],
    furniture: [...sheet.furniture, ...ownWords(sheet)],
    notes,
  }
}

/** What nothing but the form says: labels, headings, units, and the title where it is printed again. */
function ownWords(sheet: Sheet): Furniture[] {
  return sheet.tokens.flatMap((token): Furniture[] => {
    if (token.kind === 'label' || token.kind === 'section' || token.kind === 'unit')
      return [{ on: token.on, as: 'label' }]
    return token.kind === 'title' ? [{ on: token.on, as: 'repeat' }] : []
  })
}

/** The cells of the upper half, which are equally wide: a line that ends early is known by the others. */
const wideCells = ['shortTerm', 'longTerm', 'activities', 'results', 'ingenuity', 'otherCities', 'legalBasis'] as const

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
  const wide = (field: (typeof wideCells)[number]) => prose(sheet, field, measure)
  const found = {
    ...head,
    targets: targets(sheet, groups),
    nature: { expense: single('expense'), category: single('category') },
    term: single('term'),
    execution: single('execution'),
    beneficiaries: prose(sheet, 'beneficiaries'),
    startFiscalYear: start,
    endFiscalYear: end,
    purpose: { shortTerm: wide('shortTerm'), longTerm: wide('longTerm'), text: absent },
    activities: wide('activities'),
    necessity: prose(sheet, 'necessity'),
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
      improvements: prose(sheet, 'improvements'),
      savingsThousandYen: savings.previous,
    },
    improvementPoints: prose(sheet, 'improvementPoints'),
    current: { grade: judged.current, reason: prose(sheet, 'currentReason') },
    nextYear: {
      project: { direction: single('projectDirection'), text: prose(sheet, 'projectText') },
      budget: { direction: single('budgetDirection'), text: prose(sheet, 'budgetText') },
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
