import { z } from 'zod'
import { type Described, docSchema, extractionSchema } from './envelope-schema.ts'

export type JsonSchema = { readonly [key: string]: unknown }

/** The version of the output contract is part of the names, so that a schema of another version is another schema. */
const idOf = (name: string): string => `urn:sapporo-eval:schema:1:${name}`

/** JSON Schema 2020-12 of the whole output; its documents are a union of the layouts, told apart by `layout`. */
export const extractionJsonSchema = (layouts: readonly Described[]): JsonSchema =>
  jsonSchema(extractionSchema(layouts), idOf('extraction'), 'The output of sapporo-eval')

/** JSON Schema 2020-12 of one document of a layout. */
export const docJsonSchema = (layout: Described): JsonSchema =>
  jsonSchema(docSchema(layout), idOf(layout.id), `${layout.id}: ${layout.title}`)

function jsonSchema(type: z.ZodType, $id: string, title: string): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(type, {
    target: 'draft-2020-12',
    override: ({ jsonSchema: part }) => withoutNoise(part),
  })
  return { $schema, $id, title, ...schema }
}

/** Takes out what zod adds and no reader asks for: the bounds of a safe integer, its own names, the keys' type of a map. */
function withoutNoise(part: z.core.JSONSchema.BaseSchema): void {
  if (part.minimum === Number.MIN_SAFE_INTEGER) delete part.minimum
  if (part.maximum === Number.MAX_SAFE_INTEGER) delete part.maximum
  if (typeof part.id === 'string') delete part.id
  if (part.propertyNames && Object.keys(part.propertyNames).join() === 'type') delete part.propertyNames
}
