import { compact } from '../../normalise/whitespace.ts'
import {
  columnWords,
  figureWords,
  glossaryHeads,
  glossaryTitles,
  goalsWords,
  overviewHeads,
  sectionWords,
  sourceWords,
  titleTails,
} from './words.ts'

/** 6項目の, 4分野の: the number of measures or fields in a heading. */
const counted = Array.from({ length: 30 }, (_, index) => [`${index + 1}項目の`, `${index + 1}分野の`]).flat()

/** Every word the form itself prints. */
export const vocabulary: ReadonlySet<string> = new Set(
  [
    ...Object.values(sectionWords).flat(),
    ...goalsWords,
    ...glossaryHeads.flat(),
    ...glossaryTitles,
    ...overviewHeads,
    ...titleTails,
    ...figureWords,
    ...sourceWords,
    ...columnWords,
    ...counted,
    'NEW',
    '新規',
    '拡充',
  ].map(compact),
)
