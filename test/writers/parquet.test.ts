import { writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Doc } from '../../src/envelope.ts'
import { fill, planTables, type TablePlan } from '../../src/walks/tables/table-rows.ts'
import { parquetStream } from '../../src/writers/parquet/parquet.ts'
import { evaluationSheet, run } from '../cli/run.ts'
import { doc, form } from '../walks/sample.ts'
import { databaseIn, rowsOf } from './duckdb.ts'
import { freshFolder } from './folder.ts'

const { at } = freshFolder()
const [projects, items] = planTables(form) as [TablePlan, TablePlan]

function bytesOf(plan: TablePlan, documents: readonly Doc[]): Buffer {
  const { rows, end } = parquetStream(plan)
  return Buffer.concat([...documents.map((each, index) => rows(plan.rows(each, index + 1))), end()])
}

/** Writes a table as a file, for another library to read. */
async function stored(plan: TablePlan, documents: readonly Doc[]) {
  writeFileSync(at('t.parquet'), bytesOf(plan, documents))
  const database = await databaseIn(at())
  const types = await rowsOf(database, "SELECT column_name, column_type FROM (DESCRIBE FROM 't.parquet')")
  return { database, types: Object.fromEntries(types), rows: await rowsOf(database, "FROM 't.parquet'") }
}

describe('a table as a Parquet file, read by DuckDB', () => {
  test('has every cell', async () => {
    for (const plan of planTables(form)) expect((await stored(plan, [doc])).rows).toEqual(fill(plan, [doc]).rows)
  })

  test.each([
    ['values', [doc]],
    ['no value in some columns', [{ ...doc, records: [doc.records[1]] } as Doc]],
    ['no row', []],
  ])('has the types of the definitions with %s', async (_, documents) => {
    expect((await stored(projects, documents)).types).toMatchObject({
      municipality_code: 'VARCHAR',
      record_no: 'BIGINT',
      fiscal_year: 'INTEGER',
      measure_code: 'VARCHAR',
      reflected: 'VARCHAR',
      is_new: 'BOOLEAN',
      half: 'BIGINT',
      ratio: 'DOUBLE',
    })
    expect((await stored(items, documents)).types).toMatchObject({ amount_thousand_yen: 'BIGINT' })
  })

  test('says in itself what its columns are', async () => {
    const { database } = await stored(items, [doc])
    const [[schema]] = (await rowsOf(database, "SELECT decode(value) FROM parquet_kv_metadata('t.parquet')")) as [
      [string],
    ]
    const { fields, primaryKey } = JSON.parse(schema)
    expect(primaryKey).toEqual(['document_no', 'record_no', 'row_no'])
    expect(fields).toContainEqual(expect.objectContaining({ name: 'amount_thousand_yen', title: '金額', unit: '千円' }))
  })

  test('keeps more rows than are stored together, in their order', async () => {
    const documents = Array.from({ length: 12_345 }, () => doc)
    const { rows } = await stored(items, documents)
    expect(rows).toHaveLength(documents.length * 2)
    expect(rows).toEqual(fill(items, documents).rows)
    expect(bytesOf(items, documents).equals(bytesOf(items, documents))).toBe(true)
  })
})

describe('on the command line', () => {
  test('the ending decides, and a folder gets a file a table, with the keys in its description', async () => {
    const one = run(['extract', evaluationSheet, '-o', at('costs.parquet'), '--table', 'project_costs', '-q'])
    const all = run(['extract', evaluationSheet, '-f', 'parquet', '-o', at('out/'), '-q'])
    expect([one.code, all.code]).toEqual([0, 0])
    const database = await databaseIn(at())
    const query = (file: string) => rowsOf(database, `SELECT fiscal_year, total_thousand_yen FROM '${file}'`)
    const expected = [
      [2021, 192788],
      [2022, 203640],
      [2022, 199042],
      [2023, 207993],
    ]
    expect(await query('costs.parquet')).toEqual(expected)
    expect(await query('out/project_costs.parquet')).toEqual(expected)
    const joined = "FROM 'out/projects.parquet' JOIN 'out/project_costs.parquet' USING (document_no, record_no)"
    expect(await rowsOf(database, `SELECT count(*) ${joined}`)).toEqual([[4]])
    expect(run(['validate', at('out')]).code).toBe(0)
  })

  test('what has no effect is refused', () => {
    const { code, stderr } = run(['extract', evaluationSheet, '-o', at('a.parquet'), '--encoding', 'cp932'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('--encoding')])
  })
})
