import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { own } from '../batch/helpers.ts'
import { codesOf, evaluationSheet, run, temporaryFolder } from './run.ts'

const folder = temporaryFolder()
const bin = own('bin/sapporo-eval.js')
const env = { NODE_OPTIONS: `--import=${pathToFileURL(own('test/batch/misdeeds.mjs'))}` }

/** An input whose name brings a misdeed about in the process that is to read it. */
function misdeed(name: string): string {
  const path = join(folder, `${name}.txt`)
  copyFileSync(evaluationSheet, path)
  return path
}

const commands = [['extract'], ['detect'], ['inspect', '--tables'], ['validate']]

describe.each(commands)('a single input of %s %s', (...command) => {
  it.each([
    ['loop', ['--timeout', '2'], ['TIMEOUT']],
    ['heap', ['--memory-limit', '250'], ['OUT_OF_MEMORY']],
    ['buffer', ['--memory-limit', '250'], ['OUT_OF_MEMORY']],
  ])('ends by name: %s', (name, limit, codes) => {
    const ran = run([...command, misdeed(name), ...limit], { env })
    expect([ran.code, codesOf(ran), ran.lines.length]).toEqual([1, codes, 1])
  })
})

it('an input that never ends is the failure of itself alone in detect', () => {
  const ran = run(['detect', misdeed('loop'), evaluationSheet, '--timeout', '5'], { env })
  expect([ran.code, codesOf(ran)]).toEqual([3, ['TIMEOUT']])
  expect(ran.stdout).toContain('project-evaluation-sheet')
})

it('the library keeps to the same limits, and gives what it gives in the process itself', () => {
  const script = `
    const { extract } = await import(${JSON.stringify(pathToFileURL(own('dist/index.js')))})
    const inputs = ${JSON.stringify([misdeed('loop'), evaluationSheet])}
    const apart = await extract(inputs, { timeout: 5 })
    const here = await extract(inputs[1], { isolate: false })
    const codes = apart.failures.map(failure => failure.code)
    console.log(JSON.stringify([codes, JSON.stringify(apart.documents) === JSON.stringify(here.documents), here.documents.length]))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 50_000,
  })
  expect(JSON.parse(stdout)).toEqual([['TIMEOUT'], true, 1])
})

it('a program that Node loads first starts no end of processes', () => {
  const path = join(folder, 'calls-the-library.mjs')
  const library = JSON.stringify(pathToFileURL(own('dist/index.js')))
  writeFileSync(
    path,
    `import { extract } from ${library}
    const { documents } = await extract(${JSON.stringify(evaluationSheet)})
    console.log(documents.length)`,
  )
  const program = spawnSync(process.execPath, [`--import=${pathToFileURL(path)}`, '-e', '0'], { encoding: 'utf8' })
  expect([program.status, program.stdout]).toEqual([0, '1\n'])
  const everywhere = spawnSync(process.execPath, ['-e', '0'], {
    env: { ...process.env, NODE_OPTIONS: `--import=${pathToFileURL(path)}` },
    encoding: 'utf8',
  })
  expect([everywhere.status, everywhere.stdout]).toEqual([0, '0\n'])
})

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<number | NodeJS.Signals | null>
  readonly told: () => string
}

function start(args: readonly string[], stdin: 'ignore' | 'pipe' = 'ignore'): Started {
  const child = spawn(process.execPath, [bin, ...args], {
    stdio: [stdin, 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  })
  let told = ''
  child.stderr?.on('data', data => {
    told += data
  })
  const ended = new Promise<number | NodeJS.Signals | null>(resolve => {
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
  return { child, ended, told: () => told }
}

/** Waits until the tool works on what it never ends: its misdeed leaves a mark. */
async function isAtWork(path: string): Promise<void> {
  while (!existsSync(`${path}.begun`)) await wait(20)
}

const isUnix = process.platform !== 'win32'

describe.skipIf(!isUnix)('a signal during work that never ends', () => {
  const rows = commands.flatMap(command =>
    [['SIGINT', 130] as const, ['SIGTERM', 143] as const].map(([signal, code]) => ({ command, signal, code })),
  )
  it.each(rows)('$command $signal ends it', async ({ command, signal, code }) => {
    const path = misdeed(`begin-${command[0]}-${signal}`)
    const { child, ended, told } = start([...command, path])
    await isAtWork(path)
    child.kill(signal)
    expect([await ended, told()]).toEqual([code, ''])
  })
})

describe.skipIf(!isUnix)('what comes from elsewhere', () => {
  const pipe = join(folder, 'pipe')
  if (isUnix) execFileSync('mkfifo', [pipe])

  it.each([
    ['an input', ['extract', pipe], 1],
    ['an input of detect', ['detect', pipe], 1],
    ['an input of inspect', ['inspect', '--tables', pipe], 1],
    ['a list', ['extract', '--files-from', pipe], 2],
    ['a password', ['detect', evaluationSheet, '--password-file', pipe], 2],
  ])('is not waited for for ever: %s', (_what, args, code) => {
    const ran = run([...args, '--timeout', '1'])
    expect([ran.code, codesOf(ran)]).toEqual([code, ['TIMEOUT']])
  })

  it('is not waited for for ever: standard input', async () => {
    const { ended, told } = start(['extract', '-', '--timeout', '1'], 'pipe')
    expect([await ended, told()]).toEqual([1, expect.stringContaining('-: TIMEOUT: ')])
  })

  it('is read as soon as somebody writes it', async () => {
    const { ended, told } = start(['extract', pipe])
    await wait(500)
    execFileSync('sh', ['-c', `cat '${evaluationSheet}' > '${pipe}'`])
    expect([await ended, told()]).toEqual([0, expect.stringContaining('project-evaluation-sheet')])
  })
})

it.skipIf(!isUnix)('time in which the process was stopped does not count', async () => {
  const path = misdeed('begin-slow')
  writeFileSync(`${path}.seconds`, '4')
  const { child, ended, told } = start(['extract', path, '--timeout', '8'])
  await isAtWork(path)
  child.kill('SIGSTOP')
  await wait(10_000)
  child.kill('SIGCONT')
  expect([await ended, told()]).toEqual([0, expect.not.stringContaining('TIMEOUT')])
})
