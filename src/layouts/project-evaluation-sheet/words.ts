import { compact } from '../../normalise/whitespace.ts'
import { allCellLabels, allLabels, sections, title } from './labels.ts'
import { optionSets } from './options.ts'

/** The years' endings in column heads, units beside amounts, and marks between the cells of a head. */
const loose = ['事業内容', '千', '円', '単位：千円', '年度', '人工', '％', '%']

export const vocabulary: ReadonlySet<string> = new Set(
  [
    ...[...allLabels, ...allCellLabels].map(label => label.printed),
    ...sections,
    title,
    ...Object.values(optionSets).flat(),
    ...loose,
  ].map(compact),
)
