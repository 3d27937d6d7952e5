import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const bin = fileURLToPath(new URL('../../bin/sapporo-eval.js', import.meta.url))
const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url))

/** A finding table: seven records. */
export const findingTable = join(seeds, '000_6b2d6f3d5afa7ccf.txt')
/** An evaluation sheet: one record. */
export const evaluationSheet = join(seeds, '002_226b198dc5f12da8.txt')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Standard error by lines: one a problem. */
  readonly lines: readonly string[]
}

interface Setting {
  readonly cwd?: string
  readonly input?: string | Uint8Array
  readonly env?: Record<string, string>
  /** Options of node itself, before the command. */
  readonly node?: readonly string[]
  /** Milliseconds after which it is killed; its code is null then. */
  readonly timeout?: number
}

/** Runs the command line as a person would, and gives all that it said. */
export function run(args: readonly string[], { cwd, input = '', env = {}, node = [], timeout }: Setting = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, bin, ...args], {
    ...(cwd === undefined ? {} : { cwd }),
    ...(timeout === undefined ? {} : { timeout }),
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: status, stdout, stderr, lines: stderr.split('\n').filter(line => line !== '') }
}

/** Runs a line of the shell in which `sapporo-eval` is the tool. */
export function shell(line: string, cwd: string): Ran {
  const script = `sapporo-eval() { ${JSON.stringify(process.execPath)} ${JSON.stringify(bin)} "$@"; }\n${line}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8' })
  return { code: status, stdout, stderr, lines: stderr.split('\n').filter(text => text !== '') }
}

/** A folder for one test file, gone when it is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sapporo-eval-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The second and third part of a line: `sapporo-eval: <input>: <CODE>: …` */
export const codesOf = (ran: Ran): string[] =>
  ran.lines.flatMap(line => /^sapporo-eval: .*?: (?<code>[A-Z][A-Z_]+): /.exec(line)?.groups?.code ?? [])
