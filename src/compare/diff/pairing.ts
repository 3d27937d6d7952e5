import { groupBy } from '../../document/group-by.ts'
import type { Row } from '../data/release.ts'
import { keyOf } from './grouping.ts'

/** The rows of two releases, paired. */
export interface Pairing {
  readonly pairs: readonly { readonly old: Row; readonly new: Row }[]
  readonly ended: readonly Row[]
  readonly new: readonly Row[]
  /** Rows of one release that have one key: which of them is meant is not known. */
  readonly duplicates: readonly { readonly side: 'old' | 'new'; readonly rows: readonly Row[] }[]
  /** Rows whose key is empty or doubtful, and which no other key pairs. */
  readonly keyless: readonly { readonly side: 'old' | 'new'; readonly row: Row }[]
}

/**
 * Pairs rows by the first of some keys, what it leaves over by the next; only what one row of each release has. Where a key is doubtful, the
 * rows must have the same name as well.
 */
export function paired(
  old: readonly Row[],
  fresh: readonly Row[],
  keys: readonly (readonly string[])[],
  name: string,
): Pairing {
  const [surest = []] = keys
  const twice = [...duplicatesIn(old, 'old', surest), ...duplicatesIn(fresh, 'new', surest)]
  const taken = new Set(twice.flatMap(({ rows }) => rows))
  const shared = new Set(twice.flatMap(({ rows }) => rows.slice(0, 1).map(row => keyOf(row, surest))))
  const pairs: { old: Row; new: Row }[] = []
  for (const columns of keys) {
    const left = byKey(old, columns, taken)
    for (const [key, rows] of byKey(fresh, columns, taken)) {
      const [own, ...others] = left.get(key) ?? []
      const [row, ...more] = rows
      // What stands twice in one release is paired with nothing in the other.
      if (!own || !row || others.length + more.length > 0) continue
      if (columns === surest && shared.has(key)) continue
      const isSure = !isDoubted(own, columns) && !isDoubted(row, columns)
      if (!isSure && (own.of(name) === null || own.of(name) !== row.of(name))) continue
      pairs.push({ old: own, new: row })
      taken.add(own).add(row)
    }
  }
  const rest = (rows: readonly Row[]) => rows.filter(row => !taken.has(row))
  const hasKey = (row: Row) => keyOf(row, surest) !== undefined && !isDoubted(row, surest)
  const isAmbiguous = (row: Row) => shared.has(keyOf(row, surest))
  const keyless = [
    ...rest(old).map(row => ({ side: 'old' as const, row })),
    ...rest(fresh).map(row => ({ side: 'new' as const, row })),
  ].filter(({ row }) => !hasKey(row))
  const told = [
    ...twice,
    ...rest(old)
      .filter(isAmbiguous)
      .map(row => ({ side: 'old' as const, rows: [row] })),
    ...rest(fresh)
      .filter(isAmbiguous)
      .map(row => ({ side: 'new' as const, rows: [row] })),
  ]
  const alone = (rows: readonly Row[]) => rest(rows).filter(row => hasKey(row) && !isAmbiguous(row))
  return { pairs, ended: alone(old), new: alone(fresh), duplicates: told, keyless }
}

const isDoubted = (row: Row, columns: readonly string[]): boolean => columns.some(column => row.isDoubted(column))

function byKey(rows: readonly Row[], columns: readonly string[], taken: ReadonlySet<Row>): Map<string, Row[]> {
  const left = rows.filter(row => !taken.has(row) && keyOf(row, columns) !== undefined)
  return groupBy(left, row => keyOf(row, columns) as string)
}

const duplicatesIn = (rows: readonly Row[], side: 'old' | 'new', columns: readonly string[]) =>
  [...byKey(rows, columns, new Set()).values()]
    .filter(group => group.length > 1)
    .map(group => ({ side, rows: group as readonly Row[] }))
