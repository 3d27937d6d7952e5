import { chance, type Random, times } from '../choices.ts'
import { someBureaus } from '../words/city.ts'
import { phrase, policyName, projectName, sentence } from '../words/prose.ts'

/** A record of a finding table: what is meant, and how its cells print what is not printed as meant. */
export interface Finding {
  readonly fields: {
    readonly no: number
    readonly bureaus: readonly string[]
    readonly divisions: readonly string[]
    readonly measure: { readonly code: string | null; readonly name: string }
    readonly project: string
    readonly finding: string
    readonly timing: {
      readonly category: string | null
      readonly text: string | null
      readonly fiscalYear: number | null
    }
    readonly response: string
  }
  readonly printed: {
    readonly no: string
    readonly bureaus: readonly string[]
    readonly divisions: readonly string[]
    readonly measure: string
    readonly timing: string
    /** Paragraphs with their indents and marks. */
    readonly finding: readonly string[]
    readonly response: readonly string[]
  }
  /** What stands in the column that is added. */
  readonly remark: string | undefined
}

/** How a document writes numbers, units, codes and timings. */
export interface Notation {
  readonly no: (no: number) => string
  readonly units: 'lines' | 'dots' | 'commas'
  readonly code: (code: string) => string
  readonly timing: 'colon' | 'space' | 'brackets' | 'letter' | 'words'
  readonly legend: readonly string[]
  readonly lists: 'none' | 'circled' | 'letters' | 'dots'
  readonly indented: boolean
}

const wide = (text: string): string =>
  text.replace(/[0-9A-Z-]/g, sign => (sign === '-' ? '－' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0)))

export function notations(random: Random, is: (kind: string, percent: number) => boolean): Notation {
  const timing = is('timing by letter', 12)
    ? 'letter'
    : is('timing in words', 12)
      ? 'words'
      : random.pick(['colon', 'space', 'brackets'] as const)
  const code = random.pick(['plain', 'wide', 'word', 'brackets', 'none'] as const)
  return {
    no: random.pick([no => String(no), no => wide(String(no)), no => `(${no})`, no => `指摘${no}`] as const),
    units: is('units on a line', 25) ? random.pick(['dots', 'commas'] as const) : 'lines',
    code: {
      plain: (c: string) => `${c}　`,
      wide: (c: string) => `${wide(c)}　`,
      word: (c: string) => `施策${wide(c)}　`,
      brackets: (c: string) => `(${c})`,
      none: () => '',
    }[code],
    timing,
    legend:
      timing === 'letter' ? categories.map(([letter, words]) => `${letter}：${words.replace('Y', '次年度')}`) : [],
    lists: is('lists in cells', 30) ? random.pick(['circled', 'letters', 'dots'] as const) : 'none',
    indented: is('indented paragraphs', 40),
  }
}

const categories: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['A', '指摘を踏まえ、Yに具体的な取組を実施'],
  ['B', '指摘を踏まえ、Y以降の実施に向けて検討'],
  ['C', '今後の取組について検討'],
  ['D', '既に実施済み'],
]

export function findings(random: Random, year: number, notation: Notation): Finding[] {
  let [measure, series] = [policyName(random), 1]
  return times(random.int(4, 9), index => {
    if (chance(random, 50)) [measure, series] = [policyName(random), series + 1]
    return findingOf(
      random,
      index + 1,
      year,
      { code: notation.code('') === '' ? null : `${Math.ceil(series / 3)}-${series}`, name: measure },
      notation,
    )
  })
}

function findingOf(
  random: Random,
  no: number,
  year: number,
  measure: Finding['fields']['measure'],
  notation: Notation,
): Finding {
  const bureaus = someBureaus(random, chance(random, 25) ? 2 : 1)
  const divisions = bureaus.map(({ divisions: [first, ...rest] }) => random.pick([first as string, ...rest]))
  const join = (units: readonly string[]) =>
    notation.units === 'lines' ? units : [units.join(notation.units === 'dots' ? '・' : '、')]
  const { timing, printed } = timingOf(random, year, notation)
  const finding = paragraphsOf(random, 1, 2, { ...notation, lists: 'none' })
  const response = paragraphsOf(random, 2, 4, notation)
  return {
    fields: {
      no,
      bureaus: bureaus.map(({ name }) => name),
      divisions,
      measure,
      project: projectName(random),
      finding: textOf(finding),
      timing,
      response: textOf(response),
    },
    printed: {
      no: notation.no(no),
      bureaus: join(bureaus.map(({ name }) => name)),
      divisions: join(divisions),
      measure: `${measure.code ? notation.code(measure.code) : ''}${measure.name}`,
      timing: printed,
      finding,
      response,
    },
    remark: chance(random, 60) ? sentence(random) : undefined,
  }
}

function timingOf(
  random: Random,
  year: number,
  { timing }: Notation,
): { timing: Finding['fields']['timing']; printed: string } {
  const [category, words] = random.pick(categories)
  const next = year + random.int(1, 2)
  if (timing === 'letter') return { timing: { category, text: null, fiscalYear: null }, printed: category }
  const text =
    timing === 'words'
      ? random.pick([`令和${next}年度に実施`, '検討中', `令和${next}年度以降に実施`, '実施済み'])
      : words.replace('Y', `令和${next}年度（${next + 2018}年度）`)
  const fiscalYear = /令和/.test(text) ? next + 2018 : null
  if (timing === 'words') return { timing: { category: null, text, fiscalYear }, printed: text }
  const printed = { colon: `${category}:${text}`, space: `${category}　${text}`, brackets: `（${category}）${text}` }[
    timing
  ]
  return { timing: { category, text, fiscalYear }, printed }
}

const marks = { circled: '①②③④', letters: 'アイウエ', dots: '・・・・' }

/** Paragraphs as printed; a list stands below the first. */
function paragraphsOf(random: Random, from: number, to: number, { lists, indented }: Notation): string[] {
  const paragraphs = times(random.int(from, to), () => `${indented ? '　' : ''}${sentence(random)}`)
  if (lists === 'none') return paragraphs
  const items = times(
    random.int(2, 3),
    index => `${marks[lists][index]}${lists === 'letters' ? '　' : ''}${phrase(random)}`,
  )
  return [paragraphs[0] as string, ...items, ...paragraphs.slice(1)]
}

/** Indents and the marks of a list of the first level are no part of a value. */
const textOf = (paragraphs: readonly string[]): string =>
  paragraphs.map(each => each.replace(/^[　・]/u, '')).join('\n')
