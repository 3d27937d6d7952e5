import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeFile, writeFolder } from '../../src/writers/files.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
const filesOf = (files: Record<string, string>) =>
  Object.entries(files).map(([name, text]) => ({ name, bytes: bytes(text) }))

let folder = ''
const at = (...names: string[]) => join(folder, ...names)
const read = (...names: string[]) => fs.readFileSync(at(...names), 'utf8')
const listed = (...names: string[]) => fs.readdirSync(at(...names)).sort()

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'sapporo-eval-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

const throwsCode = (step: () => void, code: string) => expect(step).toThrow(expect.objectContaining({ code }))

describe('a file', () => {
  test('is written with the folders above it', () => {
    writeFile(at('a', 'b', 'out.json'), bytes('{}'))
    expect(read('a', 'b', 'out.json')).toBe('{}')
    expect(listed('a', 'b')).toEqual(['out.json'])
  })

  test('that is there is replaced only when asked, and keeps its mode', () => {
    writeFile(at('out.json'), bytes('old'))
    fs.chmodSync(at('out.json'), 0o640)
    throwsCode(() => writeFile(at('out.json'), bytes('new')), 'OUTPUT_EXISTS')
    expect(read('out.json')).toBe('old')
    writeFile(at('out.json'), bytes('new'), { overwrite: true })
    expect(read('out.json')).toBe('new')
    expect(fs.statSync(at('out.json')).mode & 0o777).toBe(0o640)
    expect(listed()).toEqual(['out.json'])
  })

  test('is never put in the place of a folder', () => {
    fs.mkdirSync(at('out'))
    throwsCode(() => writeFile(at('out'), bytes('x'), { overwrite: true }), 'OUTPUT_EXISTS')
  })

  test('behind a link is replaced, and the link stays', () => {
    writeFile(at('real.json'), bytes('old'))
    fs.symlinkSync(at('real.json'), at('link.json'))
    writeFile(at('link.json'), bytes('new'), { overwrite: true })
    expect(fs.lstatSync(at('link.json')).isSymbolicLink()).toBe(true)
    expect(read('real.json')).toBe('new')
  })

  test('where no folder can be leaves nothing behind', () => {
    writeFile(at('file'), bytes('x'))
    throwsCode(() => writeFile(at('file', 'out.json'), bytes('y')), 'OUTPUT_UNWRITABLE')
    expect(listed()).toEqual(['file'])
  })

  test.skipIf(process.platform === 'win32')('a device is written through', () => {
    writeFile('/dev/null', bytes('x'))
    expect(fs.statSync('/dev/null').isFile()).toBe(false)
  })
})

describe('a folder', () => {
  test('that is missing is made', () => {
    writeFolder(at('x', 'out'), filesOf({ 'a.csv': '1', 'b.csv': '2' }))
    expect(listed('x')).toEqual(['out'])
    expect(listed('x', 'out')).toEqual(['a.csv', 'b.csv'])
  })

  test('that is empty is filled', () => {
    fs.mkdirSync(at('out'))
    writeFolder(at('out'), filesOf({ 'a.csv': '1' }))
    expect(listed('out')).toEqual(['a.csv'])
    expect(listed()).toEqual(['out'])
  })

  test('that is not empty is written into only when asked; foreign files stay, retired ones go', () => {
    writeFolder(at('out'), filesOf({ 'a.csv': 'old', 'b.csv': 'old', 'notes.txt': 'mine' }))
    throwsCode(() => writeFolder(at('out'), filesOf({ 'a.csv': 'new' })), 'OUTPUT_EXISTS')
    writeFolder(at('out'), filesOf({ 'a.csv': 'new', 'c.csv': 'new' }), {
      overwrite: true,
      retired: ['a.csv', 'b.csv', 'z.csv'],
    })
    expect(listed('out')).toEqual(['a.csv', 'c.csv', 'notes.txt'])
    expect([read('out', 'a.csv'), read('out', 'notes.txt')]).toEqual(['new', 'mine'])
  })

  test('is as it was when one of the files cannot take its place', () => {
    writeFolder(at('out'), filesOf({ 'a.csv': 'old', 'b.csv': 'old' }))
    fs.mkdirSync(at('out', 'c.csv'))
    writeFile(at('out', 'c.csv', 'inside'), bytes('mine'))
    const files = filesOf({ 'a.csv': 'new', 'c.csv': 'new' })
    throwsCode(() => writeFolder(at('out'), files, { overwrite: true, retired: ['b.csv'] }), 'OUTPUT_UNWRITABLE')
    expect(listed('out')).toEqual(['a.csv', 'b.csv', 'c.csv'])
    expect([read('out', 'a.csv'), read('out', 'b.csv'), read('out', 'c.csv', 'inside')]).toEqual(['old', 'old', 'mine'])
  })

  test('is never put in the place of a file', () => {
    writeFile(at('out'), bytes('x'))
    throwsCode(() => writeFolder(at('out'), filesOf({ 'a.csv': '1' }), { overwrite: true }), 'OUTPUT_EXISTS')
  })

  test.each(['../a.csv', 'b/a.csv', '', '..'])('never holds a file named %j', name => {
    expect(() => writeFolder(at('out'), filesOf({ [name]: '1' }))).toThrow(RangeError)
    expect(listed()).toEqual([])
  })
})
