import { compact } from '../../../normalise/whitespace.ts'
import { form, title } from './form.ts'
import { sectionNames } from './headings.ts'
import type { Label } from './rows.ts'

/** Heads of columns and corners that have no field of their own. */
export const plainHeads: readonly string[] = ['区分', '設問', '視点', '方向性', '前回判定', '今回判定']

/** The years' endings in column heads, units beside amounts, and marks between the cells of a head. */
const loose = ['事業内容', '千', '円', '単位：千円', '年度', '人工', '％', '%']

/** Every word of the form: what equals one of them is no value that was missed. */
export const vocabulary: ReadonlySet<string> = new Set(
  [
    ...form.labels.map(label => label.printed),
    ...form.sections,
    ...sectionNames,
    title,
    ...form.optionSets.flatMap(set => set.words),
    ...loose,
    ...plainHeads,
  ].map(compact),
)

/** What is printed beside or above each field of a record. */
export const fieldHeads = headsOf(form.labels)

function headsOf(labels: readonly Label[]): { [path: string]: string[] } {
  const heads: { [path: string]: string[] } = {}
  for (const { printed, field, choices } of labels)
    for (const path of [field, ...choices.map(choice => choice.field)])
      if (path !== undefined) heads[holderOf(path)] = [...(heads[holderOf(path)] ?? []), printed]
  return heads
}

/** A code has its name beside it: both have one label. */
function holderOf(path: string): string {
  return path.replace(/\.code$/u, '')
}
