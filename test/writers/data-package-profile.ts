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
  example: { type: ['string', 'number', 'boolean'] },
  constraints: closed(['enum'], { enum: { type: 'array', minItems: 1, uniqueItems: true } }),
})

const schema = closed(['fields'], {
  fields: { type: 'array', minItems: 1, items: field },
  missingValues: { type: 'array', items: { type: 'string' } },
})

const shared = {
  name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
  path,
  title: { type: 'string' },
  format: { type: 'string' },
  mediatype: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
  encoding: { enum: ['utf-8', 'cp932'] },
  bytes: { type: 'integer', minimum: 0 },
  hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
}

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
  resources: {
    type: 'array',
    minItems: 1,
    items: { oneOf: [table, closed(Object.keys(shared), shared)] },
  },
})
