import { type Note, note } from '../../../diagnostics/codes.ts'
import { linesOf, linesOfRange, type PageRange, pagesOf } from '../../../document/model.ts'
import { type Printed, textOf } from '../../../document/printed.ts'
import type { In } from '../../fields.ts'
import type { Furniture, Parsed } from '../../layout.ts'
import { absent, blank, type Leaf, printed, printedOr } from '../../leaves.ts'
import { sections, title } from '../labels.ts'
import { editionOf } from '../parse/edition.ts'
import type { HeaderShape, RecordShape } from '../record.ts'
import { compact } from '../vocabulary.ts'
import { assessments } from './assessments.ts'
import { costBreakdowns, costs } from './costs.ts'
import { joinCutRows } from './cut-rows.ts'
import { formCells, isFilled } from './grid.ts'
import { indicators } from './indicators.ts'
import { editionNotes, wordsOf } from './missing.ts'
import {
  cellProse,
  cellWords,
  choiceLeaf,
  codedLeaf,
  type Form,
  leafOf,
  optionsOf,
  proseLeaf,
  savingLeaf,
} from './read.ts'
import { type Slot, slotsOf } from './slots.ts'
import { withoutFalseLabels } from './values.ts'

/** A sheet whose cells are known, from a PDF or a table of a converter: every value stands beside or below its label. */
export function parseCells(whole: PageRange): Parsed<In<HeaderShape>, In<RecordShape>> {
  const range = joinCutRows(whole)
  const edition = editionOf(range.pages.flatMap(page => [...linesOf(page.blocks)]))
  const all = withoutFalseLabels(formCells(range, edition.book))
  const { slots, unknown } = slotsOf(all)
  const cells = all.filter(isFilled)
  const form: Form = { cells, slots, used: new Set(), furniture: [] }
  const record = recordOf(form)
  const strangers = unknown.filter(slot => !form.used.has(slot.head) && slot.values.every(cell => !form.used.has(cell)))
  const outside = outsideLines(range)
  return {
    edition: strangers.length > 0 ? null : edition.id,
    range: whole,
    header: { title: printedOr(titleOf(range)) },
    records: [{ pages: pagesOf(range.pages), body: { ...record, other: strangers.map(slot => otherOf(form, slot)) } }],
    furniture: [...form.furniture, ...ownWords(form, outside)],
    notes: [...editionNotes(edition, slots, strangers), ...strangers.map(unknownLabel)],
  }
}

/** The title, which may stand in a frame. */
const titleOf = (range: PageRange): Printed | undefined =>
  linesOfRange(range).find(line => compact(textOf(line.on)) === title)?.on

/** The lines between the tables: the title, the headings, (単位：千円). */
const outsideLines = (range: PageRange): Printed[] =>
  range.pages.flatMap(page => page.blocks.flatMap(block => (block.kind === 'line' ? [block.on] : [])))

const otherOf = (form: Form, { head, values }: Slot): { label: Leaf; value: Leaf } => ({
  label: printed(cellWords(head)),
  value: values[0] ? printed(cellProse(form, values[0])) : blank(),
})

const unknownLabel = ({ head }: Slot, index: number): Note => {
  const label = wordsOf(head)
  return note('LABEL_UNKNOWN', { label }, { pointer: `/records/0/other/${index}`, on: head.on, actual: label })
}

const sectionWords = new Set(sections.map(compact))

/** Labels, headings, units; brackets around options; the number of a page; the title where it is printed again. */
function ownWords(form: Form, outside: readonly Printed[]): Furniture[] {
  const labels = form.cells.filter(cell => cell.label).map(cell => ({ on: cell.on, as: 'label' as const }))
  const brackets = form.cells
    .filter(cell => optionsOf(cell))
    .flatMap(cell => cell.lines.flatMap(line => bracketsOf(line.on)))
    .map(on => ({ on, as: 'mark' as const }))
  const lines = outside.map((on): Furniture => {
    const word = compact(textOf(on))
    if (word === title) return { on, as: 'repeat' }
    return { on, as: /^[-－–]?\d+[-－–]?$/u.test(word) && !sectionWords.has(word) ? 'page' : 'label' }
  })
  return [...labels, ...brackets, ...lines]
}

/** ● 経常経費 [ ○ 内部管理 ● 内部管理以外 ] */
const bracketsOf = (on: Printed): Printed[] =>
  on.pieces.flatMap(piece =>
    [...piece.text.matchAll(/[[\]［］]/gu)].flatMap(found =>
      piece.at
        ? [{ pieces: [{ text: found[0], at: [piece.at[0] + found.index, piece.at[0] + found.index + 1] as const }] }]
        : [],
    ),
  )

function recordOf(form: Form): Omit<In<RecordShape>, 'other'> {
  const one = (field: string) => leafOf(form, field)
  const text = (field: string) => proseLeaf(form, field)
  const coded = (field: string) => codedLeaf(form, field) ?? { code: absent, name: absent }
  return {
    fiscalYear: one('fiscalYear'),
    account: coded('account'),
    projectCode: one('projectCode'),
    projectName: one('projectName'),
    department: departmentOf(form),
    contact: { name: one('contactName'), phone: one('phone') },
    policy: one('policy'),
    measures: { main: codedLeaf(form, 'measureMain') ?? codedLeaf(form, '施策名'), sub: codedLeaf(form, 'measureSub') },
    targets: targetsOf(form),
    nature: {
      expense: choiceLeaf(form, '事業の性質', 'expense'),
      category: choiceLeaf(form, '事業の性質', 'category'),
    },
    term: choiceLeaf(form, '実施期間', 'term'),
    execution: choiceLeaf(form, '実施形態', 'execution'),
    beneficiaries: text('beneficiaries'),
    startFiscalYear: one('start'),
    endFiscalYear: one('end'),
    purpose: { shortTerm: text('shortTerm'), longTerm: text('longTerm'), text: text('purposeText') },
    activities: text('activities'),
    necessity: text('necessity'),
    ingenuity: text('ingenuity'),
    results: text('results'),
    otherCities: text('otherCities'),
    legalBasis: text('legalBasis'),
    costs: costs(form),
    costBreakdowns: costBreakdowns(form),
    indicators: indicators(form),
    assessments: assessments(form),
    citizenParticipation: {
      conducted: choiceLeaf(form, '市民参加の実施', 'conducted'),
      reflected: choiceLeaf(form, '市民参加結果への対応', 'reflected'),
    },
    previous: {
      grade: choiceLeaf(form, '前回の評価', 'grade'),
      improvements: text('improvements'),
      savingsThousandYen: savingLeaf(form, 'previous'),
    },
    improvementPoints: text('improvementPoints'),
    current: { grade: choiceLeaf(form, '今回の評価', 'grade'), reason: text('currentReason') },
    nextYear: {
      project: { direction: choiceLeaf(form, 'projectText', 'projectDirection'), text: text('projectText') },
      budget: { direction: choiceLeaf(form, 'budgetText', 'budgetDirection'), text: text('budgetText') },
      savingsThousandYen: savingLeaf(form, 'nextYear'),
    },
  }
}

/** 所属コード｜32710｜経済観光局 …, or 所属｜総）広報部 … where the form has no code. */
function departmentOf(form: Form): { code: Leaf; name: Leaf } {
  const coded = codedLeaf(form, 'departmentCode')
  return coded ?? { code: absent, name: leafOf(form, 'departmentName') }
}

const targetLabels = ['アクションプラン掲載', '行政評価委員会の評価'] as const

function targetsOf(form: Form): { label: Leaf; value: Leaf }[] {
  return targetLabels.flatMap(word => {
    const slot = form.slots.find(each => each.field === word)
    return slot ? [{ label: printed(cellWords(slot.head)), value: choiceLeaf(form, word, 'target') }] : []
  })
}
