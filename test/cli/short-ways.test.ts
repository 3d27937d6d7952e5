import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codesOf, evaluationSheet, run, temporaryFolder } from './run.ts'

const doubtful = new URL('../../fixtures/project-evaluation-sheet/cell-by-cell-2025/input.txt', import.meta.url)
  .pathname
const folder = temporaryFolder()

test('a file without a command is extracted', () => {
  const short = run([evaluationSheet, '-f', 'jsonl'])
  expect(short).toEqual(run(['extract', evaluationSheet, '-f', 'jsonl']))
  expect(short.code).toBe(0)
})

test('what is neither a command nor a file is a wrong command, with the one that may be meant', () => {
  const { code, stderr } = run(['extrct', evaluationSheet])
  expect(code).toBe(2)
  expect(stderr).toContain("unknown command 'extrct' (Did you mean extract?;")
})

test.each([
  [['-f', 'cvs'], 'csv'],
  [['--encoding', 'sjis', '-f', 'csv'], 'cp932'],
  [['--encoding', 'utf8', '-f', 'csv'], 'utf-8'],
  [['--reader', 'geometri'], 'geometry'],
  [['--lang', 'jp'], 'ja'],
])('%j may mean %s', (options, meant) => {
  const { code, stderr } = run(['extract', evaluationSheet, ...options])
  expect(code).toBe(2)
  expect(stderr).toContain(`(Did you mean ${meant}?;`)
})

test('--fail-on ends with 4 where one of its codes is found, and only there', () => {
  const with4 = (codes: string) => run(['extract', doubtful, '-q', '-f', 'jsonl', '--fail-on', codes]).code
  expect(with4('SCANNED,FIELD_AMBIGUOUS')).toBe(4)
  expect(with4('SUM_MISMATCH')).toBe(0)
  expect(codesOf(run(['extract', doubtful, '--fail-on', 'SUM_MISMATCHES']))).toEqual(['USAGE'])
})

test('annotations name the line of a text', () => {
  const summary = join(folder, 'summary.md')
  const { lines } = run(['extract', doubtful, '-f', 'jsonl'], {
    env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary },
  })
  expect(lines.find(line => line.startsWith('::error'))).toContain('input.txt,line=171,title=FIELD_AMBIGUOUS::')
})
