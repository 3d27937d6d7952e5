import type { Run } from './runs.ts'

/** Lines right below each other that the file prints one after the other: most often the text of one cell. */
export interface Block {
  readonly lines: readonly Run[]
  readonly x0: number
  readonly x1: number
  readonly top: number
  readonly bottom: number
}

/** A wider gap than this, in ems, separates one cell from the next; an ideographic space is one em. */
const cellGap = 1.05
/** A narrower gap does not count: letters are set a little apart or over each other. */
const wordGap = 0.25
/** A line at least this wide, in ems, is prose. */
const proseWidth = 12
/** How far the mark of a list item, or the indent of a paragraph, sets the first line apart from the others, in ems. */
const hang = 1.4
/** A footnote's number is smaller than the text, and raised by this many ems at least. */
const smaller = 0.85
const leastRaise = 0.15
/** Punctuation set close, as 」、 is, reaches so far into what is before it, in ems. */
const overlap = 0.7
/** Lines of one text are as far apart as this, in ems of the larger one. */
const leading = { least: 0.8, most: 1.6, mostOfProse: 2 }

/** The blocks of a page in the order of the file. */
export function blocksOf(runs: readonly Run[]): Block[] {
  const lines = linesOf(runs)
  const edge = Math.max(...lines.filter(isWide).map(line => line.x1))
  const stacks: Run[][] = []
  for (const line of lines) {
    const stack = stacks.at(-1)
    const above = stack?.at(-1)
    if (stack && above && goesOnBelow(above, line, edge)) stack.push(line)
    else stacks.push([line])
  }
  const owner = new Map(stacks.flatMap(stack => stack.map(line => [line, stack] as const)))
  return stacks.flatMap(stack => partedRows(stack, lines, owner)).map(blockOf)
}

/** Runs side by side without a gap as one. */
function linesOf(runs: readonly Run[]): Run[] {
  const lines: Run[] = []
  for (const run of runs) {
    const last = lines.at(-1)
    if (last && isBeside(last, run)) lines[lines.length - 1] = joined(last, run)
    else lines.push(run)
  }
  return lines.filter(line => line.text.trim() !== '')
}

/** As a line of prose is, not a running head. */
const isWide = ({ x0, x1, size }: Run): boolean => x1 - x0 > size * proseWidth

const emOf = (a: Run, b: Run): number => Math.max(a.size, b.size)

function isBeside(left: Run, right: Run): boolean {
  const em = emOf(left, right)
  const gap = right.x0 - left.x1
  if (beginsList(left, right) && gap > em * wordGap) return false
  return (
    gap > -em * overlap && gap <= (isOnRow(left, right) ? em * cellGap : isRaised(left, right) ? em * wordGap : -em)
  )
}

/** A list begins right of its topic: the next cell, however near; among options to choose from it is one of them. */
const beginsList = (left: Run, right: Run): boolean => right.text.startsWith('■') && !/[□■○●〇◯]/u.test(left.text)

/** A footnote's number above the line it belongs to, or what follows it on that line. */
const isRaised = (a: Run, b: Run): boolean =>
  Math.min(a.size, b.size) < emOf(a, b) * 0.8 && a.top < b.bottom && b.top < a.bottom

const isOnRow = (a: Run, b: Run): boolean => Math.abs(a.baseline - b.baseline) < emOf(a, b) * 0.2

function joined(left: Run, right: Run): Run {
  const isApart = right.x0 - left.x1 > emOf(left, right) * wordGap
  return {
    text: `${raisedText(left, right)}${isApart ? ' ' : ''}${raisedText(right, left)}`,
    x0: Math.min(left.x0, right.x0),
    x1: Math.max(left.x1, right.x1),
    top: Math.min(left.top, right.top),
    bottom: Math.max(left.bottom, right.bottom),
    baseline: left.size >= right.size ? left.baseline : right.baseline,
    size: emOf(left, right),
  }
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The number of a footnote, raised beside larger text, as what it looks like: else 5.0 with note 31 would be 5.031. */
function raisedText({ text, size, baseline }: Run, beside: Run): string {
  const isMark = /^[0-9０-９]+$/u.test(text) && size < beside.size * smaller
  if (!isMark || beside.baseline - baseline < beside.size * leastRaise) return text
  return [...text.normalize('NFKC')].map(digit => superscripts[Number(digit)]).join('')
}

/**
 * A line of the same text: at the same edge or in the same middle, or set in or out as the first line of an item is. What fills the page
 * up to the `edge` of its prose is prose, which may be set wider.
 */
function goesOnBelow(above: Run, below: Run, edge: number): boolean {
  const em = emOf(above, below)
  const pitch = (below.baseline - above.baseline) / em
  const isProse = above.x1 > edge - em * 1.5 && isWide(above)
  const most = isProse ? leading.mostOfProse : leading.most
  if (pitch < leading.least || pitch > most || Math.min(above.size, below.size) < em * 0.9) return false
  const isOver = below.x0 < above.x1 && above.x0 < below.x1
  const middles = Math.abs(above.x0 + above.x1 - below.x0 - below.x1) / 2
  return isOver && (Math.abs(above.x0 - below.x0) < em * hang || middles < em / 2)
}

/**
 * Rows of a table may be as near to each other as lines of a text. They are rows where two lines are beside texts of one line each:
 * 令和5年度決算額 beside 12,027, and 令和6年度予算額 below it beside 12,824.
 */
function partedRows(stack: readonly Run[], lines: readonly Run[], owner: ReadonlyMap<Run, readonly Run[]>): Run[][] {
  const isRow = (line: Run): boolean => {
    const beside = lines.filter(each => owner.get(each) !== stack && isOnRow(each, line))
    return beside.length > 0 && beside.every(each => owner.get(each)?.length === 1)
  }
  const parts: Run[][] = []
  let isBelowRow = false
  for (const line of stack) {
    const part = parts.at(-1)
    const isNext = isRow(line)
    if (part && !(isBelowRow && isNext)) part.push(line)
    else parts.push([line])
    isBelowRow = isNext
  }
  return parts
}

const blockOf = (lines: readonly Run[]): Block => ({
  lines,
  x0: Math.min(...lines.map(line => line.x0)),
  x1: Math.max(...lines.map(line => line.x1)),
  top: Math.min(...lines.map(line => line.top)),
  bottom: Math.max(...lines.map(line => line.bottom)),
})
