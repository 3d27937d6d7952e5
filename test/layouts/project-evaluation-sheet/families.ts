import { blockOf, type Filling, placeIndicators, rowsTogether, slots, tornLines, wholeRows } from './indicators.ts'
import { otherCosts, valuesBeforeLabels } from './numbers.ts'
import { cells, fillCell, quietProse, ways } from './prose.ts'
import type { Random } from './random.ts'
import { type BlockName, removeBlocks, type Sheet, setBlock } from './sheet.ts'

/** Changes the sheet and what is true of it; may give a last change of the whole text. */
type Family = (sheet: Sheet, random: Random) => undefined | ((text: string) => string)

const edit =
  (change: (sheet: Sheet, random: Random) => void): Family =>
  (sheet, random) => {
    change(sheet, random)
    return undefined
  }

const someSlots = (random: Random) => slots.slice(0, random.int(1, 4))
const filling = (random: Random): Filling => random.pick(['values', 'values', 'values', 'dashes', 'nameless'])

const indicatorFamilies: { readonly [name: string]: Family } = {
  'indicators: torn, upwards': edit((sheet, random) => {
    quietProse(sheet, random)
    const blocks = someSlots(random).map(slot => blockOf(random, slot))
    placeIndicators(sheet, blocks, tornLines(random, blocks, 'up'))
  }),
  'indicators: torn, downwards': edit((sheet, random) => {
    quietProse(sheet, random)
    const blocks = someSlots(random).map(slot => blockOf(random, slot))
    placeIndicators(sheet, blocks, tornLines(random, blocks, 'down'))
  }),
  'indicators: torn, some empty': edit((sheet, random) => {
    quietProse(sheet, random)
    const blocks = someSlots(random).map(slot => blockOf(random, slot, filling(random)))
    placeIndicators(sheet, blocks, tornLines(random, blocks, random.pick(['up', 'down'])))
  }),
  'indicators: whole rows': edit((sheet, random) => {
    quietProse(sheet, random)
    const blocks = someSlots(random).map(slot => blockOf(random, slot, filling(random)))
    placeIndicators(sheet, blocks, wholeRows(blocks))
  }),
  'indicators: rows together': edit((sheet, random) => {
    quietProse(sheet, random)
    const blocks = someSlots(random).map(slot => blockOf(random, slot))
    placeIndicators(sheet, blocks, rowsTogether(blocks))
  }),
  'indicators: block missing': edit((sheet, random) => {
    quietProse(sheet, random)
    const blocks = random
      .shuffle(slots)
      .slice(0, 2)
      .sort((a, b) => slots.indexOf(a) - slots.indexOf(b))
      .map(slot => blockOf(random, slot))
    placeIndicators(sheet, blocks, tornLines(random, blocks, random.pick(['up', 'down'])))
  }),
}

const proseFamilies: { readonly [name: string]: Family } = Object.fromEntries(
  Object.entries(ways).map(([name, way]) => [
    `prose: ${name}`,
    edit((sheet, random) => {
      for (const cell of cells) if (random.chance(0.4)) fillCell(sheet, cell, way(random, cell.measure))
    }),
  ]),
)

const mixedProse = edit((sheet, random) => {
  for (const cell of cells) fillCell(sheet, cell, random.pick(Object.values(ways))(random, cell.measure))
})

type Marks = readonly [chosen: string, open: string]
const circles: readonly Marks[] = [
  ['●', '○'],
  ['●', '〇'],
  ['●', '◯'],
  ['◉', '○'],
]
const squares: readonly Marks[] = [
  ['■', '□'],
  ['☑', '☐'],
  ['☑', '□'],
]

const optionLine = (options: readonly string[], chosen: readonly number[], [on, off]: Marks): string =>
  options.map((option, index) => `${chosen.includes(index) ? on : off} ${option}`).join(' ')

const grades = ['A', 'B', 'C', '評価省略対象事業・前年度実施なし']
const singles: readonly { block: BlockName; options: string[]; set: (sheet: Sheet, value: string | null) => void }[] = [
  {
    block: 'expense',
    options: ['経常経費', '臨時的経費'],
    set: ({ truth }, v) => {
      truth.nature.expense = v
    },
  },
  {
    block: 'category',
    options: ['内部管理', '法定経費', '指定管理'],
    set: ({ truth }, v) => {
      truth.nature.category = v
    },
  },
  {
    block: 'execution',
    options: ['直営', '一部委託', '全部委託', '補助助成', 'その他'],
    set: ({ truth }, v) => {
      truth.execution = v
    },
  },
  {
    block: 'previousGrade',
    options: grades,
    set: ({ truth }, v) => {
      truth.previous.grade = v
    },
  },
  {
    block: 'currentGrade',
    options: grades,
    set: ({ truth }, v) => {
      truth.current.grade = v
    },
  },
  {
    block: 'projectDirection',
    options: ['改善', '現状維持', '休止・廃止'],
    set: ({ truth }, v) => {
      truth.nextYear.project.direction = v
    },
  },
  {
    block: 'budgetDirection',
    options: ['拡充', '現状維持', '縮小', 'その他'],
    set: ({ truth }, v) => {
      truth.nextYear.budget.direction = v
    },
  },
]

function choose(sheet: Sheet, random: Random, count: (random: Random) => number): void {
  for (const { block, options, set } of singles) {
    const marked = random.shuffle(options.map((_, index) => index)).slice(0, count(random))
    setBlock(sheet, block, [optionLine(options, marked, random.pick(circles))])
    set(sheet, marked.length === 1 ? (options[marked[0] as number] as string) : null)
  }
  const both = [0, 1].map(() => random.int(0, 1))
  setBlock(sheet, 'targets', [both.map(at => optionLine(['対象', '対象外'], [at], ['●', '○'])).join(' ')])
  sheet.truth.targets.forEach((target, index) => {
    target.value = ['対象', '対象外'][both[index] as number] as string
  })
  const marks = random.pick(squares)
  const [conducted, reflected] = [
    ['企画', '実施', '評価', '対象外'],
    ['回答', '反映'],
  ]
  const [a, b] = [conducted, reflected].map(
    options => options?.map((_, index) => index).filter(() => random.chance(0.4)) ?? [],
  )
  setBlock(sheet, 'participation', [
    `${optionLine(conducted as string[], a as number[], marks)} ${optionLine(reflected as string[], b as number[], marks)}`,
  ])
  sheet.truth.citizenParticipation.conducted = (a as number[]).map(index => conducted?.[index] as string)
  sheet.truth.citizenParticipation.reflected = (b as number[]).map(index => reflected?.[index] as string)
}

const starts: readonly (readonly [string, number | null])[] = [
  ['平成16 年度', 2004],
  ['平成30年度', 2018],
  ['平成 31 年度', 2019],
  ['令和元年度', 2019],
  ['令和 ２ 年度', 2020],
  ['昭和63 年度', 1988],
  ['2004 年度', 2004],
  ['２０１８年度', 2018],
  ['Ｈ１６年度', 2004],
  ['0 年度', null],
  ['年度', null],
  ['平成 年度', null],
]

const years = edit((sheet, random) => {
  const [start, startYear] = random.pick(starts)
  const [end, endYear] = random.pick([...starts, ['0 年度', null] as const])
  const apart = random.chance(0.5) && startYear !== null
  setBlock(sheet, 'beneficiaries', [`対象者 求職者 開始 ${start} 終了${apart ? '' : ` ${end}`}`])
  if (apart) setBlock(sheet, 'endYear', [end])
  else removeBlocks(sheet, name => name === 'endYear')
  sheet.truth.startFiscalYear = startYear
  sheet.truth.endFiscalYear = endYear
})

/** The whole sheet some years earlier, as its columns print them. */
const otherEras = (sheet: Sheet, random: Random) => {
  const back = random.int(1, 5)
  const printed = (year: number) => {
    if (year === 2019) return random.pick(['令和元年度', '平成31年度', '令和1年度'])
    return year > 2019 ? `令和${year - 2018}年度` : random.pick([`平成${year - 1988}年度`, `${year}年度`])
  }
  for (const block of sheet.blocks)
    if (/^(?:columns|breakdown|outcome|activity)/u.test(block.name))
      block.lines = block.lines.map(line =>
        line.replace(/令和([345])年度(?=決算|予算|実績|目標|予定)/gu, (_, no) => printed(2018 + Number(no) - back)),
      )
  const all = [sheet.truth.costs, sheet.truth.costBreakdowns, ...sheet.truth.indicators.map(each => each.values)].flat()
  for (const each of all) if (each.fiscalYear !== null) each.fiscalYear -= back
  return undefined
}

const items = [
  '事業の実施手法',
  '対象者の満足度',
  '事業の成果',
  '事業規模',
  '事業の必要性',
  '市の関与の妥当性',
  '公平性',
]
const questions = [
  '事業の効率性、実施主体は適切か',
  '目的をどの程度達成できたか',
  '事業ボリュームは適切か',
  '市が行うべき事業か',
  '受益者負担は適正か',
]

const otherAssessments = edit((sheet, random) => {
  removeBlocks(sheet, name => name.startsWith('assessment') && name !== 'assessmentHeads')
  const count = random.int(1, 6)
  const at = sheet.blocks.findIndex(block => block.name === 'run0')
  const chosen = random.shuffle(items).slice(0, count)
  sheet.truth.assessments = chosen
    .map(item => {
      const question = random.pick(questions)
      const grade = random.pick(['A', 'B', 'C', 'Ａ', 'Ｃ'])
      const way = random.pick([
        ways['one paragraph'],
        ways.paragraphs,
        ways['a note'],
        ways['one line'],
        ways['a series of lines'],
      ])
      const { lines, value } = (way as NonNullable<typeof way>)(random, 44)
      const [head, tail] = [question.slice(0, 6), question.slice(6)]
      const gap = random.chance(0.5) ? [''] : []
      const block = {
        name: `extra${100 + sheet.blocks.length}` as const,
        lines: [item, `（${head}`, `${tail}）`, ...gap, grade, '', ...lines],
      }
      sheet.blocks.splice(at, 0, block)
      return { item, question, grade: grade.normalize('NFKC'), reason: value }
    })
    .reverse()
})

const shuffled = edit((sheet, random) => {
  const indicators = sheet.blocks.filter(block => /^(?:run|outcome|activity|assessmentHeads)/u.test(block.name))
  const tied = [
    ['targets', 'expense', 'category', 'execution'],
    ['participation', 'previousGrade', 'unit1', 'currentGrade', 'projectDirection', 'budgetDirection', 'unit2'],
    ['breakdownLabel', 'breakdown0', 'breakdown1'],
    ['total', 'staff', 'personnel', 'project', 'revenue', 'unit', 'columns'],
    ['measures', 'costSection'],
    ['assessment0', 'assessment1', 'assessment2', 'assessment3'],
  ]
  const isTied = (name: string) => tied.some(group => group.includes(name))
  const groups = [
    indicators,
    ...tied.map(names => sheet.blocks.filter(block => names.includes(block.name))),
    ...sheet.blocks.filter(block => !indicators.includes(block) && !isTied(block.name)).map(block => [block]),
  ]
  sheet.blocks = random.shuffle(groups).flat()
})

const spacing = (_: Sheet, random: Random) => {
  const kind = random.int(0, 5)
  return (text: string) => {
    if (kind === 0) return text.replaceAll('\n', '\r\n')
    if (kind === 1) return text.replace(/\n\n/gu, '\n\n\n\n')
    if (kind === 2) return text.replace(/^(?=.)/gmu, '　')
    if (kind === 3) return text.replace(/(?<=.)$/gmu, '　')
    if (kind === 4) return text.replace(/^(?=.)/gmu, '    ')
    return text
      .replace(/^(?=.)/gmu, '　　')
      .replace(/(?<=.)$/gmu, '  ')
      .replaceAll('\n', '\r\n')
  }
}

export const families: { readonly [name: string]: Family } = {
  'numbers: costs': edit(otherCosts),
  'numbers: values before labels': edit(valuesBeforeLabels),
  ...indicatorFamilies,
  ...proseFamilies,
  'prose: all kinds': mixedProse,
  'choices: one': edit((sheet, random) => choose(sheet, random, () => 1)),
  'choices: none, one, several': edit((sheet, random) => choose(sheet, random, r => r.pick([0, 1, 1, 2]))),
  years,
  'years: other eras': otherEras,
  assessments: otherAssessments,
  order: shuffled,
  spacing,
  'all at once': (sheet, random) => {
    otherCosts(sheet, random)
    choose(sheet, random, () => 1)
    years(sheet, random)
    mixedProse(sheet, random)
    otherAssessments(sheet, random)
    const blocks = someSlots(random).map(slot => blockOf(random, slot, filling(random)))
    placeIndicators(sheet, blocks, tornLines(random, blocks, random.pick(['up', 'down'])))
    return spacing(sheet, random)
  },
}
