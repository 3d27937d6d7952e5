/**
 * What Data Package v2 asks of a descriptor, of its resources, dialects and table schemas, as far as we use them: written from the
 * standard (https://datapackage.org/standard/data-package/), closed where the standard leaves room, so that a misspelt property
 * is found.
 */
const path = { type: 'string', pattern: '^(?=[^./~])(?!file:)((?!/\\.\\./)(?!\\\\)(?!://).)*$' }

const closed = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
})

const field = closed(['name', 'type'], {
  name: { type: 'string', minLength: 1 },
  title: { type: 'string' },
  description: { type: 'string' },
  type: { enum: ['string', 'integer', 'number', 'boolean', 'year'] },
  unit: { type: 'string' },
  example: { type: ['string', 'number', 'boolean'] },
  categories: {
    type: 'array',
    minItems: 1,
    items: closed(['value', 'label'], { value: { type: ['string', 'number'] }, label: { type: 'string' } }),
  },
  constraints: {
    minProperties: 1,
    ...closed([], {
      required: { const: true },
      unique: { const: true },
      enum: { type: 'array', minItems: 1, uniqueItems: true },
    }),
  },
})

const names = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', minLength: 1 } }

const schema = closed(['fields', 'primaryKey'], {
  fields: { type: 'array', minItems: 1, items: field },
  missingValues: { type: 'array', items: { type: 'string' } },
  primaryKey: names,
  foreignKeys: {
    type: 'array',
    minItems: 1,
    items: closed(['fields', 'reference'], {
      fields: names,
      reference: closed(['resource', 'fields'], { resource: { type: 'string' }, fields: names }),
    }),
  },
})

const shared = {
  name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
  path,
  title: { type: 'string' },
  description: { type: 'string' },
  format: { type: 'string' },
  mediatype: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
  encoding: { enum: ['utf-8', 'cp932'] },
  bytes: { type: 'integer', minimum: 0 },
  hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
}

const sharedNames = Object.keys(shared).filter(name => name !== 'description')

const table = closed([...Object.keys(shared), 'type', 'schema'], {
  ...shared,
  type: { const: 'table' },
  format: { const: 'csv' },
  dialect: closed(['lineTerminator'], { lineTerminator: { enum: ['\n', '\r\n'] } }),
  schema,
})

export const dataPackageProfile = closed(['$schema', 'name', 'resources'], {
  $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
  name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
  title: { type: 'string' },
  schemaVersion: { const: 1 },
  generator: closed(['name', 'version'], { name: { const: 'sapporo-eval' }, version: { type: 'string' } }),
  licenses: {
    type: 'array',
    minItems: 1,
    items: {
      minProperties: 1,
      ...closed([], {
        name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' },
        path: { type: 'string', pattern: '^https?://' },
      }),
    },
  },
  sources: {
    type: 'array',
    minItems: 1,
    items: {
      minProperties: 1,
      ...closed([], { title: { type: 'string' }, path: { type: 'string', pattern: '^https?://' } }),
    },
  },
  resources: {
    type: 'array',
    minItems: 1,
    items: { oneOf: [table, closed(sharedNames, shared)] },
  },
})
