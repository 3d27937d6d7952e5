import { chance, type Random } from '../choices.ts'
import type { Edition, Fields, Is } from '../document.ts'
import { type Block, bold, type Cell, cell, type Paper, paragraph, type Table } from '../print/model.ts'
import { paperOf } from '../words/papers.ts'
import { sentence } from '../words/prose.ts'
import {
  budgetDirections,
  categories,
  directions,
  executions,
  expenses,
  grades,
  type Values,
  valuesOf,
} from '../words/sheet-values.ts'
import { assessmentTable } from './sheet-assessments.ts'
import { indicatorTables, moneyTable, ordered } from './sheet-numbers.ts'
import { labelCell, number, optionCells, type Style, sectionTitle, styleOf } from './sheet-style.ts'

/** An evaluation sheet in one of its arrangements. */
export function evaluationSheet(random: Random, is: Is): Edition {
  const values = valuesOf(random)
  const style = styleOf(random, is)
  const paper: Paper = paperOf(random, 'a4', is('landscape', 12), 8.5)
  const stamps: Table = {
    kind: 'table',
    widths: [8, 1, 1, 1],
    rows: [
      [cell(''), cell('部長'), cell('課長'), cell('係長')],
      [cell(''), cell('　'), cell('　'), cell('　')],
    ],
    heads: 0,
    rules: 'all',
    cuts: false,
  }
  const annex = is('annex', 12)
    ? [{ kind: 'gap', height: 1 } as const, bold('（参考）'), paragraph(`※　${sentence(random)}`)]
    : []
  const blocks: Block[] = [
    ...(is('stamps', 12) ? [stamps] : []),
    bold(is('year in the title', 15) ? `令和${values.year}年度　事業評価調書` : '事業評価調書', {
      align: 'center',
      scale: 1.6,
      after: 0.5,
    }),
    sectionTitle('基本情報', style),
    table(basicRows(values, style), style),
    { kind: 'gap', height: 0.8 },
    sectionTitle(chance(random, 50) ? '事業費' : '事業費（単位：千円）', style),
    moneyTable(values, style),
    { kind: 'gap', height: 0.8 },
    sectionTitle('指標', style),
    ...indicatorTables(values, style),
    { kind: 'gap', height: 0.8 },
    sectionTitle('検証（振り返り）', style),
    assessmentTable(values, style),
    { kind: 'gap', height: 0.8 },
    table(closingRows(values, style), style),
    ...annex,
  ]
  return {
    print: { paper, blocks },
    truth: { layout: 'project-evaluation-sheet', header: {}, records: [truthOf(values, style)] },
  }
}

const table = (rows: readonly (readonly Cell[])[], { rules }: Style): Table => ({
  kind: 'table',
  widths: Array.from({ length: 12 }, () => 1),
  rows,
  heads: 0,
  rules,
  cuts: true,
})

/** Rows of twelve columns: a label of two, a value of the rest, or several of them side by side. */
function basicRows(values: Values, style: Style): Cell[][] {
  const { account, department, contact, main, sub, texts } = values
  const label = (text: string, spans = { columns: 2 }) => labelCell(text, style, spans)
  const wide = (text: string, value: string): Cell[] => [label(text), cell(value, { columns: 10 })]
  const short: [string, string][] = style.isJoined
    ? [
        ['年度', style.year(values.year)],
        ['会計', `${account.code} ${account.name}`],
        ['事業コード', values.projectCode],
      ]
    : [
        ['年度', style.year(values.year)],
        ['会計コード', account.code],
        ['会計名', account.name],
        ['事業コード', values.projectCode],
      ]
  const span = 12 / short.length
  const first: Cell[][] = style.areLabelsAbove
    ? [short.map(([text]) => label(text, { columns: span })), short.map(([, value]) => cell(value, { columns: span }))]
    : [short.flatMap(([text, value]) => [label(text, { columns: span > 3 ? 2 : 1 }), cell(value, { columns: 2 })])]
  const unit: Cell[] = style.isJoined
    ? [cell(`${department.code} ${department.name}`, { columns: 10 })]
    : [label('所属コード'), cell(department.code, { columns: 2 }), cell(department.name, { columns: 6 })]
  const measure = ({ code, name }: Values['main']): Cell[] =>
    style.isJoined
      ? [cell(`${code} ${name}`, { columns: 9 })]
      : [cell(code, { columns: 1 }), cell(name, { columns: 8 })]
  const added = style.added
    ? [
        [
          label(style.added.label),
          ...(style.added.isChoice
            ? optionCells(['有', '無'], style.added.value, 10, style)
            : [cell(style.added.value, { columns: 10 })]),
        ],
      ]
    : []
  return [
    ...first,
    wide('事業名', values.projectName),
    [label('評価担当課'), ...unit],
    [label('担当者名'), cell(contact.name, { columns: 4 }), label('電話番号'), cell(contact.phone, { columns: 4 })],
    wide('政策名', values.policy),
    [
      label('施策名', { columns: 2, rows: sub ? 2 : 1 } as { columns: number }),
      label('主', { columns: 1 }),
      ...measure(main),
    ],
    ...(sub ? [[label('副', { columns: 1 }), ...measure(sub)]] : []),
    [
      label('アクションプラン掲載'),
      ...optionCells(['対象', '対象外'], values.isInPlan ? '対象' : '対象外', 4, style),
      label('行政評価委員会の評価'),
      ...optionCells(['対象', '対象外'], values.isReviewed ? '対象' : '対象外', 4, style),
    ],
    [
      label('事業の性質'),
      ...optionCells(expenses, values.expense, 4, style),
      ...optionCells(categories, values.category, 6, style),
    ],
    ...added,
    [label('実施形態'), ...optionCells(executions, values.execution, 10, style)],
    [
      label('目的', { columns: 2, rows: 2 } as { columns: number }),
      label('短期', { columns: 1 }),
      cell(texts.短期 as string, { columns: 9 }),
    ],
    [label('長期', { columns: 1 }), cell(texts.長期 as string, { columns: 9 })],
    wide('取組内容', texts.取組内容 as string),
    [
      label('対象者'),
      cell(texts.対象者 as string, { columns: 4 }),
      label('開始', { columns: 1 }),
      cell(`平成${values.start}年度`, { columns: 2 }),
      label('終了', { columns: 1 }),
      cell('年度', { columns: 2 }),
    ],
    wide('実施結果', texts.実施結果 as string),
    wide('事業実施における工夫点', texts.工夫点 as string),
    wide('関連法令・条例・要綱等', texts.関連法令 as string),
    wide('他都市の状況', texts.他都市の状況 as string),
  ]
}

function closingRows(values: Values, style: Style): Cell[][] {
  const { texts } = values
  const label = (text: string, columns = 2, rows = 1) => labelCell(text, style, { columns, rows })
  return [
    [label('今後の改善点'), cell(texts.今後の改善点 as string, { columns: 10 })],
    [label('前回の評価'), ...optionCells(grades, values.previousGrade, 10, style)],
    [
      label('今年度取り組んだ見直し内容'),
      cell(texts.見直し内容 as string, { columns: 6 }),
      label('見直し効果額（前年度）'),
      number(`${values.savings.toLocaleString('en-US')} 千円`, { columns: 2 }),
    ],
    [label('今回の評価'), ...optionCells(grades, values.grade, 10, style)],
    [label('評価の理由'), cell(texts.評価の理由 as string, { columns: 10 })],
    [
      label('次年度の取組の方向性・改善内容', 2, 4),
      label('事業内容', 2, 2),
      ...optionCells(directions, values.direction, 8, style),
    ],
    [cell(texts.次年度 as string, { columns: 8 })],
    [label('予算', 2, 2), ...optionCells(budgetDirections, values.budgetDirection, 8, style)],
    [cell(texts.次年度予算 as string, { columns: 8 })],
  ]
}

function truthOf(values: Values, style: Style): Fields {
  const { texts } = values
  const gregorian = (year: number) => year + 2018
  const target = (label: string, yes: boolean) => ({ label, value: yes ? '対象' : '対象外' })
  return {
    fiscalYear: gregorian(values.year),
    account: values.account,
    projectCode: values.projectCode,
    projectName: values.projectName,
    department: values.department,
    contact: values.contact,
    policy: values.policy,
    measures: { main: values.main, sub: values.sub },
    targets: [target('アクションプラン掲載', values.isInPlan), target('行政評価委員会の評価', values.isReviewed)],
    nature: { expense: values.expense, category: values.category },
    execution: values.execution,
    beneficiaries: texts.対象者,
    startFiscalYear: values.start + 1988,
    endFiscalYear: null,
    purpose: { shortTerm: texts.短期, longTerm: texts.長期, text: null },
    activities: texts.取組内容,
    ingenuity: texts.工夫点,
    results: texts.実施結果,
    otherCities: texts.他都市の状況,
    legalBasis: texts.関連法令,
    costs: ordered(values.costs, style).map(
      ({ year, isPlan, amounts: [project, special, staff, personnel, total] }) => ({
        fiscalYear: gregorian(year),
        kind: isPlan ? 'budget' : 'actual',
        projectCostThousandYen: project,
        specificRevenueThousandYen: special,
        staffFte: staff,
        personnelCostThousandYen: personnel,
        totalThousandYen: total,
      }),
    ),
    indicators: values.indicators.map(({ kind, no, name, values: each }) => ({
      kind,
      no,
      name,
      values: ordered(each, style).map(({ year, isPlan, text, value }) => ({
        fiscalYear: gregorian(year),
        kind: isPlan ? (kind === 'activity' ? 'planned' : 'target') : 'actual',
        text,
        value,
      })),
    })),
    assessments: values.assessments,
    previous: { grade: values.previousGrade, improvements: texts.見直し内容, savingsThousandYen: values.savings },
    improvementPoints: texts.今後の改善点,
    current: { grade: values.grade, reason: texts.評価の理由 },
    nextYear: {
      project: { direction: values.direction, text: texts.次年度 },
      budget: { direction: values.budgetDirection, text: texts.次年度予算 },
    },
    ...(style.added ? { other: [{ label: style.added.label, value: style.added.value }] } : {}),
  }
}
