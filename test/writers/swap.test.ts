import * as fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { besides, type Files, filesIn, freshFolder, put, writeOut } from './folder.ts'

const { at } = freshFolder()

/** The data and what is foreign; our own files beside the data are told by their names only. */
const dataIn = (folder: string): Files | undefined => {
  const files = filesIn(folder)
  return files && Object.fromEntries(Object.entries(files).filter(([name]) => !besides.includes(name)))
}

const older: Files = { 'a.csv': 'old a', 'b.csv': 'old b', 'sub/c.json': 'old c', 'gone/d.json': 'old d' }
const newer: Files = { 'a.csv': 'new a', 'e.csv': 'new e', 'sub/c.json': 'new c', 'sub/deep/f.json': 'new f' }
const foreign: Files = { 'notes.txt': 'mine', 'sub/mine.txt': 'mine too', 'own/g.txt': 'mine as well' }

describe('a folder of output', () => {
  test('that is missing is made, with its descriptor, and nothing stays beside it', async () => {
    await writeOut(at('x', 'out'), newer)
    expect(dataIn(at('x', 'out'))).toEqual(newer)
    expect(Object.keys(filesIn(at('x', 'out')) ?? {})).toEqual(expect.arrayContaining(besides))
    expect(fs.readdirSync(at('x'))).toEqual(['out'])
  })

  test('that is empty is filled, and keeps its mode', async () => {
    fs.mkdirSync(at('out'))
    fs.chmodSync(at('out'), 0o750)
    await writeOut(at('out'), newer)
    expect(dataIn(at('out'))).toEqual(newer)
    expect(fs.statSync(at('out')).mode & 0o777).toBe(0o750)
  })

  test('loses the files of an earlier run and no others, and keeps its mode', async () => {
    await writeOut(at('out'), older)
    put(at('out'), foreign)
    fs.mkdirSync(at('out', 'empty'))
    fs.chmodSync(at('out'), 0o700)
    await writeOut(at('out'), newer)
    expect(dataIn(at('out'))).toEqual({ ...newer, ...foreign })
    expect(fs.readdirSync(at('out'))).toContain('empty')
    expect(fs.readdirSync(at('out'))).not.toContain('gone')
    expect(fs.statSync(at('out')).mode & 0o777).toBe(0o700)
    expect(fs.readdirSync(at())).toEqual(['out'])
  })

  test('without a descriptor of ours: only files of the same name are replaced', async () => {
    put(at('out'), { ...older, 'datapackage.json': '{"name":"other","resources":[{"path":"b.csv"}]}' })
    await writeOut(at('out'), { 'a.csv': 'new a' })
    expect(dataIn(at('out'))).toEqual({ ...older, 'a.csv': 'new a' })
  })

  test.each<[string, Files]>([
    ['a folder in the place of a file', { 'e.csv/inside': 'mine' }],
    ['a file in the place of a folder', { 'sub/deep': 'mine' }],
  ])('%s is never lost', async (_, obstacle) => {
    await writeOut(at('out'), older)
    put(at('out'), obstacle)
    await expect(writeOut(at('out'), newer)).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' })
    expect(dataIn(at('out'))).toEqual({ ...older, ...obstacle })
  })

  test('behind a link is replaced, and the link stays', async () => {
    fs.mkdirSync(at('real'))
    fs.symlinkSync(at('real'), at('link'))
    await writeOut(at('link'), older)
    await writeOut(at('link'), newer)
    expect(fs.lstatSync(at('link')).isSymbolicLink()).toBe(true)
    expect(dataIn(at('real'))).toEqual(newer)
  })

  test('in which we stand stays where it is', async () => {
    await writeOut(at('out'), older)
    put(at('out'), foreign)
    const [before, folder] = [process.cwd(), fs.statSync(at('out')).ino]
    process.chdir(at('out'))
    try {
      await writeOut('.', newer)
    } finally {
      process.chdir(before)
    }
    expect(fs.statSync(at('out')).ino).toBe(folder)
    expect(dataIn(at('out'))).toEqual({ ...newer, ...foreign })
    expect(fs.readdirSync(at('out')).filter(name => name.startsWith('.'))).toEqual([])
  })
})
