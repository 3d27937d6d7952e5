import type { Note } from '../../../diagnostics/codes.ts'
import { match, type Printed, slice, textOf, trim } from '../../../document/printed.ts'
import { proseOf, proseText } from '../../../document/prose/prose.ts'
import { filled, type GridCell, type GridRow } from '../../../document/table/grid.ts'
import { say } from '../../../messages/words.ts'
import { LOOKALIKES, SERIES } from '../../../normalise/tables/series.ts'
import { label, mark, repeat } from '../../kit/claims.ts'
import type { Furniture } from '../../kit/layout.ts'
import { blank, type Leaf, open, printed } from '../../kit/leaves.ts'
import { paragraphs } from './paragraphs.ts'
import { joinSeam, type Seams } from './seam.ts'

/** The row 取組方針ア: its label, its letter, and the cells of its text. */
export interface PolicyRow {
  readonly word: Printed
  readonly letter: Printed | undefined
  readonly text: readonly GridCell[]
}

/** A letter of the series that begins no word, or a number. */
const code = `(?:[${SERIES}${LOOKALIKES.printed}](?![${'ァ-ヶー'}])|[0-9０-９]{1,2}(?![0-9０-９])|[①-⑳])`

const labelled = new RegExp(`^(?<word>取組の?方針)(?:\\s?[（(]?(?<letter>${code})[）)]?|(?=\\s|$))`, 'du')

/** The same behind something else that got into its cell. */
const labelledAtEnd = new RegExp(`(?<=\\s)(?<word>取組の?方針)\\s?(?<letter>${code})$`, 'du')

/** A text that a column edge cut goes on in the next column; what is further right is no part of it. */
function adjacent(cells: readonly GridCell[]): GridCell[] {
  const end = cells.findIndex((cell, index) => {
    const above = cells[index - 1]
    return above !== undefined && cell.column > above.column + above.columnSpan
  })
  return cells.slice(0, end < 0 ? undefined : end)
}

/** A row that begins with 取組方針 and its letter, in a cell of its own or before the text; undefined of any other row. */
export function policyRowOf(row: GridRow): PolicyRow | undefined {
  const [first, ...cells] = filled(row)
  const others = adjacent(cells)
  const found = first && (match(first.on, labelled) ?? (others.length > 0 ? match(first.on, labelledAtEnd) : undefined))
  if (!first || !found?.groups.word) return undefined
  const behind = trim(slice(first.on, found.end))
  const own = textOf(behind) === '' || others.length > 0 ? [] : [partOf(first, behind, found.end)]
  return { word: found.groups.word, letter: found.groups.letter, text: [...own, ...others] }
}

/** The cell without its label. */
function partOf(cell: GridCell, on: Printed, end: number): GridCell {
  const [line, ...more] = cell.lines
  const rest = line ? trim(slice(line.on, Math.min(end, textOf(line.on).length))) : on
  const lines = line ? [{ ...line, on: rest, width: line.width * 0.9 }, ...more] : []
  return { ...cell, lines: lines.filter(each => textOf(each.on) !== ''), on, text: textOf(on) }
}

export interface PolicyText {
  readonly leaf: Leaf
  readonly furniture: readonly Furniture[]
}

/** The text of a policy. Where a column edge cut its lines over two cells, they are joined in reading order. */
export function policyText({ text }: PolicyRow, seams: Seams): PolicyText {
  const [first, ...others] = text
  if (!first) return { leaf: blank(), furniture: [] }
  const { cell, furniture } = withoutLabel(first)
  if (others.length === 0) return proseLeaf(cell.lines, furniture)
  const joined = joinSeam([cell, ...others], seams)
  if (!joined) return { leaf: open([cell.on, ...others.map(({ on }) => on)], seamWhy), furniture }
  const line = { ...(cell.lines[0] as GridCell['lines'][number]), on: joined.on }
  return proseLeaf([line], furniture, joined.notes)
}

const seamWhy = say('CUT_OVER_CELLS')

function proseLeaf(lines: GridCell['lines'], furniture: readonly Furniture[], notes: readonly Note[] = []): PolicyText {
  const prose = proseOf(paragraphs(lines), { items: 'inline' })
  const marks = prose.marks.map(mark)
  return { leaf: printed(proseText(prose), notes), furniture: [...furniture, ...marks] }
}

/** A converter printed the label again before the text: 取組方針イ 家庭児童相談室を…. */
function withoutLabel(cell: GridCell): { cell: GridCell; furniture: Furniture[] } {
  const found = match(cell.on, labelled)
  if (!found?.groups.word || !found.groups.letter) return { cell, furniture: [] }
  const rest = trim(slice(cell.on, found.end))
  if (textOf(rest) === '') return { cell, furniture: [] }
  const furniture: Furniture[] = [label(found.groups.word), repeat(found.groups.letter)]
  return { cell: partOf(cell, rest, found.end), furniture }
}
