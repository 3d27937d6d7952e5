import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { evaluationSheet, run, temporaryFolder } from './run.ts'

const folder = temporaryFolder()
const cwd = join(folder, 'a/b')
mkdirSync(cwd, { recursive: true })
const config = (content: unknown) =>
  writeFileSync(
    join(folder, 'sapporo-eval.config.json'),
    typeof content === 'string' ? content : JSON.stringify(content),
  )
const extract = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  run(['extract', evaluationSheet, '-q', ...args], { cwd, env })

beforeEach(() => config({}))

test('a file upwards sets defaults; a variable goes before it, the command line before both', () => {
  config({ format: 'csv', headers: 'ja', table: 'project_costs' })
  expect(extract().stdout).toContain(',2021,決算,')
  expect(extract([], { SAPPORO_EVAL_HEADERS: 'en' }).stdout).toContain(',2021,actual,')
  expect(extract(['--headers', 'ja'], { SAPPORO_EVAL_HEADERS: 'en' }).stdout).toContain(',2021,決算,')
})

test('a default without effect on a run is passed over; what was typed is refused', () => {
  config({ format: 'csv', headers: 'ja', 'source-title': '調書', 'per-file': true })
  expect(extract(['-f', 'json']).code).toBe(0)
  expect(extract(['-o', 'a.json', '--overwrite']).code).toBe(0)
  expect(extract(['-f', 'json', '--headers', 'ja']).code).toBe(2)
})

test('switches, numbers and lists', () => {
  config({ strict: true, 'fail-on': 'CHOICE_NONE', timeout: 30, exclude: ['x', 'y'], guard: true } as object)
  expect(extract().stderr).toContain('sapporo-eval.config.json: guard: USAGE: there is no option "guard"')
  config({ 'no-guard': true, format: 'csv', encoding: 'utf-8-bom', timeout: 30, exclude: ['x', 'y'] })
  expect(extract().stdout).not.toContain('="')
  expect(extract([], { SAPPORO_EVAL_FAIL_ON: 'CHOICE_NONE' }).code).toBe(4)
  expect(extract([], { SAPPORO_EVAL_STRICT: '0' }).code).toBe(0)
})

test.each([
  [
    'an option that there is not',
    { jbos: 2 },
    {},
    /config\.json: jbos: USAGE: there is no option "jbos".*did you mean jobs\?/,
  ],
  ['a choice that there is not', { format: 'cvs' }, {}, /config\.json: format: USAGE: .*did you mean csv\?/],
  ['a value of the wrong form', { jobs: 'many' }, {}, /config\.json: jobs: USAGE: .*whole number/],
  ['a value of another kind', { strict: 'yes' }, {}, /config\.json: strict: USAGE: its value is of another kind/],
  ['what is no JSON', '{"a":', {}, /config\.json: USAGE: it cannot be read as JSON/],
  ['what is no object', '[]', {}, /config\.json: USAGE: its value is of another kind/],
  ['a variable', {}, { SAPPORO_EVAL_JOBS: 'x' }, /SAPPORO_EVAL_JOBS: USAGE: option 'jobs' argument 'x' is invalid/],
])('%s is told with its place', (_why, content, env, told) => {
  config(content)
  const ran = extract([], env)
  expect([ran.code, ran.lines.length]).toEqual([2, 1])
  expect(ran.stderr).toMatch(told)
})

test('--config names the file; its language is that of the screen, and of no file', () => {
  writeFileSync(join(cwd, 'own.json'), '{"lang":"ja","format":"cvs"}')
  expect(extract(['--config', 'own.json']).stderr).toContain('「csv」ではありませんか。')
  writeFileSync(join(cwd, 'own.json'), '{"lang":"ja"}')
  expect(run(['extract', evaluationSheet, '--config', 'own.json'], { cwd }).stderr).toContain('読取率')
  expect(extract(['--config', 'own.json']).stdout).toBe(extract().stdout)
  expect(extract(['--config', 'none.json']).code).toBe(2)
})
