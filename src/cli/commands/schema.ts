import { docJsonSchema, extractionJsonSchema } from '../../walks/schema/schema.ts'
import { tableSchema } from '../../walks/schema/table-schema.ts'
import { exit } from '../exit-codes.ts'
import { layoutsFor, tableNamed } from '../output/offered.ts'
import { printOut } from '../output/stdout.ts'

export interface SchemaFlags {
  readonly table?: string
}

/** Writes the schema of the output, of one layout's documents, or of one table; always indented, for it is kept and compared. */
export async function schema(id: string | undefined, { table }: SchemaFlags): Promise<number> {
  const layouts = layoutsFor(id, 'schema')
  const [only] = layouts
  const described =
    table !== undefined
      ? tableSchema(tableNamed(table, layouts))
      : id !== undefined && only
        ? docJsonSchema(only)
        : extractionJsonSchema(layouts)
  await printOut(`${JSON.stringify(described, null, 2)}\n`)
  return exit.done
}
