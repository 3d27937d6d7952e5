import type { Span } from '../../document/printed.ts'
import { limit } from './limits.ts'

/** What Markdown says of a whole line; `marks` are its characters that are not printed. */
export interface LineShape {
  readonly is: 'rule' | 'fence' | 'heading' | 'item'
  readonly marks: readonly Span[]
}

const rule = /^ {0,3}(?:-{3,}|\*{3,})\s*$/
const fence = /^ {0,3}(?:`{3,}|~{3,})[\w+-]*\s*$/
const heading = /^ {0,3}(#{1,6}) +(?=\S)/
const item = /^\s*(?:[-*+]|(\d{1,3})[.)])\s+\S/

/**
 * What a line that begins at `at` is. A number begins an item only where it can be nothing else: at 1, after a blank line or after
 * another item (`follows`), as a wrapped sentence may continue with `30. 4`.
 */
export function lineShape(line: string, at: number, follows: boolean): LineShape | undefined {
  const whole: Span[] = [[at, at + line.length]]
  if (rule.test(line)) return { is: 'rule', marks: whole }
  if (fence.test(line)) return { is: 'fence', marks: whole }
  const title = heading.exec(line)
  if (title) return { is: 'heading', marks: headingMarks(line, at, title[0]) }
  const entry = item.exec(line)
  const begins = entry && (entry[1] === undefined || entry[1] === '1' || follows)
  return begins ? { is: 'item', marks: [] } : undefined
}

/** `## title ##`: the marks before the title, and those after it where a space separates them. */
function headingMarks(line: string, at: number, before: string): Span[] {
  const end = line.trimEnd().length
  let from = end
  while (line[from - 1] === '#') from -= 1
  const marks: Span[] = [[at, at + before.length]]
  if (from < end && from > before.length && line[from - 1] === ' ') marks.push([at + from, at + end])
  return marks
}

/** What may be a mark inside a line; most lines have none. */
const mayHold = /\*\*|__|\\|\]\(/
export const mayHoldMarks = (line: string): boolean => mayHold.test(line)

const markOrRun = /\\(?:[*_#`~|[\]<>]|[-+.](?= ))|\*+|_+/g

/**
 * The characters of some text on one line that are Markdown's own: `**` and `__` around words, a backslash before a mark, the
 * brackets and the address of a link, a whole image. Offsets that `skip` names are inside tags.
 */
export function inlineMarks(line: string, at: number, skip: (at: number) => boolean): Span[] {
  if (!mayHoldMarks(line)) return []
  const links = linkMarks(line).filter(([from, to]) => !skip(at + from) && !skip(at + to - 1))
  const marks: Span[] = [...links]
  const runs: Run[] = []
  let next = 0
  for (const { 0: text, index } of line.matchAll(markOrRun)) {
    while ((links[next]?.[1] ?? Infinity) <= index) next += 1
    if (skip(at + index) || (links[next]?.[0] ?? Infinity) <= index) continue
    if (text.startsWith('\\')) marks.push([index, index + 1])
    else if (text.length === 2 || text.length === 3) runs.push(runOf(line, text, index))
    limit(marks.length + runs.length, 'tags and marks')
  }
  return [...marks, ...pairRuns(runs)].sort((a, b) => a[0] - b[0]).map(([from, to]) => [at + from, at + to] as const)
}

const link = /(!?)\[([^[\]<>]*)\]\(([^()\s<>]*)\)/g

function linkMarks(line: string): Span[] {
  const marks: Span[] = []
  for (const { 0: all, 1: image, 2: words = '', 3: address = '', index } of line.matchAll(link)) {
    const end = index + all.length
    const text = index + 1
    if (image && /^$|[./:]/.test(address)) marks.push([index, end])
    else if (!image && /^(?:https?:|mailto:)/i.test(address)) marks.push([index, text], [text + words.length, end])
    limit(marks.length, 'tags and marks')
  }
  return marks
}

/** A run of two or three `*` or `_`, and whether it can begin or end emphasis. */
interface Run {
  readonly mark: string
  readonly span: Span
  readonly opens: boolean
  readonly closes: boolean
}

const letter = /[\p{L}\p{N}]/u
const neverOpens = /^$|[\s、。，．,.」』】）〉》\])]/
const neverCloses = /^$|[\s「『【（〈《[(]/

/** Emphasis hugs its words, and `__` is not emphasis inside a word (`__年__月` is to be filled in). */
function runOf(line: string, mark: string, index: number): Run {
  const before = line.charAt(index - 1)
  const after = line.charAt(index + mark.length)
  const fills = mark.startsWith('_')
  return {
    mark,
    span: [index, index + mark.length],
    opens: !neverOpens.test(after) && !(fills && letter.test(before)),
    closes: !neverCloses.test(before) && !(fills && letter.test(after)),
  }
}

function pairRuns(runs: readonly Run[]): Span[] {
  const paired: Span[] = []
  let open: Run | undefined
  for (const run of runs) {
    if (open && open.mark === run.mark && run.closes) {
      paired.push(open.span, run.span)
      open = undefined
    } else if (run.opens) open = run
  }
  return paired
}
