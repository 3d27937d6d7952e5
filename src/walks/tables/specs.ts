import type { ColumnType, Labels } from '../../layouts/kit/fields.ts'
import { type Cell, type Column, type Form, leadingColumns, plainColumn } from './columns.ts'

/** A column of a table that does not come from a layout's fields. */
export interface Spec<Item> {
  readonly name: string
  readonly ja: string
  readonly type: ColumnType
  readonly values?: readonly string[]
  readonly labels?: Labels
  readonly required?: true
  readonly unit?: string
  readonly description?: string
  readonly cell: (item: Item) => Cell
}

export const cellsOf = <Item>(specs: readonly Spec<Item>[], item: Item): Cell[] => specs.map(spec => spec.cell(item))

/** The column that names the layout of a document. */
export const layoutColumn = (forms: readonly Pick<Form, 'id' | 'title'>[]) =>
  ({
    name: 'layout',
    ja: '様式',
    type: 'string',
    required: true,
    labels: Object.fromEntries(forms.map(({ id, title }) => [id, title])),
  }) as const

/** The leading columns, then those of the specs. */
export const columnsOf = <Item>(specs: readonly Spec<Item>[]): Column[] => [
  ...leadingColumns,
  ...specs.map(({ name, ja, type, cell: _, ...more }) => plainColumn(name, ja, type, more)),
]
