import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { shell, temporaryFolder } from './cli/run.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const example = (name: string) => readFileSync(join(root, 'docs/examples', name), 'utf8')
const { version, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

describe('the workflow', () => {
  const text = example('tables.yml')

  test('has commands that do what they say', () => {
    const folder = temporaryFolder()
    cpSync(join(root, 'seeds'), join(folder, 'documents'), { recursive: true })
    const commands = [...text.matchAll(/^ +- run: (sapporo-eval .*)$/gm)].map(([, command]) => command as string)
    expect(commands).toHaveLength(2)
    for (const command of commands) expect([command, shell(command, folder).code]).toEqual([command, 0])
  })

  test('installs this version', () => expect(text).toContain(`PACKAGE: sapporo-eval@${version}\n`))
})

describe('the Dockerfile', () => {
  const text = example('Dockerfile')

  test('shows a command that does what it says', () => {
    const folder = temporaryFolder()
    cpSync(join(root, 'seeds'), join(folder, 'documents'), { recursive: true })
    const [, command] = /"\$PWD:\/data" (sapporo-eval extract .*)$/m.exec(text) ?? []
    expect(shell(command as string, folder).code).toBe(0)
  })

  test('begins with a Node.js that the package takes', () => {
    const images = [...text.matchAll(/^FROM node:(\d+\.\d+)-slim/gm)].map(found => found[1])
    expect(images).toHaveLength(2)
    for (const image of images) expect(engines.node).toContain(`>=${image}.0`)
  })
})
