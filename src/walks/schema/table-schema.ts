import { type Column, headerOf, type Keys } from '../tables/columns.ts'

/** One field of a Table Schema; `unit` is no property of the standard, which leaves room for it. */
export interface TableField {
  name: string
  title: string
  type: Column['type']
  description?: string
  unit?: string
  example?: string | number | boolean
  categories?: { value: string | number; label: string }[]
  constraints?: { required?: true; unique?: true; enum?: (string | number)[] }
}

export interface TableSchema {
  fields: TableField[]
  missingValues: string[]
  primaryKey: string[]
  foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[]
}

interface SchemaOptions {
  readonly headers?: 'en' | 'ja'
  /** The resource that holds a table, undefined where none does; it is named like the table by default. */
  readonly resourceOf?: (table: string) => string | undefined
}

/** Table Schema of Data Package v2 for a table; a field is named as its column is headed. */
export function tableSchema(
  { columns, primaryKey, foreignKeys }: Keys & { readonly columns: readonly Column[] },
  { headers = 'en', resourceOf = table => table }: SchemaOptions = {},
): TableSchema {
  const headed = new Map(columns.map(column => [column.name, headerOf(column, headers)]))
  const heads = (names: readonly string[]) => names.map(name => headed.get(name) ?? name)
  const references = foreignKeys.flatMap(({ fields, table }) => {
    const resource = resourceOf(table)
    return resource === undefined ? [] : [{ fields: heads(fields), reference: { resource, fields: heads(fields) } }]
  })
  const [only, second] = primaryKey
  return {
    fields: columns.map(column => tableField(column, headers, second === undefined && column.name === only)),
    missingValues: [''],
    primaryKey: heads(primaryKey),
    ...(references.length === 0 ? {} : { foreignKeys: references }),
  }
}

function tableField(column: Column, headers: 'en' | 'ja', isUnique: boolean): TableField {
  const { ja: title, unit } = column
  const isNamed = headers === 'ja' && column.labels !== null
  // Under Japanese heads the cells hold the Japanese names.
  const values = isNamed
    ? (column.values?.map(value => column.labels?.[value] ?? String(value)) ?? null)
    : column.values
  const type = isNamed ? 'string' : column.type
  const description = descriptionOf(column, headers)
  const example = isNamed ? undefined : exampleOf(column)
  const constraints = constraintsOf(column.required, values, isUnique)
  return {
    name: headerOf(column, headers),
    title,
    type,
    ...(description === '' ? {} : { description }),
    ...(unit === null ? {} : { unit }),
    ...(example === undefined ? {} : { example }),
    ...(values === null || isNamed ? {} : categoriesOf(column, values)),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  }
}

const constraintsOf = (
  required: boolean,
  values: Column['values'],
  isUnique: boolean,
): NonNullable<TableField['constraints']> => ({
  ...(required ? { required } : {}),
  ...(isUnique ? { unique: true } : {}),
  ...(values === null ? {} : { enum: [...values] }),
})

function categoriesOf({ labels }: Column, values: readonly (string | number)[]): Pick<TableField, 'categories'> {
  if (labels === null) return {}
  return { categories: values.map(value => ({ value, label: labels[value] ?? String(value) })) }
}

/** `JSONの records[].costs[].fiscalYear。会計年度（4月始まり）の西暦。単位: 千円` */
const descriptionOf = ({ name, paths, description, unit }: Column, headers: 'en' | 'ja'): string =>
  [
    headers === 'ja' ? name : null,
    paths.length === 0 ? null : `JSONの ${paths.map(inDocument).join('、')}`,
    description,
    unit === null ? null : `単位: ${unit}`,
  ]
    .filter(part => part !== null)
    .join('。')

/** A path of a column as it goes from the document. */
const inDocument = (path: string): string => (/^header(?:\.|$)/.test(path) ? path : `records[].${path}`)

/** The example as a value of the field's own type, which the profile asks for. */
function exampleOf({ type, example }: Column): TableField['example'] {
  if (example === null || type === 'string') return example ?? undefined
  if (type === 'boolean') return example === 'true'
  const number = Number(example.replaceAll(',', ''))
  return Number.isFinite(number) ? number : undefined
}
