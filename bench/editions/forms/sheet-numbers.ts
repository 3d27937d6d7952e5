import { type Block, type Cell, cell, type Table } from '../print/model.ts'
import type { Column, Costs, Indicator, Values } from '../words/sheet-values.ts'
import { blanks, kindOf, labelCell, number, plainHead, type Style } from './sheet-style.ts'

const rowLabels = ['事業費', 'うち特定財源', '人工', '人件費', '計（事業費＋人件費）']
const printed = (amount: number, row: number): string =>
  row === 2 ? amount.toFixed(1) : amount.toLocaleString('en-US')

/** The columns as they stand on the page. */
export const ordered = <T extends Column>(columns: readonly T[], { isNewestFirst }: Style): T[] =>
  isNewestFirst ? [...columns].reverse() : [...columns]

/** The money of the years: kinds down and years across, or turned. */
export function moneyTable({ costs }: Values, style: Style): Table {
  const own = ordered(costs, style)
  return {
    kind: 'table',
    heads: 0,
    rules: style.rules,
    cuts: false,
    ...(style.money === 'turned' ? turned(own, style) : upright(own, style)),
  }
}

function turned(costs: readonly Costs[], style: Style): Pick<Table, 'widths' | 'rows'> {
  const head = [plainHead('', style), ...rowLabels.map(text => plainHead(text, style))]
  const rows = costs.map(own => [
    labelCell(`${style.year(own.year)}${kindOf(own, style)}`, style),
    ...own.amounts.map((amount, row) => number(printed(amount, row))),
  ])
  return { widths: [2, ...rowLabels.map(() => 1)], rows: [head, ...rows] }
}

function upright(costs: readonly Costs[], style: Style): Pick<Table, 'widths' | 'rows'> {
  const rows = rowLabels.map((label, row) => [
    labelCell(label, style),
    ...costs.map(({ amounts }) =>
      number(printed(amounts[row] as number, row), style.money === 'split cells' ? { columns: 2 } : {}),
    ),
  ])
  const widths = style.money === 'split cells' ? [3, ...costs.flatMap(() => [1, 1])] : [2, ...costs.map(() => 1)]
  return { widths, rows: [...moneyHeads(costs, style), ...rows] }
}

function moneyHeads(costs: readonly Costs[], style: Style): Cell[][] {
  const year = (own: Costs) => style.year(own.year)
  if (style.money === 'split cells')
    return [
      [
        plainHead('', style),
        ...costs.flatMap(own => [plainHead(year(own), style), plainHead(kindOf(own, style), style)]),
      ],
    ]
  if (style.money !== 'two rows of heads')
    return [[plainHead('', style), ...costs.map(own => plainHead(`${year(own)}${kindOf(own, style)}`, style))]]
  const years = [...new Set(costs.map(year))].map(text =>
    plainHead(text, style, { columns: costs.filter(own => year(own) === text).length }),
  )
  return [[plainHead('', style, { rows: 2 }), ...years], costs.map(own => plainHead(kindOf(own, style), style))]
}

const kindWord = ({ kind }: Indicator, { isPlan }: Column): string =>
  isPlan ? (kind === 'activity' ? '予定' : '目標') : '実績'
const labelOf = ({ kind, no }: Indicator): string => `${kind === 'activity' ? '活動' : '成果'}指標${no}`

/** The indicators: a block each, two blocks side by side, or a row each. */
export function indicatorTables({ indicators }: Values, style: Style): Block[] {
  if (style.indicators === 'rows')
    return (['activity', 'outcome'] as const).map(kind =>
      rowTable(
        indicators.filter(own => own.kind === kind),
        style,
      ),
    )
  if (style.indicators === 'blocks')
    return [
      tableOf(
        indicators.flatMap(own => blockRows(own, style)),
        blockWidths(style),
        style,
      ),
    ]
  const pairs = [0, 2].map(
    index => indicators.slice(index, index + 2).map(own => blockRows(own, style)) as [Cell[][], Cell[][]],
  )
  const rows = pairs.flatMap(([left, right]) => left.map((row, index) => [...row, ...(right[index] as Cell[])]))
  return [tableOf(rows, [...blockWidths(style), ...blockWidths(style)], style)]
}

const tableOf = (rows: readonly (readonly Cell[])[], widths: readonly number[], { rules }: Style): Table => ({
  kind: 'table',
  widths,
  rows,
  heads: 0,
  rules,
  cuts: false,
})
const blockWidths = ({ hasRate }: Style): number[] => [3, 2, 2, 2, 2, ...(hasRate ? [1.5] : [])]

function blockRows(own: Indicator, style: Style): Cell[][] {
  const values = ordered(own.values, style)
  const rate = style.hasRate ? [plainHead('達成率', style)] : []
  return [
    [
      labelCell(labelOf(own), style, { rows: 3 }),
      labelCell('指標名', style),
      cell(own.name, { columns: 3 + rate.length }),
    ],
    [...values.map(value => plainHead(`${style.year(value.year)}${kindWord(own, value)}`, style)), ...rate],
    [...values.map(({ text }) => number(text)), ...(style.hasRate ? [number('98.5%')] : [])],
  ]
}

function rowTable(indicators: readonly Indicator[], style: Style): Table {
  const [first] = indicators as [Indicator]
  const values = ordered(first.values, style)
  const head = [
    plainHead('', style),
    plainHead('指標名', style),
    ...values.map(value => plainHead(`${style.year(value.year)}${kindWord(first, value)}`, style)),
  ]
  const rows = indicators.map(own => [
    labelCell(labelOf(own), style),
    cell(own.name),
    ...ordered(own.values, style).map(({ text }) => number(text)),
  ])
  return tableOf(
    [head, ...rows, ...(style.hasRate ? [[plainHead('備考', style), ...blanks(values.length + 1)]] : [])],
    [2, 4, 2, 2, 2, 2],
    style,
  )
}
