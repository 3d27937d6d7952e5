import type { Diagnostic } from '../../diagnostics/codes.ts'
import type { Doc } from '../../envelope.ts'
import { recordNoOf } from '../record-no.ts'
import type { Cell } from './columns.ts'
import { cellsOf, columnsOf, type Spec } from './specs.ts'
import { leadingCells, type TablePlan } from './table-rows.ts'

/** One diagnostic with the document it is of and the record it points into. */
interface Said {
  readonly doc: Doc
  readonly diagnostic: Diagnostic
  readonly recordNo: number | null
}

const diagnosticColumns: readonly Spec<Said>[] = [
  { name: 'layout', ja: '様式', type: 'string', cell: said => said.doc.layout },
  { name: 'code', ja: 'コード', type: 'string', cell: said => said.diagnostic.code },
  {
    name: 'severity',
    ja: '重大度',
    type: 'string',
    values: ['error', 'warning', 'info'],
    cell: said => said.diagnostic.severity,
  },
  { name: 'message', ja: 'メッセージ', type: 'string', cell: said => said.diagnostic.message },
  { name: 'pointer', ja: '項目の位置', type: 'string', cell: said => said.diagnostic.pointer },
  { name: 'page', ja: 'ページ', type: 'integer', cell: said => said.diagnostic.place?.page ?? null },
  { name: 'line', ja: '行', type: 'integer', cell: said => said.diagnostic.place?.line ?? null },
  {
    name: 'offset_from',
    ja: '開始オフセット',
    type: 'integer',
    cell: said => said.diagnostic.place?.offset?.[0] ?? null,
  },
  {
    name: 'offset_to',
    ja: '終了オフセット',
    type: 'integer',
    cell: said => said.diagnostic.place?.offset?.[1] ?? null,
  },
  { name: 'expected', ja: '期待値', type: 'string', cell: said => jsonCell(said.diagnostic.expected) },
  { name: 'actual', ja: '実際の値', type: 'string', cell: said => jsonCell(said.diagnostic.actual) },
]

/** The table `diagnostics`: one row for each thing that is to be said of a document. */
export function diagnosticsTable(): TablePlan {
  const row = (said: Said): Cell[] => [
    ...leadingCells({ doc: said.doc, page: pageOf(said), recordNo: said.recordNo }),
    ...cellsOf(diagnosticColumns, said),
  ]
  return {
    name: 'diagnostics',
    ja: '診断',
    columns: columnsOf(diagnosticColumns),
    rows: docs => docs.flatMap(saidOf).map(row),
  }
}

const saidOf = (doc: Doc): Said[] =>
  doc.diagnostics.map(diagnostic => ({ doc, diagnostic, recordNo: recordNoOf(diagnostic.pointer) }))

/** The first page of the record, so that the row can be joined to it; of no record, the page of the place. */
const pageOf = ({ doc, diagnostic, recordNo }: Said): number | null =>
  (recordNo === null ? diagnostic.place?.page : doc.recordPages[recordNo - 1]?.from) ?? null

const jsonCell = (value: unknown): Cell => (value == null ? null : JSON.stringify(value))
