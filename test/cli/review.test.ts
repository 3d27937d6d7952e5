import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { evaluationSheet, findingTable, run, temporaryFolder } from './run.ts'

const folder = temporaryFolder()
const bundle = fileURLToPath(new URL('../../fixtures/bundles/sheets-with-another-heading/input.pdf', import.meta.url))
const total = '/records/0/costs/0/totalThousandYen'

const filesOf = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => name.includes('.'))
    .sort()

describe('review', () => {
  const target = join(folder, 'review')

  test('writes a folder, and pictures of the pages of a PDF', () => {
    expect(run(['review', bundle, findingTable, '-o', target]).code).toBe(0)
    const files = filesOf(target)
    expect(files).toEqual(expect.arrayContaining(['index.html', 'list.js', 'view.css', 'view.js', 'datapackage.json']))
    expect(files.filter(name => name.startsWith('data/'))).toEqual(['data/0001.js', 'data/0002.js', 'data/0003.js'])
    const pictures = files.filter(name => name.startsWith('pages/'))
    expect(pictures.length).toBeGreaterThanOrEqual(2)
    for (const name of pictures) {
      const png = readFileSync(join(target, name))
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
      expect(png.readUInt32BE(16)).toBeGreaterThan(900)
      expect(png.length).toBeLessThan(300_000)
    }
  })

  test('shows the pages of a scan, of which nothing is read', () => {
    const scanned = fileURLToPath(new URL('../../fixtures/readers/pdf/one-page-scanned.pdf', import.meta.url))
    const scan = join(folder, 'scan')
    expect(run(['review', findingTable, scanned, '-o', scan]).code).toBe(3)
    const list = readFileSync(join(scan, 'list.js'), 'utf8')
    const [picture] = /pages\/[^"]+\.png/.exec(list) ?? []
    expect(picture && existsSync(join(scan, picture))).toBe(true)
  })

  test('replaces an older one only where that is asked for, and keeps what is not its own', () => {
    const again = ['review', findingTable, '-o', target]
    const refused = run(again)
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('OUTPUT_EXISTS')
    writeFileSync(join(target, 'decisions.jsonl'), '')
    expect(run([...again, '--overwrite']).code).toBe(0)
    const files = filesOf(target)
    expect(files.filter(name => /^(?:data|pages)\//.test(name))).toEqual(['data/0001.js'])
    expect(files).toContain('decisions.jsonl')
  })

  test('writes nothing where no document is found', () => {
    const other = join(folder, 'other.txt')
    writeFileSync(other, 'これは札幌市の評価の様式ではない文書です。\n')
    const nothing = join(folder, 'nothing')
    expect(run(['review', other, '-o', nothing]).code).toBe(1)
    expect(existsSync(nothing)).toBe(false)
  })

  test('needs a folder', () => {
    const { code, stderr } = run(['review', findingTable])
    expect(code).toBe(2)
    expect(stderr).toContain('a review is a folder of files (give the folder with -o)')
  })
})

describe('decide', () => {
  const output = join(folder, 'decided.jsonl')
  const read = () =>
    readFileSync(output, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))

  test('adds a decision to a file; the one after it sees what was decided before', () => {
    expect(run(['decide', evaluationSheet, total, '--correct', '5', '--by', '山田', '-o', output]).code).toBe(0)
    expect(run(['decide', evaluationSheet, total, '--accept', '-o', output]).code).toBe(0)
    const [first, second] = read()
    expect(first).toMatchObject({
      pointer: total,
      read: 192788,
      decision: 'corrected',
      value: '5',
      by: '山田',
      asked: [],
    })
    expect(second).toMatchObject({ pointer: total, read: 5, decision: 'accepted' })
    expect(second.asked).toEqual([expect.stringMatching(/^SUM_MISMATCH \[/)])
  })

  test('is applied by extract, row by row in the tables', () => {
    const tables = join(folder, 'tables')
    expect(run(['extract', evaluationSheet, '-f', 'csv', '-o', tables, '--decisions', output, '--strict']).code).toBe(0)
    const [head, first] = readFileSync(join(tables, 'project_costs.csv'), 'utf8').split(/\r?\n/)
    expect(head).toMatch(/,total_thousand_yen,doubts,by_hand$/)
    expect(first).toMatch(/,5,0,1$/)
    expect(run(['validate', tables]).code).toBe(0)
  })

  test('of a document that no input has is told', () => {
    const { code, stderr } = run([
      'extract',
      findingTable,
      '--decisions',
      output,
      '-o',
      join(folder, 'a.json'),
      '--strict',
    ])
    expect(stderr).toMatch(/DECISION_STALE: 2 decisions about .* are not applied: no input has that document/)
    expect(code).toBe(4)
  })

  test.each([
    ['no decision', [evaluationSheet, total], 'one decision is made at a time'],
    ['two of them', [evaluationSheet, total, '--accept', '--unreadable'], 'one decision is made at a time'],
    ['a value for a group', [evaluationSheet, '/records/0/costs', '--correct', '5'], 'it is a group of values'],
    ['no such value', [evaluationSheet, '/records/9', '--accept'], 'the document has no such value'],
    ['several documents', [bundle, '/records/0/projectName', '--accept'], 'which of 2 documents is meant'],
  ])('refuses %s', (_, args, message) => {
    const { code, stderr } = run(['decide', ...args])
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })

  test('means the document on a page', () => {
    const { code, stdout } = run(['decide', bundle, '/records/0/projectName', '--accept', '--page', '2'])
    expect(code).toBe(0)
    const { source } = JSON.parse(stdout)
    expect(source.pages.from).toBeLessThanOrEqual(2)
    expect(source.pages.to).toBeGreaterThanOrEqual(2)
  })

  test('a file of something else is refused, with its line', () => {
    const wrong = join(folder, 'wrong.jsonl')
    writeFileSync(wrong, '{"a":1}\n')
    const { code, stderr } = run(['extract', findingTable, '--decisions', wrong])
    expect(code).toBe(2)
    expect(stderr).toContain('line 1 is no decision')
  })
})
