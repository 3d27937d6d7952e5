import type { Doc } from '../../envelope.ts'
import type { Column, Form } from './columns.ts'
import { commonTables } from './common-tables.ts'
import { fill, planTables, type TablePlan } from './table-rows.ts'

export interface DictionaryOptions {
  /** Documents whose first values serve as examples where the field definitions give none. */
  readonly samples?: readonly Doc[]
  /** What an edition of a form prints beside the value at a path, where that is known. */
  readonly labels?: (layout: string, path: string) => readonly { readonly edition: string; readonly label: string }[]
}

/** The data dictionary in Markdown: for each CSV table, one table of its columns. */
export function dictionary(forms: readonly Form[], options: DictionaryOptions = {}): string {
  const layouts = forms.flatMap(form => [
    `## ${form.title}（${form.id}）`,
    ...planTables(form).map(section(form.id, options)),
  ])
  const common = ['## すべての様式', ...commonTables(forms).map(section(null, options))]
  return `${['# データ辞書', ...layouts, ...common].join('\n\n')}\n`
}

const section =
  (layout: string | null, options: DictionaryOptions) =>
  (table: TablePlan): string => {
    const examples = examplesOf(table, options.samples ?? [])
    const labels = table.columns.map(column => labelsOf(layout, column, options))
    const withLabels = labels.some(label => label !== '')
    const rows = table.columns.map((column, index) => {
      const label = withLabels ? [labels[index] as string] : []
      const name = column.description === null ? column.ja : `${column.ja}\n${column.description}`
      return [code(column.name), name, ...label, typeOf(column), column.unit ?? '', examples[index] as string]
    })
    const head = ['列名', '日本語名', ...(withLabels ? ['表記（版別）'] : []), '型', '単位', '例']
    const keys = `${table.rowIs}。主キー: ${table.primaryKey.map(code).join(', ')}`
    return [
      `### ${code(table.name)} ${table.ja}`,
      '',
      keys,
      '',
      line(head),
      line(head.map(() => '---')),
      ...rows.map(line),
    ].join('\n')
  }

const code = (name: string): string => `\`${name}\``

function typeOf({ type, values, labels }: Column): string {
  if (values === null) return type
  const named = (value: string) => (labels?.[value] === undefined ? code(value) : `${code(value)} ${labels[value]}`)
  return `${type}: ${values.map(value => named(String(value))).join(', ')}`
}

function labelsOf(layout: string | null, column: Column, { labels }: DictionaryOptions): string {
  if (layout === null || !labels) return ''
  const found = column.paths.flatMap(path => labels(layout, path))
  return found.map(({ edition, label }) => `${edition}: ${label}`).join('\n')
}

/** The example of each column: the definition's own, else the first value that the samples have. */
function examplesOf(table: TablePlan, samples: readonly Doc[]): string[] {
  const rows = fill(table, samples).rows
  return table.columns.map((column, index) => {
    const sample = rows.map(row => row[index]).find(cell => cell != null)
    return shortened(column.example ?? (sample === undefined ? '' : String(sample)))
  })
}

const longestExample = 40

const shortened = (text: string): string =>
  [...text].length > longestExample ? `${[...text].slice(0, longestExample).join('')}…` : text

const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`

/** A cell of a Markdown table has no line breaks, bars or markup of its own. */
const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', '<br>')
