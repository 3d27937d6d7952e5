import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Read } from './losses.ts'

/** What the tool made of one file. */
export interface Outcome {
  readonly documents: readonly Read[]
  readonly failures: readonly { readonly code: string; readonly message: string }[]
}

interface Extraction {
  readonly documents: readonly (Read & { readonly source: { readonly path: string } })[]
  readonly failures: readonly { readonly path: string; readonly code: string; readonly message: string }[]
}

/** How the tool is run: seconds and megabytes that one file may take. */
export interface Limits {
  readonly timeout: number
  readonly memory: number
}

/**
 * Runs the tool over some files, as a user would, and gives what it made of each by its name. Throws where it ends by itself, or prints
 * what is no line of its own.
 */
export async function outcomesOf(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
  { timeout, memory }: Limits,
): Promise<Map<string, Outcome>> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'in'), { recursive: true })
  for (const [name, bytes] of files) writeFileSync(join(folder, 'in', name), bytes)
  const limits = ['--timeout', String(timeout), '--memory-limit', String(memory)]
  const output = join(folder, 'out.json')
  const { code, stderr } = await run(['extract', 'in', '-q', '-f', 'json', '-o', output, ...limits], folder)
  const strange = stderr.split('\n').find(line => line !== '' && !line.startsWith('sapporo-eval: '))
  if (strange !== undefined) throw new Error(`a line that is not the tool's own on standard error: ${strange}`)
  if (code === 1 && !existsSync(output)) return allRefused(stderr, [...files.keys()])
  if (code !== 0 && code !== 1 && code !== 3)
    throw new Error(`exit code ${code} for ${files.size} files: ${stderr.slice(0, 500)}`)
  return byName(JSON.parse(readFileSync(output, 'utf8')), [...files.keys()])
}

/** Where no document is written, standard error alone says why: the code behind the name of each file. */
function allRefused(stderr: string, names: readonly string[]): Map<string, Outcome> {
  const lines = stderr.split('\n')
  return new Map(
    names.map(name => {
      const line = lines.find(each => each.includes(`in/${name}: `)) ?? ''
      const code = /: (?<code>[A-Z_]+): /.exec(line)?.groups?.code ?? 'INTERNAL'
      return [name, { documents: [], failures: [{ code, message: line }] }]
    }),
  )
}

function byName({ documents, failures }: Extraction, names: readonly string[]): Map<string, Outcome> {
  return new Map(
    names.map(name => [
      name,
      {
        documents: documents.filter(({ source }) => source.path === `in/${name}`),
        failures: failures.filter(({ path }) => path === `in/${name}`),
      },
    ]),
  )
}

/** Compiled or not, this file is run from the root of the project. */
const tool = resolve('bin/sapporo-eval.js')

function run(args: readonly string[], cwd: string): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [tool, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.on('data', text => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, stderr }))
  })
}
