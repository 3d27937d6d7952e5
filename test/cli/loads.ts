import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'

const dataUrl = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

/** The addresses of all modules that a run loads, in its own process and in those that it starts; fails where it ends with another code. */
export function modulesOf(args: readonly string[], expected = 0): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'sapporo-eval-'))
  const list = join(folder, 'loads')
  const hook = `import { appendFileSync } from 'node:fs'
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + '\\n')
      return next(url, context)
    }`
  const register = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hook))})`
  try {
    const { code, stderr } = run(args, { env: { NODE_OPTIONS: `--import=${dataUrl(register)}` } })
    if (code !== expected) throw new Error(`exit code ${code}: ${stderr}`)
    return existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
