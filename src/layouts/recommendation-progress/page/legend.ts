import { match, matches, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { filled, type GridRow } from '../../../document/table/grid.ts'
import { compact } from '../../../normalise/whitespace.ts'
import { legendTitles } from '../words/index.ts'

/** 新規:新たな取組を実施していく項目: a category and what it means. */
interface Category {
  readonly name: Printed
  readonly meaning: Printed
  readonly colon: Printed
}

export interface Legend {
  readonly titles: readonly Printed[]
  readonly categories: readonly Category[]
}

const title = new RegExp(`^(?:${legendTitles.join('|')})(?=\\s|$)`, 'du')
const name = /(?<!\S)(?<name>[^\s:：。、「」【】]{1,8}?)\s?(?<colon>[:：])/dgu

/**
 * The legend that a row is, or a part of it: its title, its categories, or both; undefined where a cell is neither. Categories
 * that are alone are some only where the title has been read (`begun`).
 */
export function legendOf(row: GridRow, begun: boolean): Legend | undefined {
  const found: Legend[] = []
  for (const { on } of filled(row)) {
    const { titles, rest } = titlesOf(on)
    const isPart = titles.length > 0 || ((begun || found.length > 0) && beginsWithCategory(rest))
    if (!isPart) return undefined
    found.push({ titles, categories: categoriesOf(rest) })
  }
  return { titles: found.flatMap(part => part.titles), categories: found.flatMap(part => part.categories) }
}

const beginsWithCategory = (on: Printed): boolean => /^[^\s:：。、]{1,8}\s?[:：]\s?\S/u.test(textOf(on))

/** Whether a text is the beginning of a legend: its title with a category behind it, or a category. */
export const beginsLegend = (on: Printed): boolean => beginsWithCategory(titlesOf(on).rest)

const mostCategories = 8

/** Whether a legend without a title of its own begins on a row: one category a line, two at least, with the title right below them. */
export function leadsToTitle(rows: readonly GridRow[], index: number): boolean {
  const below = rows.slice(index, index + mostCategories)
  const end = below.findIndex(row => !isCategoryLine(row))
  const next = below[end]
  return end >= 1 && next !== undefined && legendOf(next, false) !== undefined
}

const isCategoryLine = (row: GridRow): boolean => {
  const [only, ...others] = filled(row)
  return row.columns === 0 && only !== undefined && others.length === 0 && beginsWithCategory(only.on)
}

/** The titles at the start of a text: 【取組区分】 今後の取組の方向性. */
function titlesOf(on: Printed): { titles: Printed[]; rest: Printed } {
  const titles: Printed[] = []
  let rest = trim(on)
  for (let found = match(rest, title); found; found = match(rest, title)) {
    titles.push(found.whole)
    rest = trim(slice(rest, found.end))
  }
  return { titles, rest }
}

function categoriesOf(on: Printed): Category[] {
  const starts = [...matches(on, name)]
  return starts.flatMap(({ groups, end }, index) => {
    const meaning = trim(slice(on, end, starts[index + 1]?.index))
    const { name: word, colon } = groups
    return word && colon && textOf(meaning) !== '' ? [{ name: word, meaning, colon }] : []
  })
}

/** The legend that most pages print, of equally many the first; undefined where no page prints one. */
export function commonLegend(all: readonly Legend[]): Legend | undefined {
  const keyed = all.filter(legend => legend.categories.length > 0).map(legend => ({ legend, key: keyOf(legend) }))
  const votes = (key: string) => keyed.filter(each => each.key === key).length
  return keyed.reduce<(typeof keyed)[number] | undefined>(
    (best, each) => (best && votes(best.key) >= votes(each.key) ? best : each),
    undefined,
  )?.legend
}

const keyOf = ({ categories }: Legend): string =>
  categories.map(each => `${compact(textOf(each.name))}:${compact(textOf(each.meaning))}`).join('|')
