import type { Diagnostic } from '../../diagnostics/codes.ts'
import type { Doc } from '../../envelope.ts'
import { recordNoOf } from '../record-no.ts'
import { type Cell, type Form, rowNoColumn } from './columns.ts'
import { type Fields, fieldsOf } from './fields-of-pointers.ts'
import { toDocuments } from './keys.ts'
import { cellsOf, columnsOf, layoutColumn, type Spec } from './specs.ts'
import { leadingCells, recordPageOf, type TablePlan } from './table-rows.ts'

/** One diagnostic with the document it is of and the record it points into. */
interface Said {
  readonly doc: Doc
  /** Its number among those of the document, from 1. */
  readonly no: number
  readonly diagnostic: Diagnostic
  readonly recordNo: number | null
}

const diagnosticColumns = (forms: readonly Form[], fields: Fields): Spec<Said>[] => [
  {
    name: rowNoColumn.name,
    ja: rowNoColumn.ja,
    type: 'integer',
    required: true,
    description: '文書の中の診断の番号。1から',
    cell: said => said.no,
  },
  { ...layoutColumn(forms), cell: said => said.doc.layout },
  { name: 'code', ja: 'コード', type: 'string', required: true, cell: said => said.diagnostic.code },
  {
    name: 'severity',
    ja: '重大度',
    type: 'string',
    required: true,
    values: ['error', 'warning', 'info'],
    labels: { error: '誤り', warning: '警告', info: '参考' },
    cell: said => said.diagnostic.severity,
  },
  { name: 'message', ja: 'メッセージ', type: 'string', required: true, cell: said => said.diagnostic.message },
  {
    name: 'field',
    ja: '項目',
    type: 'string',
    labels: fields.titles,
    description: '該当する表と列。列のないときは表',
    cell: said => fields.at(said.doc.layout, said.diagnostic.pointer),
  },
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
  ...(['左', '上', '右', '下'] as const).map((side, index) => ({
    name: (['bbox_x0', 'bbox_y0', 'bbox_x1', 'bbox_y1'] as const)[index] as string,
    ja: `枠の${side}端`,
    type: 'number' as const,
    unit: 'pt',
    description: 'ページの左上からの距離',
    cell: (said: Said) => said.diagnostic.place?.bbox?.[index] ?? null,
  })),
  {
    name: 'context',
    ja: '前後の文字',
    type: 'string',
    description: '該当する印字を《》で囲み、前後の印字とともに示したもの',
    cell: said => said.diagnostic.context ?? null,
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
export function diagnosticsTable(forms: readonly Form[]): TablePlan {
  const specs = diagnosticColumns(forms, fieldsOf(forms))
  const columns = columnsOf(specs)
  const row = (said: Said, documentNo: number): Cell[] => [
    ...leadingCells({ doc: said.doc, documentNo, page: pageOf(said), recordNo: said.recordNo }),
    ...cellsOf(specs, said),
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
