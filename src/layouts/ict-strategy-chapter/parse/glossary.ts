import { type Cell, linesOf, type Table } from '../../../document/model.ts'
import { concat, match, type Printed, put, textOf } from '../../../document/printed.ts'
import { joinLines, proseOf, proseText } from '../../../document/prose.ts'
import type { In } from '../../fields.ts'
import { blank, type Leaf, printed } from '../../leaves.ts'
import type { HeaderShape } from '../record.ts'
import { compact, glossaryHeads } from '../words.ts'
import type { Book } from './book.ts'
import { startingWith } from './compact.ts'
import { footNoteAt, listMarkOf } from './headings.ts'
import { isParted, joinParagraphs, measureOf, paragraphsOf, runsOf } from './paragraphs.ts'
import type { Part } from './parts.ts'
import type { LineToken, Token } from './stream.ts'

type GlossaryIn = In<HeaderShape>['glossary'][number]

/** One explanation before its leaves are made: the definition may go on in the row below. */
export interface Explanation {
  readonly no: Printed
  readonly term: Printed
  definition: Printed
  readonly marks: readonly Printed[]
}

/** The explanations of some parts, and the tokens that they stand in. */
export function explanationsOf(parts: readonly Part[], book: Book): { found: Explanation[]; used: Set<Token> } {
  const found: Explanation[] = []
  const used = new Set<Token>()
  for (const { is, tokens } of parts) {
    for (const token of tokens) {
      if (token.kind !== 'table' || !isGlossary(token.table, is === 'glossary')) continue
      used.add(token)
      addRows(token.table, found, book)
    }
    if (is === 'glossary')
      found.push(
        ...fromLines(
          tokens.filter(token => token.kind === 'line'),
          book,
        ),
      )
  }
  return { found, used }
}

/** Where a text lost the table: a number on a line of its own, the term, and the lines of the definition. */
function fromLines(tokens: readonly LineToken[], book: Book): Explanation[] {
  const runs = runsOf(tokens)
  const starts = runs.flatMap((run, index) => (isNumberRun(run) ? [index] : []))
  for (const { line } of tokens)
    if (glossaryHeads.flat().some(word => compact(word) === compact(textOf(line.on)))) book.label(line.on)
  return starts.flatMap((start, at) => {
    const [no, term, ...definition] = runs.slice(start, starts[at + 1])
    if (!no?.[0] || !term || definition.length === 0) return []
    const on = joinParagraphs(definition.flatMap(run => paragraphsOf(run, measureOf(tokens))).filter(isWords))
    return [{ no: no[0].line.on, term: joinLines(term.map(({ line }) => line.on)), definition: on, marks: [] }]
  })
}

const isNumberRun = (run: readonly LineToken[]): boolean =>
  run.length === 1 && /^\d{1,3}$/u.test(compact(textOf((run[0] as LineToken).line.on)))

const isWords = (on: Printed): boolean => !glossaryHeads.flat().some(word => compact(word) === compact(textOf(on)))

/** Which column holds what, by the words of a row. */
function headsOf(table: Table, row: number): (number | undefined)[] {
  const cells = table.cells.filter(cell => cell.row === row)
  return glossaryHeads.map(words => cells.find(cell => headIn(cell, words) !== undefined)?.column)
}

function headIn(cell: Cell, words: readonly string[]): Printed | undefined {
  const on = joinLines([...linesOf(cell.blocks)].map(line => line.on))
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const found = startingWith(on, compact(word))
    if (found && (found.rest === undefined || textOf(found.rest).length > 4)) return found.word
  }
  return undefined
}

/** A table is one of explanations by its heads; below the chapter's heading also without them, as on a page that goes on. */
function isGlossary(table: Table, expected: boolean): boolean {
  return isHeadRow(headsOf(table, 0)) || (expected && table.columns >= 3)
}

function addRows(table: Table, found: Explanation[], book: Book): void {
  const heads = headsOf(table, 0)
  const [noAt, termAt, definitionAt] = isHeadRow(heads) ? fillIn(heads, table.columns) : [0, 1, 2]
  const measure = measureOfColumn(table, definitionAt)
  for (let row = 0; row < table.rows; row += 1) {
    if (isHeadRow(headsOf(table, row))) {
      for (const cell of table.cells.filter(each => each.row === row)) book.label(headWord(cell))
      continue
    }
    const linesAt = (column: number) => linesIn(table, row, column)
    const wordsAt = (column: number) => joinLines(linesAt(column).map(line => line.on))
    const definition = proseText(proseOf(linesAt(definitionAt), { measure }))
    addRow({ no: wordsAt(noAt), term: wordsAt(termAt), definition, marks: [] }, found)
  }
}

/** The row of the column heads, which a page that goes on prints again. */
const isHeadRow = (heads: readonly (number | undefined)[]): boolean =>
  heads.filter(column => column !== undefined).length >= 2

const headWord = (cell: Cell): Printed | undefined =>
  glossaryHeads.map(words => headIn(cell, words)).find(word => word !== undefined)

/** The column whose head is missing or damaged is the one left over. */
function fillIn(heads: readonly (number | undefined)[], columns: number): [number, number, number] {
  const free = Array.from({ length: columns }, (_, column) => column).filter(column => !heads.includes(column))
  return heads.map(column => column ?? free.shift() ?? -1) as [number, number, number]
}

/** A row with neither number nor term goes on with the definition above, as where a page break cut it. */
function addRow(row: Explanation, found: Explanation[]): void {
  const last = found.at(-1)
  const isEmpty = [row.no, row.term, row.definition].every(on => textOf(on) === '')
  if (isEmpty) return
  const goesOn = last && textOf(row.no) === '' && textOf(row.term) === ''
  if (goesOn) last.definition = concat(last.definition, put(''), row.definition)
  else found.push(row)
}

const linesIn = (table: Table, row: number, column: number) =>
  table.cells.filter(cell => cell.row === row && cell.column === column).flatMap(cell => [...linesOf(cell.blocks)])

const measureOfColumn = (table: Table, column: number): number =>
  Math.max(
    0,
    ...table.cells
      .filter(cell => cell.column === column)
      .flatMap(cell => [...linesOf(cell.blocks)].map(line => line.indent + line.width)),
  )

/** Takes the notes at the foot of the pages out of the text: ¹⁰⁴ ブラックアウト：…. */
export function takeFootNotes(tokens: readonly Token[]): { rest: Token[]; found: Explanation[] } {
  const rest: Token[] = []
  const found: Explanation[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const note = noteAt(tokens, at)
    if (!note) {
      rest.push(token)
      continue
    }
    const lines = [note.line, ...followers(tokens, note.at)]
    at = note.at + lines.length - 1
    found.push(footNote(note.no, note.text, lines))
  }
  return { rest, found }
}

/** A note, its number on the same line or on one of its own: 104⏎ブラックアウト：…. */
function noteAt(tokens: readonly Token[], at: number) {
  const [token, next] = tokens.slice(at, at + 2)
  if (token?.kind !== 'line') return undefined
  const note = footNoteAt(token.line.on)
  if (note) return { ...note, line: token, at }
  const isNumber = /^\d{1,3}$/u.test(compact(textOf(token.line.on)))
  const isTerm = next?.kind === 'line' && /^[^\s：:。、]{1,30}\s*[：:]\s*\S.*。$/u.test(textOf(next.line.on))
  return isNumber && isTerm ? { no: token.line.on, text: next.line.on, line: next, at: at + 1 } : undefined
}

function followers(tokens: readonly Token[], at: number): LineToken[] {
  const lines: LineToken[] = []
  let before = tokens[at] as LineToken
  for (let next = tokens[at + 1]; next?.kind === 'line'; next = tokens[at + 1 + lines.length]) {
    const isOther = next.page !== before.page || footNoteAt(next.line.on) || listMarkOf(next.line.on)
    if (isOther || isParted(before, next)) break
    lines.push(next)
    before = next
  }
  return lines
}

function footNote(no: Printed, text: Printed, [first, ...more]: readonly LineToken[]): Explanation {
  const whole = first ? [{ ...first, line: { ...first.line, on: text } }, ...more] : more
  const on = joinParagraphs(paragraphsOf(whole))
  const { term, colon, definition } =
    match(on, /^(?<term>[^：:。]{1,40}?)\s*(?<colon>[：:])\s*(?<definition>.+)$/dsu)?.groups ?? {}
  if (!term || !colon || !definition) return { no, term: { pieces: [] }, definition: on, marks: [] }
  return { no, term, definition, marks: [colon] }
}

export function explanationLeaves(explanations: readonly Explanation[], book: Book): GlossaryIn[] {
  return explanations.map(({ no, term, definition, marks }) => {
    book.mark(...marks)
    return {
      no: filled(no, printed),
      term: filled(term, on => book.plain(on)),
      definition: filled(definition, on => book.plain(on)),
    }
  })
}

const filled = (on: Printed, leaf: (on: Printed) => Leaf): Leaf => (textOf(on).trim() === '' ? blank(on) : leaf(on))
