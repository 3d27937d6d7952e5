import type { Cell } from '../../walks/tables/columns.ts'
import { type Change, changeOf, type Kind, type Why } from '../data/change.ts'
import type { Row } from '../data/release.ts'
import { partsOf } from './words.ts'

/** Two rows that belong together, and what a change of them is called. */
export interface Two {
  readonly old: Row
  readonly new: Row
  readonly about: Pick<Change, 'key' | 'name' | 'item'>
}

/** What to say where two cells differ; amounts and texts speak for themselves where it is left out. */
export interface Saying {
  readonly kind?: Kind
}

/** The change between the cells of two rows under a column, or none; what only one of them has, or has for sure, is not compared. */
export function changeAt(two: Two, column: string, saying: Saying = {}): Change[] {
  const [old, fresh] = [two.old.of(column), two.new.of(column)]
  if (old === fresh) return []
  const isDoubted = two.old.isDoubted(column) || two.new.isDoubted(column)
  const why: Why = isDoubted ? 'doubtful' : old === null || fresh === null ? 'empty' : null
  return [changeBetween(two, column, { old, new: fresh, why }, saying)]
}

interface Values {
  readonly old: Cell
  readonly new: Cell
  readonly why: Why
}

/** The change between two values that differ. */
export function changeBetween(two: Two, column: string, values: Values, { kind }: Saying = {}): Change {
  const { old, new: fresh, why } = values
  const common = { ...two.about, column, old, new: fresh, why, oldRow: two.old, newRow: two.new }
  const { table } = two.new
  if (why !== null) return changeOf('not_comparable', table, common)
  if (typeof old === 'number' && typeof fresh === 'number')
    return changeOf(kind ?? 'amount', table, { ...common, ...apart(old, fresh) })
  if (typeof old !== 'string' || typeof fresh !== 'string') return changeOf(kind ?? 'value', table, common)
  const isText = isProse(old) || isProse(fresh)
  const said = kind ?? (isText ? 'text' : 'value')
  return changeOf(said, table, { ...common, parts: isText ? partsOf(old, fresh) : [] })
}

/** Longer texts, and those of several lines or sentences, are told word by word. */
const isProse = (text: string): boolean => text.length > 30 || /[。\n]/u.test(text)

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

function apart(old: number, fresh: number): Pick<Change, 'difference' | 'share'> {
  const difference = rounded(fresh - old)
  return { difference, share: old === 0 ? null : rounded(difference / Math.abs(old)) }
}
