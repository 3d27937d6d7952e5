import { anyValue, clearIndicators, type Indicator, type Value } from './numbers.ts'
import type { Random } from './random.ts'
import type { BlockName, Sheet } from './sheet.ts'

const names = [
  '相談件数',
  '利用者数',
  '就業サポートセンター・あいワークの登録者数',
  'セミナー参加者の満足度',
  '目標達成率',
  '除雪延長（ｋｍ）',
]
const heads = {
  activity: ['令和3年度実績', '令和4年度予定', '令和4年度実績', '令和5年度予定'],
  outcome: ['令和3年度実績', '令和4年度目標', '令和4年度実績', '令和5年度目標'],
} as const
const periods = [
  [2021, 'actual'],
  [2022, 'plan'],
  [2022, 'actual'],
  [2023, 'plan'],
] as const

/** An indicator as the form has it: its heading, and the cells of its row, or none where it has no name. */
export interface Block {
  readonly lines: readonly string[]
  readonly cells: readonly string[]
  readonly truth: Indicator
}

type Slot = readonly [kind: 'activity' | 'outcome', no: number]
export const slots: readonly Slot[] = [
  ['activity', 1],
  ['activity', 2],
  ['outcome', 1],
  ['outcome', 2],
]

export type Filling = 'values' | 'dashes' | 'nameless'

export function blockOf(random: Random, [kind, no]: Slot, filling: Filling = 'values'): Block {
  const label = `${kind === 'activity' ? '活動' : '成果'}指標${'１２３４'[no - 1]}`
  const name = filling === 'nameless' ? null : random.pick(names)
  const values: Value[] = periods.map(() =>
    filling === 'values' ? anyValue(random) : { text: null, value: null, printed: '－' },
  )
  const nameLine = name === null ? '指標名' : `指標名 ${name}`
  return {
    lines: [label, '', nameLine, '', heads[kind].join(' ')],
    cells: name === null ? [] : values.map(value => value.printed),
    truth: {
      kind,
      no,
      name: name?.replace('ｋｍ', 'km') ?? null,
      values: periods.map(([fiscalYear, which], index) => ({
        fiscalYear,
        kind: which === 'actual' ? 'actual' : kind === 'activity' ? 'planned' : 'target',
        text: values[index]?.text ?? null,
        value: values[index]?.value ?? null,
      })),
    },
  }
}

/** The runs into which a row is torn, in the order of its cells. */
export function torn(random: Random, cells: readonly string[]): string[] {
  const runs: string[][] = []
  for (const cell of cells) {
    const run = runs.at(-1)
    if (run && random.chance(0.55)) run.push(cell)
    else runs.push([cell])
  }
  return runs.map(run => run.join(' '))
}

type Line = { readonly heading: number } | { readonly run: string }

/**
 * A writer that goes down the form or up and prints each row's first run near its heading and the others later, among those of the rows
 * that come after it: rows begin and end in the order of their headings, and behind a heading stands its own run or what an earlier row
 * has left, once its own is printed.
 */
export function tornLines(random: Random, blocks: readonly Block[], direction: 'down' | 'up'): Line[] {
  const lines: Line[] = []
  let waiting: { owner: number; runs: string[] }[] = []
  const flush = (share: number) => {
    while (waiting.length > 0 && random.chance(share)) {
      const open = waiting
        .map((_, index) => index)
        .filter(index => index === 0 || (waiting[index]?.runs.length ?? 0) > 1)
      const at = random.pick(open)
      lines.push({ run: waiting[at]?.runs.shift() as string })
      waiting = waiting.filter(row => row.runs.length > 0)
    }
  }
  blocks.forEach((block, owner) => {
    const [first, ...others] = torn(random, block.cells)
    const heading = { heading: owner }
    if (first === undefined) {
      lines.push(heading)
      return
    }
    // down: the heading, its first run, then the rest; up is the same read backwards, where the first run comes to stand right below the heading
    const before = direction === 'up'
    if (before) lines.push({ run: first }, heading)
    else lines.push(heading, { run: first })
    if (others.length > 0) waiting.push({ owner, runs: others })
    flush(0.5)
  })
  while (waiting.length > 0) flush(1)
  return direction === 'down' ? lines : lines.reverse()
}

export function placeIndicators(sheet: Sheet, blocks: readonly Block[], lines: readonly Line[]): void {
  clearIndicators(sheet)
  lines.forEach((line, index) => {
    const name: BlockName = `extra${index}`
    sheet.blocks.push({ name, lines: 'run' in line ? [line.run] : [...(blocks[line.heading] as Block).lines] })
  })
  sheet.truth.indicators = blocks.map(block => block.truth)
}

/** Every heading with its whole row right behind it, from the top of the form. */
export const wholeRows = (blocks: readonly Block[]): Line[] =>
  blocks.flatMap((block, heading): Line[] =>
    block.cells.length === 0 ? [{ heading }] : [{ heading }, { run: block.cells.join(' ') }],
  )

/** All headings, then all rows. */
export const rowsTogether = (blocks: readonly Block[]): Line[] => [
  ...blocks.map((_, heading) => ({ heading })),
  ...blocks.filter(block => block.cells.length > 0).map(block => ({ run: block.cells.join(' ') })),
]
