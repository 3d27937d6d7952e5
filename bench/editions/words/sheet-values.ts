import { chance, type Random, shuffled, times } from '../choices.ts'
import { someBureaus } from './city.ts'
import { figure, policyName, projectName, prose, sentence, service } from './prose.ts'

export interface Column {
  readonly year: number
  readonly isPlan: boolean
}

export interface Costs extends Column {
  readonly amounts: readonly [project: number, special: number, staff: number, personnel: number, total: number]
}

export interface Indicator {
  readonly kind: 'activity' | 'outcome'
  readonly no: number
  readonly name: string
  readonly values: readonly (Column & { readonly text: string; readonly value: number | null })[]
}

export interface Assessment {
  readonly item: string
  readonly question: string
  readonly grade: string
  readonly reason: string
}

/** What an evaluation sheet says, however it is arranged. */
export interface Values {
  /** Of the era. */
  readonly year: number
  readonly account: { readonly code: string; readonly name: string }
  readonly projectCode: string
  readonly projectName: string
  readonly department: { readonly code: string; readonly name: string }
  readonly contact: { readonly name: string; readonly phone: string }
  readonly policy: string
  readonly main: { readonly code: string; readonly name: string }
  readonly sub: { readonly code: string; readonly name: string } | null
  readonly isInPlan: boolean
  readonly isReviewed: boolean
  readonly expense: string
  readonly category: string
  readonly execution: string
  readonly texts: { readonly [label: string]: string }
  readonly start: number
  readonly costs: readonly Costs[]
  readonly indicators: readonly Indicator[]
  readonly assessments: readonly Assessment[]
  readonly previousGrade: string
  readonly grade: string
  readonly savings: number
  readonly direction: string
  readonly budgetDirection: string
}

export const expenses = ['経常経費', '臨時的経費']
export const categories = ['内部管理', '法定経費', '指定管理', '内部管理以外']
export const executions = ['直営', '一部委託', '全部委託', '補助助成', 'その他']
export const directions = ['改善', '現状維持', '休止・廃止']
export const budgetDirections = ['拡充', '現状維持', '縮小', 'その他']
export const grades = ['A', 'B', 'C']

const pick = (random: Random, items: readonly string[]): string => items[random.int(0, items.length - 1)] as string
const digits = (random: Random, number: number): string => times(number, () => random.int(1, 9)).join('')

export function valuesOf(random: Random): Values {
  const year = random.int(4, 9)
  const columns: Column[] = [
    { year: year - 1, isPlan: false },
    { year, isPlan: true },
    { year, isPlan: false },
    { year: year + 1, isPlan: true },
  ]
  const [bureau] = someBureaus(random, 1) as [ReturnType<typeof someBureaus>[0]]
  return {
    year,
    account: { code: String(random.int(10, 60)), name: pick(random, ['一般会計', '国保会計', '土地区画整理会計']) },
    projectCode: digits(random, 5),
    projectName: projectName(random),
    department: {
      code: digits(random, 5),
      name: `${bureau.name} ${pick(random, bureau.divisions)} ${pick(random, ['企画課', '推進課', '事業課'])}`,
    },
    contact: {
      name: `${pick(random, ['青山', '久保', '瀬川', '戸田'])} ${pick(random, ['一郎', '春香', '光', '直子'])}`,
      phone: `211-${digits(random, 4)}`,
    },
    policy: policyName(random),
    main: { code: `${random.int(1, 7)}-${random.int(1, 5)}`, name: policyName(random) },
    sub: chance(random, 50) ? { code: `${random.int(1, 7)}-${random.int(1, 5)}`, name: policyName(random) } : null,
    isInPlan: chance(random, 50),
    isReviewed: chance(random, 30),
    expense: pick(random, expenses),
    category: pick(random, categories),
    execution: pick(random, executions),
    texts: textsOf(random),
    start: random.int(12, 30),
    costs: columns.map(column => ({ ...column, amounts: amountsOf(random) })),
    indicators: (['activity', 'outcome'] as const).flatMap(kind =>
      times(2, index => indicatorOf(random, kind, index + 1, columns)),
    ),
    assessments: assessmentsOf(random),
    previousGrade: pick(random, grades),
    grade: pick(random, grades),
    savings: random.int(0, 4000),
    direction: pick(random, directions),
    budgetDirection: pick(random, budgetDirections),
  }
}

function textsOf(random: Random): Values['texts'] {
  const labels = [
    '短期',
    '長期',
    '取組内容',
    '実施結果',
    '工夫点',
    '他都市の状況',
    '今後の改善点',
    '見直し内容',
    '評価の理由',
    '次年度',
    '次年度予算',
  ]
  const long = labels.map(label => [label, prose(random, 1, 3)])
  return Object.fromEntries([
    ...long,
    ['対象者', pick(random, ['市民', '区内の事業者', '小学生の保護者', '市内の団体'])],
    ['関連法令', `${service(random)}に関する条例`],
  ])
}

function amountsOf(random: Random): Costs['amounts'] {
  const [project, staff] = [random.int(800, 900_000), random.int(1, 60) / 10]
  const personnel = Math.round(staff * 7400)
  return [project, chance(random, 25) ? 0 : random.int(1, project), staff, personnel, project + personnel]
}

function indicatorOf(random: Random, kind: Indicator['kind'], no: number, columns: readonly Column[]): Indicator {
  const values = columns.map(column => {
    const isOpen = chance(random, 5)
    const text = isOpen ? '未定' : figure(random, 10, 9000)
    return { ...column, text, value: isOpen ? null : Number(text.replace(/,/g, '')) }
  })
  return { kind, no, name: `${service(random)}の${kind === 'activity' ? '回数' : '満足度'}`, values }
}

const questions: readonly (readonly [string, string])[] = [
  ['事業規模', '事業ボリュームは適切か'],
  ['事業の成果', '目的をどの程度達成できたか'],
  ['対象者の満足度', '対象者のニーズに応えているか'],
  ['事業の実施手法', '事業の効率性、実施主体は適切か'],
]

const assessmentsOf = (random: Random): Assessment[] =>
  shuffled(random, questions).map(([item, question]) => ({
    item,
    question,
    grade: pick(random, grades),
    reason: sentence(random),
  }))
