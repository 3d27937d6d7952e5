import * as fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stagingFor } from '../../src/writers/staging.ts'
import { stagingName } from '../../src/writers/tree.ts'
import { cutAt } from './cut.ts'
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

/** A result of before, with foreign files in it. */
async function prepare(target: string): Promise<Files> {
  fs.rmSync(at(), { recursive: true, force: true })
  fs.mkdirSync(at())
  await writeOut(target, older)
  put(target, foreign)
  return filesIn(target) as Files
}

const isWhole = (folder: string, whole: Files): boolean => {
  const files = filesIn(folder)
  return files !== undefined && Object.entries(whole).every(([name, text]) => files[name] === text)
}

describe('killed at any moment', () => {
  test('the older folder or the newer one is whole, and the next run goes on', async () => {
    await writeOut(at('out'), newer)
    const after = filesIn(at('out')) as Files
    const before = await prepare(at('out'))
    const standing: ('older' | 'newer' | 'neither')[] = []
    for (let n = 1; await cutAt(n, () => writeOut(at('out'), newer)); n += 1) {
      const whole = isWhole(at('out'), before) ? 'older' : isWhole(at('out'), after) ? 'newer' : 'neither'
      standing.push(whole)
      // Between the two renames nothing stands there, not even in part.
      if (whole === 'neither') expect(filesIn(at('out'))).toBeUndefined()
      stagingFor({ kind: 'folder', path: at('out') }).close()
      const settled = { ...(whole === 'newer' ? after : before), ...foreign }
      expect(filesIn(at('out'))).toEqual(settled)
      await writeOut(at('out'), newer)
      expect(filesIn(at('out'))).toEqual({ ...after, ...foreign })
      expect(fs.readdirSync(at())).toEqual(['out'])
      await prepare(at('out'))
    }
    expect(standing.length).toBeGreaterThan(20)
    expect(standing.filter(whole => whole === 'neither')).toHaveLength(1)
    expect(standing).toContain('newer')
  })

  test('a folder that must stay has no descriptor while it is neither, and the next run ends the move', async () => {
    const cwd = process.cwd()
    await writeOut(at('out'), newer)
    const after = filesIn(at('out')) as Files
    const before = await prepare(at('out'))
    let unfinished = 0
    const inside = async (step: () => Promise<void>) => {
      process.chdir(at('out'))
      try {
        await step()
      } finally {
        process.chdir(cwd)
      }
    }
    const cut = async (n: number) => {
      let isCut = false
      await inside(async () => {
        isCut = await cutAt(n, () => writeOut('.', newer))
      })
      return isCut
    }
    for (let n = 1; await cut(n); n += 1) {
      const isOld = isWhole(at('out'), before)
      const isNew = isWhole(at('out'), after)
      if (!isOld && !isNew) expect(filesIn(at('out'))).not.toHaveProperty(['datapackage.json'])
      if (!isOld && !isNew) unfinished += 1
      stagingFor({ kind: 'folder', path: at('out') }).close()
      expect(isWhole(at('out'), before) || isWhole(at('out'), after)).toBe(true)
      expect(isWhole(at('out'), foreign)).toBe(true)
      await inside(() => writeOut('.', newer))
      expect(filesIn(at('out'))).toEqual({ ...after, ...foreign })
      expect(fs.existsSync(at('out', stagingName(at('out'))))).toBe(false)
      await prepare(at('out'))
    }
    expect(unfinished).toBeGreaterThan(5)
  })

  test('what was put in place by a run that was cut off is its own, and no older result', async () => {
    const own: boolean[] = []
    for (let n = 1; await cutAt(n, () => writeOut(at('out'), newer)); n += 1) {
      const staging = stagingFor({ kind: 'folder', path: at('out') })
      if (fs.existsSync(at('out'))) own.push(staging.isOwn())
      fs.rmSync(at(), { recursive: true })
      fs.mkdirSync(at())
    }
    // Only when the very last of the staging goes is it no longer known.
    expect(own[0]).toBe(true)
    await writeOut(at('out'), older)
    expect(stagingFor({ kind: 'folder', path: at('out') }).isOwn()).toBe(false)
  })
})

test('an older result that waits to be put back is not lost where something else was made in its place', async () => {
  await writeOut(at('out'), older)
  const moved = (name: string) => fs.existsSync(at(name))
  let n = 1
  while (moved('out')) {
    await cutAt(n, () => writeOut(at('out'), newer))
    n += 1
  }
  put(at('out'), { 'mine.txt': 'mine' })
  expect(() => stagingFor({ kind: 'folder', path: at('out') })).toThrow(
    expect.objectContaining({ code: 'OUTPUT_EXISTS' }),
  )
  expect(dataIn(at('out'))).toEqual({ 'mine.txt': 'mine' })
  fs.rmSync(at('out'), { recursive: true })
  stagingFor({ kind: 'folder', path: at('out') }).close()
  expect(dataIn(at('out'))).toEqual(older)
})
