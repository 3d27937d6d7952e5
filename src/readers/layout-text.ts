/** Enough to tell by, in code units; a file does not change its converter halfway. */
const lookWithin = 500_000
/** A page with fewer non-blank lines than this is not judged by itself. */
const linesToJudge = 15
/** The share of placed lines from which a page is a layout text; the measured margins are with `isLayoutText`. */
const placedShare = 0.3
/** Fewer placed lines than this prove nothing: a title that is centred, a row or two of options. */
const placedAtLeast = 5
/** As many spaces in a row are a gap. Converters leave one or two where they join cells, as in `○ 直営　 ○ 一部委託`. */
const gapSpaces = 3
/** Code, lists and markup step in by two to eight spaces; a jump as wide as this is a place on the page. */
const hangSpaces = 9
/** How many lines apart two gaps may end at the same column and still be one column; blank lines do not count. */
const nearby = 8

/**
 * Whether a text imitates the columns of a page by runs of spaces, as `pdftotext -layout` writes it.
 *
 * Judged by the share of its lines that are placed: that hang far to the right of the line they belong to, or have a gap
 * that ends at the column where one nearby ends. It is a layout text where the whole of it has that share, or a quarter
 * of its pages have it (tables may follow many pages of prose). Blank lines do not count.
 */
//
// Share of placed lines, measured on renderings of all five layouts and on the texts the project was given:
//
//   pdftotext -layout, 8 whole documents                     0.64 to 1.00
//   pdftotext -layout, 56 single pages of 15 lines or more   0.40 to 1.00, median 0.84 (a contents page is the lowest)
//   pdftotext, the same 8 documents, and each of their pages 0
//   text, TSV and Markdown of converters, 5 documents        0
//   2,700 files of JavaScript, TypeScript, HTML, Markdown    0.14 or less in 98 of 100; nine reach 0.30 (tables made of spaces)
//   1,300 files of Python                                    0.24 or less in 95 of 100; 57 reach 0.30 (dictionaries set as tables)
//
// Without the hanging lines a contents page would have 0; without the alignment a few wide gaps in a form would count.
export function isLayoutText(text: string): boolean {
  const pages = text.slice(0, lookWithin).split('\f').map(measureLayout)
  const whole = { lines: sum(pages.map(page => page.lines)), placed: sum(pages.map(page => page.placed)) }
  const judged = pages.filter(page => page.lines >= linesToJudge)
  return isPlaced(whole) || (judged.length > 0 && judged.filter(isPlaced).length * 4 >= judged.length)
}

export interface LayoutMeasure {
  readonly lines: number
  readonly placed: number
}

/** How many lines of a page are not blank, and how many of those are placed. */
export function measureLayout(page: string): LayoutMeasure {
  const lines = page.split(/\r\n|[\n\r]/).flatMap(line => (line.trim() === '' ? [] : [line.trimEnd()]))
  const hanging = hangingLines(lines)
  const aligned = alignedLines(lines, hanging)
  return { lines: lines.length, placed: new Set([...hanging, ...aligned]).size }
}

const isPlaced = ({ lines, placed }: LayoutMeasure): boolean => placed >= placedAtLeast && placed >= placedShare * lines

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

// Tabs, pipes and tags are a converter's own way to say where a cell begins: spaces beside them are only padding.
const isMarkup = (line: string): boolean => /^\s*[<|│]/.test(line) || line.includes('\t')

interface Level {
  readonly indent: number
  readonly hangs: boolean
}

const margin: Level = { indent: 0, hangs: false }

/** The lines that jump far to the right of the one they belong to, and those that are under such a line. */
function hangingLines(lines: readonly string[]): Set<number> {
  const hanging = new Set<number>()
  const levels: Level[] = []
  for (const [index, line] of lines.entries()) {
    if (isMarkup(line)) continue
    const indent = line.search(/[^ ]/)
    while ((levels.at(-1)?.indent ?? 0) > indent) levels.pop()
    const parent = levels.at(-1) ?? margin
    const hangs = parent.hangs || indent - parent.indent >= hangSpaces
    if (indent > parent.indent) levels.push({ indent, hangs })
    if (hangs) hanging.add(index)
  }
  return hanging
}

/** The lines with a gap that ends at the same column as one of a line nearby, or where a hanging line nearby begins. */
function alignedLines(lines: readonly string[], hanging: ReadonlySet<number>): Set<number> {
  const aligned = new Set<number>()
  const seen: Seen = { cell: new Map(), character: new Map() }
  for (const [index, line] of lines.entries()) {
    if (isMarkup(line)) continue
    const columns = columnsOf(line, hanging.has(index))
    for (const other of partners(columns, index, seen)) aligned.add(index).add(other)
    for (const column of columns) {
      seen.cell.set(column.cell, index)
      seen.character.set(column.character, index)
    }
  }
  return aligned
}

/** Where something begins after a gap. pdftotext counts characters; other tools count cells, of which a wide character fills two. */
interface Column {
  readonly cell: number
  readonly character: number
}

/** The last line on which each column was seen. */
type Seen = { readonly [kind in keyof Column]: Map<number, number> }

function partners(columns: readonly Column[], index: number, seen: Seen): number[] {
  const lastAt = (kind: keyof Column, column: number) =>
    [-1, 0, 1].map(off => seen[kind].get(column + off) ?? -Infinity)
  return columns
    .flatMap(({ cell, character }) => [...lastAt('cell', cell), ...lastAt('character', character)])
    .filter(line => index - line <= nearby)
}

function columnsOf(line: string, hangs: boolean): Column[] {
  const columns: Column[] = []
  const at = { cell: 0, character: 0 }
  let spaces = 0
  for (const character of line) {
    const isGapEnd = character !== ' ' && character !== '|' && spaces >= gapSpaces
    // The indent is no gap: it is a column only where the line hangs.
    if (isGapEnd && (hangs || spaces < at.character)) columns.push({ ...at })
    spaces = character === ' ' ? spaces + 1 : 0
    at.cell += wide.test(character) ? 2 : 1
    at.character += 1
  }
  return columns
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u
