import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { evaluationSheet, findingTable, run, temporaryFolder } from './run.ts'

const folder = temporaryFolder()
const at = (name: string): string => join(folder, name)
const sheet = fileURLToPath(
  new URL('../../fixtures/project-evaluation-sheet/one-page-of-calc/input.pdf', import.meta.url),
)

beforeAll(() => {
  mkdirSync(at('inputs'))
  cpSync(findingTable, at('inputs/findings.txt'))
  cpSync(sheet, at('inputs/sheet.pdf'))
  expect(run(['extract', 'inputs', '-q', '-o', 'all.json'], { cwd: folder }).code).toBe(0)
  const whole = JSON.parse(readFileSync(at('all.json'), 'utf8'))
  whole.documents.find((doc: { layout: string }) => doc.layout === 'finding-table').records[2].finding += '追記した。'
  writeFileSync(at('changed.json'), JSON.stringify(whole))
  for (const [name, ...options] of [
    ['utf8'],
    ['excel', '--for', 'excel'],
    ['cp932', '--encoding', 'cp932', '--headers', 'ja'],
  ] as const)
    run(['extract', 'inputs', '-q', '-f', 'csv', ...options, '-o', `${name}/`], { cwd: folder })
  run(['extract', 'inputs', '-q', '-o', 'all.jsonl'], { cwd: folder })
})

describe('diff', () => {
  it.each(['inputs', 'all.jsonl', 'utf8', 'excel', 'cp932'])('finds nothing between a JSON file and %s', other => {
    const { code, stdout, stderr } = run(['diff', 'all.json', other, '-q', '--exit-code'], { cwd: folder })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(
      [
        `all.json → ${other}`,
        'findings: 7 → 7 records, 7 in both',
        'projects: 1 → 1 records, 1 in both',
        '',
        'Nothing differs.',
        '',
      ].join('\n'),
    )
  })

  it('tells what differs, in Japanese too, and by its exit code only where that is asked for', () => {
    const { code, stdout } = run(['diff', 'all.json', 'changed.json', '--lang', 'ja'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toContain('文章の変更（1件）')
    expect(stdout).toContain('{+追記した。+}')
    expect(run(['diff', 'all.json', 'changed.json', '--exit-code'], { cwd: folder }).code).toBe(4)
    const unsure = run(['diff', evaluationSheet, evaluationSheet, '--exit-code', '-q'])
    expect([unsure.code, unsure.stdout]).toEqual([0, expect.stringContaining('Not comparable (2)')])
  })

  it('as CSV, JSON, a workbook and a page', () => {
    const csv = run(['diff', 'all.json', 'changed.json', '-f', 'csv'], { cwd: folder }).stdout.split('\n')
    expect(csv[0]).toBe(
      'kind,table,key,name,item,column,old,new,difference,share,words,why,old_source,old_page,new_source,new_page',
    )
    expect(csv[1]).toMatch(/^text,findings,3\//)
    const { changes, old } = JSON.parse(run(['diff', 'all.json', 'changed.json', '-f', 'json'], { cwd: folder }).stdout)
    expect([old, changes.length, changes[0].column]).toEqual(['all.json', 1, 'finding'])
    expect(run(['diff', 'all.json', 'changed.json', '-o', 'd.xlsx'], { cwd: folder }).code).toBe(0)
    expect(readFileSync(at('d.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(run(['diff', 'all.json', 'changed.json', '-o', 'd.html'], { cwd: folder }).code).toBe(0)
    expect(readFileSync(at('d.html'), 'utf8')).toContain('<ins>追記した。</ins>')
  })

  it('replaces a file only where that is requested', () => {
    writeFileSync(at('mine.csv'), 'mine')
    const { code, stderr } = run(['diff', 'all.json', 'changed.json', '-o', 'mine.csv'], { cwd: folder })
    expect([code, readFileSync(at('mine.csv'), 'utf8')]).toEqual([2, 'mine'])
    expect(stderr).toContain('OUTPUT_EXISTS')
  })

  it('refuses output that is not what its description says', () => {
    cpSync(at('utf8'), at('edited'), { recursive: true })
    writeFileSync(at('edited/findings.csv'), readFileSync(at('edited/findings.csv'), 'utf8').replace('A', 'B'))
    const { code, stderr } = run(['diff', 'edited', 'all.json'], { cwd: folder })
    expect([code, stderr]).toEqual([1, expect.stringContaining('INVALID')])
  })

  it('refuses what it cannot read back, and endings of no format', () => {
    run(['extract', 'inputs', '-q', '-f', 'parquet', '-o', 'parquet/'], { cwd: folder })
    const { code, stderr } = run(['diff', 'parquet', 'all.json'], { cwd: folder })
    expect([code, stderr]).toEqual([2, expect.stringContaining('a folder of parquet files cannot be read back')])
    expect(run(['diff', 'all.json', 'all.json', '-o', 'd.doc'], { cwd: folder }).code).toBe(2)
    expect(run(['diff', 'all.json', 'nowhere'], { cwd: folder }).code).toBe(2)
  })
})

describe('history', () => {
  it('gives a long table with the release of each figure', () => {
    const options = ['--table', 'history_personnel', '-f', 'csv']
    const { code, stdout } = run(['history', 'all.json', 'utf8', ...options], { cwd: folder })
    const [head, first] = stdout.split('\n')
    expect(code).toBe(0)
    expect(head).toBe(
      'account_code,project_code,project_name,fiscal_year,kind,measure,value,unit,doubtful,releases,disagreement,release,sheet_fiscal_year,source,source_page',
    )
    expect(first).toBe('11,39603,研修管理費,2023,actual,staff_fte,4.28,人工,false,2,,utf8,2024,inputs/sheet.pdf,1')
  })

  it('gives all tables as JSON, a workbook, and one as Parquet', () => {
    const tables = JSON.parse(run(['history', 'all.json'], { cwd: folder }).stdout)
    expect(Object.keys(tables)).toEqual(['history_costs', 'history_personnel', 'history_items', 'history_indicators'])
    expect(run(['history', 'all.json', '-o', 'h.xlsx'], { cwd: folder }).code).toBe(0)
    const parquet = ['--table', 'history_costs', '-o', 'h.parquet']
    expect(run(['history', 'all.json', ...parquet], { cwd: folder }).code).toBe(0)
    expect(readFileSync(at('h.parquet')).subarray(0, 4).toString()).toBe('PAR1')
  })

  it('refuses several tables in one file, and releases without sheets', () => {
    expect(run(['history', 'all.json', '-f', 'csv'], { cwd: folder }).code).toBe(2)
    expect(run(['history', findingTable, '-q']).code).toBe(1)
  })
})
