import type { Note } from '../../../diagnostics/codes.ts'
import type { In } from '../../kit/fields.ts'
import { absent, type Leaf } from '../../kit/leaves.ts'
import type { OptionSet } from '../options.ts'
import type { RecordShape } from '../record.ts'
import { costBreakdowns } from '../words/breakdowns.ts'
import { assessments } from './assessments.ts'
import { grades, type OptionGroup, optionGroups, singleChoice, targets } from './choices.ts'
import { costs } from './costs.ts'
import { headField } from './head-fields.ts'
import { indicators } from './indicators.ts'
import { type Sheet, strayTexts } from './sheet.ts'
import { measureOf, prose, saving, years } from './single-fields.ts'

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

type Body = In<RecordShape>

/**
 * The leaves of every field. The order matters: what is known by its form (choices, amounts, torn rows) is taken before running text
 * is; the numbers left over are the indicators'.
 */
export function bodyOf(sheet: Sheet): { body: Body; notes: Note[] } {
  const groups = optionGroups(sheet.tokens)
  const head = headFields(sheet)
  const known = knownByForm(sheet, groups)
  const read = readersOf(sheet, groups)
  const found = {
    ...head,
    ...outlineOf(known, read, targets(sheet, groups)),
    ...textsOf(read),
    costs: known.costs,
    costBreakdowns: known.costBreakdowns,
    assessments: known.assessments,
    ...reviewOf(known, read),
    other: [],
  }
  const rows = indicators(sheet)
  return { body: { ...found, indicators: rows.found }, notes: rows.notes }
}

type Known = ReturnType<typeof knownByForm>

/** What is known by its form, wherever the text put it; each takes its tokens from what is left by those above. */
const knownByForm = (sheet: Sheet, groups: readonly OptionGroup[]) => ({
  grades: grades(sheet, groups),
  costs: costs(sheet),
  savings: { previous: saving(sheet, 'previous'), nextYear: saving(sheet, 'nextYear') },
  years: years(sheet),
  assessments: assessments(sheet),
  costBreakdowns: costBreakdowns(sheet),
})

/** How the fields are read whose place alone tells what they are. */
interface Readers {
  readonly single: (set: OptionSet) => Leaf
  readonly text: (field: string) => Leaf
  readonly wide: (field: (typeof wideCells)[number]) => Leaf
}

function readersOf(sheet: Sheet, groups: readonly OptionGroup[]): Readers {
  const measure = measureOf(sheet, wideCells)
  const isOrderLost = strayTexts(sheet).length > 0
  return {
    single: set => singleChoice(sheet, groups, set),
    text: field => prose(sheet, field, { isOrderLost }),
    wide: field => prose(sheet, field, { isOrderLost, measure }),
  }
}

/** ◎基本情報: what the project is and for whom, most of it by choices. */
const outlineOf = ({ years }: Known, { single, text }: Readers, targets: Body['targets']) =>
  ({
    targets,
    nature: { expense: single('expense'), category: single('category') },
    term: single('term'),
    execution: single('execution'),
    beneficiaries: text('beneficiaries'),
    startFiscalYear: years.start,
    endFiscalYear: years.end,
  }) satisfies Partial<Body>

/** The cells of running text. */
const textsOf = ({ text, wide }: Readers) =>
  ({
    purpose: { shortTerm: wide('shortTerm'), longTerm: wide('longTerm'), text: wide('purposeText') },
    activities: wide('activities'),
    necessity: text('necessity'),
    ingenuity: wide('ingenuity'),
    results: wide('results'),
    otherCities: wide('otherCities'),
    legalBasis: wide('legalBasis'),
  }) satisfies Partial<Body>

/** ◎検証（振り返り） and what follows from it. */
const reviewOf = ({ grades, savings }: Known, { single, text }: Readers) =>
  ({
    citizenParticipation: { conducted: single('conducted'), reflected: single('reflected') },
    previous: { grade: grades.previous, improvements: text('improvements'), savingsThousandYen: savings.previous },
    improvementPoints: text('improvementPoints'),
    current: { grade: grades.current, reason: text('currentReason') },
    nextYear: {
      project: { direction: single('projectDirection'), text: text('projectText') },
      budget: { direction: single('budgetDirection'), text: text('budgetText') },
      savingsThousandYen: savings.nextYear,
    },
  }) satisfies Partial<Body>

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
    department: departmentOf(sheet),
    contact: { name: one('contactName'), phone: one('phone') },
    policy: one('policy'),
    measures: { main: measure('measureMain'), sub: measure('measureSub') },
  } satisfies Partial<Body>
}

/** 所属コード 40210 … with the name behind the code, or 所属 with the name alone. */
function departmentOf(sheet: Sheet): Body['department'] {
  const coded = headField(sheet, 'departmentCode')
  return { code: coded.value ?? absent, name: coded.name ?? headField(sheet, 'departmentName').value ?? absent }
}
