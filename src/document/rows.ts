import type { Span } from './printed.ts'
import { firstWhere } from './search.ts'

/** A printed line of a source: the characters it goes from and to, its page and its number on that page, both from 1. */
export interface Row {
  readonly from: number
  readonly to: number
  readonly page: number
  readonly number: number
}

/** The rows that a span touches, each with the part of the span that is on it, in order; none where it touches no row. */
export function rowParts(rows: readonly Row[], [from, to]: Span): { row: Row; part: [from: number, to: number] }[] {
  const parts: { row: Row; part: [from: number, to: number] }[] = []
  const first = firstWhere(rows, row => row.to > from)
  for (let index = first; index < rows.length; index += 1) {
    const row = rows[index] as Row
    if (row.from >= to) break
    const part: [number, number] = [Math.max(from, row.from), Math.min(to, row.to)]
    if (part[0] < part[1]) parts.push({ row, part })
  }
  return parts
}
