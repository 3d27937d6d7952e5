import { type Note, note } from '../../../diagnostics/codes.ts'
import type { Line } from '../../../document/model.ts'
import { joinPrinted, nothing, type Printed, slice } from '../../../document/printed.ts'
import { itemLines } from '../../../document/prose/inline.ts'
import {
  asOneLine,
  dotsInSentences,
  joinCell,
  joinLines,
  joinNames,
  proseOf,
  proseText,
} from '../../../document/prose/prose.ts'
import { mayEndParagraph } from '../../../document/prose/sentences.ts'
import { wrapWidth } from '../../../document/prose/wrapping.ts'
import { groupedBy } from '../../../document/table/cut-rows.ts'
import { isListMark } from '../../../normalise/marks.ts'
import { mark } from '../../kit/claims.ts'
import { suspicion } from '../../kit/doubts.ts'
import type { Furniture } from '../../kit/layout.ts'
import { blank, type Leaf, open, printed } from '../../kit/leaves.ts'
import { isCodeLine } from '../text/code.ts'
import { groupsByGap, lineText } from '../text/lines.ts'
import { isTiming } from '../text/timing.ts'
import type { Upper } from '../text/upper.ts'

/** A code or a timing on its own line is the mark of another cell: the columns of the page have run into each other. */
const isStray = (line: Line): boolean => isCodeLine(line) || isTiming(line)

const joined = (lines: readonly Line[]): Printed => joinCell(lines)

/** A name wrapped in its column. */
export function nameLeaf(lines: readonly Line[], inferred: boolean): Leaf {
  const on = joinNames(lines.map(line => line.on))
  if (lines.some(isStray)) return open([on], strayWhy)
  const why = 'nothing printed parts it from the cell beside it; the end follows from other records'
  return inferred
    ? printed(on, [note('SUSPECT_TEXT', { printed: textOfLines(lines), suggestion: null, why }, { on })])
    : printed(on)
}

/** A name, or the names of several projects: a list mark that begins the cell begins each of them, and goes. */
export function namesCell(lines: readonly Line[], inferred: boolean): ProseCell {
  const items = listItems(lines)
  if (items.length === 0 || lines.some(isStray)) return { leaf: nameLeaf(lines, inferred), furniture: [] }
  const names = items.map(([first, ...more]) => joinLines([slice((first as Line).on, 1), ...more.map(line => line.on)]))
  return {
    leaf: printed(joinPrinted(names, '\n')),
    furniture: items.map(([first]) => mark(slice((first as Line).on, 0, 1))),
  }
}

/** The items of a list, of whose lines the first begins with the mark; none where the cell is no list. */
function listItems(lines: readonly Line[]): Line[][] {
  const first = lineText(lines[0] ?? noLine)
    .trimStart()
    .charAt(0)
  return isListMark(first) ? groupedBy(lines, line => lineText(line).startsWith(first)) : []
}

const noLine = { on: nothing } as Line

const textOfLines = (lines: readonly Line[]): string =>
  lines.map(line => line.on.pieces.map(piece => piece.text).join('')).join('')

const strayWhy = 'a line of another cell stands in it'
const seamWhy = 'nothing printed shows where it ends'
const mostCandidates = 8

/** The measure where it could not be parted from the project: every line may be its last. */
export function openMeasure({ shared }: Upper): Leaf {
  const ends = shared.slice(0, mostCandidates).map((_, index) => joined(shared.slice(0, index + 1)))
  return open(ends.length > 1 ? ends.slice(0, -1) : ends, seamWhy)
}

/** The project likewise; below a known measure it is the first block or all of them. */
export function openProject({ shared, measure }: Upper): Leaf {
  const blocks = groupsByGap(shared)
  if (measure && blocks.length > 1) return open([joined(blocks[0] as Line[]), joined(shared)], seamWhy)
  const starts = shared.slice(0, mostCandidates).map((_, index) => joined(shared.slice(index)))
  return open(starts.length > 1 ? starts.slice(1) : starts, seamWhy)
}

export const openAll = (lines: readonly Line[]): Leaf => open([joined(lines)], seamWhy)

export interface ProseCell {
  readonly leaf: Leaf
  readonly furniture: readonly Furniture[]
}

/** A column of paragraphs: the width at which it wraps, and where a line begins that is not indented. */
export interface Column {
  readonly measure: number
  readonly margin: number
  /** Whether no line of it is cut in the middle of a sentence, so that every line is a paragraph. */
  readonly unwrapped: boolean
}

/** A cell of paragraphs: the finding, the response. */
export function proseCell(lines: readonly Line[], column: Column): ProseCell {
  if (lines.length === 0) return { leaf: blank(), furniture: [] }
  if (lines.some(isStray)) return { leaf: open([joined(lines)], strayWhy), furniture: [] }
  const set = followed(lines.map(line => withinColumn(line, column.measure)).map(line => beginning(line, column)))
  const prose = proseOf(set, { measure: column.measure })
  const furniture = prose.marks.map(mark)
  const text = proseText(prose)
  const notes = dotsInSentences(set, column.measure).map(({ on }) => dotNote(on))
  return { leaf: printed(text, notes), furniture }
}

/** The lines of a cell of a converter, which prints a list on one line: each of its items on a line of its own. */
export const itemsOf = (lines: readonly Line[]): readonly Line[] =>
  lines.some(line => line.bbox) ? lines : itemLines(lines)

/** 就職⏎・移住後: read as the start of an item where several lines begin so, as part of the words where one does. */
function dotNote(on: Printed): Note {
  const why = 'a line begins with ・ below one that ends no sentence: it may begin an item, or be part of the words'
  return suspicion(on, why, { severity: 'info' })
}

/** Lines of which the page shows whether they go on with the line above, as one line a paragraph. */
function followed(lines: readonly Line[]): Line[] {
  const paragraphs: Line[] = []
  for (const line of lines) {
    const above = paragraphs.at(-1)
    if (above && line.follows) paragraphs[paragraphs.length - 1] = asOneLine(above, line)
    else paragraphs.push(line.follows === false ? { ...line, begins: line.begins ?? 'paragraph' } : line)
  }
  return paragraphs
}

/** An indented line begins a paragraph also where every line of its cell is indented, as each is a paragraph. */
const beginning = (line: Line, { margin, unwrapped }: Column): Line =>
  line.indent - margin >= 0.5 || (unwrapped && !line.follows) ? { ...line, begins: 'paragraph' } : line

/** A line wider than its column is no measure for the others: something has got into it. */
function withinColumn(line: Line, measure: number): Line {
  const most = measure * 1.06 - line.indent
  return line.width > most ? { ...line, width: most } : line
}

/** `base` is where the lines of the source begin, or undefined where each column begins elsewhere. */
export function columnOf(cells: readonly (readonly Line[])[], base: number | undefined): Column {
  const lines = cells.flat()
  return {
    measure: wrapWidth(lines),
    margin: base ?? Math.min(...lines.map(line => line.indent)),
    unwrapped: cells.every(cell => cell.slice(0, -1).every(line => mayEndParagraph(lineText(line)))),
  }
}
