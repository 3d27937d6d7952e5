import type { Diagnostic } from '../../diagnostics/codes.ts'
import type { Doc } from '../../envelope.ts'
import { recordNoOf } from '../record-no.ts'
import { type Cell, rowNoColumn } from './columns.ts'
import { toDocuments } from './keys.ts'
import { cellsOf, columnsOf, type Spec } from './specs.ts'
import { leadingCells, recordPageOf, type TablePlan } from './table-rows.ts'

/** One diagnostic with the document it is of and the record it points into. */
interface Said {
  readonly doc: Doc
  /** Its number among those of the document, from 1. */
  readonly no: number
  readonly diagnostic: Diagnostic
  readonly recordNo: number | null
}

const diagnosticColumns: readonly Spec<Said>[] = [
  {
    name: rowNoColumn.name,
    ja: rowNoColumn.ja,
    type: 'integer',
    required: true,
    description: '文書の中の診断の番号。1から',
    cell: said => said.no,
  },
  { name: 'layout', ja: '様式', type: 'string', required: true, cell: said => said.doc.layout },
  { name: 'code', ja: 'コード', type: 'string', required: true, cell: said => said.diagnostic.code },
  {
    name: 'severity',
    ja: '重大度',
    type: 'string',
    required: true,
    values: ['error', 'warning', 'info'],
    labels: { error: 'エラー', warning: '警告', info: '情報' },
    cell: said => said.diagnostic.severity,
  },
  { name: 'message', ja: 'メッセージ', type: 'string', required: true, cell: said => said.diagnostic.message },
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
  {
    name: 'settled',
    ja: '人の決定',
    type: 'string',
    values: ['accepted', 'corrected', 'unreadable'],
    labels: { accepted: '読取りのとおり', corrected: '訂正', unreadable: '判読不能' },
    cell: said => said.diagnostic.settled?.decision ?? null,
  },
  { name: 'expected', ja: '期待値', type: 'string', cell: said => jsonCell(said.diagnostic.expected) },
  { name: 'actual', ja: '実際の値', type: 'string', cell: said => jsonCell(said.diagnostic.actual) },
]

/** The table `diagnostics`: one row for each thing that is to be said of a document. */
export function diagnosticsTable(): TablePlan {
  const columns = columnsOf(diagnosticColumns)
  const row = (said: Said, documentNo: number): Cell[] => [
    ...leadingCells({ doc: said.doc, documentNo, page: pageOf(said), recordNo: said.recordNo }),
    ...cellsOf(diagnosticColumns, said),
  ]
  return {
    name: 'diagnostics',
    ja: '診断',
    rowIs: '1行が1つの診断',
    primaryKey: ['document_no', rowNoColumn.name],
    foreignKeys: [toDocuments],
    columns,
    rows: (doc, documentNo) => saidOf(doc).map(said => row(said, documentNo)),
    pointers: doc => doc.diagnostics.map(() => columns.map(() => null)),
  }
}

const saidOf = (doc: Doc): Said[] =>
  doc.diagnostics.map((diagnostic, index) => ({
    doc,
    no: index + 1,
    diagnostic,
    recordNo: recordNoOf(diagnostic.pointer),
  }))

/** The page of the place; where there is none, that of the record. */
const pageOf = ({ doc, diagnostic, recordNo }: Said): number | null =>
  diagnostic.place?.page ?? recordPageOf(doc, recordNo)

const jsonCell = (value: unknown): Cell => (value == null ? null : JSON.stringify(value))
