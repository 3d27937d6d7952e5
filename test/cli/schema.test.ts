import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codesOf, evaluationSheet, run, temporaryFolder } from './run.ts'

const root = temporaryFolder()
copyFileSync(evaluationSheet, join(root, 'sheet.txt'))
const put = (name: string, text: string) => writeFileSync(join(root, name), text)

describe('schema', () => {
  it('is JSON Schema 2020-12 of the output, or of one layout', () => {
    const whole = run(['schema'])
    expect([whole.code, whole.stderr]).toEqual([0, ''])
    expect(JSON.parse(whole.stdout).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    const layout = JSON.parse(run(['schema', 'project-evaluation-sheet']).stdout)
    expect(layout.properties.layout.const).toBe('project-evaluation-sheet')
  })

  it('is Table Schema of one table', () => {
    const fields = JSON.parse(run(['schema', '--table', 'projects']).stdout).fields
    expect(fields.slice(0, 4).map((field: { name: string }) => field.name)).toEqual([
      'municipality_code',
      'source',
      'source_page',
      'record_no',
    ])
    expect(JSON.parse(run(['schema', 'project-evaluation-sheet', '--table', 'documents']).stdout).fields).toBeDefined()
  })

  it('of what is not there is wrong usage', () => {
    for (const args of [['minutes'], ['--table', 'budget'], ['project-evaluation-sheet', '--table', 'findings']]) {
      const ran = run(['schema', ...args])
      expect([ran.code, ran.stdout, codesOf(ran), ran.lines.length]).toEqual([2, '', ['USAGE'], 1])
    }
  })
})

describe('validate', () => {
  const good = run(['extract', 'sheet.txt'], { cwd: root }).stdout
  const goodLines = run(['extract', 'sheet.txt', '-f', 'jsonl'], { cwd: root }).stdout
  const validate = (...args: string[]) => run(['validate', ...args], { cwd: root })

  it('finds what extract writes valid', () => {
    put('good.json', good)
    put('good.jsonl', goodLines)
    const ran = validate('good.json', 'good.jsonl')
    expect(ran).toMatchObject({ code: 0, stdout: 'good.json: valid\ngood.jsonl: valid\n', stderr: '' })
    expect(run(['validate', '-'], { input: good })).toMatchObject({ code: 0, stdout: '-: valid\n' })
  })

  it('is exit 4 where a file is not, and names the place', () => {
    put('bad.json', good.replace('"totalThousandYen":192788', '"totalThousandYen":"192,788"'))
    put('cut.json', good.slice(0, 500))
    const ran = validate('good.json', 'bad.json', 'cut.json')
    expect([ran.code, codesOf(ran)]).toEqual([4, ['INVALID', 'INVALID']])
    expect(ran.lines[0]).toMatch(
      /^sapporo-eval: bad\.json: INVALID: expected .*number, found "192,788" \(\/documents\/0\/records\/0\/costs\/0\/totalThousandYen\)$/,
    )
    expect(ran.lines[1]).toMatch(/^sapporo-eval: cut\.json: INVALID: expected JSON, but /)
  })

  it('takes the JSON files of a folder', () => {
    mkdirSync(join(root, 'out'))
    put('out/a.json', good)
    put('out/b.txt', 'no JSON')
    expect(validate('out')).toMatchObject({ code: 0, stdout: 'out/a.json: valid\n' })
  })

  it('passes over what stands beside the data, in a folder and by name', () => {
    expect(run(['extract', 'sheet.txt', '-o', 'whole/', '-q'], { cwd: root }).code).toBe(0)
    put('whole/package.json', '{"name":"not ours"}')
    const both = 'whole/datapackage.json: valid\nwhole/extraction.json: valid\n'
    expect(validate('whole')).toMatchObject({ code: 0, stdout: both, stderr: '' })
    const named = validate('whole/datapackage.json', 'whole/extraction.json', 'whole/failures.jsonl')
    expect(named).toMatchObject({ code: 0, stdout: both, stderr: '' })
    expect(validate('whole/package.json').code).toBe(4)
  })

  it('checks a folder of tables against its own description', () => {
    const about = ['--source-title', '評価調書', '--source-url', 'https://example.org/', '--licence', 'CC-BY-4.0']
    expect(run(['extract', 'sheet.txt', '-f', 'csv', '-o', 'tables', '-q', ...about], { cwd: root }).code).toBe(0)
    expect(validate('tables')).toMatchObject({ code: 0, stdout: 'tables/datapackage.json: valid\n', stderr: '' })
    const descriptor = JSON.parse(readFileSync(join(root, 'tables/datapackage.json'), 'utf8'))
    expect(descriptor).toMatchObject({
      schemaVersion: 1,
      licenses: [{ name: 'CC-BY-4.0' }],
      sources: [{ title: '評価調書', path: 'https://example.org/' }],
    })
    const costs = readFileSync(join(root, 'tables/project_costs.csv'), 'utf8')
    put('tables/project_costs.csv', costs.replace('192788', '19278x'))
    const ran = validate('tables')
    expect(ran.code).toBe(4)
    expect(ran.lines.map(line => line.replace(/sha256:\w+/g, 'sha256:…'))).toEqual([
      'sapporo-eval: tables/project_costs.csv: INVALID: expected the content of sha256:…, found that of sha256:…',
      'sapporo-eval: tables/project_costs.csv: INVALID: expected a whole number, found "19278x" (row 2, column total_thousand_yen)',
    ])
  })

  it('still finds a file of a folder that is cut off', () => {
    mkdirSync(join(root, 'torn'))
    put('torn/a.json', good.slice(0, 500))
    put('torn/b.jsonl', goodLines.slice(0, 500))
    expect(validate('torn').code).toBe(4)
  })

  it('of a folder that holds no output says so', () => {
    mkdirSync(join(root, 'strange'))
    put('strange/package.json', '{"name":"not ours"}')
    const ran = validate('strange')
    expect([ran.code, codesOf(ran)]).toEqual([1, ['NOT_FOUND']])
  })

  it('of what is not there is wrong usage', () => {
    const ran = validate('gone.json')
    expect([ran.code, codesOf(ran)]).toEqual([2, ['NOT_FOUND']])
  })
})
