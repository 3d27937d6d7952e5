import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { codesOf, evaluationSheet, findingTable, run, temporaryFolder } from '../cli/run.ts'
import { own } from './helpers.ts'

const root = temporaryFolder()
const inputs = join(root, 'release')
mkdirSync(inputs)
for (let at = 10; at < 26; at += 1) copyFileSync(at === 10 ? findingTable : evaluationSheet, join(inputs, `${at}.txt`))

const misdeeds = `--import=${pathToFileURL(own('test/batch/misdeeds.mjs'))}`

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<number | NodeJS.Signals | null>
  readonly lines: () => string[]
}

/** Starts the tool as a person would, in a folder where `release` is. */
function start(args: readonly string[], env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [own('bin/sapporo-eval.js'), 'extract', 'release', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr?.on('data', data => {
    told += data
  })
  const ended = new Promise<number | NodeJS.Signals | null>(resolve => {
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
  return { child, ended, lines: () => told.split('\n').filter(line => line !== '') }
}

const journalOf = (output: string): string => join(root, `.${output}.sapporo-eval-unfinished`, 'journal.jsonl')

const entriesOf = (output: string): number =>
  existsSync(journalOf(output)) ? readFileSync(journalOf(output), 'utf8').split('\n').length - 2 : 0

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(2)
}

const bytesIn = (folder: string): [string, string][] =>
  readdirSync(join(root, folder))
    .sort()
    .map(name => [name, readFileSync(join(root, folder, name), 'utf8')])

/** Numbers that are the same in every run of the test. */
function* chance(seed: number): Generator<number> {
  for (let state = seed; ; state = (state * 48271) % 2147483647) yield state / 2147483647
}

it('a run that is killed at any moment goes on where it was and ends with the same bytes', async () => {
  const settings = ['-f', 'csv', '--jobs', '2']
  expect(run(['extract', 'release', ...settings, '-o', 'whole/'], { cwd: root }).code).toBe(0)
  const random = chance(7919)
  const next = () => random.next().value as number
  for (let entries = 0; entries < 12; entries += 2 + Math.floor(next() * 5)) {
    const { child, ended } = start([...settings, '-o', 'out/'])
    await Promise.race([ended, until(() => entriesOf('out') >= entries)])
    await wait(next() * 20)
    child.kill('SIGKILL')
    await ended
  }
  const last = run(['extract', 'release', ...settings, '-o', 'out/', '--overwrite'], { cwd: root })
  expect([last.code, last.stderr]).toEqual([0, expect.stringMatching(/16 done, 0 failed/)])
  expect(bytesIn('out')).toEqual(bytesIn('whole'))
  expect(readdirSync(root).filter(name => name.includes('unfinished'))).toEqual([])
})

const childrenOf = (pid: number | undefined): number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(name => parentOf(name) === pid)
    .map(Number)

function parentOf(pid: string): number | undefined {
  try {
    return Number(/^PPid:\t(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return undefined
  }
}

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`) && !/ Z /.test(statOf(pid))

function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ' Z '
  }
}

describe.skipIf(!existsSync('/proc/self/status'))('the processes of a run', () => {
  copyFileSync(evaluationSheet, join(root, 'loop.txt'))

  /** Two processes that are at work for ever, when all else is done. */
  async function startEndless(output: string): Promise<Started & { readonly workers: number[] }> {
    const started = start(['loop.txt', '--jobs', '2', '-o', output], { NODE_OPTIONS: misdeeds })
    await Promise.race([started.ended, until(() => entriesOf(output) >= 16)])
    return { ...started, workers: childrenOf(started.child.pid) }
  }

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('end with it at a %s to the whole group, and it says how to go on', async (signal, code) => {
    const output = `${signal}.json`
    const { child, ended, lines, workers } = await startEndless(output)
    const busy = run(['extract', 'release', '-o', output], { cwd: root })
    expect([busy.code, codesOf(busy)]).toEqual([2, ['OUTPUT_BUSY']])
    for (const worker of workers) process.kill(worker, signal)
    child.kill(signal)
    expect(await ended).toBe(code)
    expect(lines().at(-1)).toBe(
      'sapporo-eval: interrupted: 16 of 17 inputs are done; the same command resumes from there',
    )
    expect(workers.length).toBeGreaterThan(0)
    await until(() => !workers.some(isAlive))
    const last = run(['extract', 'release', 'loop.txt', '-o', output], { cwd: root })
    expect([last.code, last.stderr]).toEqual([0, expect.stringContaining('17 done, 0 failed (16 read before)')])
  })

  it('end when it is killed, even one that is caught in an endless loop', async () => {
    const { child, ended, workers } = await startEndless('killed.json')
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    expect(workers.length).toBeGreaterThan(0)
    await until(() => !workers.some(isAlive))
  })
})
