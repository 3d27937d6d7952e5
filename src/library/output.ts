import type { Doc } from '../envelope.ts'
import type { LayoutId } from '../layouts/ids.ts'
import type { JsonSchema } from '../walks/schema/schema.ts'
import type { TableSchema } from '../walks/schema/table-schema.ts'
import type { Cell } from '../walks/tables/columns.ts'
import type { TableHead } from '../walks/tables/table-rows.ts'

/** A table of the output with its columns, keys and rows; the cells of a row are in the order of the columns. */
export interface Table extends TableHead {
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * The tables of what was read, as `-f csv` writes them: those of each layout that has documents, then `documents` and `diagnostics`. A row
 * below a record knows its own page where the documents have their `provenance`, else it has that of the record.
 */
export async function tables({ documents }: { readonly documents: readonly Doc[] }): Promise<Table[]> {
  const { fill, layouts, tablesFor } = await import('./stages.ts')
  const plans = tablesFor(new Set(documents.map(doc => doc.layout)), layouts)
  return plans.map(plan => {
    const { name, ja, rowIs, columns, primaryKey, foreignKeys } = plan
    return { name, ja, rowIs, columns, primaryKey, foreignKeys, rows: fill(plan, documents).rows }
  })
}

/** Whether output is as the schema says, and what is not. */
export interface Validation {
  readonly valid: boolean
  /** Where, as a JSON Pointer from the top of the file (or of the `line` of a JSONL stream, from 1), and in one line what is wrong. */
  readonly problems: readonly { readonly pointer: string; readonly message: string; readonly line?: number }[]
}

/** Checks output against the schema: the text of a JSON or JSONL file, or an extraction as `extract` returns it. */
export async function validate(output: string | object): Promise<Validation> {
  const { layouts, validateExtraction, validateText } = await import('./stages.ts')
  const { valid, problems } =
    typeof output === 'string' ? validateText(output, layouts) : validateExtraction(output, layouts)
  return { valid, problems: problems.map(({ said: _, ...problem }) => problem) }
}

/**
 * The schema of the whole output or of one layout's documents (JSON Schema 2020-12), or of a table (Table Schema of Data Package v2). Throws
 * an error with the code TABLE_UNKNOWN.
 */
export function schemaOf(layout?: LayoutId): Promise<JsonSchema>
export function schemaOf(named: { readonly table: string }): Promise<TableSchema>
export async function schemaOf(of?: LayoutId | { readonly table: string }): Promise<JsonSchema | TableSchema> {
  const { docJsonSchema, extractionJsonSchema, layouts, selectTable, tableSchema } = await import('./stages.ts')
  if (typeof of === 'object') return tableSchema(selectTable(new Set(layouts.map(({ id }) => id)), layouts, of.table))
  const named = layouts.find(({ id }) => id === of)
  return named ? docJsonSchema(named) : extractionJsonSchema(layouts)
}
