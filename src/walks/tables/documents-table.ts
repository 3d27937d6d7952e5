import type { Severity } from '../../diagnostics/codes.ts'
import type { Doc } from '../../envelope.ts'
import { isField, isList, isMaybe, type Shape } from '../../layouts/kit/fields.ts'
import type { Cell, Form } from './columns.ts'
import { documentsName } from './keys.ts'
import { cellsOf, columnsOf, layoutColumn, type Spec } from './specs.ts'
import { leadingCells, type TablePlan } from './table-rows.ts'

const count = (severity: Severity) => (doc: Doc) =>
  doc.diagnostics.filter(diagnostic => diagnostic.severity === severity).length

const documentColumns = (forms: readonly Form[]): Spec<Doc>[] => [
  { name: 'path', ja: 'ファイル', type: 'string', required: true, cell: doc => doc.source.path },
  { name: 'sha256', ja: 'SHA-256', type: 'string', required: true, cell: doc => doc.source.sha256 },
  { ...layoutColumn(forms), cell: doc => doc.layout },
  { name: 'edition', ja: '版', type: 'string', cell: doc => doc.edition },
  { name: 'page_from', ja: '開始ページ', type: 'integer', cell: doc => doc.source.pages?.from ?? null },
  { name: 'page_to', ja: '終了ページ', type: 'integer', cell: doc => doc.source.pages?.to ?? null },
  { name: 'title', ja: '表題', type: 'string', cell: doc => titleOf(forms, doc) },
  { name: 'record_count', ja: 'レコード数', type: 'integer', required: true, cell: doc => doc.records.length },
  { name: 'character_count', ja: '文字数', type: 'integer', required: true, cell: doc => doc.coverage.characters },
  { name: 'unclaimed_count', ja: '未収録文字数', type: 'integer', required: true, cell: doc => doc.coverage.unclaimed },
  { name: 'coverage_ratio', ja: '収録率', type: 'number', required: true, cell: doc => doc.coverage.ratio },
  {
    name: 'verdict',
    ja: '判定',
    type: 'string',
    required: true,
    values: ['sound', 'check', 'doubtful'],
    labels: { sound: '問題なし', check: '要確認', doubtful: '疑義あり' },
    cell: doc => doc.verdict.grade,
  },
  { name: 'leaves', ja: '値の数', type: 'integer', required: true, cell: doc => doc.verdict.leaves },
  {
    name: 'leaves_confirmed',
    ja: '位置を確かめた値の数',
    type: 'integer',
    required: true,
    cell: doc => doc.verdict.confirmed,
  },
  { name: 'leaves_doubted', ja: '疑いのある値の数', type: 'integer', required: true, cell: doc => doc.verdict.doubted },
  {
    name: 'leaves_by_hand',
    ja: '人が決めた値の数',
    type: 'integer',
    required: true,
    cell: doc => (doc.decisions ?? []).filter(({ decision }) => decision !== 'accepted').length,
  },
  { name: 'error_count', ja: '誤りの数', type: 'integer', required: true, cell: count('error') },
  { name: 'warning_count', ja: '警告の数', type: 'integer', required: true, cell: count('warning') },
  { name: 'info_count', ja: '参考の数', type: 'integer', required: true, cell: count('info') },
]

/** The table `documents`: one row a document, whatever its layout. */
export function documentsTable(forms: readonly Form[]): TablePlan {
  const specs = documentColumns(forms)
  const columns = columnsOf(specs)
  const row = (doc: Doc, documentNo: number): Cell[] => [
    ...leadingCells({ doc, documentNo, page: doc.source.pages?.from ?? null, recordNo: null }),
    ...cellsOf(specs, doc),
  ]
  return {
    name: documentsName,
    ja: '文書',
    rowIs: '1行が1つの文書',
    primaryKey: ['document_no'],
    foreignKeys: [],
    columns,
    rows: (doc, documentNo) => [row(doc, documentNo)],
    pointers: () => [columns.map(() => null)],
  }
}

/** The title a document prints for itself: the first text its form has in the header. */
function titleOf(forms: readonly Form[], doc: Doc): string | null {
  const form = forms.find(each => each.id === doc.layout)
  const found = form && firstText(form.header, doc.header)
  return typeof found === 'string' ? found : null
}

/** The value of the first text field of a shape, lists left out; undefined where the shape has none. */
function firstText(shape: Shape, value: unknown): unknown {
  if (isField(shape)) return shape.type === 'string' ? (value ?? null) : undefined
  if (isMaybe(shape)) return firstText(shape.shape, value)
  if (isList(shape)) return undefined
  const parts = Object.entries(shape as { readonly [key: string]: Shape })
  for (const [key, part] of parts) {
    const found = firstText(part, (value as { readonly [key: string]: unknown } | null)?.[key])
    if (found !== undefined) return found
  }
  return undefined
}
