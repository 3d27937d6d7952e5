import { isListMark } from '../../normalise/marks.ts'
import { compact } from '../../normalise/whitespace.ts'
import type { Block, Line } from '../model.ts'
import { textOf } from '../printed.ts'
import { beginsItself, mayEndParagraph } from '../prose/sentences.ts'
import { isOneSentence } from '../prose/wrapping.ts'

/** The rows by record: a row that begins none is a continuation row of the record above. */
export function groupedBy<T>(
  rows: readonly T[],
  begins: (row: T, above: readonly T[], index: number) => boolean,
): T[][] {
  const groups: T[][] = []
  for (const [index, row] of rows.entries()) {
    const above = groups.at(-1)
    if (!above || begins(row, above, index)) groups.push([row])
    else above.push(row)
  }
  return groups
}

/** The parts into which rows cut a column of one record. */
export interface Cut {
  readonly parts: readonly (readonly Line[])[]
  /** Parts that repeat those above. */
  readonly repeats: readonly (readonly Line[])[]
}

/** The cells of one column of a record, row by row, as parts; a cell over several rows is the part of the first. */
export function cutOf(cells: readonly (readonly Line[])[]): Cut {
  const [parts, repeats]: [(readonly Line[])[], (readonly Line[])[]] = [[], []]
  const known = new Set<Line['on']>()
  for (const lines of cells) {
    const [first] = lines
    if (!first || known.has(first.on) || wordsOf(lines) === '') continue
    known.add(first.on)
    if (wordsOf(lines) === wordsOf(parts.flat())) repeats.push(lines)
    else parts.push(lines)
  }
  return { parts, repeats }
}

const wordsOf = (lines: readonly Line[]): string => compact(lines.map(line => textOf(line.on)).join(''))

/**
 * The lines of one cell that a row or page break cut. What the reader says of the first line below the break is ignored: at the
 * top of a cell the page cannot show whether it continues. It does, unless the line above the break ends early or the line below begins
 * with an indent or a mark, as between any two lines of a cell.
 */
export function joinCut(parts: readonly (readonly Line[])[]): Line[] {
  const lines: Line[] = []
  for (const part of parts) {
    const [first, ...more] = part
    const above = lines.at(-1)
    if (first) lines.push(above ? belowBreak(first, part.at(-1) ?? first, above, lines) : first, ...more)
  }
  return lines
}

/** The same of everything that is in the parts: lines next to the break are joined, boxes stay as they are. */
export function joinCutBlocks(parts: readonly (readonly Block[])[]): Block[] {
  return parts.reduce((whole: Block[], part) => {
    const [kept, tail] = linesAtEnd(whole)
    const lines = leadingLines(part)
    return [...kept, ...joinCut([tail, lines]), ...part.slice(lines.length)]
  }, [])
}

const isLine = (block: Block): block is Line => block.kind === 'line'

function leadingLines(blocks: readonly Block[]): Line[] {
  const end = blocks.findIndex(block => !isLine(block))
  return (end < 0 ? blocks : blocks.slice(0, end)).filter(isLine)
}

function linesAtEnd(blocks: readonly Block[]): [kept: Block[], tail: Line[]] {
  const from = blocks.findLastIndex(block => !isLine(block)) + 1
  return [blocks.slice(0, from), blocks.slice(from).filter(isLine)]
}

/** The first line below a break; `end` is the last of its part. */
function belowBreak({ follows: _, ...line }: Line, end: Line, above: Line, lines: readonly Line[]): Line {
  if (beginsNew(line, above)) return line
  const { begins: _paragraph, ...plain } = line
  if (isOneSentence(above.on, line.on) || isInSentence(above, end) || isInList(above, lines))
    return { ...plain, follows: true }
  // Where the page shows how wide its lines are, the paragraphs follow from that; a converter's line shows it nowhere.
  return above.bbox || line.indent >= indent ? plain : { ...plain, follows: true }
}

/** In ems: a converter pads the cells of its tables with a space; the indent of a paragraph is wider. */
const indent = 0.6

/** A mark, a note, a heading or an item; a converter's paragraph only where a sentence ends above, as it makes one of every cell. */
function beginsNew(line: Line, above: Line): boolean {
  if (beginsItself(textOf(line.on))) return true
  return line.begins !== undefined && (line.begins !== 'paragraph' || mayEndParagraph(above.on))
}

/** The break is inside a paragraph of several lines whose sentence ends below it. */
const isInSentence = (above: Line, end: Line): boolean =>
  above.follows === true && !mayEndParagraph(above.on) && mayEndParagraph(end.on)

/** Items with marks have hanging indents: a line without a mark continues a sentence that has not ended, however far it is indented. */
const isInList = (above: Line, lines: readonly Line[]): boolean =>
  !mayEndParagraph(above.on) && lines.some(({ on }) => isListMark(textOf(on).charAt(0)))
