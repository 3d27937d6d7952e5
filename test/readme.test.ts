import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutIds } from '../src/layouts/ids.ts'

const root = new URL('../', import.meta.url).pathname
const isUpdate = process.env.UPDATE === '1' && process.env.CI === undefined
const pages = ['README.md', 'README.ja.md']

/** A ```console block: commands after `$ `, each with the output below it. */
const consoleBlock = /^```console\n([\s\S]*?)^```$/gm

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'))
  cpSync(join(root, 'seeds'), join(folder, 'seeds'), { recursive: true })
  symlinkSync(join(root, 'bin/sapporo-eval.js'), join(folder, 'sapporo-eval'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(command: string): string {
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` }
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: exit ${status}\n${stderr}`)
  return stdout
}

const commandsOf = (block: string): string[] =>
  block
    .split('\n')
    .filter(line => line.startsWith('$ '))
    .map(line => line.slice(2))

const played = (block: string): string =>
  commandsOf(block)
    .map(command => `$ ${command}\n${run(command)}`)
    .join('')

describe.each(pages)('%s', page => {
  const text = readFileSync(join(root, page), 'utf8')

  it('shows what its commands print', () => {
    const replayed = text.replace(consoleBlock, (_, block: string) => `\`\`\`console\n${played(block)}\`\`\``)
    expect(commandsOf(text)).not.toHaveLength(0)
    if (isUpdate) writeFileSync(join(root, page), replayed)
    expect(isUpdate ? replayed : text).toBe(replayed)
  })

  it('names every layout and command', () => {
    for (const id of layoutIds) expect(text).toContain(`\`${id}\``)
    const help = run('sapporo-eval --help')
    const commands = [...help.matchAll(/^ {2}(\w+) \[options\]/gm)].map(found => found[1])
    expect(commands.length).toBeGreaterThanOrEqual(4)
    for (const command of commands) expect(text).toContain(`sapporo-eval ${command}`)
  })
})

it('says the same in both languages: the same commands in the same order', () => {
  const commands = pages.map(page =>
    [
      ...readFileSync(join(root, page), 'utf8').matchAll(/^(?:\$ )?((?:npm|node|sapporo-eval|sed) .*?)(?: +#.*)?$/gm),
    ].map(found => (found[1] as string).replace(' --headers ja', '').trim()),
  )
  expect(commands[0]).toEqual(commands[1])
})
