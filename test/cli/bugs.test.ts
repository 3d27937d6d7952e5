import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { writePdf } from '../../fixtures/readers/pdf/make/pdf.ts'
import { codesOf, evaluationSheet, run, temporaryFolder } from './run.ts'

const root = temporaryFolder()
copyFileSync(evaluationSheet, join(root, 'sheet.txt'))
writeFileSync(join(root, 'cursed.txt'), 'a text on which the tool fails')

const moduleOf = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

/** Options of node that run some code before the tool, to put a bug into what it uses. */
const bug = (code: string): string[] => ['--import', moduleOf(code)]

/** The same in the process that reads the inputs, which takes over the environment alone. */
const bugInReading = (code: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=${moduleOf(`if (process.env.SAPPORO_EVAL_WORKER) { const { run } = await import(${JSON.stringify(moduleOf(`export async function run() { ${code} }`))}); await run() }`)}`,
})

// The first thing done with what was read is its hash.
const failsOnSome = bugInReading(`
  const { default: crypto } = await import('node:crypto')
  const { syncBuiltinESMExports } = await import('node:module')
  const real = crypto.createHash
  crypto.createHash = name => {
    const hash = real(name)
    const update = hash.update.bind(hash)
    hash.update = data => {
      if (String(data).includes('the tool fails')) throw new TypeError('x is\\nnot a function')
      return update(data)
    }
    return hash
  }
  syncBuiltinESMExports()`)

const failsAtTheEnd = bug(`
  const real = JSON.stringify
  JSON.stringify = (value, ...more) => {
    if (value?.schemaVersion === 1) throw new RangeError('Invalid string length')
    return real(value, ...more)
  }`)

describe('a bug', () => {
  it('is one line that names the input, and does not stop the others', () => {
    const ran = run(['extract', 'cursed.txt', 'sheet.txt', '-q'], { cwd: root, env: failsOnSome })
    expect(ran.lines).toHaveLength(1)
    expect(ran.lines[0]).toMatch(/^sapporo-eval: cursed\.txt: INTERNAL: .*TypeError: x is not a function \(.*bug.*\)$/)
    expect(ran.code).toBe(3)
    expect(JSON.parse(ran.stdout).documents).toHaveLength(1)
  })

  it('is exit 1 where nothing else was read', () => {
    const ran = run(['extract', 'cursed.txt', '-q'], { cwd: root, env: failsOnSome })
    expect([ran.code, codesOf(ran)]).toEqual([1, ['INTERNAL']])
  })

  it('outside of the inputs names the command; its stack is shown only with --debug', () => {
    const quiet = run(['extract', 'sheet.txt', '-q'], { cwd: root, node: failsAtTheEnd })
    expect([quiet.code, quiet.stdout, quiet.lines.length]).toEqual([1, '', 1])
    expect(quiet.lines[0]).toMatch(
      /^sapporo-eval: extract: INTERNAL: the tool itself failed: RangeError: Invalid string/,
    )
    const loud = run(['extract', 'sheet.txt', '-q', '--debug'], { cwd: root, node: failsAtTheEnd })
    expect(loud.lines[0]).toBe(quiet.lines[0])
    expect(loud.lines.slice(1).some(line => /^sapporo-eval: {3}at .*src\/writers\/json\/json\.ts/.test(line))).toBe(
      true,
    )
  })

  it('in a stray promise is one line too', () => {
    const stray = bug(`process.stdin.once('newListener', () => Promise.reject(new Error('stray')))`)
    const ran = run(['extract', '-', '-q'], { cwd: root, node: stray })
    expect([ran.code, ran.stdout, ran.lines.length]).toEqual([1, '', 1])
    expect(ran.lines[0]).toMatch(/^sapporo-eval: extract: INTERNAL: the tool itself failed: Error: stray \(/)
  })
})

describe.skipIf(process.platform === 'win32')('an interrupt', () => {
  it('is exit 130, at once and without a word', async () => {
    const bin = fileURLToPath(new URL('../../bin/sapporo-eval.js', import.meta.url))
    // The child says when it waits for its input; then it is interrupted.
    const ready = bug(`process.stdin.once('newListener', () => process.stderr.write('ready'))`)
    const child = spawn(process.execPath, [...ready, bin, 'extract', '-'], { stdio: ['pipe', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', data => {
      stderr += data
      if (stderr === 'ready') child.kill('SIGINT')
    })
    const code = await new Promise(resolve => child.on('exit', resolve))
    expect([code, stderr]).toEqual([130, 'ready'])
  })

  it('during the work on an input leaves nothing written', () => {
    // What was read is hashed before the work on it begins.
    const interrupted = bug(`
      import crypto from 'node:crypto'
      import { syncBuiltinESMExports } from 'node:module'
      const real = crypto.createHash
      crypto.createHash = name => {
        process.kill(process.pid, 'SIGINT')
        return real(name)
      }
      syncBuiltinESMExports()`)
    const ran = run(['extract', 'sheet.txt', '-q', '-o', 'sheet.json'], { cwd: root, node: interrupted })
    expect([ran.code, ran.stderr, existsSync(join(root, 'sheet.json'))]).toEqual([130, '', false])
  })

  it('is heard inside a file of many pages, before it is read to its end', () => {
    writeFileSync(join(root, 'bundle.pdf'), writePdf({ pages: Array(200).fill({ content: '' }), characters: [] }))
    // Between two pages there is a turn of the event loop; what was read to its end is hashed.
    const interrupted = bugInReading(`
      const { default: crypto } = await import('node:crypto')
      const { default: timers } = await import('node:timers/promises')
      const { syncBuiltinESMExports } = await import('node:module')
      const { appendFileSync } = await import('node:fs')
      const [turn, hash] = [timers.setImmediate, crypto.createHash]
      let turns = 0
      timers.setImmediate = (...given) => {
        turns += 1
        if (turns === 10) process.kill(process.ppid, 'SIGINT')
        return turn(...given)
      }
      crypto.createHash = name => {
        appendFileSync('read-to-its-end', '')
        return hash(name)
      }
      syncBuiltinESMExports()`)
    const ran = run(['extract', 'bundle.pdf', '-q', '-o', 'bundle.json'], { cwd: root, env: interrupted })
    const made = ['bundle.json', 'read-to-its-end'].map(name => existsSync(join(root, name)))
    expect([ran.code, ran.stderr, made]).toEqual([130, '', [false, false]])
  })
})
