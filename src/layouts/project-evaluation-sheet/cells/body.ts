import type { In } from '../../kit/fields.ts'
import { absent, type Leaf, printed } from '../../kit/leaves.ts'
import type { OptionSet } from '../options.ts'
import type { RecordShape } from '../record.ts'
import { assessments } from './assessments.ts'
import { codedLeaf, codeLeaf } from './codes.ts'
import { costBreakdowns, costs } from './costs.ts'
import { indicators } from './indicators.ts'
import { cellWords, choiceLeaf, type Form, leafOf, proseLeaf, savingLeaf } from './read.ts'

type Body = Omit<In<RecordShape>, 'other'>

/** The leaves of every field, each from the cells beside its label. */
export function bodyOf(form: Form): Body {
  return {
    ...headOf(form),
    ...outlineOf(form),
    ...textsOf(form),
    costs: costs(form),
    costBreakdowns: costBreakdowns(form),
    indicators: indicators(form),
    assessments: assessments(form),
    ...reviewOf(form),
  }
}

/** The head of the form: year, codes and names, whom to ask. */
function headOf(form: Form) {
  const one = (field: string) => leafOf(form, field)
  const coded = (field: string) => codedLeaf(form, field)
  return {
    fiscalYear: one('fiscalYear'),
    account: coded('account') ?? { code: absent, name: absent },
    projectCode: codeLeaf(form, 'projectCode'),
    projectName: one('projectName'),
    department: departmentOf(form),
    contact: { name: one('contactName'), phone: one('phone') },
    policy: one('policy'),
    measures: { main: coded('measureMain') ?? coded('施策名'), sub: coded('measureSub') },
  } satisfies Partial<Body>
}

/** ◎基本情報: what the project is and for whom, most of it by choices. */
function outlineOf(form: Form) {
  return {
    targets: targetsOf(form),
    nature: {
      expense: choiceLeaf(form, '事業の性質', 'expense'),
      category: choiceLeaf(form, '事業の性質', 'category'),
    },
    term: choiceLeaf(form, '実施期間', 'term'),
    execution: choiceLeaf(form, '実施形態', 'execution'),
    beneficiaries: proseLeaf(form, 'beneficiaries'),
    startFiscalYear: leafOf(form, 'start'),
    endFiscalYear: leafOf(form, 'end'),
  } satisfies Partial<Body>
}

/** The cells of running text. */
function textsOf(form: Form) {
  const text = (field: string) => proseLeaf(form, field)
  return {
    purpose: { shortTerm: text('shortTerm'), longTerm: text('longTerm'), text: text('purposeText') },
    activities: text('activities'),
    necessity: text('necessity'),
    ingenuity: text('ingenuity'),
    results: text('results'),
    otherCities: text('otherCities'),
    legalBasis: text('legalBasis'),
  } satisfies Partial<Body>
}

/** ◎検証（振り返り） and what follows from it. */
function reviewOf(form: Form) {
  const text = (field: string) => proseLeaf(form, field)
  const direction = (field: string, set: OptionSet) => ({ direction: choiceLeaf(form, field, set), text: text(field) })
  return {
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
      project: direction('projectText', 'projectDirection'),
      budget: direction('budgetText', 'budgetDirection'),
      savingsThousandYen: savingLeaf(form, 'nextYear'),
    },
  } satisfies Partial<Body>
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
