import { z } from 'zod'
import { isField, isList, isMaybe, type Shape } from '../../src/layouts/kit/fields.ts'
import type { AnyLayout } from '../../src/layouts/kit/layout.ts'

/** The TypeScript types of a layout's documents, made from its field definitions: what each field is called, its unit, its type. */
export const typesOf = ({ id, title, header, record }: AnyLayout): string =>
  [
    `// Made from the field definitions of ${id} by test/library-types.test.ts: UPDATE=1 writes it anew.`,
    '',
    `/** What stands once in a document of the form ${title}. */`,
    `export interface ${nameOf(id)}Header ${typeOf(header, '')}`,
    '',
    `/** One record of the form ${title}. */`,
    `export interface ${nameOf(id)}Record ${typeOf(record, '')}`,
    '',
  ].join('\n')

/** `finding-table` → `FindingTable` */
export const nameOf = (id: string): string => id.replace(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase())

function typeOf(shape: Shape, indent: string): string {
  if (isField(shape)) return typeOfValue(z.toJSONSchema(shape.out))
  if (isMaybe(shape)) return `${typeOf(shape.shape, indent)} | null`
  if (isList(shape)) return listOf(typeOf(shape[0], indent))
  const members = Object.entries(shape as { readonly [key: string]: Shape }).map(
    ([key, part]) => `${commentOn(part, `${indent}  `)}${indent}  ${key}: ${typeOf(part, `${indent}  `)}\n`,
  )
  return `{\n${members.join('')}${indent}}`
}

function commentOn(shape: Shape, indent: string): string {
  const field = isList(shape) ? shape[0] : shape
  if (!isField(field)) return ''
  return `${indent}/** ${field.unit && !field.ja.includes(field.unit) ? `${field.ja}（${field.unit}）` : field.ja} */\n`
}

/** A union stands in brackets; bars inside an object or brackets make none. */
const listOf = (item: string): string =>
  item.replace(/[{(].*[})]/su, '').includes(' | ') ? `(${item})[]` : `${item}[]`

function typeOfValue(schema: z.core.JSONSchema.BaseSchema): string {
  if (schema.anyOf) return schema.anyOf.map(part => typeOfValue(part as z.core.JSONSchema.BaseSchema)).join(' | ')
  const values = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  if (values) return values.map(value => (typeof value === 'string' ? `'${value}'` : String(value))).join(' | ')
  if (schema.type === 'array') return listOf(typeOfValue(schema.items as z.core.JSONSchema.BaseSchema))
  const names = [schema.type].flat().map(name => (name === 'integer' ? 'number' : String(name)))
  if (names.some(name => !['string', 'number', 'boolean', 'null'].includes(name)))
    throw new Error(`no type for ${JSON.stringify(schema)}`)
  return names.join(' | ')
}
