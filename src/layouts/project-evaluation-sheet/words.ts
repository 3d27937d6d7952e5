import { compact } from '../../normalise/whitespace.ts'
import { form, title } from './form.ts'

/** The years' endings in column heads, units beside amounts, and marks between the cells of a head. */
const loose = ['事業内容', '千', '円', '単位：千円', '年度', '人工', '％', '%']

/** Every word of the form: what equals one of them is no value that was missed. */
export const vocabulary: ReadonlySet<string> = new Set(
  [
    ...form.labels.map(label => label.printed),
    ...form.sections,
    title,
    ...form.optionSets.flatMap(set => set.words),
    ...loose,
  ].map(compact),
)
