import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { placeFile, writeFile } from '../../src/writers/files.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
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

describe('a file that was made beside its place', () => {
  test('replaces the one that is there only when asked, and takes its mode', () => {
    fs.writeFileSync(at('out.json'), 'old')
    fs.chmodSync(at('out.json'), 0o640)
    fs.writeFileSync(at('made'), 'new')
    throwsCode(() => placeFile(at('out.json'), at('made')), 'OUTPUT_EXISTS')
    placeFile(at('out.json'), at('made'), { overwrite: true })
    expect(read('out.json')).toBe('new')
    expect(fs.statSync(at('out.json')).mode & 0o777).toBe(0o640)
  })

  test('goes where a link leads, the link of a file that is yet to come too', () => {
    fs.symlinkSync(at('real.json'), at('link.json'))
    fs.writeFileSync(at('made'), 'new')
    placeFile(at('link.json'), at('made'))
    expect(fs.lstatSync(at('link.json')).isSymbolicLink()).toBe(true)
    expect(read('real.json')).toBe('new')
  })
})
