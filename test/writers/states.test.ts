import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import type { OutputError } from '../../src/writers/errors.ts'
import { placeFile } from '../../src/writers/files.ts'
import { type Staging, stagingFor } from '../../src/writers/placing/staging.ts'
import { Sink } from '../../src/writers/sink.ts'
import { type Stop, stopAt } from './cut.ts'
import { type Files, filesIn, freshFolder, put, writeOut } from './folder.ts'

// Thousands of runs: on a disk in memory where there is one.
const memory = '/dev/shm'
const { at } = freshFolder(fs.existsSync(memory) ? memory : tmpdir())
const stops: readonly Stop[] = ['killed', 'failing', 'refused']

const older: Files = { 'a.csv': 'old a', 'sub/c.json': 'old c', 'gone/d.json': 'old d' }
const newer: Files = { 'a.csv': 'new a', 'sub/c.json': 'new c', 'deep/f.json': 'new f' }
const foreign: Files = { 'notes.txt': 'mine', 'sub/mine.txt': 'mine too', 'gone/x.txt': 'mine', 'own/g.txt': 'mine' }

/** What stands at the output: the older result with what is foreign, the newer one with it, or nothing. */
type Standing = 'older' | 'newer' | 'nothing' | 'part'

interface Case {
  /** Leaves the output as it is before the run. */
  readonly before: () => void
  readonly run: () => Promise<void>
  readonly look: () => Standing
}

const sorted = (files: Files): string => JSON.stringify(Object.entries(files).sort())

/** A whole folder of output, what is foreign in it too, as it lies under a name. */
async function prepared(name: string, files: Files, others: Files): Promise<string> {
  await writeOut(at(name), files)
  put(at(name), others)
  return sorted(filesIn(at(name)) as Files)
}

async function folderCase(run: () => Promise<void>, hasOlder: boolean): Promise<Case> {
  const others = hasOlder ? foreign : {}
  const [oldWhole, newWhole] = [await prepared('older', older, others), await prepared('newer', newer, others)]
  return {
    before: () => {
      fs.rmSync(at('here'), { recursive: true, force: true })
      fs.mkdirSync(at('here'))
      if (hasOlder) fs.cpSync(at('older'), at('here', 'out'), { recursive: true })
    },
    run,
    look: () => {
      const files = filesIn(at('here', 'out'))
      if (files === undefined) return 'nothing'
      if (sorted(files) === newWhole) return 'newer'
      return sorted(files) === oldWhole ? 'older' : 'part'
    },
  }
}

async function inside(step: () => Promise<void>): Promise<void> {
  const cwd = process.cwd()
  process.chdir(at('here', 'out'))
  try {
    await step()
  } finally {
    process.chdir(cwd)
  }
}

/** Writes a file of output as a run does. */
async function writeOne(text: string): Promise<void> {
  await withStaging({ kind: 'file', path: at('here', 'out.json') }, staging => {
    const made = staging.newPath()
    const sink = new Sink(made)
    sink.add(text)
    const { sha256 } = sink.finishOnDisk()
    staging.noteFile(sha256)
    placeFile(at('here', 'out.json'), made, { overwrite: true })
  })
}

const withStaging = async (target: Parameters<typeof stagingFor>[0], step: (staging: Staging) => void) => {
  const staging = stagingFor(target)
  try {
    step(staging)
    staging.remove()
  } catch (error) {
    staging.clear()
    throw error
  } finally {
    staging.close()
  }
}

const fileCase = (hasOlder: boolean): Case => ({
  before: () => {
    fs.rmSync(at('here'), { recursive: true, force: true })
    fs.mkdirSync(at('here'))
    if (hasOlder) fs.writeFileSync(at('here', 'out.json'), 'older')
  },
  run: () => writeOne('newer'),
  look: () => {
    if (!fs.existsSync(at('here', 'out.json'))) return 'nothing'
    const text = fs.readFileSync(at('here', 'out.json'), 'utf8')
    return text === 'older' || text === 'newer' ? text : 'part'
  },
})

const cases: readonly (readonly [string, () => Case | Promise<Case>, readonly Standing[]])[] = [
  ['a new file', () => fileCase(false), ['nothing', 'newer']],
  ['a file in the place of another', () => fileCase(true), ['older', 'newer']],
  ['a new folder', () => folderCase(() => writeOut(at('here', 'out'), newer), false), ['nothing', 'newer']],
  [
    'a folder in the place of another',
    () => folderCase(() => writeOut(at('here', 'out'), newer), true),
    ['older', 'nothing', 'newer'],
  ],
  [
    'a folder in which we stand',
    () => folderCase(() => inside(() => writeOut('.', newer)), true),
    ['older', 'part', 'newer'],
  ],
]

/** Ends or undoes what was cut off, as every command for the output does before anything else. */
const settle = () => stagingFor({ kind: 'folder', path: at('here', 'out') }).close()

describe.each(stops)('%s at every call of the file system', stop => {
  test.each(cases)('%s', async (name, caseOf, expected) => {
    const { before, run, look } = await caseOf()
    const seen = new Set<Standing>()
    const calls: string[] = []
    for (let n = 1; ; n += 1) {
      before()
      const first = look()
      const call = await stopAt(n, stop, run)
      if (call === undefined) break
      calls.push(call)
      const what = `${name}, ${stop} at call ${n}, ${call}`
      const standing = look()
      seen.add(standing)
      if (stop !== 'killed') expect([first, 'newer'], what).toContain(standing)
      if (standing === 'part') expect(filesIn(at('here', 'out')), what).not.toHaveProperty(['datapackage.json'])
      if (!name.includes('file')) {
        settle()
        expect([first, 'newer'], what).toContain(look())
        // What was in its place once stays.
        if (standing === 'newer') expect(look(), what).toBe('newer')
      }
      await run()
      expect([look(), leftIn(at('here')), leftIn(at('here', 'out'))], what).toEqual(['newer', [], []])
    }
    const wanted = stop === 'killed' ? expected : expected.filter(each => each === expected[0] || each === 'newer')
    expect([...seen].sort()).toEqual([...wanted].sort())
    expect(calls.length).toBeGreaterThan(40)
    expect(new Set(calls)).toContain('renameSync')
  })
})

/** What is left of the work in a folder. */
const leftIn = (folder: string): string[] =>
  fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => name.startsWith('.')) : []

test('what was put in place by a run that was cut off is its own, until the last of its work is gone', async () => {
  const own: boolean[] = []
  for (let n = 1; (await stopAt(n, 'killed', () => writeOut(at('out'), newer))) !== undefined; n += 1) {
    if (fs.existsSync(at('out'))) own.push(stagingFor({ kind: 'folder', path: at('out') }).isOwn())
    fs.rmSync(at(), { recursive: true })
    fs.mkdirSync(at())
  }
  const firstGone = own.indexOf(false)
  expect(firstGone).toBeGreaterThan(10)
  expect(own.slice(firstGone)).not.toContain(true)
  await writeOut(at('out'), older)
  expect(stagingFor({ kind: 'folder', path: at('out') }).isOwn()).toBe(false)
})

test('an older result that waits to be put back is not lost where something else was made in its place', async () => {
  await writeOut(at('out'), older)
  for (let n = 1; fs.existsSync(at('out')); n += 1) await stopAt(n, 'killed', () => writeOut(at('out'), newer))
  put(at('out'), { 'mine.txt': 'mine' })
  for (let again = 0; again < 2; again += 1)
    expect(() => stagingFor({ kind: 'folder', path: at('out') })).toThrow(
      expect.objectContaining({ code: 'OUTPUT_EXISTS' }) as OutputError,
    )
  expect(filesIn(at('out'))).toEqual({ 'mine.txt': 'mine' })
  fs.rmSync(at('out'), { recursive: true })
  stagingFor({ kind: 'folder', path: at('out') }).close()
  expect(filesIn(at('out'))).toMatchObject(older)
})
