import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { shardOf } from '../../src/batch/parts/shard.ts'
import { codesOf, findingTable, run, temporaryFolder } from './run.ts'

const root = temporaryFolder()
const own = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** What a folder holds, by the names of its files. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => statSync(join(folder, name)).isFile())
      .sort()
      .map(name => [name, readFileSync(join(folder, name), 'latin1')]),
  )

const inRoot = (args: string[]) => run(args, { cwd: root, env: { SAPPORO_EVAL_LANG: 'en' } })
const shard = (number: number, of: number, ...more: string[]) =>
  inRoot(['extract', 'release', '--shard', `${number}/${of}`, '-o', `parts/${number}`, '-q', ...more])

const of = 16
const parts = Array.from({ length: of }, (_, index) => `parts/${index + 1}`)

beforeAll(() => {
  mkdirSync(join(root, 'release/sub'), { recursive: true })
  for (const name of readdirSync(own('seeds'))) cpSync(own(`seeds/${name}`), join(root, 'release', name))
  cpSync(findingTable, join(root, 'release/sub/again.txt'))
  cpSync(own('fixtures/readers/pdf/locked.pdf'), join(root, 'release/locked.pdf'))
  for (let number = 1; number <= of; number += 1) {
    const { code, stderr } = shard(number, of, '-f', 'csv')
    expect([0, 3], stderr).toContain(code)
  }
}, 120_000)

describe('a share of the inputs', () => {
  it('does not change when inputs are added', () => {
    const paths = Array.from({ length: 1600 }, (_, index) => `release/${index}.pdf`)
    const sizes = new Map<number, number>()
    for (const path of paths) sizes.set(shardOf(path, of), (sizes.get(shardOf(path, of)) ?? 0) + 1)
    expect([...sizes.keys()].sort((a, b) => a - b)).toEqual(parts.map((_, index) => index + 1))
    expect(Math.max(...sizes.values())).toBeLessThan(150)
    expect(shardOf('release/1.pdf', 16)).toBe(9)
  })

  it.each([['0/4'], ['5/4'], ['1'], ['a/b']])('is given as 3/16: %s is none', given => {
    const { code, stderr } = inRoot(['extract', 'release', '--shard', given, '-o', 'x/'])
    expect(code).toBe(2)
    expect(stderr).toContain('3/16')
  })

  it('goes into a folder', () => {
    expect(inRoot(['extract', 'release', '--shard', '1/2']).stderr).toContain('it writes a part into a folder')
  })
})

describe('merge', () => {
  it.each([
    [['-f', 'csv']],
    [['-f', 'json']],
    [['-f', 'json', '--per-file']],
    [['-f', 'jsonl']],
    [['-f', 'xlsx']],
    [['-f', 'csv', '--encoding', 'cp932', '--lang', 'ja', '--licence', 'CC-BY-4.0']],
  ])('writes what one run writes, to the byte: %j', form => {
    const name = form.join('').replaceAll(/\W/gu, '')
    const one = inRoot(['extract', 'release', ...form, '-o', `one-${name}/`, '-q'])
    const merged = inRoot(['merge', ...parts, ...form, '-o', `merged-${name}/`, '-q'])
    expect(merged.stderr).toBe(one.stderr)
    expect([merged.code, one.code]).toEqual([3, 3])
    expect(contentOf(join(root, `merged-${name}`))).toEqual(contentOf(join(root, `one-${name}`)))
  })

  it('takes the form of the run where no other is given, and writes to standard output and files too', () => {
    expect(inRoot(['merge', ...parts, '-o', 'merged-as-run/', '-q']).code).toBe(3)
    expect(readdirSync(join(root, 'merged-as-run'))).toContain('findings.csv')
    const one = inRoot(['extract', 'release', '-f', 'jsonl', '-q'])
    expect(inRoot(['merge', ...parts, '-f', 'jsonl', '-q']).stdout).toBe(one.stdout)
    expect(inRoot(['merge', ...parts, '-o', 'merged.json', '-q']).code).toBe(3)
    expect(JSON.parse(readFileSync(join(root, 'merged.json'), 'utf8')).documents).toHaveLength(6)
  })

  it('names what is missing, there twice, or no part', () => {
    const refused = (...folders: string[]) => {
      const ran = inRoot(['merge', ...folders, '-o', 'refused/'])
      expect(ran.code).toBe(2)
      expect(existsSync(join(root, 'refused'))).toBe(false)
      return ran
    }
    expect(refused(...parts.slice(2)).stderr).toContain('PART_MISSING: the parts 1, 2 of 16')
    expect(codesOf(refused(...parts, 'parts/3'))).toEqual(['PART_TWICE'])
    expect(codesOf(refused(...parts, 'release', 'nowhere'))).toEqual(['NO_PART', 'NO_PART'])
  })

  const changes: [string, (descriptor: string) => string, RegExp][] = [
    [
      'of another version',
      text => text.replace(/("part"[\s\S]*?"version": ")[^"]*/u, '$10.0.1'),
      /another version.*0\.0\.1/u,
    ],
    ['of another build', text => text.replace(/("build": ")[^"]*/u, '$1other'), /another version.*other/u],
    ['with other options', text => text.replace('"raw": false', '"raw": true'), /other options.*reading\.raw/u],
    [
      'of another format',
      text => text.replace(/("asked": \{[\s\S]*?)"csv"/u, '$1"json"'),
      /other options.*asked\.format/u,
    ],
    ['of another list', text => text.replace(/"count": \d+/u, '"count": 99'), /another list of inputs/u],
  ]
  it.each(changes)('refuses a part %s by its name', (_, change, sentence) => {
    const file = join(root, 'parts/7/datapackage.json')
    const whole = readFileSync(file, 'utf8')
    try {
      writeFileSync(file, change(whole))
      expect(readFileSync(file, 'utf8')).not.toBe(whole)
      const ran = inRoot(['merge', ...parts, '-o', 'refused/'])
      expect(ran.code).toBe(2)
      expect(ran.stderr).toMatch(/^sapporo-eval: parts\/7: PART_DIFFERS/u)
      expect(ran.stderr).toMatch(sentence)
    } finally {
      writeFileSync(file, whole)
    }
  })

  const harms: [string, (text: string) => string][] = [
    ['cut short', text => text.slice(0, -10)],
    ['changed by one character', text => text.replace('release/', 'relEase/')],
    ['of another length', text => `${text}\n`],
  ]
  it.each(harms)('refuses a damaged part, and writes nothing: %s', (_, harm) => {
    const filled = parts.find(part => statSync(join(root, part, 'results.jsonl')).size > 0) as string
    const file = join(root, filled, 'results.jsonl')
    const whole = readFileSync(file, 'utf8')
    try {
      writeFileSync(file, harm(whole))
      const ran = inRoot(['merge', ...parts, '-o', 'refused/', '-q'])
      expect([ran.code, existsSync(join(root, 'refused'))]).toEqual([2, false])
      expect(codesOf(ran).at(-1)).toBe('PART_DAMAGED')
      expect(ran.lines.at(-1)).toContain(filled)
    } finally {
      writeFileSync(file, whole)
    }
  })

  it('refuses two parts whose contents were exchanged', () => {
    const [first, second] = parts
      .filter(part => statSync(join(root, part, 'results.jsonl')).size > 0)
      .map(part => join(root, part)) as [string, string]
    const exchange = () => {
      for (const [from, to] of [
        [first, `${first}-aside`],
        [second, first],
        [`${first}-aside`, second],
      ] as const)
        renameSync(join(from, 'results.jsonl'), existsSync(to) ? join(to, 'results.jsonl') : `${to}.jsonl`)
    }
    mkdirSync(`${first}-aside`)
    exchange()
    expect(inRoot(['merge', ...parts, '-o', 'refused/', '-q']).code).toBe(2)
    exchange()
    expect(inRoot(['merge', ...parts, '-o', 'not-refused/', '-q']).code).toBe(3)
  })
})

describe('a cache in the folder of the output', () => {
  it('is nothing of the output, and stays when that is replaced', () => {
    const args = ['extract', 'release', '-f', 'csv', '-o', 'cached/', '--cache', 'cached/.sapporo-eval-cache']
    expect(inRoot([...args, '-q']).code).toBe(3)
    expect(codesOf(inRoot([...args, '-q']))).toEqual(['OUTPUT_EXISTS'])
    const again = inRoot([...args, '--overwrite'])
    expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('(6 read before)')])
  })

  it.each([
    [['--cache', 'release'], 'holds other files'],
    [['--cache', 'c', '--password', 'x'], 'what a password opens is not kept'],
    [['--cache-limit', '5'], 'it bounds the cache, and there is none'],
  ])('is refused where it cannot be one: %j', (more, sentence) => {
    const ran = inRoot(['extract', 'release', '-f', 'csv', '-o', 'refused-cache/', ...more])
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(sentence)])
  })
})

describe('a shard that is killed', () => {
  it('resumes, and its part is to the byte what an undisturbed one is', async () => {
    const folder = join(root, 'many')
    mkdirSync(folder)
    for (let index = 0; index < 40; index += 1)
      writeFileSync(join(folder, `${index}.txt`), `${readFileSync(findingTable, 'utf8')}\n${'\n'.repeat(index)}`)
    const args = ['extract', 'many', '--shard', '1/2', '-f', 'csv', '--jobs', '1', '-q']
    const killed = spawn(process.execPath, [own('bin/sapporo-eval.js'), ...args, '-o', 'killed/'], { cwd: root })
    const journal = join(root, '.killed.sapporo-eval-unfinished/journal.jsonl')
    while (killed.exitCode === null && !(existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > 4))
      await wait(10)
    killed.kill('SIGKILL')
    await new Promise(resolve => killed.once('close', resolve))
    expect([killed.signalCode, existsSync(join(root, 'killed'))]).toEqual(['SIGKILL', false])
    const again = inRoot([...args.filter(arg => arg !== '-q'), '-o', 'killed/'])
    expect([again.code, again.stderr]).toEqual([0, expect.stringMatching(/\d+ read before/u)])
    expect(inRoot([...args, '-o', 'undisturbed/']).code).toBe(0)
    expect(contentOf(join(root, 'killed'))).toEqual(contentOf(join(root, 'undisturbed')))
  })
})
