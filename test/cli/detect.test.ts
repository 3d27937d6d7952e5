import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { codesOf, evaluationSheet, findingTable, run, temporaryFolder } from './run.ts'

const root = temporaryFolder()
copyFileSync(evaluationSheet, join(root, 'sheet.txt'))
copyFileSync(findingTable, join(root, 'table.txt'))
writeFileSync(join(root, 'other.txt'), '本日の議事は以上です。\n')
writeFileSync(join(root, 'empty.txt'), '')
writeFileSync(join(root, 'paged.txt'), `表紙\n\f${readFileSync(evaluationSheet, 'utf8')}`)

const detect = (...args: string[]) => run(['detect', ...args], { cwd: root })

describe('detect', () => {
  it('tells the layout and edition, a line per run of pages', () => {
    const { code, stdout, stderr } = detect('table.txt', 'sheet.txt', 'paged.txt')
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^table\.txt: finding-table/)
    expect(lines[1]).toMatch(/^sheet\.txt: project-evaluation-sheet \(edition \d+\)$/)
    expect(lines[2]).toMatch(/^paged\.txt: page 1: no known layout fits/)
    expect(lines[3]).toMatch(/^paged\.txt: page 2: project-evaluation-sheet \(edition \d+\)$/)
    expect([code, stderr, lines.length]).toEqual([0, '', 4])
  })

  it('--explain shows the marks found, with their places, and the missing ones', () => {
    const known = detect('sheet.txt', '--explain').stdout
    expect(known).toMatch(/^ {2}project-evaluation-sheet: claims it, \d+ of \d+ marks found$/m)
    expect(known).toMatch(/^ {4}found {4}\S.* \((required; )?line \d+\)$/m)
    const unknown = detect('other.txt', '--explain').stdout
    expect(unknown).toMatch(/^ {2}finding-table: does not claim it, 0 of \d+ marks found$/m)
    expect(unknown).toMatch(/^ {4}missing {2}\S.* \(required\)$/m)
  })

  it('gives JSON with every mark and its place', () => {
    const { code, stdout } = detect('table.txt', 'empty.txt', '-f', 'json')
    const { inputs, failures } = JSON.parse(stdout)
    const [run] = inputs[0].runs
    expect(code).toBe(3)
    expect(run).toMatchObject({ pages: null, layout: 'finding-table', documents: 1 })
    expect(run.candidates[0]).toMatchObject({ layout: 'finding-table', claims: true })
    for (const mark of run.candidates[0].evidence) expect(mark.found).toBe(mark.place !== null)
    expect(failures).toMatchObject([{ path: 'empty.txt', code: 'EMPTY_INPUT' }])
  })

  it('is exit 1 where nothing is recognised, 3 where some is not, 2 where nothing is there', () => {
    expect(detect('other.txt').code).toBe(1)
    expect(detect('other.txt', 'sheet.txt').code).toBe(3)
    expect(detect('gone.txt')).toMatchObject({ code: 2, stdout: '' })
  })

  it('tells what cannot be read on standard error', () => {
    const ran = detect('empty.txt')
    expect([ran.code, ran.stdout, codesOf(ran)]).toEqual([1, '', ['EMPTY_INPUT']])
  })

  it('names the pages of a PDF that cannot be read', () => {
    const scanned = fileURLToPath(new URL('../../fixtures/readers/pdf/one-page-scanned.pdf', import.meta.url))
    expect(codesOf(run(['detect', scanned]))).toEqual(['SCANNED'])
    const { failures, inputs } = JSON.parse(run(['detect', scanned, '-f', 'json']).stdout)
    expect(failures).toMatchObject([{ code: 'SCANNED', pages: { from: 2, to: 2 } }])
    expect(inputs).toHaveLength(1)
  })
})
