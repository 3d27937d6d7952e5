import type { Line } from '../../../document/model.ts'
import { median } from '../../../document/prose/widths.ts'
import { compactLines, groupsByGap, lineText } from './lines.ts'

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

/** The seam of each record between measure and project, or undefined where nothing tells. */
export function seamsOf(all: readonly NameLines[]): (Seam | undefined)[] {
  const own = all.map(ownSeam)
  return all.map(
    (names, index) => agreedSeam(names, own[index], readingsFor(names, all, own)) ?? inferredSeam(names, all),
  )
}

/** A blank line between two blocks, and no other, parts the two names. */
function ownSeam({ lines, isNamesOnly }: NameLines): Seam | undefined {
  const groups = isNamesOnly ? groupsByGap(lines) : []
  return groups.length === 2 ? { from: 0, to: groups[0]?.length ?? 0, inferred: false } : undefined
}

/** A name that records of the same code print apart from the project, and how many do; without a code, any other record. */
interface Reading {
  readonly name: string
  readonly records: number
}

function readingsFor(names: NameLines, all: readonly NameLines[], own: readonly (Seam | undefined)[]): Reading[] {
  const printed = all.flatMap((other, index) => {
    const seam = own[index]
    const isAlike = names.code === undefined ? other !== names : other.code === names.code
    return seam && isAlike ? [compactLines(other.lines.slice(seam.from, seam.to))] : []
  })
  return [...new Set(printed)].map(name => ({ name, records: printed.filter(each => each === name).length }))
}

/**
 * One code has one name, so a name that more records print apart than any other moves the seam: it shows a strange line between
 * two cells, or a blank line inside one. Where as many say otherwise, the record's own blank line holds, and a check reports them.
 */
function agreedSeam(names: NameLines, own: Seam | undefined, readings: readonly Reading[]): Seam | undefined {
  const [first, second] = readings
    .flatMap(({ name, records }) => {
      const seam = seamAtName(names.lines, name)
      return seam ? [{ records, seam }] : []
    })
    .sort((a, b) => b.records - a.records)
  if (!first || first.records === second?.records) return own
  return first.seam
}

/** The lines that are a known name, whatever their breaks. */
function seamAtName(lines: readonly Line[], name: string): Seam | undefined {
  for (let from = 0; from < lines.length; from += 1)
    for (let to = from + 1; to < lines.length; to += 1)
      if (compactLines(lines.slice(from, to)) === name) return { from, to, inferred: false }
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
