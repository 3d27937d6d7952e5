import type { Block } from '../../document/model.ts'
import type { Span } from '../../document/printed.ts'
import { isIgnorable } from '../../normalise/whitespace.ts'
import { lineOf, type Row } from '../text.ts'
import { Blocks } from './blocks.ts'
import type { Token } from './html.ts'
import { limit } from './limits.ts'
import { inlineMarks, lineShape, mayHoldMarks } from './markdown.ts'
import { lowered, raised } from './scripts.ts'
import { isBlankRow, rowText, type Sheet } from './sheet.ts'

/** A sheet that is being set as blocks, and the characters found to be the converter's: Markdown's, and those that part cells. */
export interface Setting {
  readonly sheet: Sheet
  readonly marks: Span[]
}

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

/** Sets a row of the source that is no part of a table. */
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

/** Sets the characters of one row between tags and marks, and the tags. */
function setCharacters(context: Context, [from, to]: Span, given: readonly Span[]): void {
  const { setting } = context
  const { tokens, firstToken, text } = setting.sheet
  const marks = marksIn(setting, [from, to], given)
  const raising: Raising = { until: -1, with: raised }
  let at = from
  let index = tokenFrom(tokens, from, firstToken[context.row] as number)
  let mark = 0
  const before = tokens[index]
  if (before && before.from < from) {
    at = Math.min(before.to, to)
    index += 1
  }
  while (at < to) {
    const token = tokens[index]
    const hidden = marks[mark]
    const next = Math.min(token?.from ?? to, hidden?.[0] ?? to, to)
    if (next > at) setText(context, at, next, raising)
    if (next === to) return
    if (hidden && hidden[0] === next) {
      at = hidden[1]
      mark += 1
      while ((tokens[index]?.from ?? to) < at) index += 1
    } else if (token) {
      setToken(context, token, index, raising)
      at = token.to
      index += 1
    }
  }
}
