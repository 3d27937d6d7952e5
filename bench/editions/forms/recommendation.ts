import { chance, type Random, shuffled, times } from '../choices.ts'
import type { Edition, Fields, Is } from '../document.ts'
import { type Block, bold, type Cell, cell, headCell, type Paragraph, paragraph, type Table } from '../print/model.ts'
import { someBureaus } from '../words/city.ts'
import { paperOf } from '../words/papers.ts'
import { type Period, periodsOf } from '../words/periods.ts'
import { phrase, policyName, sentence } from '../words/prose.ts'

interface Action {
  readonly action: string
  readonly progress: readonly string[]
  readonly selfEvaluation: readonly string[]
  readonly nextActions: readonly string[]
  readonly category: string
  readonly departments: readonly {
    readonly bureau: string | null
    readonly division: string
    readonly printed: string
  }[]
}

interface Column {
  readonly key: string
  readonly head: string
  readonly width: number
  readonly print: (action: Action) => readonly Paragraph[]
}

interface Style {
  readonly mark: string
  readonly columns: readonly Column[]
  readonly added: string | undefined
  readonly point: (index: number) => string
  readonly policy: (index: number) => { readonly code: string; readonly printed: string }
  readonly isBlockRuled: boolean
  readonly legend: 'line' | 'box' | 'lines' | 'none'
  readonly title: string
  readonly table: Omit<Table, 'kind' | 'rows' | 'heads' | 'widths'>
  readonly label: 'above' | 'below' | 'none'
}

const categories = [
  { name: '新規', meaning: '新しく始める項目' },
  { name: '拡充', meaning: '今よりも広げる項目' },
  { name: '継続', meaning: '引き続き行う項目' },
]

/** The progress on recommendations in one of its arrangements. */
export function recommendationProgress(random: Random, is: Is): Edition {
  const periods = periodsOf(random, is)
  const style = styleOf(random, periods, is)
  const pages = times(random.int(1, 2), no =>
    times(random.int(1, 2), policy => ({
      no: no + 1,
      policy,
      text: sentence(random),
      actions: times(random.int(2, 4), () => actionOf(random, style)),
    })),
  )
  const recommendations = pages.map((_, index) => ({
    no: index + 1,
    title: policyName(random),
    points: times(random.int(1, 4), () => phrase(random)),
  }))
  const parts = pages.flat().map(page => ({ ...page, recommendation: recommendations[page.no - 1] as Recommendation }))
  const paper = paperOf(random, is('A3', 20) ? 'a3' : 'a4', true, 8.5)
  return {
    print: {
      paper,
      blocks: parts.flatMap((part, index) => [
        ...(index > 0 ? [{ kind: 'break' } as const] : []),
        ...pageOf(part, style),
      ]),
    },
    truth: {
      layout: 'recommendation-progress',
      header: {
        title: style.title,
        categories: style.legend === 'none' ? [] : categories,
        progressPeriod: periods.progress,
        nextPeriod: periods.next,
      },
      records: parts.flatMap(part => part.actions.map(action => truthOf(part, action, style))),
    },
  }
}

interface Recommendation {
  readonly no: number
  readonly title: string
  readonly points: readonly string[]
}

interface Part {
  readonly recommendation: Recommendation
  readonly policy: number
  readonly text: string
  readonly actions: readonly Action[]
}

function styleOf(random: Random, { heads }: { progress: Period; heads: readonly [string, string] }, is: Is): Style {
  const mark = is('cells without marks', 15) ? '' : random.pick(['・', '・', '①'])
  const listed = (texts: readonly string[]): Paragraph[] =>
    texts.map(text => paragraph(`${mark === '①' ? '' : mark}${text}`, { hanging: chance(random, 50) ? 1 : 0 }))
  const all: Column[] = [
    { key: 'action', head: '取組内容', width: 18, print: ({ action }) => [paragraph(`○${action}`, { hanging: 1 })] },
    { key: 'progress', head: heads[0], width: 26, print: ({ progress }) => listed(progress) },
    { key: 'selfEvaluation', head: '自己評価', width: 20, print: ({ selfEvaluation }) => listed(selfEvaluation) },
    { key: 'nextActions', head: heads[1], width: 20, print: ({ nextActions }) => listed(nextActions) },
    {
      key: 'category',
      head: random.pick(['取組区分', '取組\n区分']),
      width: 6,
      print: ({ category }) => [paragraph(category, { align: 'center' })],
    },
    {
      key: 'departments',
      head: random.pick(['担当部', '担当課']),
      width: 12,
      print: ({ departments }) => departments.map(({ printed }) => paragraph(printed)),
    },
  ]
  const kept = is('no self-evaluation', 15) ? all.filter(({ key }) => key !== 'selfEvaluation') : all
  return {
    mark,
    columns: is('columns moved', 15) ? shuffled(random, kept) : kept,
    added: is('column added', 20) ? random.pick(['備考', '指標の実績']) : undefined,
    point: is('points with other marks', 30)
      ? random.pick([() => '・', () => '', i => `(${i + 1}) `] as const)
      : i => '①②③④'[i] as string,
    policy: is('policies with numbers', 20)
      ? i => ({ code: String(i + 1), printed: `取組方針${i + 1}` })
      : i => ({ code: 'アイウ'[i] as string, printed: `取組方針${'アイウ'[i]}` }),
    isBlockRuled: is('block ruled', 50),
    legend: random.pick(['line', 'box', 'lines', 'none'] as const),
    title: is('other title', 25)
      ? random.pick(['検証報告書の提言', '検証報告書における提言への対応'])
      : '検証報告書における提言',
    table: { rules: is('horizontal rules only', 10) ? 'rows' : 'all', cuts: is('rows cut', 60) },
    label: random.pick(['above', 'below', 'below', 'none'] as const),
  }
}

function actionOf(random: Random, style: Style): Action {
  const notation = random.pick(['paren', 'colon', 'brackets', 'full'] as const)
  // Without marks nothing but its last line ends a paragraph, so a cell holds one.
  const list = () =>
    times(
      style.mark === '' ? 1 : random.int(1, 3),
      index => `${style.mark === '①' ? '①②③'[index] : ''}${sentence(random)}`,
    )
  return {
    action: sentence(random),
    progress: list(),
    selfEvaluation: list(),
    nextActions: list(),
    category: random.pick(categories as [(typeof categories)[0]]).name,
    departments: someBureaus(random, random.int(1, 2)).map(({ name, mark, divisions }) => {
      const division = random.pick(divisions as [string])
      const printed = {
        paren: `${mark}）${division}`,
        colon: `${mark}：${division}`,
        brackets: `（${mark}）${division}`,
        full: `${name}　${division}`,
      }[notation]
      return { bureau: notation === 'full' ? name : mark, division, printed }
    }),
  }
}

function pageOf({ recommendation, policy, text, actions }: Part, style: Style): Block[] {
  const { no, title, points } = recommendation
  const own = style.policy(policy)
  const label = paragraph(`提言${no}-${own.code}`, { align: 'right' })
  const lines = [
    bold(style.title),
    bold(`${no}　${title}`),
    ...points.map((point, index) => paragraph(`${style.point(index)}${point}`)),
  ]
  const block: Block[] = style.isBlockRuled
    ? [
        {
          kind: 'table',
          widths: [1],
          rows: lines.map(line => [{ content: [line] }]),
          heads: 0,
          rules: 'all',
          cuts: false,
        },
      ]
    : lines
  const heads = [...style.columns.map(({ head }) => head), ...(style.added ? [style.added] : [])].map(head =>
    headCell(head, { ground: [0.87, 0.94, 0.85] }),
  )
  const rows = actions.map((action): Cell[] => [
    ...style.columns.map(column => ({ content: column.print(action) })),
    ...(style.added ? [cell(`${actions.indexOf(action) + 3}件`)] : []),
  ])
  const widths = [...style.columns.map(({ width }) => width), ...(style.added ? [8] : [])]
  return [
    ...(style.label === 'above' ? [label] : []),
    ...block,
    { kind: 'gap', height: 0.5 },
    ...legendOf(style),
    {
      kind: 'table',
      widths: [15, 85],
      rows: [[headCell(own.printed), cell(text)]],
      heads: 0,
      rules: 'all',
      cuts: false,
    },
    { kind: 'gap', height: 0.5 },
    { kind: 'table', widths, rows: [heads, ...rows], heads: 1, ...style.table },
    ...(style.label === 'below' ? [{ kind: 'gap', height: 0.5 } as const, label] : []),
  ]
}

function legendOf({ legend }: Style): Block[] {
  const entries = categories.map(({ name, meaning }) => `${name}：${meaning}`)
  const line = paragraph(`今後の取組の方向性　${entries.join('　')}`)
  if (legend === 'none') return []
  if (legend === 'box')
    return [
      { kind: 'frame', content: [line] },
      { kind: 'gap', height: 0.5 },
    ]
  return legend === 'line'
    ? [line]
    : [paragraph('今後の取組の方向性'), ...entries.map(entry => paragraph(entry, { left: 1 }))]
}

function truthOf(
  { recommendation, policy, text, actions }: Part,
  action: Action,
  { columns, added, policy: codeOf }: Style,
): Fields {
  const has = (key: string): boolean => columns.some(column => column.key === key)
  const { departments, selfEvaluation, ...rest } = action
  return {
    recommendation,
    policy: { code: codeOf(policy).code, text },
    ...rest,
    selfEvaluation: has('selfEvaluation') ? selfEvaluation : [],
    departments: departments.map(({ bureau, division }) => ({ bureau, division })),
    ...(added ? { other: [{ label: added, value: `${actions.indexOf(action) + 3}件` }] } : {}),
  }
}
