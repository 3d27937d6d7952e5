import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { fill } from '../../src/walks/tables/table-rows.ts'
import { csvWriter } from '../../src/writers/csv/csv-files.ts'
import { tablesFor } from '../../src/writers/csv/select.ts'
import { NewFolder } from '../../src/writers/new-folder.ts'
import type { Encoding } from '../../src/writers/writer.ts'
import { doc, extractionOf, form, otherDoc, otherForm } from '../walks/sample.ts'
import { databaseIn, rowsOf } from './duckdb.ts'
import { freshFolder } from './folder.ts'

const { at } = freshFolder()
const layouts = [form, otherForm]
const documents = [doc, otherDoc, doc]
const plans = tablesFor(new Set([form.id, otherForm.id]), layouts)

/** A folder of tables, as a run writes it. */
async function folderOf(docs: readonly Doc[], encoding: Encoding = 'utf-8', table?: string): Promise<string> {
  const extracted = { ...extractionOf(...docs), layouts: new Set(docs.map(each => each.layout)), each: [] }
  const output = { extracted, layouts, table, tables: { encoding }, about: {}, isForPeople: false }
  await csvWriter.fill(new NewFolder(at('out')), output)
  return at('out')
}

/** Takes a line out of a table. */
function damage(name: string, line: string): void {
  const path = at('out', name)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(line)
  writeFileSync(path, text.replace(line, ''))
}

const lineOfFirst = /^011002,[^\n]*\n/mu
const firstLine = (name: string) => lineOfFirst.exec(readFileSync(at('out', name), 'utf8'))?.[0] as string

/** Every row of the main table joined with those that belong to it. */
const joined = 'projects JOIN project_texts USING (document_no, record_no) JOIN documents USING (document_no)'

async function loaded(folder: string) {
  const database = await databaseIn(folder)
  await database.run(readFileSync(`${folder}/load.duckdb.sql`, 'utf8'))
  return database
}

describe('load.duckdb.sql', () => {
  test('loads every row of every table as it is', async () => {
    const database = await loaded(await folderOf(documents))
    for (const plan of plans) expect(await rowsOf(database, `FROM "${plan.name}"`)).toEqual(fill(plan, documents).rows)
    expect(await rowsOf(database, `SELECT count(*) FROM ${joined}`)).toEqual(
      await rowsOf(database, 'SELECT count(*) FROM project_texts'),
    )
  })

  test('has the types and keys of the definitions', async () => {
    const database = await loaded(await folderOf(documents))
    const types = await rowsOf(database, 'SELECT column_name, column_type FROM (DESCRIBE projects)')
    expect(Object.fromEntries(types)).toMatchObject({
      measure_code: 'VARCHAR',
      ratio: 'DOUBLE',
      half: 'BIGINT',
      fiscal_year: 'INTEGER',
      is_new: 'BOOLEAN',
    })
    const keys = await rowsOf(
      database,
      "SELECT constraint_text FROM duckdb_constraints() WHERE table_name = 'project_texts' AND constraint_type LIKE '%KEY'",
    )
    expect(keys.flat()).toEqual([
      'PRIMARY KEY(document_no, record_no, row_no)',
      'FOREIGN KEY (document_no) REFERENCES documents(document_no)',
      'FOREIGN KEY (document_no, record_no) REFERENCES projects(document_no, record_no)',
    ])
  })

  test('refuses rows that belong to nothing', async () => {
    const folder = await folderOf(documents)
    damage('documents.csv', firstLine('documents.csv'))
    await expect(loaded(folder)).rejects.toThrow(/foreign key/i)
  })

  test('of one table alone refers to no other', async () => {
    const database = await loaded(await folderOf(documents, 'utf-8', 'project_texts'))
    expect(await rowsOf(database, 'SELECT count(*) FROM project_texts')).toEqual([[18]])
  })
})

const isLeftOut = spawnSync('sqlite3', ['--version']).status !== 0 && process.env.CI !== 'true'

/** What the shell of SQLite prints. */
function sqlite(...commands: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('sqlite3', ['-json', '../t.sqlite', ...commands], {
    cwd: at('out'),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe(`load.sqlite.sql${isLeftOut ? ' (the shell of SQLite is not installed here: left out)' : ''}`, () => {
  test.skipIf(isLeftOut)('loads every row of every table as it is', async () => {
    await folderOf(documents)
    expect(sqlite('.read load.sqlite.sql')).toEqual({ status: 0, stdout: '', stderr: '' })
    for (const plan of plans) {
      const rows: object[] = JSON.parse(sqlite(`SELECT * FROM "${plan.name}"`).stdout || '[]')
      const asStored = (cell: unknown) => (typeof cell === 'boolean' ? Number(cell) : cell)
      expect(rows.map(row => Object.values(row))).toEqual(fill(plan, documents).rows.map(row => row.map(asStored)))
    }
    const counts = `SELECT (SELECT count(*) FROM ${joined}) = (SELECT count(*) FROM project_texts) AS same`
    expect(JSON.parse(sqlite(counts).stdout)).toEqual([{ same: 1 }])
    expect(sqlite('PRAGMA foreign_key_check').stdout).toBe('')
  })

  test.skipIf(isLeftOut)('refuses rows that belong to nothing, and what is no number', async () => {
    await folderOf(documents)
    damage('documents.csv', firstLine('documents.csv'))
    expect(sqlite('.read load.sqlite.sql').stderr).toContain('FOREIGN KEY constraint failed')
    expect(sqlite('SELECT count(*) FROM sqlite_schema').stdout).toContain('0')
  })
})

describe('beside the tables', () => {
  test('there is a script for each database', async () => {
    const scriptsIn = (folder: string) => readdirSync(folder).filter(name => name.endsWith('.sql'))
    expect(scriptsIn(await folderOf(documents))).toEqual(['load.duckdb.sql', 'load.sqlite.sql'])
  })

  test.each(['cp932', 'utf-8-bom'] as const)('none in %s, whose texts are changed for it', async encoding => {
    expect(readdirSync(await folderOf(documents, encoding)).filter(name => name.endsWith('.sql'))).toEqual([])
  })
})
