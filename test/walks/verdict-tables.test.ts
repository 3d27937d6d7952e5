import { describe, expect, it } from 'vitest'
import type { Cell, Line, PageRange, SourceDocument, Table } from '../../src/document/model.ts'
import { printedAt } from '../../src/document/printed.ts'
import { list, text } from '../../src/layouts/kit/fields.ts'
import { printed } from '../../src/layouts/kit/leaves.ts'
import { evaluate } from '../../src/walks/evaluate.ts'
import { arrangementNotes } from '../../src/walks/verdict/arrangement.ts'
import { testPlaces } from '../../src/walks/verdict/confirm.ts'
import { verdictOf } from '../../src/walks/verdict/grade.ts'

const record = { directions: list(text('方向性')), progress: list(text('取組')), figures: list(text('指標')) }
const heads = { directions: ['方向性'], progress: ['取組'], figures: ['指標'] }

type Row = readonly (string | readonly [words: string, columnSpan: number])[]

/** A page of tables, 100 points a column and 20 a row; `at` gives the words that are printed once. */
function pageOf(...tables: readonly (readonly Row[])[]) {
  let from = 0
  let top = 0
  const printedBy = new Map<string, ReturnType<typeof printedAt>>()
  const lineOf = (words: string, column: number): Line => {
    const on = printedAt(words, from)
    printedBy.set(words, on)
    from += words.length + 1
    const bbox = [column * 100 + 2, top + 2, column * 100 + 80, top + 12] as const
    return { kind: 'line', on, number: 1, indent: 0, width: words.length, gap: 0, bbox }
  }
  const blocks = tables.map((rows): Table => {
    const columns = Math.max(...rows.map(row => row.reduce<number>((sum, cell) => sum + spanOf(cell), 0)))
    const cells = rows.flatMap((row, index): Cell[] => {
      let column = 0
      const found = row.map((cell): Cell => {
        const [words, columnSpan] = [typeof cell === 'string' ? cell : cell[0], spanOf(cell)]
        const bbox = [column * 100, top, (column + columnSpan) * 100, top + 20] as const
        const blocks = words ? [lineOf(words, column)] : []
        const made = { row: index, column, rowSpan: 1, columnSpan, blocks, bbox }
        column += columnSpan
        return made
      })
      top += 20
      return found
    })
    return { kind: 'table', rows: rows.length, columns, cells }
  })
  const source: SourceDocument = {
    mediaType: 'application/pdf',
    pageCount: 1,
    text: '',
    content: [[0, from]],
    pages: [],
    places: () => [],
  }
  const range: PageRange = { source, pages: [{ number: 1, span: [0, from], blocks }] }
  const at = (words: string) => printedBy.get(words) ?? printedAt(words, 0)
  return { range, at }
}

const spanOf = (cell: Row[number]): number => (typeof cell === 'string' ? 1 : cell[1])

type Found = { readonly [path in keyof typeof record]?: readonly string[] }

function verdict({ range, at }: ReturnType<typeof pageOf>, found: Found) {
  const leavesOf = (path: keyof typeof record) => (found[path] ?? []).map(words => printed(at(words)))
  const body = { directions: leavesOf('directions'), progress: leavesOf('progress'), figures: leavesOf('figures') }
  const { leaves } = evaluate(record, body, '/records/0')
  const furniture = ['方向性', '取組', '指標'].map(words => ({ on: at(words), as: 'label' as const }))
  const places = testPlaces({ heads }, range, leaves, furniture)
  return { doubts: arrangementNotes(record, places).map(each => each.pointer), ...verdictOf(places.leaves, []) }
}

describe('where a value stands in tables', () => {
  it('is under the heads of the page before, not under a cell across all columns', () => {
    const page = pageOf(
      [
        ['取組', '方向性'],
        ['除雪', '続ける'],
      ],
      [['排雪', ''], [['方向性', 2]], ['融雪', '']],
    )
    expect(verdict(page, { progress: ['除雪', '排雪', '融雪'] })).toMatchObject({ doubts: [], confirmed: 3 })
  })

  it('confirms a year over a column by the head of the rows that it crosses, not by the table above', () => {
    const page = pageOf(
      [['取組', '除雪']],
      [
        ['', '令和6年度'],
        ['指標', '5.2'],
      ],
    )
    expect(verdict(page, { progress: ['除雪'], figures: ['令和6年度', '5.2'] })).toMatchObject({
      doubts: [],
      grade: 'sound',
      confirmed: 3,
    })
  })
})
