import type { Table } from '../../layouts/kit/tables.ts'
import type { ForeignKey, Form, Keys } from './columns.ts'

/** The table of which every other one names the documents. */
export const documentsName = 'documents'

/** Every table but `documents` belongs to it. */
export const toDocuments: ForeignKey = { fields: ['document_no'], table: documentsName }

const ofRecord = ['document_no', 'record_no']

/** Whether a table has one row a record: its rows need no number of their own. */
export const isMain = ({ rows }: Pick<Table, 'rows'>): boolean => rows.length === 1 && rows[0]?.each === ''

/** What tells the rows of a layout's table apart, and what they belong to. */
export function keysOf(form: Form, table: Table): Keys & { readonly rowIs: string } {
  if (isMain(table)) return { primaryKey: ofRecord, foreignKeys: [toDocuments], rowIs: '1行が1件のレコード' }
  const isOfHeader = table.rows.every(({ each }) => each.startsWith('header.'))
  if (isOfHeader)
    return { primaryKey: ['document_no', 'row_no'], foreignKeys: [toDocuments], rowIs: '1行が文書の中の1項目' }
  const main = form.tables.find(isMain)
  return {
    primaryKey: [...ofRecord, 'row_no'],
    foreignKeys: [toDocuments, ...(main ? [{ fields: ofRecord, table: main.name }] : [])],
    rowIs: '1行がレコードの中の1項目',
  }
}
