import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { evaluationSheet, findingTable, run, temporaryFolder } from '../cli/run.ts'

const root = temporaryFolder()
const inputs = join(root, 'release')
mkdirSync(inputs)
for (let at = 10; at < 20; at += 1) copyFileSync(at % 4 ? evaluationSheet : findingTable, join(inputs, `${at}.txt`))
writeFileSync(join(inputs, '15.txt'), '')

const bytesIn = (folder: string): [string, string][] =>
  readdirSync(folder)
    .sort()
    .map(name => [name, readFileSync(join(folder, name), 'utf8')])

it('the same inputs give the same bytes for any number of jobs, in any time zone, locale and folder', () => {
  const settings = [
    { jobs: '1', env: { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' }, cwd: root },
    { jobs: '2', env: { TZ: 'Asia/Tokyo', LC_ALL: 'ja_JP.UTF-8', LANG: 'ja_JP.UTF-8' }, cwd: inputs },
    { jobs: '3', env: { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }, cwd: '/' },
  ]
  const outputs = settings.flatMap(({ jobs, env, cwd }) =>
    ['csv', 'json'].map(format => {
      const output = join(root, `${format}-${jobs}/`)
      const ran = run(['extract', inputs, '-f', format, '-o', `${output}/`, '--jobs', jobs, '-q'], { cwd, env })
      expect([ran.code, ran.lines.length]).toEqual([3, 1])
      return bytesIn(output)
    }),
  )
  const [tables, json, ...others] = outputs
  expect(tables?.map(([name]) => name)).toContain('projects.csv')
  expect(others).toEqual([tables, json, tables, json])
})
