import { type Random, times } from '../choices.ts'
import type { Is } from '../document.ts'
import { bold, type Cell, type Colour, cell, headCell, paragraph } from '../print/model.ts'
import type { Column } from '../words/sheet-values.ts'

/** How a sheet prints labels, choices and heads. */
export interface Style {
  readonly label: (text: string) => string
  readonly ground: Colour | undefined
  readonly chosen: string
  readonly open: string
  readonly hasOptionCells: boolean
  readonly areLabelsAbove: boolean
  readonly isAccountSplit: boolean
  readonly isJoined: boolean
  readonly money: 'columns' | 'two rows of heads' | 'split cells' | 'turned'
  readonly indicators: 'blocks' | 'rows' | 'side by side'
  readonly hasRate: boolean
  readonly isNewestFirst: boolean
  readonly year: (year: number) => string
  readonly kindWord: { readonly budget: string; readonly actual: string }
  readonly hasTwoGrades: boolean
  readonly hasQuestionColumn: boolean
  readonly added: { readonly label: string; readonly value: string; readonly isChoice: boolean } | undefined
  readonly rules: 'all' | 'rows'
  readonly section: (words: string) => string
}

const wide = (no: number): string =>
  String(no).replace(/[0-9]/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

export function styleOf(random: Random, is: Is): Style {
  const marks = random.pick<readonly [string, string]>([
    ['●', '○'],
    ['●', '○'],
    ['■', '□'],
    ['☑', '☐'],
    ['◉', '○'],
  ])
  const money = random.pick(['columns', 'columns', 'columns', 'two rows of heads', 'split cells', 'turned'] as const)
  const indicators = random.pick(['blocks', 'blocks', 'blocks', 'rows', 'side by side'] as const)
  is(`money: ${money}`, 100)
  is(`indicators: ${indicators}`, 100)
  is(`marks ${marks.join('')}`, 100)
  return {
    label: is('labels with a colon', 12) ? text => `${text}：` : text => text,
    ground: is('no ground', 30) ? undefined : [0.9, 0.95, random.int(80, 95) / 100],
    chosen: marks[0],
    open: marks[1],
    hasOptionCells: is('options in cells', 12),
    areLabelsAbove: is('labels above', 20),
    isAccountSplit: is('a label for the name of the account', 12),
    isJoined: is('code and name joined', 30),
    money,
    indicators,
    hasRate: is('a column of rates', 15),
    isNewestFirst: is('newest first', 15),
    year: random.pick([no => `令和${no}年度`, no => `令和${wide(no)}年度`, no => `R${no}年度`] as const),
    kindWord: is('額 behind the kind', 30)
      ? { budget: '予算額', actual: '決算額' }
      : { budget: '予算', actual: '決算' },
    hasTwoGrades: is('grades of two years', 10),
    hasQuestionColumn: is('questions in a column', 15),
    added: is('row added', 25)
      ? random.pick<NonNullable<Style['added']>>([
          { label: '関連する計画', value: '第2次みどりの計画', isChoice: false },
          { label: 'デジタル化の有無', value: '有', isChoice: true },
          { label: '関連するSDGs', value: '目標11', isChoice: false },
        ])
      : undefined,
    rules: is('horizontal rules only', 10) ? 'rows' : 'all',
    section: is('section titles without marks', 12)
      ? words => words
      : random.pick([words => `◎${words}`, words => `■${words}`] as const),
  }
}

/** A label beside or above values: a cell of its own ground. */
export const labelCell = (text: string, style: Style, spans: Omit<Cell, 'content'> = {}): Cell =>
  headCell(style.label(text), { ...(style.ground ? { ground: style.ground } : {}), ...spans })

export const plainHead = (text: string, style: Style, spans: Omit<Cell, 'content'> = {}): Cell =>
  headCell(text, { ...(style.ground ? { ground: style.ground } : {}), ...spans })

export const number = (text: string, spans: Omit<Cell, 'content'> = {}): Cell => ({
  content: [paragraph(text, { align: 'right' })],
  ...spans,
})

/** Options with the chosen one marked, in one cell or, parted evenly, in cells of their own. */
export function optionCells(options: readonly string[], chosen: string, columns: number, style: Style): Cell[] {
  const printed = options.map(option => `${option === chosen ? style.chosen : style.open} ${option}`)
  if (!style.hasOptionCells || options.length > columns) return [cell(printed.join('　'), { columns })]
  const own = Math.floor(columns / options.length)
  return printed.map((text, index) =>
    cell(text, { columns: index === options.length - 1 ? columns - own * index : own }),
  )
}

export const sectionTitle = (words: string, style: Style) => bold(style.section(words), { after: 0.3 })

export const kindOf = ({ isPlan }: Column, style: Style): string =>
  isPlan ? style.kindWord.budget : style.kindWord.actual

export const blanks = (number: number): Cell[] => times(number, () => cell(''))
