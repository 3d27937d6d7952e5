import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { tableSchema } from '../../walks/schema/table-schema.ts'
import type { Cell, Column } from '../../walks/tables/columns.ts'
import type { TableHead } from '../../walks/tables/table-rows.ts'
import { storedAs } from './columns.ts'

/** A table that is written in pieces: rows in batches, then what ends the file. */
export interface ParquetStream {
  readonly rows: (rows: readonly (readonly Cell[])[]) => Uint8Array
  readonly end: () => Uint8Array
}

/** Rows that are stored together, column by column; so many are held until they are written. */
const groupSize = 10_000

/** The bytes of one table as a Parquet file. They hold no time: the same rows give the same bytes, however they come. */
export function parquetStream(table: TableHead): ParquetStream {
  const bytes = new ByteWriter()
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'schema', num_children: table.columns.length }, ...table.columns.map(elementOf)],
    kvMetadata: [{ key: 'table_schema', value: JSON.stringify(tableSchema(table)) }],
    createdBy: 'sapporo-eval',
  })
  let waiting: (readonly Cell[])[] = []
  const writeGroup = (rows: readonly (readonly Cell[])[]) => {
    const columnData = table.columns.map((column, index) => ({
      name: column.name,
      data: rows.map(row => storedCell(column, row[index] ?? null)),
    }))
    writer.write({ columnData, rowGroupSize: groupSize })
  }
  return {
    rows: rows => {
      for (const row of rows) waiting.push(row)
      for (; waiting.length >= groupSize; waiting = waiting.slice(groupSize)) writeGroup(waiting.slice(0, groupSize))
      return takenFrom(bytes)
    },
    end: () => {
      if (waiting.length > 0) writeGroup(waiting)
      writer.finish()
      return takenFrom(bytes)
    },
  }
}

function elementOf({ name, type, required }: Column) {
  const { type: stored, text } = storedAs[type]
  return {
    name,
    type: stored,
    repetition_type: required ? ('REQUIRED' as const) : ('OPTIONAL' as const),
    ...(text ? { converted_type: 'UTF8' as const, logical_type: { type: 'STRING' as const } } : {}),
  }
}

const storedCell = ({ type }: Column, cell: Cell) => (cell === null ? null : storedAs[type].value(cell))

/** What was written since the last time; the place in the file is counted on. */
function takenFrom(writer: ByteWriter): Uint8Array {
  const taken = writer.getBytes().slice()
  writer.index = 0
  return taken
}
