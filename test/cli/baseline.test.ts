import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { codesOf, run, temporaryFolder } from './run.ts'

const doubtful = new URL('../../fixtures/project-evaluation-sheet/cell-by-cell-2025/input.txt', import.meta.url)
  .pathname
const cwd = temporaryFolder()
const extract = (...more: string[]) => run(['extract', 'a.txt', '-f', 'jsonl', '--strict', ...more], { cwd })
const accepted = () => JSON.parse(readFileSync(join(cwd, 'accepted.json'), 'utf8')).accepted
const withBaseline = ['--baseline', 'accepted.json']

beforeEach(() => {
  copyFileSync(doubtful, join(cwd, 'a.txt'))
  expect(extract(...withBaseline, '--write-baseline').code).toBe(0)
})

test('what was accepted is counted, and neither told nor a reason for exit 4', () => {
  expect(extract().code).toBe(4)
  const ran = extract(...withBaseline)
  expect(ran.code).toBe(0)
  expect(codesOf(ran)).toEqual([])
  expect(ran.stderr).toContain('accepted.json: 5 findings accepted before and not told')
  expect(ran.stdout).toBe(extract().stdout)
})

test('a finding that was not accepted is told', () => {
  const kept = accepted().filter((each: { code: string }) => each.code !== 'FIELD_AMBIGUOUS')
  writeFileSync(join(cwd, 'accepted.json'), JSON.stringify({ schemaVersion: 1, accepted: kept }))
  const ran = extract(...withBaseline)
  expect(ran.code).toBe(4)
  expect(codesOf(ran)).toEqual(['FIELD_AMBIGUOUS', 'FIELD_AMBIGUOUS'])
})

test('of one more than was accepted in a place, all are told', () => {
  const [several] = accepted().filter(({ times }: { times: number }) => times > 1)
  expect(several).toMatchObject({ code: 'TEXT_UNCLAIMED', pointer: '/records/0', times: 3 })
  const fewer = accepted().map((each: object) => ('times' in each && each.times === 3 ? { ...each, times: 2 } : each))
  writeFileSync(join(cwd, 'accepted.json'), JSON.stringify({ schemaVersion: 1, accepted: fewer }))
  expect(codesOf(extract(...withBaseline))).toEqual(['TEXT_UNCLAIMED', 'TEXT_UNCLAIMED', 'TEXT_UNCLAIMED'])
})

test('findings of a changed file are told anew, and the entries of the old one are out of date', () => {
  writeFileSync(join(cwd, 'a.txt'), `${readFileSync(doubtful, 'utf8')}\n`)
  const ran = extract(...withBaseline)
  expect(ran.code).toBe(4)
  expect(codesOf(ran)).toContain('BASELINE_STALE')
  expect(codesOf(ran)).toContain('FIELD_AMBIGUOUS')
})

test('a file under another name is the same content; entries of files that were not read are kept', () => {
  copyFileSync(doubtful, join(cwd, 'b.txt'))
  expect(run(['extract', 'b.txt', '-f', 'jsonl', '--strict', ...withBaseline], { cwd }).code).toBe(0)
  const other = new URL('../../seeds/004_20ac25ea687f7b37.txt', import.meta.url).pathname
  const before = accepted().length
  run(['extract', other, '-f', 'jsonl', '-q', ...withBaseline, '--write-baseline'], { cwd })
  expect(accepted().length).toBeGreaterThan(before)
  expect(extract(...withBaseline).code).toBe(0)
})

test('a file that is no baseline is neither believed nor replaced', () => {
  writeFileSync(join(cwd, 'other.json'), '{"a":1}')
  for (const more of [[], ['--write-baseline']]) {
    const ran = extract('--baseline', 'other.json', ...more)
    expect([ran.code, ran.lines.length]).toEqual([2, 1])
  }
  expect(readFileSync(join(cwd, 'other.json'), 'utf8')).toBe('{"a":1}')
  expect(extract('--baseline', 'none.json').stderr).toContain('add --write-baseline')
  expect(extract('--write-baseline').code).toBe(2)
})
