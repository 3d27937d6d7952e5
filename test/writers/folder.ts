import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { ownNames } from '../../src/writers/data-package/descriptor.ts'
import { finish } from '../../src/writers/data-package/package.ts'
import { NewFolder } from '../../src/writers/new-folder.ts'
import { stagingFor } from '../../src/writers/placing/staging.ts'
import { swapIn } from '../../src/writers/placing/swap.ts'

/** Files by their names below a folder, with what they hold. */
export type Files = Record<string, string>

/** A folder that is there anew for each test of a file; `at` gives a place in it. */
export function freshFolder(root = tmpdir()): { at: (...names: string[]) => string } {
  let folder = ''
  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(join(root, 'sapporo-eval-')))
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))
  return { at: (...names) => join(folder, ...names) }
}

/** Puts files there as anyone might. */
export function put(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(join(folder, name, '..'), { recursive: true })
    fs.writeFileSync(join(folder, name), text)
  }
}

/** Every file below a folder, the work of unfinished runs left out; undefined where the folder is missing. */
export function filesIn(folder: string): Files | undefined {
  if (!fs.existsSync(folder)) return undefined
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const isFile = (name: string) => fs.statSync(join(folder, name)).isFile() && !name.includes('unfinished')
  return Object.fromEntries(names.filter(isFile).map(name => [name, fs.readFileSync(join(folder, name), 'utf8')]))
}

/** The names of our own files beside the data. */
export const besides = ['datapackage.json', 'failures.jsonl', 'release-findings.jsonl']

/** Writes a folder of output as a run does. */
export async function writeOut(target: string, files: Files): Promise<void> {
  const staging = stagingFor({ kind: 'folder', path: target })
  try {
    const folder = new NewFolder(staging.newPath([...Object.keys(files), ...ownNames]))
    for (const [name, text] of Object.entries(files)) await folder.add(name, name, [text])
    const made = await finish(folder, { failures: [], releaseFindings: [] })
    swapIn(staging.target as string, { staging: staging.open(), ...made }, { overwrite: true })
    staging.remove()
  } catch (error) {
    staging.clear()
    throw error
  } finally {
    staging.close()
  }
}
