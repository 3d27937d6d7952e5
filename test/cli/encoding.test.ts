import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evaluationSheet, run, temporaryFolder } from './run.ts'

const cwd = temporaryFolder()
const sheet = readFileSync(evaluationSheet, 'utf8')
writeFileSync(join(cwd, 'odd.txt'), sheet.replace('就業サポートセンター', '就業〜𠮷サポートセンター'))

const cp932 = (path: string) => new TextDecoder('shift_jis').decode(readFileSync(join(cwd, path)))
const extract = (...args: string[]) => run(['extract', 'odd.txt', '-f', 'csv', '--encoding', 'cp932', ...args], { cwd })

describe('a character that CP932 lacks stops no run', () => {
  it('it is exchanged, and told on the screen and in the table of diagnostics, at its value', () => {
    const ran = extract('-o', 'out/')
    expect(ran.code).toBe(0)
    const told = ran.lines.filter(line => line.includes('CHARACTER_REPLACED'))
    expect(told.map(line => line.replace(/ under .*$/, ''))).toEqual([
      'sapporo-eval: odd.txt: CHARACTER_REPLACED: CP932 has no "𠮷" (U+20BB7): 〓 stands for it',
      'sapporo-eval: odd.txt: CHARACTER_REPLACED: CP932 has no "〜" (U+301C): "～" stands for it',
    ])
    const rows = cp932('out/diagnostics.csv')
      .split('\r\n')
      .filter(line => line.includes('CHARACTER_REPLACED'))
    expect(rows.map(row => /,(info|warning),.*(\/records\/0\/\w+)/.exec(row)?.slice(1).join())).toEqual([
      ...['info', 'warning', 'info', 'warning'].map(severity => `${severity},/records/0/costBreakdowns`),
    ])
    expect(run(['validate', 'out'], { cwd })).toMatchObject({ code: 0 })
  })

  it('-q tells of what is lost', () => {
    const ran = extract('--table', 'project_cost_items', '-o', 'a.csv', '-q')
    expect(ran.code).toBe(0)
    expect(ran.lines.filter(line => line.includes('CHARACTER_REPLACED'))).toHaveLength(1)
    expect(cp932('a.csv')).toContain('就業～〓サポートセンター')
  })

  it('--strict-encoding refuses it, and writes nothing', () => {
    const ran = extract('--table', 'project_cost_items', '-o', 'b.csv', '-q', '--strict-encoding')
    expect([ran.code, ran.lines.length]).toEqual([1, 1])
    expect(ran.stderr).toMatch(/b\.csv: CHARACTER_UNMAPPABLE: CP932 has no "〜" \(U\+301C\)/)
  })
})

describe('--for excel', () => {
  it('is a workbook, or CSV that Excel reads', () => {
    expect(run(['extract', 'odd.txt', '--for', 'excel', '-o', 'tables', '-q'], { cwd }).code).toBe(0)
    expect(readFileSync(join(cwd, 'tables')).subarray(0, 2).toString()).toBe('PK')
    const csv = run(['extract', 'odd.txt', '--for', 'excel', '-f', 'csv', '-q'], { cwd }).stdout
    expect(csv).toMatch(/^\uFEFF全国地方公共団体コード,/)
    expect(csv).toContain('"=""011002"""')
    expect(run(['extract', 'odd.txt', '--for', 'excel', '-f', 'json'], { cwd }).code).toBe(2)
  })
})

describe('--headers ja', () => {
  it('names files and coded values in Japanese, and --table too', () => {
    expect(run(['extract', 'odd.txt', '-f', 'csv', '--headers', 'ja', '-o', 'ja/', '-q'], { cwd }).code).toBe(0)
    const costs = readFileSync(join(cwd, 'ja/事業費.csv'), 'utf8')
    expect(costs.split('\n')[1]).toContain(',2021,決算,184148,')
    expect(costs).not.toMatch(/,(?:actual|budget),/)
    expect(readFileSync(join(cwd, 'ja/指標.csv'), 'utf8')).toMatch(/,活動指標,1,.*,予定,/)
    expect(run(['validate', 'ja'], { cwd })).toMatchObject({ code: 0 })
    const named = run(['extract', 'odd.txt', '-f', 'csv', '--table', '事業費', '--headers', 'ja', '-q'], { cwd })
    expect(named.stdout).toBe(costs)
  })

  it('tells of exchanged characters in the language of --lang, with the place', () => {
    extract('-o', 'told/', '--lang', 'ja')
    const [row = ''] = cp932('told/diagnostics.csv')
      .split('\r\n')
      .filter(line => /CHARACTER_REPLACED.*〓/u.test(line))
    expect(row).toContain('「事業費の内訳」の「')
    expect(row).toMatch(/\/records\/0\/costBreakdowns[^,]*,,\d+,/)
    expect(row).toContain('就業《～》〓サポート')
  })
})
