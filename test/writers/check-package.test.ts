import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkPackage } from '../../src/writers/data-package/check-package.ts'

const hashOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const field = (name: string, type: string, constraints?: object) => ({ name, type, constraints })
const documents = [field('document_no', 'integer', { required: true, unique: true }), field('kind', 'string')]
const records = [
  field('document_no', 'integer', { required: true }),
  field('record_no', 'integer'),
  field('kind', 'string', { enum: ['a', 'b'] }),
  field('amount', 'number'),
]
const toDocuments = { fields: ['document_no'], reference: { resource: 'documents', fields: ['document_no'] } }

/** The descriptor and files of a package of two tables that are right, but for what is said otherwise. */
function packageOf(csv: { documents?: string; records?: string }) {
  const files: Record<string, string> = {
    'documents.csv': csv.documents ?? 'document_no,kind\n1,x\n2,\n',
    'records.csv': csv.records ?? 'document_no,record_no,kind,amount\n1,1,a,-1.5\n1,2,b,\n2,1,,1e3\n',
  }
  const resource = (name: string, fields: object[], primaryKey: string[], foreignKeys?: object[]) => {
    const text = files[`${name}.csv`] as string
    const schema = { fields, primaryKey, ...(foreignKeys ? { foreignKeys } : {}) }
    const written = { bytes: Buffer.byteLength(text), hash: hashOf(text) }
    return { name, path: `${name}.csv`, format: 'csv', dialect: { lineTerminator: '\n' }, ...written, schema }
  }
  const resources = [
    resource('documents', documents, ['document_no']),
    resource('records', records, ['document_no', 'record_no'], [toDocuments]),
  ]
  return { files, descriptor: { schemaVersion: 1, resources } }
}

async function problemsOf({ files, descriptor }: { files: Record<string, string>; descriptor: unknown }) {
  const read = async (path: string) => (files[path] === undefined ? undefined : Buffer.from(files[path]))
  const problems = await checkPackage(JSON.stringify(descriptor), read)
  return problems.map(({ path, message, place }) => `${path}: ${message}${place === '' ? '' : ` (${place})`}`)
}

test('a folder as its description says has nothing wrong', async () => {
  expect(await problemsOf(packageOf({}))).toEqual([])
})

const head = 'document_no,record_no,kind,amount'
test.each([
  ['a cell of another type', `${head}\n1,1,a,x\n`, 'expected a number, found "x" (row 2, column amount)'],
  ['a value that there is not', `${head}\n1,1,c,\n`, 'expected "a" or "b", found "c" (row 2, column kind)'],
  ['a row that is cut', `${head}\n1,1,a\n`, 'expected 4 cells, found 3 (row 2)'],
  [
    'a key a second time',
    `${head}\n1,1,a,\n1,1,b,\n`,
    'expected a key of its own, found the key ["1","1"] (document_no,record_no) a second time (row 3)',
  ],
  [
    'a row of a document that is not there',
    `${head}\n1,1,a,\n3,1,a,\n`,
    'expected a row of documents with ["3"] (document_no), found none (row 3)',
  ],
  ['other columns', 'document_no,kind\n1,a\n', `expected the columns ${head}, found document_no,kind (row 1)`],
])('%s', async (_, csv, said) =>
  expect(await problemsOf(packageOf({ records: csv }))).toEqual([`records.csv: ${said}`]),
)

test('nothing where there must be something, and what must be there once is twice', async () => {
  const found = await problemsOf(
    packageOf({ documents: 'document_no,kind\n1,x\n2,\n2,\n', records: `${head}\n,1,a,\n` }),
  )
  expect(found).toEqual([
    'documents.csv: expected a key of its own, found the key ["2"] (document_no) a second time (row 4)',
    'records.csv: expected a value, found nothing (row 2, column document_no)',
    'records.csv: expected a key of its own, found no whole key (document_no,record_no) (row 2)',
  ])
})

test('files that are missing, changed, or not described as ours', async () => {
  const { files, descriptor } = packageOf({})
  const { 'documents.csv': _, ...without } = files
  expect(await problemsOf({ files: without, descriptor })).toEqual([
    'documents.csv: expected the file, found none',
    'records.csv: expected the table documents, found no such table',
  ])
  const changed = { ...files, 'documents.csv': 'document_no,kind\n1,x\n2,y\n' }
  expect(await problemsOf({ files: changed, descriptor })).toEqual(['documents.csv: expected 24 bytes, found 25'])
  const odd = { schemaVersion: 2, resources: [null, { path: '../secret.csv', name: 'a' }] }
  expect(await problemsOf({ files, descriptor: odd })).toEqual([
    'datapackage.json: expected schemaVersion 1, found 2',
    'datapackage.json: expected the description of a file, found null',
    '../secret.csv: expected the file, found none',
  ])
})
