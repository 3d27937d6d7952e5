import type { Cell, Column } from '../../walks/tables/columns.ts'
import { plainColumn } from '../../walks/tables/columns.ts'
import type { TableData } from '../../walks/tables/table-rows.ts'
import { type Change, kinds, type Part } from '../data/change.ts'

/** The kinds of changes in Japanese. */
export const kindLabels: { readonly [kind in Change['kind']]: string } = {
  disagreement: '同年度の値の不一致',
  duplicate: '重複',
  new: '新規',
  ended: '終了',
  recoded: 'コード変更',
  renamed: '名称変更',
  moved: '所管変更',
  amount: '金額・数値の増減',
  choice: '評価・選択の変更',
  value: '値の変更',
  text: '文章の変更',
  form: '様式の変更',
  not_comparable: '比較不能',
}

const columns: readonly Column[] = [
  plainColumn('kind', '種類', 'string', { values: kinds, labels: kindLabels, required: true }),
  plainColumn('table', '表', 'string', { required: true }),
  plainColumn('key', 'コード', 'string'),
  plainColumn('name', '名称', 'string'),
  plainColumn('item', '細目', 'string'),
  plainColumn('column', '列', 'string'),
  plainColumn('old', '旧', 'string'),
  plainColumn('new', '新', 'string'),
  plainColumn('difference', '増減', 'number'),
  plainColumn('share', '増減率', 'number', { description: '旧の値に対する割合' }),
  plainColumn('words', '文章の差分', 'string', { description: '[-旧-]と{+新+}' }),
  plainColumn('why', '比較しない理由', 'string', {
    values: ['doubtful', 'empty', 'key'],
    labels: { doubtful: '疑いのある値', empty: '片方が空', key: 'キーが不明' },
  }),
  plainColumn('old_source', '旧の出典', 'string'),
  plainColumn('old_page', '旧のページ', 'integer'),
  plainColumn('new_source', '新の出典', 'string'),
  plainColumn('new_page', '新のページ', 'integer'),
]

/** Changes as the rows of a table. */
export const changesTable = (changes: readonly Change[]): TableData => ({
  name: 'changes',
  ja: '変更',
  columns,
  rows: changes.map(rowOf),
})

const rowOf = (change: Change): Cell[] => [
  change.kind,
  change.table,
  change.key,
  change.name,
  change.item,
  change.column,
  change.old,
  change.new,
  change.difference,
  change.share,
  change.parts.length === 0 ? null : markedWords(change.parts),
  change.why,
  change.oldRow?.of('source') ?? null,
  change.oldRow?.of('record_page') ?? null,
  change.newRow?.of('source') ?? null,
  change.newRow?.of('record_page') ?? null,
]

/** Two texts as one, what only the old one has as `[-…-]`, what only the new one has as `{+…+}`. */
export const markedWords = (parts: readonly Part[]): string =>
  parts
    .map(part => (part.in === 'both' ? part.text : part.in === 'old' ? `[-${part.text}-]` : `{+${part.text}+}`))
    .join('')
