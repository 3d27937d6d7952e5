import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { journalIn } from '../../src/batch/journal/journal.ts'
import { journalName } from '../../src/writers/placing/mark.ts'
import { stagingFor, type Target } from '../../src/writers/placing/staging.ts'
import { freshFolder, put, writeOut } from './folder.ts'

const { at } = freshFolder()

const isRoot = process.getuid?.() === 0
const target = (): Target => ({ kind: 'folder', path: at('work', 'out') })
const unfinished = (name = ''): string => at('work', '.out.sapporo-eval-unfinished', name)
const home = (name = ''): string => at('home', name)

/** Everything below a folder: what each name is, its mode, its owner, and what it holds or leads to. */
function picture(folder: string): string[] {
  return fs.readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    const { mode, uid, nlink, ino } = fs.lstatSync(path)
    const head = [path, mode, uid, nlink, ino].join(' ')
    if (fs.lstatSync(path).isSymbolicLink()) return [`${head} ${fs.readlinkSync(path)}`]
    if (fs.lstatSync(path).isDirectory()) return [head, ...picture(path)]
    return [fs.lstatSync(path).isFile() ? `${head} ${fs.readFileSync(path, 'utf8').slice(0, 9999)}` : head]
  })
}

const link = (to: string, path: string): void => fs.symlinkSync(to, path)

/** A folder that our run left, with what an attacker then puts into it. */
function genuine(files: { [name: string]: string } = {}): void {
  const staging = stagingFor(target())
  staging.open()
  staging.close()
  put(unfinished(), files)
}

/** A folder that came from elsewhere. */
function foreign(files: { [name: string]: string }): void {
  fs.mkdirSync(unfinished())
  put(unfinished(), files)
}

const hash = 'a'.repeat(64)
const plain = { how: 'exchange', names: ['a.csv', 'datapackage.json'], leaving: ['b.csv'], sha256: hash, own: null }
const noted = (change: object): string => JSON.stringify({ ...plain, ...change })

/** A mark of ours, as another folder has it. */
const mark = (inode: number | string): string =>
  `${JSON.stringify({ madeBy: 'sapporo-eval', for: 'unfinished output', inode: `${inode}` })}\n`

const ownMark = (): string => mark(fs.lstatSync(unfinished()).ino)

/** Names that lead out of the output, or that no file of output has. */
const strange = [
  '../x.csv',
  '/etc/x.csv',
  'a/../../x.csv',
  'a/./x.csv',
  'a//x.csv',
  'x\0.csv',
  '..\\x.csv',
  '',
  '..',
  '.ssh/id',
  'x.txt',
  '.csv',
]

const hostile: readonly (readonly [string, () => void])[] = [
  ['a link to a folder', () => link(home(), unfinished())],
  [
    'a link to a folder of ours',
    () => {
      genuine()
      fs.renameSync(unfinished(), home('moved'))
      link(home('moved'), unfinished())
    },
  ],
  ['a link that leads nowhere', () => link(home('none'), unfinished())],
  ['a link that leads to itself', () => link(unfinished(), unfinished())],
  ['a link to a file', () => link(home('thesis.txt'), unfinished())],
  ['a file', () => put(at('work'), { [basename(unfinished())]: 'mine' })],
  ['a hard link of a file', () => fs.linkSync(home('thesis.txt'), unfinished())],
  ['a pipe', () => void execFileSync('mkfifo', [unfinished()])],
  ["somebody's folder", () => foreign({ 'notes.txt': 'mine' })],
  ['a folder with a folder in it', () => fs.mkdirSync(unfinished('photos'), { recursive: true })],
  ['a note without a mark', () => foreign({ 'note.json': noted({}) })],
  [
    'the note of an earlier version',
    () => foreign({ 'swap.json': '{"how":"move","names":["../x"],"retired":["../y"],"sha256":"x"}' }),
  ],
  ['a journal without a mark', () => foreign({ 'journal.jsonl': '{}\n' })],
  ['a lock without a mark', () => foreign({ lock: JSON.stringify({ pid: 1, started: null, inode: '1' }) })],
  ['a lock that is none, without a mark', () => foreign({ lock: 'mine' })],
  ['a new file without a mark', () => foreign({ new: 'mine' })],
  ['an empty folder `new`, without a mark', () => fs.mkdirSync(unfinished('new'), { recursive: true })],
  ['the mark of another folder', () => foreign({ 'mark.json': mark(1), 'new': 'mine' })],
  ['the mark of another folder alone', () => foreign({ 'mark.json': mark(12_345) })],
  [
    'a copy of a folder of ours',
    () => {
      genuine({ 'new': 'half' })
      // The one that it was copied from lives on elsewhere, or its number on the disk could be given again.
      fs.renameSync(unfinished(), home('kept'))
      fs.cpSync(home('kept'), unfinished(), { recursive: true })
    },
  ],
  ['a mark that is no JSON', () => foreign({ 'mark.json': 'mine', 'journal.jsonl': '' })],
  ['a mark that is huge', () => foreign({ 'mark.json': ' '.repeat(1_000_000) })],
  [
    'a mark with more in it',
    () => {
      foreign({ 'notes.txt': 'mine' })
      put(unfinished(), { 'mark.json': `${ownMark()} ` })
    },
  ],
  [
    'half a mark beside something else',
    () => {
      foreign({ 'notes.txt': 'mine' })
      put(unfinished(), { 'mark.json': ownMark().slice(0, 9) })
    },
  ],
  [
    'a mark that is a link',
    () => {
      fs.mkdirSync(unfinished())
      put(home(), { mark: ownMark() })
      link(home('mark'), unfinished('mark.json'))
    },
  ],
  [
    'an empty mark that is a link',
    () => {
      fs.mkdirSync(unfinished())
      link(home('empty'), unfinished('mark.json'))
    },
  ],
  [
    'a mark that leads nowhere',
    () => {
      fs.mkdirSync(unfinished())
      link(home('none'), unfinished('mark.json'))
    },
  ],
  [
    'an empty mark that is a hard link of a file',
    () => {
      fs.mkdirSync(unfinished())
      fs.linkSync(home('empty'), unfinished('mark.json'))
    },
  ],
  [
    'a mark that is a pipe',
    () => {
      fs.mkdirSync(unfinished())
      execFileSync('mkfifo', [unfinished('mark.json')])
    },
  ],
  ['a mark that is a folder', () => fs.mkdirSync(unfinished('mark.json'), { recursive: true })],
  ['a file of others in a folder of ours', () => genuine({ 'notes.txt': 'mine' })],
  ['a folder of others in a folder of ours', () => genuine({ 'photos/1.jpg': 'mine' })],
  [
    'a journal that is a link',
    () => {
      genuine()
      link(home('thesis.txt'), unfinished('journal.jsonl'))
    },
  ],
  [
    'a journal that is a hard link',
    () => {
      genuine()
      fs.linkSync(home('thesis.txt'), unfinished('journal.jsonl'))
    },
  ],
  [
    'a journal that leads nowhere',
    () => {
      genuine()
      link(home('none'), unfinished('journal.jsonl'))
    },
  ],
  [
    'a lock that is a link',
    () => {
      genuine()
      link(home('thesis.txt'), unfinished('lock'))
    },
  ],
  [
    'a lock that is a pipe',
    () => {
      genuine()
      execFileSync('mkfifo', [unfinished('lock')])
    },
  ],
  ['a lock that is a folder', () => genuine({ 'lock/x': 'mine' })],
  [
    '`new` that is a link',
    () => {
      genuine()
      link(home(), unfinished('new'))
    },
  ],
  ['`new` with files that no note has', () => genuine({ 'new/thesis.csv': 'mine' })],
  [
    '`new` with a file beside those of the note',
    () => genuine({ 'note.json': noted({ how: 'make', sha256: null }), 'new/a.csv': 'half', 'new/mine.txt': 'mine' }),
  ],
  [
    '`new` with a link in the place of a file',
    () => {
      genuine({ 'note.json': noted({ how: 'make', sha256: null }), 'new/datapackage.json': '' })
      link(home('thesis.txt'), unfinished('new/a.csv'))
    },
  ],
  [
    '`new` with a link in the place of a folder',
    () => {
      genuine({ 'note.json': noted({ how: 'make', sha256: null, names: ['sub/a.csv'] }), 'new/b': '' })
      link(home(), unfinished('new/sub'))
    },
  ],
  [
    '`older` that is a link',
    () => {
      genuine({ 'note.json': noted({ leaving: ['thesis.csv'] }) })
      link(home(), unfinished('older'))
    },
  ],
  ['`older` that is a file', () => genuine({ older: 'mine' })],
  ['`older` without a note', () => genuine({ 'older/b.csv': 'mine' })],
  [
    'a note that is a link',
    () => {
      genuine()
      put(home(), { note: noted({}) })
      link(home('note'), unfinished('note.json'))
    },
  ],
  [
    'a note that is a hard link',
    () => {
      genuine()
      put(home(), { note: noted({}) })
      fs.linkSync(home('note'), unfinished('note.json'))
    },
  ],
  ['a note that is cut off', () => genuine({ 'note.json': noted({}).slice(0, -1) })],
  ['a note that is empty', () => genuine({ 'note.json': '' })],
  ['a note of another kind', () => genuine({ 'note.json': noted({ how: 'rename' }) })],
  ['a note that says more', () => genuine({ 'note.json': noted({ more: 1 }) })],
  ['a note that says less', () => genuine({ 'note.json': noted({ own: undefined }) })],
  ['a note without a hash', () => genuine({ 'note.json': noted({ sha256: null }) })],
  ['a note with a hash that is none', () => genuine({ 'note.json': noted({ sha256: 'x' }) })],
  ['a note that is a list', () => genuine({ 'note.json': '[]' })],
  ['a note with a name that is none', () => genuine({ 'note.json': noted({ names: [1] }) })],
  ...strange.map(
    name =>
      [
        `a note of new files with the name ${JSON.stringify(name)}`,
        () => genuine({ 'note.json': noted({ names: [name] }) }),
      ] as const,
  ),
  ...strange.map(
    name =>
      [
        `a note of older files with the name ${JSON.stringify(name)}`,
        () => genuine({ 'note.json': noted({ how: 'move', leaving: [name] }) }),
      ] as const,
  ),
]

const onlyRoot: readonly (readonly [string, () => void])[] = [
  [
    'a folder of another user',
    () => {
      genuine()
      fs.chownSync(unfinished(), 4321, 4321)
    },
  ],
  [
    'a file of another user in a folder of ours',
    () => {
      genuine({ 'journal.jsonl': '' })
      fs.chownSync(unfinished('journal.jsonl'), 4321, 4321)
    },
  ],
]
const onlyUser: readonly (readonly [string, () => void])[] = [
  [
    'a folder that nobody may look into',
    () => {
      foreign({ 'notes.txt': 'mine' })
      fs.chmodSync(unfinished(), 0)
    },
  ],
]

function prepare(): void {
  put(home(), { 'thesis.txt': 'mine', 'thesis.csv': 'mine', '.ssh/id': 'key', empty: '', 'x.csv': 'mine' })
  put(at('work', 'out'), { 'a.csv': 'mine', 'b.csv': 'mine' })
  put(at('work'), { 'x.csv': 'mine' })
}

describe('a folder in the place of our unfinished work is refused, and nothing is touched', () => {
  test('there are many', () => expect(hostile.length).toBeGreaterThan(60))

  test.each([...hostile, ...(isRoot ? onlyRoot : onlyUser)])('%s', (_, attack) => {
    prepare()
    attack()
    const before = picture(at())
    const open = () => {
      const staging = stagingFor(target())
      try {
        staging.open()
      } finally {
        staging.close()
      }
    }
    expect(open).toThrow(expect.objectContaining({ code: 'OUTPUT_UNSAFE', hint: expect.stringContaining(at('work')) }))
    expect(picture(at())).toEqual(before)
  })

  test('the files that our folder may hold are those of the journal too', () =>
    expect(journalName).toBe(basename(journalIn('x'))))
})

describe('what an older result says of files that are not ours does not take them away', () => {
  const listed = (path: unknown, holds = 'mine') => ({
    path,
    bytes: holds.length,
    hash: `sha256:${createHash('sha256').update(holds).digest('hex')}`,
  })
  const cases: readonly (readonly [string, readonly object[]])[] = [
    ['by its name alone', [{ path: 'thesis.csv' }]],
    ['with the hash of other bytes', [listed('thesis.csv', 'your')]],
    ['with another size', [{ ...listed('thesis.csv'), bytes: 5 }]],
    ['with a hash of another kind', [{ ...listed('thesis.csv'), hash: 'md5:00' }]],
    ['that no file of output is called', [listed('thesis.txt'), listed('.ssh/id'), listed('notes')]],
    [
      'outside',
      [listed('../thesis.csv'), listed('a/../../thesis.csv'), listed('/thesis.csv'), listed('..\\thesis.csv')],
    ],
    ['behind a link', [listed('link/thesis.csv')]],
    ['in lists and as numbers', [listed(['thesis.csv']), listed(7), { path: null }]],
  ]

  test.each(['beside', 'inside'].flatMap(where => cases.map(([name, resources]) => [where, name, resources] as const)))(
    '%s: %s',
    async (where, _, resources) => {
      put(home(), { 'thesis.csv': 'mine' })
      const files = { 'thesis.csv': 'mine', 'thesis.txt': 'mine', '.ssh/id': 'mine', notes: 'mine' }
      put(at('out'), { ...files, 'datapackage.json': JSON.stringify({ name: 'sapporo-evaluation', resources }) })
      put(at(), { 'thesis.csv': 'mine' })
      link(home(), at('out', 'link'))
      const cwd = process.cwd()
      if (where === 'inside') process.chdir(at('out'))
      try {
        await writeOut(at('out'), { 'a.csv': 'new' })
      } finally {
        process.chdir(cwd)
      }
      for (const name of Object.keys(files)) expect(fs.readFileSync(at('out', name), 'utf8')).toBe('mine')
      for (const path of [home('thesis.csv'), at('thesis.csv')]) expect(fs.readFileSync(path, 'utf8')).toBe('mine')
      expect(fs.readlinkSync(at('out', 'link'))).toBe(home())
      expect(fs.readFileSync(at('out', 'a.csv'), 'utf8')).toBe('new')
    },
  )

  test('a descriptor that is a link or a pipe says nothing, and gives way', async () => {
    put(home(), { d: JSON.stringify({ name: 'sapporo-evaluation', resources: [listed('thesis.csv')] }) })
    put(at('out'), { 'thesis.csv': 'mine' })
    link(home('d'), at('out', 'datapackage.json'))
    await writeOut(at('out'), { 'a.csv': 'new' })
    expect(fs.readFileSync(at('out', 'thesis.csv'), 'utf8')).toBe('mine')
    expect(fs.readFileSync(home('d'), 'utf8')).toContain('resources')
    fs.rmSync(at('out', 'datapackage.json'))
    execFileSync('mkfifo', [at('out', 'datapackage.json')])
    await writeOut(at('out'), { 'a.csv': 'newer' })
    expect(fs.readFileSync(at('out', 'a.csv'), 'utf8')).toBe('newer')
  })
})
