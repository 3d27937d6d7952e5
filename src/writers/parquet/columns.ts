import type { Cell, Column } from '../../walks/tables/columns.ts'

/** How a column lies in a Parquet file: its physical type, what its bytes mean, and a cell as the writer takes it. */
export interface Stored {
  readonly type: 'BYTE_ARRAY' | 'INT32' | 'INT64' | 'DOUBLE' | 'BOOLEAN'
  readonly text?: true
  readonly value: (cell: Exclude<Cell, null>) => string | number | bigint | boolean
}

/**
 * By the definition of the column, whatever its cells hold: a column without a value keeps its type. Dates are text, as they have the
 * precision that is printed: `2020-11`.
 */
export const storedAs: { readonly [type in Column['type']]: Stored } = {
  string: { type: 'BYTE_ARRAY', text: true, value: String },
  integer: { type: 'INT64', value: BigInt },
  year: { type: 'INT32', value: Number },
  number: { type: 'DOUBLE', value: Number },
  boolean: { type: 'BOOLEAN', value: Boolean },
}
