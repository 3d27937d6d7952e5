import { readFileSync } from 'node:fs'
import type { Out } from '../../../src/layouts/kit/fields.ts'
import { type RecordShape, record } from '../../../src/layouts/project-evaluation-sheet/record.ts'
import { completed } from '../../helpers/pruned.ts'

type Mutable<T> = T extends readonly (infer I)[]
  ? Mutable<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T
export type Truth = Mutable<Out<RecordShape>>

const root = new URL('../../../', import.meta.url)
export const seedText = readFileSync(new URL('seeds/002_226b198dc5f12da8.txt', root), 'utf8')
const expected = JSON.parse(
  readFileSync(new URL('fixtures/project-evaluation-sheet/seed-002/expected.json', root), 'utf8'),
)
const seedTruth = completed(record, expected.records[0]) as Truth

/** The parts of the source document: first and last line of each. */
const ranges = {
  basic: [2, 2],
  measures: [4, 6],
  targets: [8, 8],
  expense: [10, 10],
  category: [12, 12],
  execution: [14, 14],
  costSection: [16, 16],
  total: [18, 18],
  breakdownLabel: [20, 22],
  breakdown0: [24, 28],
  breakdown1: [30, 34],
  staff: [36, 36],
  personnel: [38, 38],
  project: [40, 40],
  revenue: [42, 42],
  unit: [44, 44],
  columns: [46, 46],
  endYear: [48, 48],
  legalBasis: [50, 53],
  otherCities: [55, 58],
  results: [60, 64],
  ingenuity: [66, 73],
  beneficiaries: [75, 75],
  nature: [77, 77],
  contents: [79, 82],
  executionLabel: [84, 84],
  purpose: [86, 86],
  shortTerm: [88, 91],
  longTerm: [93, 95],
  activities: [97, 104],
  reviewSection: [105, 105],
  participation: [107, 107],
  previousGrade: [109, 109],
  unit1: [111, 112],
  currentGrade: [114, 114],
  projectDirection: [116, 116],
  budgetDirection: [118, 118],
  unit2: [120, 121],
  currentReason: [123, 128],
  projectText: [130, 140],
  budgetText: [142, 145],
  previousLabel: [147, 147],
  improvements: [149, 154],
  previousSaving: [156, 159],
  participationLabels: [161, 161],
  improvementPoints: [163, 168],
  assessment0: [170, 178],
  assessment1: [180, 188],
  assessment2: [190, 199],
  assessment3: [201, 211],
  run0: [213, 213],
  assessmentHeads: [215, 215],
  run1: [217, 217],
  outcome2: [219, 223],
  run2: [225, 225],
  outcome1: [227, 231],
  run3: [233, 233],
  run4: [235, 235],
  activity2: [237, 241],
  run5: [243, 243],
  activity1: [245, 249],
  run6: [251, 251],
} as const

export type BlockName = keyof typeof ranges | `extra${number}`

/** A sheet as blocks of lines, and what a reader who knows the form takes from it. */
export interface Sheet {
  blocks: { name: BlockName; lines: string[] }[]
  truth: Truth
}

const seedLines = seedText.split('\n')

/** The source document itself, to be changed. */
export const seedSheet = (): Sheet => ({
  blocks: Object.entries(ranges).map(([name, [from, to]]) => ({
    name: name as BlockName,
    lines: seedLines.slice(from - 1, to),
  })),
  truth: structuredClone(seedTruth),
})

export const textOfSheet = (sheet: Sheet): string => `\n${sheet.blocks.map(b => `${b.lines.join('\n')}\n`).join('\n')}`

export function setBlock(sheet: Sheet, name: BlockName, lines: readonly string[]): void {
  const block = sheet.blocks.find(each => each.name === name)
  if (block) block.lines = [...lines]
}

export function removeBlocks(sheet: Sheet, isGone: (name: BlockName) => boolean): void {
  sheet.blocks = sheet.blocks.filter(block => !isGone(block.name))
}
