import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { own } from '../batch/helpers.ts'
import { evaluationSheet, findingTable, run, temporaryFolder } from './run.ts'

const root = temporaryFolder()
const ownSheet = own('fixtures/project-evaluation-sheet/one-page-of-calc/input.pdf')
const folder = join(root, 'release')
mkdirSync(folder)
copyFileSync(findingTable, join(folder, 'a.txt'))
copyFileSync(evaluationSheet, join(folder, 'b.txt'))
writeFileSync(join(folder, 'c, d:100%.txt'), '')
writeFileSync(join(folder, 'e|<b>.txt'), 'Nothing that any form prints.\n')

const typed = ['extract', 'release', '-f', 'csv', '-o', 'out/', '--overwrite']
const events = (lines: readonly string[]) => lines.map(line => JSON.parse(line) as { event: string })

describe('the end of a run of several inputs', () => {
  it('tells how many are done and which failed, and where the data is', () => {
    const { code, lines } = run(typed, { cwd: root })
    expect(code).toBe(3)
    const counted = lines.findIndex(line => line.includes('4 inputs: '))
    expect(lines[counted]).toMatch(/^sapporo-eval: 4 inputs: 2 done, 2 failed; 2 documents, \d+ records$/)
    expect(lines).toContain('sapporo-eval: failed: release/c, d:100%.txt: EMPTY_INPUT')
    expect(lines).toContain('sapporo-eval: failed: release/e|<b>.txt: LAYOUT_UNKNOWN')
    expect(lines.at(-1)).toBe('sapporo-eval: written: out/')
  })

  it('is not told quietly, nor of one input', () => {
    expect(run([...typed, '-q'], { cwd: root }).stderr).not.toContain('4 inputs')
    expect(run(['extract', 'release/a.txt'], { cwd: root }).stderr).not.toContain('1 input')
  })

  it('shows no bar where nobody watches', () => {
    expect(run(typed, { cwd: root }).stderr).not.toContain('\u001b')
  })
})

describe('a run of many inputs', () => {
  const crowd = join(root, 'crowd')
  mkdirSync(crowd)
  const lines = Array.from({ length: 9 }, (_, index) => `これはどの欄にも属さない文の${index}番目である。`)
  const text = `${readFileSync(evaluationSheet, 'utf8')}\n\n${lines.join('\n\n')}\n`
  for (let index = 10; index < 31; index += 1) writeFileSync(join(crowd, `${index}.txt`), text)
  for (const name of ['a.pdf', 'b.pdf']) copyFileSync(ownSheet, join(crowd, name))
  const args = ['extract', 'crowd', '-f', 'csv', '-o', 'crowd-out/', '--overwrite']

  it('tells the first findings of each and how many more there are', () => {
    const told = run(args, { cwd: root }).lines.filter(line => line.startsWith('sapporo-eval: crowd/20.txt: '))
    expect(told).toHaveLength(5)
    expect(told[0]).toContain(': project-evaluation-sheet, edition 2023: 1 record, coverage ')
    expect(told[4]).toMatch(/: … and \d+ more: all are in crowd-out\/diagnostics\.csv$/)
  })

  it('has annotations of many files, and of what does not fit together across them', () => {
    const warnings = run(args, { cwd: root, env: { GITHUB_ACTIONS: 'true' } }).lines.filter(each =>
      each.startsWith('::warning'),
    )
    expect(warnings).toHaveLength(10)
    expect(warnings[0]).toContain('title=DOCUMENT_REPEATED')
    expect(new Set(warnings.map(each => each.split('::')[1])).size).toBe(10)
  })
})

describe('--json-log', () => {
  it('makes each line an object, problems and the summary among them', () => {
    const { lines } = run([...typed, '--json-log'], { cwd: root })
    const found = events(lines)
    expect(found.filter(each => each.event === 'document')).toMatchObject([
      { path: 'release/a.txt', layout: 'finding-table' },
      { path: 'release/b.txt', layout: 'project-evaluation-sheet' },
    ])
    expect(found.filter(each => each.event === 'problem')).toContainEqual(
      expect.objectContaining({ level: 'error', where: 'release/c, d:100%.txt', code: 'EMPTY_INPUT' }),
    )
    expect(found.at(-1)).toMatchObject({ event: 'summary', inputs: 4, done: 2, failed: 2, reused: 0, output: 'out/' })
  })

  it('tells wrong usage in the same form', () => {
    const { code, lines } = run(['extract', 'none.pdf', '--json-log'], { cwd: root })
    expect(code).toBe(2)
    expect(events(lines)).toMatchObject([{ event: 'problem', where: 'none.pdf', code: 'NOT_FOUND' }])
  })
})

describe('in GitHub Actions', () => {
  const summary = join(root, 'summary.md')
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }

  it('the worst becomes annotations, with the characters of the command escaped', () => {
    const { lines } = run(typed, { cwd: root, env })
    const annotations = lines.filter(line => line.startsWith('::error'))
    expect(annotations[0]).toMatch(/^::error file=release\/c%2C d%3A100%25\.txt,title=EMPTY_INPUT::the input is empty/)
    expect(annotations[1]).toMatch(/^::error file=release\/e\|<b>\.txt,title=LAYOUT_UNKNOWN::/)
  })

  it('no more than ten of a level are given', () => {
    const many = join(root, 'many')
    mkdirSync(many)
    for (let index = 0; index < 14; index += 1) writeFileSync(join(many, `${index}.txt`), '')
    copyFileSync(findingTable, join(many, 'good.txt'))
    const { lines } = run(['extract', 'many', '-f', 'csv', '-o', 'many-out/'], { cwd: root, env })
    expect(lines.filter(line => line.startsWith('::error'))).toHaveLength(10)
  })

  it('the summary of the step gets a table, in which no name can break out of its cell', () => {
    writeFileSync(summary, '')
    run(typed, { cwd: root, env })
    const text = readFileSync(summary, 'utf8')
    expect(text).toContain('| inputs | 4 |\n| failed | 2 |')
    expect(text).toContain('| release/c, d:100%.txt | EMPTY_INPUT |')
    expect(text).toContain('| release/e&#124;&#60;b&#62;.txt | LAYOUT_UNKNOWN |')
  })

  it('a summary that cannot be written is no fault of the run', () => {
    expect(run(typed, { cwd: root, env: { ...env, GITHUB_STEP_SUMMARY: root } }).code).toBe(3)
  })

  it('data on standard output stays as it is', () => {
    const { stdout } = run(['extract', 'release', '-f', 'jsonl'], { cwd: root, env })
    for (const line of stdout.trimEnd().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object')
  })
})
