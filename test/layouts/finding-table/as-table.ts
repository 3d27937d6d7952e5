import type { Doc } from '../../../src/envelope.ts'
import { heads, title } from './seed.ts'

/** The lines of one cell. */
export type CellText = readonly string[]

export const columnHeads: readonly string[] = heads.trim().split(' ')
export const top = `${title.replace(/\s*資料.*/u, '')}\n資料３\n\n`

const paragraphs = (text: string): CellText =>
  text.split('\n').map(line => (/^[①-⑳「]/u.test(line) ? line : `　${line}`))

interface Finding {
  readonly no: number
  readonly bureaus: string[]
  readonly divisions: string[]
  readonly measure: { code: string; name: string }
  readonly project: string
  readonly finding: string
  readonly timing: { category: string; text: string }
  readonly response: string
}

/** The records of a document as the rows of the table they were printed in. */
export const tableRows = ({ records }: Doc): CellText[][] =>
  (records as unknown as Finding[]).map(each => [
    [String(each.no)],
    each.bureaus,
    each.divisions,
    [each.measure.code, each.measure.name],
    [each.project],
    paragraphs(each.finding),
    [`${each.timing.category}:${each.timing.text}`],
    paragraphs(each.response),
  ])

const quoted = (cell: CellText): string => (cell.length > 1 ? `"${cell.join('\n')}"` : (cell[0] ?? ''))

type Write = (rows: readonly (readonly CellText[])[]) => string

export const tsv: Write = rows => rows.map(row => `${row.map(quoted).join('\t')}\n`).join('')

export const html: Write = rows =>
  `<table>\n${rows.map(row => `<tr>${row.map(cell => `<td>${cell.join('<br>')}</td>`).join('')}</tr>\n`).join('')}</table>\n`

export const markdown: Write = rows =>
  rows
    .map(row => `| ${row.map(cell => cell.join('<br>')).join(' | ')} |\n`)
    .flatMap((line, index) => (index === 0 ? [line, `|${'---|'.repeat(rows[0]?.length ?? 0)}\n`] : [line]))
    .join('')

/** A cell cut in the middle of a text, as a page break does. */
export function cutCell(cell: CellText, at: number): [CellText, CellText] {
  const text = cell.join('\n')
  return [text.slice(0, at).split('\n'), text.slice(at).split('\n')]
}
