import type { Line } from '../../../document/model.ts'
import { match, type Printed, textOf } from '../../../document/printed.ts'
import { median } from '../../../document/prose/widths.ts'
import * as codes from '../../../normalise/codes.ts'
import { bracketedCode, isCodeLine, leadingCode, namedCode, trailingCode } from './code.ts'
import { groupsByGap, restOf } from './lines.ts'
import { type NameLines, type Seam, seamsOf } from './seam.ts'

/** The cells of a record above its timing, by their lines; what is undefined could not be parted. */
export interface Upper {
  readonly code: Printed | undefined
  readonly measure: readonly Line[] | undefined
  readonly project: readonly Line[] | undefined
  readonly finding: readonly Line[] | undefined
  /** The lines that the undefined cells share. */
  readonly shared: readonly Line[]
  /** Whether nothing printed parts measure and project, and the seam follows from other records. */
  readonly inferred: boolean
}

/** The measure's code, and the lines after it. */
interface AfterCode {
  /** 施策 before it. */
  readonly word?: Printed
  readonly code: Printed | undefined
  readonly lines: readonly Line[]
}

/** The code is at the top, or within a few lines of it where something has got between. */
export function afterCode(lines: readonly Line[]): AfterCode {
  const [first] = lines
  if (!first) return { code: undefined, lines }
  const named = match(first.on, namedCode)
  if (named?.groups.word && named.groups.code)
    return { ...after(lines, named.groups.code, named.end), word: named.groups.word }
  const bracketed = match(first.on, bracketedCode)
  if (bracketed?.groups.code) return after(lines, bracketed.groups.code, bracketed.end)
  const leading = match(first.on, leadingCode)
  if (leading) return after(lines, leading.whole, leading.end)
  const below = lines.slice(0, 4).findIndex(isCodeLine)
  if (below > 0) return { code: lines[below]?.on, lines: lines.slice(below + 1) }
  const trailing = match(first.on, trailingCode)
  return trailing ? { code: trailing.whole, lines: lines.slice(1) } : { code: undefined, lines }
}

function after(lines: readonly Line[], code: Printed, end: number): AfterCode {
  const rest = lines[0] && restOf(lines[0], end)
  return { code, lines: [...(rest ? [rest] : []), ...lines.slice(1)] }
}

/** The names and the finding, as far as indents and blank lines part them. */
interface Parted {
  readonly names: readonly Line[]
  readonly finding: readonly Line[] | undefined
}

/** The finding begins at the first indented line below the names; without an indent, at the third block. */
function partFinding(lines: readonly Line[]): Parted {
  const indented = firstIndented(lines)
  if (indented > 0) return { names: lines.slice(0, indented), finding: lines.slice(indented) }
  const blocks = groupsByGap(lines)
  if (blocks.length !== 3) return { names: lines, finding: undefined }
  return { names: blocks.slice(0, 2).flat(), finding: blocks[2] }
}

/** A project may be set in from the margin too, right below a measure of one line; the finding's column is wider. */
function firstIndented(lines: readonly Line[]): number {
  const base = Math.min(...lines.map(line => line.indent))
  const isIndented = (line: Line): boolean => line.indent - base >= 0.5
  return lines.findIndex(
    (line, index) => isIndented(line) && (index > 1 || (index === 1 && line.width > (lines[0] as Line).width * 1.25)),
  )
}

/** The cells above the timing of every record; names that one record prints apart tell where they part in another. */
export function upperCells(records: readonly (readonly Line[])[]): Upper[] {
  const coded = records.map(afterCode)
  const parted = coded.map(({ lines }) => partFinding(lines))
  const names = parted.map(
    ({ names: lines, finding }, index): NameLines => ({
      code: codeText(coded[index]?.code),
      lines,
      isNamesOnly: finding !== undefined,
    }),
  )
  const seams = seamsOf(names)
  const width = measureWidth(names, seams)
  return names.map(({ lines }, index) => ({
    code: coded[index]?.code,
    ...cellsOf(lines, seams[index], parted[index]?.finding, width),
  }))
}

const codeText = (code: Printed | undefined): string | undefined => code && (codes.code(textOf(code)) ?? undefined)

/** How wide the column of the measure is, by the records whose measure is known. */
function measureWidth(names: readonly NameLines[], seams: readonly (Seam | undefined)[]): number {
  const widest = names.flatMap(({ lines }, index) => {
    const seam = seams[index]
    return seam ? [Math.max(...lines.slice(seam.from, seam.to).map(line => line.width))] : []
  })
  return median(widest)
}

type Cells = Omit<Upper, 'code'>

const unparted = (shared: readonly Line[], finding: readonly Line[] | undefined): Cells => ({
  measure: undefined,
  project: undefined,
  finding,
  shared,
  inferred: false,
})

function cellsOf(
  lines: readonly Line[],
  seam: Seam | undefined,
  finding: readonly Line[] | undefined,
  width: number,
): Cells {
  if (!seam) return unparted(lines, finding)
  const measure = lines.slice(seam.from, seam.to)
  const below = lines.slice(seam.to)
  if (!finding) return { ...projectAndFinding(below, width), measure }
  return { ...projectOnly(below, finding), measure, inferred: seam.inferred }
}

/** The project is one block. A second block that touches the finding is of neither; one that does not may be of the project. */
function projectOnly(lines: readonly Line[], finding: readonly Line[]): Cells {
  const [project, stranger, ...others] = groupsByGap(lines)
  const isOne = stranger === undefined || (others.length === 0 && finding[0]?.gap === 0)
  return isOne ? { ...unparted([], finding), project } : unparted(lines, finding)
}

/** Without an indent: two blocks, or a project as narrow as the measure above a finding that is much wider. */
function projectAndFinding(lines: readonly Line[], width: number): Cells {
  const blocks = groupsByGap(lines)
  const [project, finding] = blocks
  if (blocks.length === 2) return { ...unparted([], finding), project }
  const wide = lines.findIndex(line => line.width > width * 1.35)
  const isPlain = blocks.length === 1 && wide > 0 && lines.slice(0, wide).every(line => line.width < width * 1.15)
  if (!isPlain) return unparted(lines, undefined)
  return { ...unparted([], lines.slice(wide)), project: lines.slice(0, wide), inferred: true }
}
