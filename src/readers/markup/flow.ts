import type { Block } from '../../document/model.ts'
import type { Span } from '../../document/printed.ts'
import type { Row } from '../../document/rows.ts'
import { isIgnorable } from '../../normalise/whitespace.ts'
import { foldIdeographs } from '../../normalise/width.ts'
import { lineOf } from '../text.ts'
import { Blocks } from './blocks.ts'
import type { Token } from './html/html.ts'
import { limit } from './limits.ts'
import { inlineMarks, lineShape, mayHoldMarks } from './markdown.ts'
import { lowered, raised } from './scripts.ts'
import { isBlankRow, rowText, type Sheet } from './sheet.ts'

/** A sheet that is being set as blocks, and the characters found to be the converter's: Markdown's, and those that separate cells. */
export interface Setting {
  readonly sheet: Sheet
  readonly marks: Span[]
}

/** Counts some spans as markup, so that they are in no line. */
export function hide({ marks }: Setting, spans: readonly Span[]): void {
  for (const span of spans) marks.push(span)
  limit(marks.length, 'tags and marks')
}

/** The characters of a cell, which may go over several rows; `quotes` enclose or double in them as in spreadsheets. */
export interface CellText {
  readonly span: Span
  readonly row: number
  readonly quotes: readonly Span[]
}

/** Sets a row of the source that is not part of a table. */
export function setRow(setting: Setting, blocks: Blocks, row: number, page: Span): void {
  const { sheet } = setting
  const { from, to, number } = sheet.rows[row] as Row
  const isBlank = isBlankRow(sheet, row)
  const shape = blocks.isPlain && !isBlank ? lineShape(rowText(sheet, row), from, blocks.mayFollow) : undefined
  if (shape?.is === 'heading' || shape?.is === 'item') blocks.begin(shape.is)
  setCharacters({ setting, blocks, within: page, row }, [from, to], shape?.marks ?? [])
  blocks.endRow(number, isBlank)
}

/** The blocks of a cell. */
export function cellBlocks(setting: Setting, cell: CellText): Block[] {
  const { rows } = setting.sheet
  if (isSimple(setting.sheet, cell)) return simpleCell(setting.sheet, cell)
  const blocks = new Blocks(true)
  let row = cell.row
  for (; (rows[row]?.from ?? Infinity) <= cell.span[1]; row += 1) {
    const { from, to, number } = rows[row] as Row
    const part = [Math.max(from, cell.span[0]), Math.min(to, cell.span[1])] as const
    setCharacters({ setting, blocks, within: cell.span, row }, part, cell.quotes)
    blocks.endRow(number, part[0] === from && isBlankRow(setting.sheet, row))
  }
  return blocks.finish(rows[row - 1]?.number ?? 0)
}

/** Whether a cell is nothing but text on one row, as most are. */
function isSimple({ rows, tokens, firstToken, text }: Sheet, { span, row, quotes }: CellText): boolean {
  const end = rows[row]?.to ?? 0
  if (span[1] > end || quotes.length > 0) return false
  return (tokens[firstToken[row] as number]?.from ?? Infinity) >= end && !mayHoldMarks(text.slice(span[0], span[1]))
}

function simpleCell({ rows, text }: Sheet, { span: [from, to], row }: CellText): Block[] {
  const words = text.slice(from, to)
  return words.trim() === '' ? [] : [lineOf(words, from, rows[row]?.number ?? 0, 0)]
}

/** Where characters are set: a tag counts as paired only with one `within` the same page or cell. */
interface Context {
  readonly setting: Setting
  readonly blocks: Blocks
  readonly within: Span
  readonly row: number
}

/** Sets the characters of one row, the tags among them, and leaves out the marks. */
function setCharacters(context: Context, [from, to]: Span, given: readonly Span[]): void {
  const script: Script = { until: -1, of: raised }
  let at = from
  for (const stop of stopsIn(context, [from, to], given)) {
    if (stop.from >= at) {
      setText(context, [at, stop.from], script)
      if (stop.token >= 0) setToken(context, stop.token, script)
    }
    at = Math.max(at, stop.to)
  }
  setText(context, [at, to], script)
}

/** Something between runs of text: a tag, an entity, or (`token` -1) characters that print nothing. */
interface Stop {
  readonly from: number
  readonly to: number
  readonly token: number
}

function stopsIn({ setting }: Context, [from, to]: Span, given: readonly Span[]): Stop[] {
  const { tokens, text } = setting.sheet
  const stops: Stop[] = []
  let index = firstEndingAfter(tokens, from)
  const isInTag = (at: number) => (tokens[firstEndingAfter(tokens, at)]?.from ?? Infinity) <= at
  const marks = [
    ...given.filter(mark => mark[0] >= from && mark[1] <= to),
    ...inlineMarks(text.slice(from, to), from, isInTag),
  ]
  hide(setting, marks)
  for (; (tokens[index]?.from ?? Infinity) < to; index += 1) {
    const token = tokens[index] as Token
    // One that began on a row above has been set there.
    stops.push({ from: token.from, to: token.to, token: token.from < from ? -1 : index })
  }
  for (const mark of marks) stops.push({ from: mark[0], to: mark[1], token: -1 })
  return marks.length === 0 ? stops : stops.sort((a, b) => a.from - b.from)
}

function firstEndingAfter(tokens: readonly Token[], at: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).to <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Up to where digits are raised or lowered, and how. */
interface Script {
  until: number
  of: (text: string) => string
}

function setText({ setting, blocks }: Context, [from, to]: Span, script: Script): void {
  if (from >= to) return
  const text = foldIdeographs(setting.sheet.text.slice(from, to))
  blocks.text({ text: to <= script.until ? script.of(text) : text, at: [from, to] })
}

function setToken(context: Context, index: number, script: Script): void {
  const { setting, blocks, within, row } = context
  const { tokens, partner, rows } = setting.sheet
  const token = tokens[index] as Token
  const other = partner[index] as number
  const number = rows[row]?.number ?? 0
  if (token.kind === 'entity') setEntity(context, token)
  else if (token.kind === 'close') blocks.close(token, index, (tokens[other]?.from ?? -1) >= within[0], number)
  else if (token.kind === 'open') {
    blocks.open(token, (tokens[other]?.from ?? Infinity) < within[1] ? other : -1, number)
    if (token.name === 'sup' || token.name === 'sub') setScript(setting.sheet, token, tokens[other], script)
  }
}

/** An entity prints its characters; one that means a space or something invisible prints nothing. */
function setEntity({ setting, blocks }: Context, { text, from, to }: Token): void {
  if (/^\s*$/.test(text) || isIgnorable(text)) hide(setting, [[from, to]])
  blocks.text({ text: text.replace(/[\t\n\v\f\r\u2028\u2029]/g, ' '), at: [from, to] })
}

const longestScript = 60

/** `<sup>78</sup>` is a footnote mark, `<sub>2</sub>` part of a formula; what is more than digits stays as it is. */
function setScript({ text }: Sheet, { name, to }: Token, close: Token | undefined, script: Script): void {
  if (!close || close.from - to > longestScript) return
  if (!/^\s*[0-9０-９]+\s*$/.test(text.slice(to, close.from).replace(/<[^>]*>/g, ''))) return
  script.until = close.from
  script.of = name === 'sup' ? raised : lowered
}
