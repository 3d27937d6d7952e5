import { wrap } from './prose.ts'
import type { Random } from './random.ts'
import { type BlockName, removeBlocks, type Sheet, setBlock, type Truth } from './sheet.ts'

export const fullwidth = (text: string): string =>
  text.replace(/[!-~]/gu, ch => (ch === '-' ? '－' : String.fromCodePoint((ch.codePointAt(0) as number) + 0xfee0)))

export const grouped = (value: number): string => {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return fraction === undefined ? digits : `${digits}.${fraction}`
}

/** A number of any size, so that its size says nothing. */
export const anySize = (random: Random): number => {
  const digits = random.int(0, 7)
  return digits === 0 ? random.int(0, 9) : random.int(10 ** (digits - 1), 10 ** digits - 1)
}

interface Look {
  readonly wide: boolean
  readonly groups: boolean
}

const show = (value: number | null, { wide, groups }: Look): string => {
  const text = value === null ? '－' : groups ? grouped(value) : String(value)
  return wide ? fullwidth(text) : text
}

const columns = [
  'projectCostThousandYen',
  'specificRevenueThousandYen',
  'staffFte',
  'personnelCostThousandYen',
  'totalThousandYen',
] as const
const rows: readonly { block: BlockName; label: string; field: (typeof columns)[number] }[] = [
  { block: 'project', label: '事業費', field: 'projectCostThousandYen' },
  { block: 'revenue', label: 'うち特定財源', field: 'specificRevenueThousandYen' },
  { block: 'staff', label: '人工', field: 'staffFte' },
  { block: 'personnel', label: '人件費', field: 'personnelCostThousandYen' },
  { block: 'total', label: '計（事業費＋人件費）', field: 'totalThousandYen' },
]

/** Other amounts in every column; they add up. The 内訳 follows. */
export function otherCosts(sheet: Sheet, random: Random): void {
  const look = { wide: random.chance(0.3), groups: random.chance(0.8) }
  for (const cost of sheet.truth.costs) {
    const [project, personnel] = [anySize(random), anySize(random)]
    cost.projectCostThousandYen = project
    cost.specificRevenueThousandYen = random.pick([null, 0, random.int(0, project)])
    cost.staffFte = random.pick([0, 1, random.int(1, 99) / 10, random.int(1, 999) / 100])
    cost.personnelCostThousandYen = personnel
    cost.totalThousandYen = project + personnel
  }
  for (const { block, label, field } of rows) {
    const values = sheet.truth.costs.map(cost => show(cost[field], look)).join(' ')
    const joined = random.chance(0.7) ? [`${label} ${values}`] : [label, '', values]
    setBlock(sheet, block, joined)
  }
  breakdown(sheet, random, 0, 2)
  breakdown(sheet, random, 1, 3)
}

/** Each row of amounts as its line stands, or the values above the label: `192,788 203,640 … ⏎ 計`. */
export function valuesBeforeLabels(sheet: Sheet, random: Random): void {
  const above = random.chance(0.5)
  for (const { block, label, field } of rows) {
    const values = sheet.truth.costs.map(cost => show(cost[field], { wide: false, groups: true })).join(' ')
    setBlock(sheet, block, above ? [values, '', label] : [`${values} ${label}`])
  }
}

const itemLabels = [
  '運営委託費（窓口、相談）',
  '広報費',
  'システム保守・改修等',
  '会計年度任用職員の報酬',
  '使用料及び賃借料',
  'その他事務費',
  '負担金',
  'セミナー開催費',
  '賃借料',
  '需用費',
]

/** The items of one year's 事業費 as running text. */
export function breakdown(
  sheet: Sheet,
  random: Random,
  at: 0 | 1,
  column: number,
  count = random.pick([1, 2, 3, 5, 10]),
): void {
  const truth = sheet.truth.costBreakdowns[at]
  const total = sheet.truth.costs[column]?.projectCostThousandYen ?? 0
  if (!truth) return
  const parts = Array.from({ length: count - 1 }, () => random.int(0, Math.floor(total / count)))
  const amounts = [...parts, total - parts.reduce((sum, part) => sum + part, 0)]
  const wide = random.chance(0.7)
  const text = amounts
    .map((amount, index) => {
      const printed = `${grouped(amount)}千円`
      return `${'①②③④⑤⑥⑦⑧⑨⑩'[index]}${itemLabels[index]}：${wide ? fullwidth(printed) : printed}`
    })
    .join('、')
  truth.text = text.replace(/[０-９，]/gu, ch => String.fromCodePoint((ch.codePointAt(0) as number) - 0xfee0))
  truth.items = amounts.map((amountThousandYen, index) => ({
    no: index + 1,
    label: itemLabels[index] as string,
    amountThousandYen,
  }))
  const measure = random.int(30, 50)
  const lines = wrap(text, measure)
  const head = { 2022: '令和4年度決算', 2023: '令和5年度予算' }[truth.fiscalYear as 2022]
  setBlock(sheet, `breakdown${at}`, [head as string, '', ...lines])
}

export type Value = { text: string | null; value: number | null; printed: string }

/** What a cell of an indicator may hold. */
export function anyValue(random: Random): Value {
  const size = anySize(random)
  const kind = random.pick([
    'plain',
    'plain',
    'plain',
    'grouped',
    'negative',
    'decimal',
    'percent',
    'blank',
    'counted',
  ] as const)
  if (kind === 'blank') return { text: null, value: null, printed: random.pick(['－', '-', '―']) }
  if (kind === 'negative') {
    const mark = random.pick(['▲', '△', '-'])
    return { text: `${mark}${size}`, value: size === 0 ? 0 : -size, printed: `${mark}${size}` }
  }
  const value = kind === 'decimal' || kind === 'percent' ? random.int(0, 9999) / 10 : size
  const text = `${kind === 'grouped' ? grouped(value) : value}${kind === 'percent' ? '%' : kind === 'counted' ? random.pick(['人', '件', '回']) : ''}`
  return { text, value, printed: random.chance(0.3) ? fullwidth(text) : text }
}

export const isIndicatorBlock = (name: BlockName): boolean => /^(?:run|outcome|activity)/u.test(name)

export function clearIndicators(sheet: Sheet): void {
  removeBlocks(sheet, isIndicatorBlock)
  sheet.truth.indicators = []
}

export type Indicator = Truth['indicators'][number]
