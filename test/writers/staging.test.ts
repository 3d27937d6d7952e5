import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Staging, stagingFor, type Target } from '../../src/writers/placing/staging.ts'
import { freshFolder, put } from './folder.ts'

const { at } = freshFolder()
const file = (path: string): Target => ({ kind: 'file', path })
const folder = (path: string): Target => ({ kind: 'folder', path })

const placeOf = (staging: Staging): string => staging.folder as string

function opened(target: Target): Staging {
  const staging = stagingFor(target)
  staging.open()
  return staging
}

describe('the place of the work', () => {
  test('is beside the output, hidden, and there only when it is opened', () => {
    const staging = stagingFor(file(at('x', 'out.json')))
    expect(staging.folder).toBe(at('x', '.out.json.sapporo-eval-unfinished'))
    expect(fs.readdirSync(at())).toEqual([])
    staging.open()
    expect(fs.readdirSync(at('x'))).toEqual(['.out.json.sapporo-eval-unfinished'])
  })

  test('is the same for every way to name the output', () => {
    fs.mkdirSync(at('out'))
    fs.symlinkSync(at('out'), at('link'))
    const place = stagingFor(folder(at('out'))).folder
    for (const path of [`${at('out')}/`, at('link'), at('x', '..', 'out')])
      expect(stagingFor(folder(path)).folder).toBe(place)
  })

  test('is inside a folder that must stay where it is', () => {
    const before = process.cwd()
    process.chdir(at())
    try {
      expect(placeOf(stagingFor(folder('.'))).startsWith(`${at()}/.`)).toBe(true)
    } finally {
      process.chdir(before)
    }
  })

  test('has a name that is not too long, whatever the name of the output', () => {
    const name = 'が'.normalize('NFD').repeat(42)
    const staging = opened(file(at(name)))
    expect(Buffer.byteLength(placeOf(staging).slice(at().length + 1))).toBeLessThanOrEqual(255)
    expect(opened(file(at(`${name}x`))).folder).not.toBe(staging.folder)
  })

  test('of standard output and of devices is a temporary one, which goes when it is closed', () => {
    for (const target of [{ kind: 'stdout' } as const, file('/dev/null')]) {
      const staging = opened(target)
      expect(fs.statSync(placeOf(staging)).mode & 0o777).toBe(0o700)
      fs.writeFileSync(join(placeOf(staging), 'journal.jsonl'), 'x')
      const temporary = placeOf(staging)
      staging.close()
      expect(fs.existsSync(temporary)).toBe(false)
    }
  })
})

describe('the work', () => {
  test('stays when it is closed, and goes when it is done, with the folders that were made for it', () => {
    const staging = opened(file(at('x', 'y', 'out.json')))
    fs.writeFileSync(join(placeOf(staging), 'journal.jsonl'), 'x')
    staging.close()
    const again = opened(file(at('x', 'y', 'out.json')))
    expect(fs.readFileSync(join(placeOf(again), 'journal.jsonl'), 'utf8')).toBe('x')
    again.remove()
    expect(fs.readdirSync(at('x', 'y'))).toEqual([])
    const other = opened(file(at('z', 'out.json')))
    other.remove()
    expect(fs.existsSync(at('z'))).toBe(false)
  })

  test('that was written half is not gone on with', () => {
    const staging = opened(folder(at('out')))
    const made = staging.newPath(['sub/a.json', 'b.json'])
    put(made, { 'sub/a.json': 'half' })
    staging.close()
    opened(folder(at('out')))
    expect(fs.existsSync(made)).toBe(false)
  })

  test('cannot begin where no folder can be', () => {
    fs.writeFileSync(at('file'), '')
    const open = () => stagingFor(file(at('file', 'out.json'))).open()
    expect(open).toThrow(expect.objectContaining({ code: 'OUTPUT_UNWRITABLE' }))
  })
})

describe('the lock', () => {
  test('keeps a second run out while the first one lives', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    try {
      const staging = opened(file(at('out.json')))
      const lock = join(placeOf(staging), 'lock')
      fs.writeFileSync(lock, JSON.stringify({ pid: child.pid, started: null, inode: '1' }))
      const second = () => stagingFor(file(at('out.json'))).open()
      expect(second).toThrow(expect.objectContaining({ code: 'OUTPUT_BUSY' }))
      expect(second).toThrow(`process ${child.pid}`)
      const ended = new Promise(resolve => child.on('exit', resolve))
      child.kill('SIGKILL')
      await ended
      expect(second).not.toThrow()
      expect(JSON.parse(fs.readFileSync(lock, 'utf8')).pid).toBe(process.pid)
    } finally {
      child.kill('SIGKILL')
    }
  })

  test.each([
    ['of an earlier process of the same number', JSON.stringify({ pid: process.ppid, started: '1', inode: '1' })],
    ['of an earlier process of our own number', JSON.stringify({ pid: process.pid, started: '1', inode: '1' })],
    ['that is torn', '{"pid":'],
    ['that is empty', ''],
  ])('%s is taken over', (_, text) => {
    const staging = opened(file(at('out.json')))
    fs.writeFileSync(join(placeOf(staging), 'lock'), text)
    expect(() => opened(file(at('out.json')))).not.toThrow()
  })

  test('is given back', () => {
    const staging = opened(file(at('out.json')))
    staging.close()
    expect(fs.readdirSync(placeOf(staging))).toEqual(['mark.json'])
  })
})
