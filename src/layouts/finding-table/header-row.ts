import type { Line } from '../../document/model.ts'
import { concat, type Printed } from '../../document/printed.ts'
import { lineText, wordsOf } from './lines.ts'
import { type ColumnName, columnNamed } from './vocabulary.ts'

export interface Head {
  readonly name: ColumnName
  readonly on: Printed
}

/** A printing of the column heads; `count` lines from where it begins. */
export interface HeaderRow {
  readonly count: number
  readonly heads: readonly Head[]
}

/** The column heads that begin on a line: on one line, or each on a line of its own. */
export function headerRowAt(lines: readonly Line[], index: number): HeaderRow | undefined {
  const heads: Head[] = []
  let at = index
  while (at < lines.length) {
    const found = onlyHeads(lines[at] as Line) ?? wrappedHead(lines[at] as Line, lines[at + 1])
    if (!found) break
    heads.push(...found.heads)
    at += found.count
  }
  if (distinct(heads) >= 3) return { count: at - index, heads }
  return mostlyHeads(lines[index] as Line)
}

const headsIn = (line: Line): (Head | undefined)[] =>
  wordsOf(line).map(({ on, text }) => {
    const name = columnNamed(text)
    return name && { name, on }
  })

function onlyHeads(line: Line): HeaderRow | undefined {
  const heads = headsIn(line)
  return heads.every(head => head !== undefined) ? { count: 1, heads: heads as Head[] } : undefined
}

/** A head that its narrow column wraps: 取組の⏎実施時期. */
function wrappedHead(line: Line, next: Line | undefined): HeaderRow | undefined {
  const name = next && columnNamed(lineText(line) + lineText(next))
  return name ? { count: 2, heads: [{ name, on: concat(line.on, (next as Line).on) }] } : undefined
}

/** A line of heads with something else between them, which no field takes. */
function mostlyHeads(line: Line): HeaderRow | undefined {
  const heads = headsIn(line).filter(head => head !== undefined)
  return distinct(heads) >= 4 ? { count: 1, heads } : undefined
}

const distinct = (heads: readonly Head[]): number => new Set(heads.map(head => head.name)).size
