import { describe, expect, test } from 'vitest'
import { docJsonSchema, extractionJsonSchema, type JsonSchema } from '../../src/walks/schema/schema.ts'
import { tableSchema } from '../../src/walks/schema/table-schema.ts'
import { commonTables } from '../../src/walks/tables/common-tables.ts'
import { planTables, type TablePlan } from '../../src/walks/tables/table-rows.ts'
import { form, otherForm } from './sample.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tests look into a schema at places they know
const at = (schema: JsonSchema, ...path: string[]): any => path.reduce((part: any, key) => part?.[key], schema)

describe('JSON Schema', () => {
  const whole = extractionJsonSchema([form, otherForm])

  test('says what it is, and the same at every call', () => {
    expect(whole).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:sapporo-eval:schema:1:extraction',
      type: 'object',
      additionalProperties: false,
    })
    expect(JSON.stringify(extractionJsonSchema([form, otherForm]))).toBe(JSON.stringify(whole))
  })

  test('documents are one of the layouts, told apart by a constant', () => {
    const options = at(whole, 'properties', 'documents', 'items', 'oneOf')
    expect(options.map((option: JsonSchema) => at(option, 'properties', 'layout', 'const'))).toEqual([
      'sample-form',
      'other-form',
    ])
  })

  test('every reference leads somewhere', () => {
    const references = [...JSON.stringify(whole).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/gu)].map(match => match[1])
    expect(references.length).toBeGreaterThan(0)
    for (const name of references) expect(Object.keys(at(whole, '$defs'))).toContain(name)
  })

  test('a document: printed values may be null and no key may be missing', () => {
    const schema = docJsonSchema(form)
    const record = at(schema, 'properties', 'records', 'items')
    expect(schema.$id).toBe('urn:sapporo-eval:schema:1:sample-form')
    expect(record.required).toEqual(Object.keys(form.record))
    expect(record.properties.fiscalYear).toEqual({ type: ['integer', 'null'], description: '年度' })
    expect(record.properties.spread).toEqual({ type: 'integer', description: '見開き' })
    expect(at(schema, 'required')).not.toContain('raw')
  })

  test('zod leaves no traces of its own', () => {
    expect(JSON.stringify(whole)).not.toMatch(/9007199254740991|"id":|propertyNames/u)
  })
})

describe('Table Schema', () => {
  const named = (name: string) => planTables(form).find(table => table.name === name) as TablePlan
  const items = named('project_cost_items')
  const { fields } = tableSchema(items)

  test('a field has name, title, type, unit and closed values', () => {
    expect(fields.find(field => field.name === 'amount_thousand_yen')).toEqual({
      name: 'amount_thousand_yen',
      title: '金額',
      type: 'integer',
      description: 'JSONの records[].costs[].items[].amountThousandYen。単位: 千円',
      unit: '千円',
    })
    expect(fields.find(field => field.name === 'kind')).toMatchObject({
      constraints: { enum: ['actual', 'budget'] },
      categories: [
        { value: 'actual', label: '決算' },
        { value: 'budget', label: '予算' },
      ],
    })
    expect(fields[0]).toMatchObject({ name: 'municipality_code', type: 'string', example: '011002' })
  })

  test('under Japanese headers a field is named as its column is headed', () => {
    const schema = tableSchema(items, { headers: 'ja' })
    expect(schema.fields.at(-3)).toMatchObject({
      name: '金額（千円）',
      title: '金額',
      description: 'amount_thousand_yen。JSONの records[].costs[].items[].amountThousandYen。単位: 千円',
    })
    expect(schema.primaryKey).toEqual(['文書番号', 'レコード番号', '枝番'])
    expect(schema.missingValues).toEqual([''])
  })

  test('keys lead to the tables that are there, and what every row has is required', () => {
    const { primaryKey, foreignKeys } = tableSchema(items, {
      resourceOf: table => (table === 'projects' ? 'p' : undefined),
    })
    expect(primaryKey).toEqual(['document_no', 'record_no', 'row_no'])
    const both = ['document_no', 'record_no']
    expect(foreignKeys).toEqual([{ fields: both, reference: { resource: 'p', fields: both } }])
    expect(fields.filter(field => field.constraints?.required).map(field => field.name)).toEqual([
      'municipality_code',
      'source',
      'document_no',
      'row_no',
      'doubts',
      'by_hand',
    ])
    const documents = commonTables([form])[0] as TablePlan
    expect(
      tableSchema(documents)
        .fields.filter(field => field.constraints?.unique)
        .map(({ name }) => name),
    ).toEqual(['document_no'])
  })

  test('examples are values of the type', () => {
    expect(fields.find(field => field.name === 'no')?.example).toBe(1)
  })
})
