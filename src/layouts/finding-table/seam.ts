import type { Line } from '../../document/model.ts'
import { groupsByGap, lineText, median, squeezed } from './lines.ts'

/** The lines above the finding: the measure's name and the project. */
export interface NameLines {
  readonly code: string | undefined
  readonly lines: readonly Line[]
  /** Whether the finding is known, so that these lines are names and no more. */
  readonly isNamesOnly: boolean
}

/** How many lines belong to the measure, and why that is so where nothing printed parts the two names. */
export interface Seam {
  readonly from: number
  readonly to: number
  readonly inferred: boolean
}

/** Votes for the names of one code: the squeezed name and how many records print it apart from the project. */
type Votes = ReadonlyMap<string, number>

const anyCode = '*'

/** The seam of each record between measure and project, or undefined where nothing tells. */
export function seamsOf(all: readonly NameLines[]): (Seam | undefined)[] {
  const own = all.map(ownSeam)
  return all.map(
    (names, index) => voted(names, own[index], votesFor(names, index, all, own)) ?? inferredSeam(names, all),
  )
}

/** A blank line between two blocks, and no other, parts the two names. */
function ownSeam({ lines, isNamesOnly }: NameLines): Seam | undefined {
  const groups = isNamesOnly ? groupsByGap(lines) : []
  return groups.length === 2 ? { from: 0, to: groups[0]?.length ?? 0, inferred: false } : undefined
}

function votesFor(
  names: NameLines,
  index: number,
  all: readonly NameLines[],
  own: readonly (Seam | undefined)[],
): Votes {
  const votes = new Map<string, number>()
  all.forEach((other, at) => {
    const seam = own[at]
    if (at === index || !seam || (names.code ?? anyCode) !== (names.code === undefined ? anyCode : other.code)) return
    const name = squeezed(other.lines.slice(seam.from, seam.to))
    votes.set(name, (votes.get(name) ?? 0) + 1)
  })
  return votes
}

/** The seam that the record's own blank line and the names of the same code elsewhere agree on, by their number. */
function voted(names: NameLines, own: Seam | undefined, votes: Votes): Seam | undefined {
  const seams = new Map<string, { seam: Seam; votes: number }>()
  if (own && names.code !== undefined) seams.set(`${own.from}-${own.to}`, { seam: own, votes: 1 })
  for (const [name, count] of votes) {
    const seam = seamAtName(names.lines, name)
    const key = seam && `${seam.from}-${seam.to}`
    if (seam && key) seams.set(key, { seam, votes: (seams.get(key)?.votes ?? 0) + count })
  }
  const [first, second] = [...seams.values()].sort((a, b) => b.votes - a.votes)
  if (!first) return own
  return first.votes > (second?.votes ?? 0) ? first.seam : undefined
}

/** The lines that are a known name, whatever their breaks. */
function seamAtName(lines: readonly Line[], name: string): Seam | undefined {
  for (let from = 0; from < lines.length; from += 1)
    for (let to = from + 1; to < lines.length; to += 1)
      if (squeezed(lines.slice(from, to)) === name) return { from, to, inferred: false }
  return undefined
}

/**
 * Without a blank line: the lines that two records of one code begin with alike, where they also end as a cell does: every line
 * but the last fills the column, and the last leaves room. The value carries a note, as no printed mark says it.
 */
function inferredSeam(names: NameLines, all: readonly NameLines[]): Seam | undefined {
  if (names.lines.some(line => line.gap > 0) || names.code === undefined) return undefined
  const measure = columnMeasure(all)
  const alike = all.flatMap(other => (other !== names && other.code === names.code ? linesAlike(names, other) : []))
  const count = Math.min(...alike, Number.POSITIVE_INFINITY)
  const shares = alike.filter(each => each === count).length
  const last = names.lines[count - 1]
  if (!last || shares === 0 || count >= names.lines.length) return undefined
  const fills = names.lines.slice(0, count - 1).every(line => line.width > measure - 1.8)
  return fills && last.width < measure - 2 ? { from: 0, to: count, inferred: true } : undefined
}

/** The number of lines that both begin with; nothing where the projects are the same too. */
function linesAlike(one: NameLines, other: NameLines): number[] {
  const differ = one.lines.findIndex((line, index) => {
    const beside = other.lines[index]
    return beside === undefined || lineText(line) !== lineText(beside)
  })
  return differ > 0 && differ < other.lines.length ? [differ] : []
}

/** The width at which the column wraps: that of the first lines of names that go on below. */
const columnMeasure = (all: readonly NameLines[]): number =>
  median(all.filter(({ lines }) => lines.length > 2).map(({ lines }) => lines[0]?.width ?? 0))
