import { note } from '../../../../diagnostics/codes.ts'
import { type Cell, linesOf, type Table } from '../../../../document/model.ts'
import { joinPrinted, match, type Printed, textOf } from '../../../../document/printed.ts'
import { joinLines } from '../../../../document/prose/prose.ts'
import { endsSentence, isNote } from '../../../../document/prose/sentences.ts'
import { say } from '../../../../messages/words.ts'
import type { In } from '../../../kit/fields.ts'
import { absent, blank, type Leaf } from '../../../kit/leaves.ts'
import type { Book } from '../../page/book.ts'
import { lineRuns, measureOf, paragraphsOf } from '../../page/paragraphs.ts'
import type { Part } from '../../page/parts.ts'
import type { LineToken, Token } from '../../page/stream.ts'
import type { HeaderShape } from '../../record.ts'
import { sourceWords } from '../../words/index.ts'

type SidebarIn = In<HeaderShape>['sidebars'][number]
type TableIn = SidebarIn['tables'][number]

/** What is found of one column while its lines are read. */
interface Draft {
  readonly paragraphs: Printed[]
  readonly tables: Captioned[]
  readonly source: Printed[]
}

interface Captioned {
  readonly title: Printed | undefined
  readonly columns: (Printed | undefined)[]
  readonly rows: (Printed | undefined)[][]
}

/** A column: — title —, paragraphs, tables below their captions, 出典. */
export function sidebarOf(part: Part & { is: 'sidebar' }, book: Book, pointer: string): SidebarIn {
  const { title, tokens } = part
  book.mark(...title.marks)
  book.label(title.word)
  const draft: Draft = { paragraphs: [], tables: [], source: [] }
  const measure = measureOf(tokens.filter(isLine))
  let lines: LineToken[] = []
  for (const token of tokens) {
    if (token.kind === 'line') lines.push(token)
    else {
      const caption = takeCaption(lines)
      readLines(lines, measure, draft, book)
      addTable(token.table, caption, draft)
      lines = []
    }
  }
  readLines(lines, measure, draft, book)
  const paragraphs = withoutLostTables(draft.paragraphs)
  return {
    title: lostFrom(book.plain(title.title), draft.paragraphs.length - paragraphs.length, `${pointer}/tables`),
    paragraphs: paragraphs.map(on => book.plain(on)),
    tables: draft.tables.map(table => tableLeaves(table, book)),
    source: draft.source.length > 0 ? book.plain(joinPrinted(draft.source, '\n')) : absent,
  }
}

/** Cells of a table that a text lost are as lines of their own; a number among them gives them away, and they are left to nobody. */
function withoutLostTables(paragraphs: readonly Printed[]): readonly Printed[] {
  return paragraphs.some(isNumber) ? paragraphs.filter(on => endsSentence(on) || isNote(on)) : paragraphs
}

/** Says on the title, as there is no leaf of a table, that text of tables belongs to nobody. */
function lostFrom(title: Leaf, lost: number, pointer: string): Leaf {
  if (lost === 0 || title.kind !== 'printed') return title
  const why = say('CELLS_LOST', { lines: lost })
  const args = { printed: textOf(title.on), suggestion: null, why }
  return { ...title, notes: [...(title.notes ?? []), note('SUSPECT_TEXT', args, { pointer, severity: 'warning' })] }
}

const isLine = (token: Token): token is LineToken => token.kind === 'line'

/** The lines directly above a table where they are no sentence; at most one paragraph may be between. */
function takeCaption(lines: LineToken[]): Printed | undefined {
  const isCaption = (run: readonly LineToken[]) => !run.some(({ line }) => endsSentence(line.on) || sourceAt(line.on))
  const caption = captionBelowText(lines) ?? lineRuns(lines).slice(-2).findLast(isCaption)
  if (!caption) return undefined
  lines.splice(lines.indexOf(caption[0] as LineToken), caption.length)
  return joinLines(caption.map(token => token.line.on))
}

/** The last line, where it is below the end of a sentence without a blank one and begins further right than the text, or further left than its paragraphs. */
function captionBelowText(lines: readonly LineToken[]): LineToken[] | undefined {
  const [above, last] = lines.slice(-2)
  if (!above || !last || endsSentence(last.line.on) || sourceAt(last.line.on) || !endsSentence(above.line.on))
    return undefined
  const left = Math.min(...lines.map(({ line }) => line.indent))
  const isIndented = ({ line }: LineToken) => line.indent - left >= leastIndent
  const isApart = last.line.indent - left >= leastCentred || (isIndented(lines[0] ?? last) && !isIndented(last))
  return isApart ? [last] : undefined
}

/** In ems: so far right begins the first line of a paragraph, where paragraphs are indented. */
const leastIndent = 0.5

/** In ems: a line that begins so far right of the text is centred, not the first of a paragraph. */
const leastCentred = 2

const sourcePattern = new RegExp(
  String.raw`^(?<word>${sourceWords.join('|')})(?:\s*(?<colon>[：:])\s*|\s+|$)(?<text>(?:\S.*)?)$`,
  'du',
)
const sourceAt = (on: Printed) => match(on, sourcePattern)?.groups

function readLines(tokens: readonly LineToken[], measure: number, draft: Draft, book: Book): void {
  const from = tokens.findIndex(token => sourceAt(token.line.on))
  const isSource = from >= 0 || draft.source.length > 0
  const start = from >= 0 ? from : isSource ? 0 : tokens.length
  draft.paragraphs.push(...paragraphsOf(tokens.slice(0, start), measure))
  for (const on of paragraphsOf(tokens.slice(start), measure)) {
    const { word, colon, text } = sourceAt(on) ?? {}
    book.label(word)
    book.mark(colon)
    const line = word ? text : on
    // A sentence below the source is none of it.
    if (line && textOf(line) !== '') (endsSentence(line) ? draft.paragraphs : draft.source).push(line)
  }
}

function addTable(table: Table, title: Printed | undefined, draft: Draft): void {
  const rows = Array.from({ length: table.rows }, (_, row) => rowOf(table, row))
  const last = draft.tables.at(-1)
  if (last && title === undefined && goesOn(last, rows[0] ?? [])) last.rows.push(...rows)
  else {
    const isHeaded = !isNumber(rows[0]?.[0])
    draft.tables.push({ title, columns: isHeaded ? (rows[0] ?? []) : [], rows: isHeaded ? rows.slice(1) : rows })
  }
}

const isNumber = (on: Printed | undefined): boolean => on !== undefined && /^[\d０-９]+位?$/u.test(textOf(on))

/** A table without a caption that counts on from the rows above is their second part. */
const goesOn = ({ rows }: Captioned, [first]: readonly (Printed | undefined)[]): boolean =>
  isNumber(first) && isNumber(rows.at(-1)?.[0]) && first !== undefined

function rowOf(table: Table, row: number): (Printed | undefined)[] {
  return Array.from({ length: table.columns }, (_, column) => {
    const cell = table.cells.find(each => each.row === row && each.column === column)
    return cell && cellText(cell)
  })
}

function cellText({ blocks }: Cell): Printed | undefined {
  const on = joinLines([...linesOf(blocks)].map(line => line.on))
  return textOf(on) === '' ? undefined : on
}

const tableLeaves = ({ title, columns, rows }: Captioned, book: Book): TableIn => {
  const leaf = (on: Printed | undefined): Leaf => (on ? book.plain(on) : blank())
  return { title: title ? book.plain(title) : absent, columns: columns.map(leaf), rows: rows.map(row => row.map(leaf)) }
}
