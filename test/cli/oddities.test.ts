import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentEndings } from '../../src/cli/inputs/endings.ts'
import { assertNamed, listed } from '../../src/cli/inputs/files-from.ts'
import { inputsOf } from '../../src/cli/inputs/inputs.ts'
import { UsageError } from '../../src/cli/reporting/stderr.ts'
import { asFailure } from '../../src/failures.ts'
import { packageName } from '../../src/writers/data-package/descriptor.ts'
import { temporaryFolder } from './run.ts'

const root = temporaryFolder()

function put(path: string, text = 'x'): string {
  const full = join(root, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, text)
  return full
}

interface Found {
  readonly read: string[]
  readonly failed: [path: string, code: string, message: string][]
  readonly skipped: [path: string, why: string][]
}

/** What is read below a folder, what fails, and what is named and passed over; paths below the folder. */
async function foundIn(typed: readonly string[], folder: string, lines: readonly string[] = []): Promise<Found> {
  const found: Found = { read: [], failed: [], skipped: [] }
  const below = (path: string) => path.slice(folder.length + 1)
  const onSkipped = (path: string, why: string) => found.skipped.push([below(path), why])
  const wanted = { endings: documentEndings, withoutOutputs: true, onSkipped }
  for (const { path, bytes } of await inputsOf(typed, wanted, lines))
    await bytes().then(
      () => found.read.push(below(path)),
      error => found.failed.push([below(path), asFailure(error, path).code, asFailure(error, path).message]),
    )
  return found
}

describe('below a folder', () => {
  it('a link that leads back is named, and its files are read once', async () => {
    put('loop/a.txt')
    symlinkSync(join(root, 'loop'), join(root, 'loop/again'))
    expect(await foundIn([join(root, 'loop')], join(root, 'loop'))).toEqual({
      read: ['a.txt'],
      failed: [],
      skipped: [['again', 'a link back to a folder above it']],
    })
  })

  it('pipes and links to nothing are failures where their name is that of a document, else named', async () => {
    put('odd/good.pdf')
    execFileSync('mkfifo', [join(root, 'odd/pipe.pdf'), join(root, 'odd/pipe')])
    symlinkSync('gone.pdf', join(root, 'odd/dangling.pdf'))
    symlinkSync('round.pdf', join(root, 'odd/round.pdf'))
    symlinkSync('nowhere', join(root, 'odd/dangling'))
    const unreadable = (why: string) => `the input cannot be read: ${why}`
    const found = await foundIn([join(root, 'odd')], join(root, 'odd'))
    expect(found.read).toEqual(['good.pdf'])
    expect(found.failed).toEqual([
      ['dangling.pdf', 'UNREADABLE', unreadable('a link that leads nowhere')],
      ['pipe.pdf', 'UNREADABLE', unreadable('a named pipe, not a file')],
      ['round.pdf', 'UNREADABLE', unreadable('a link that leads back to itself')],
    ])
    expect(found.skipped.toSorted()).toEqual([
      ['dangling', 'a link that leads nowhere'],
      ['pipe', 'a named pipe, not a file'],
    ])
  })

  it('what an earlier run wrote is named and passed over, also where it is not finished, but no document beside it', async () => {
    put('release/sheet.pdf')
    const resources = ['projects.csv', 'a/costs.csv'].map(path => ({ path }))
    for (const folder of ['release', 'release/out'])
      put(`${folder}/datapackage.json`, JSON.stringify({ name: packageName, resources }))
    for (const { path } of resources) put(`release/out/${path}`)
    put('release/out/last.pdf')
    put('release/projects.csv')
    put('release/.out.sapporo-eval-unfinished/new/projects.csv')
    put('release/theirs/datapackage.json', JSON.stringify({ name: 'other' }))
    put('release/theirs/a.csv')
    expect(await foundIn([join(root, 'release')], join(root, 'release'))).toEqual({
      read: ['out/last.pdf', 'sheet.pdf', 'theirs/a.csv'],
      failed: [],
      skipped: ['out', ''].map(folder => [folder, 'the files that an earlier run wrote there']),
    })
  })

  it('names may hold what a name can hold', async () => {
    const names = ['two words.pdf', 'line\nbreak.pdf', '📄.pdf', `${'か\u3099'.repeat(40)}.pdf`]
    for (const name of names) put(`names/${name}`)
    const found = await foundIn([join(root, 'names')], join(root, 'names'))
    expect(found.read.toSorted()).toEqual(names.toSorted())
  })

  it.skipIf(process.platform !== 'linux')('a name that is no UTF-8 is called that', async () => {
    const folder = dirname(put('bytes/good\ufffd.pdf'))
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/bad`), Buffer.from([0xff, 0xfe]), Buffer.from('.pdf')]), 'x')
    const { read, failed } = await foundIn([folder], folder)
    const message = 'the input cannot be read: its name holds bytes that are no UTF-8'
    expect([read, failed]).toEqual([['good\ufffd.pdf'], [['bad\ufffd\ufffd.pdf', 'UNREADABLE', message]]])
  })
})

describe('a list', () => {
  it('has a path a line, to the letter, whatever ends the lines', async () => {
    const list = put('lists/crlf.txt', '\ufeffa b.pdf\r\n\r\n*.pdf\r\n 札幌.pdf ')
    expect(await listed({ filesFrom: list })).toEqual(['a b.pdf', '*.pdf', ' 札幌.pdf '])
  })

  it('parted by NUL may hold names with line breaks', async () => {
    const list = put('lists/nul', 'a\nb.pdf\0c.pdf\0')
    expect(await listed({ filesFrom: list, null: true })).toEqual(['a\nb.pdf', 'c.pdf'])
    await expect(listed({ filesFrom: list })).rejects.toThrow('NUL')
  })

  it('that is empty or missing is wrong usage', async () => {
    await expect(listed({ filesFrom: put('lists/empty', '\n\n') })).rejects.toThrow(UsageError)
    await expect(listed({ filesFrom: join(root, 'lists/none') })).rejects.toThrow(UsageError)
  })

  it('leads to files and folders behind what is typed, in its order; what is gone is a failure of its own', async () => {
    for (const name of ['1.pdf', '2.pdf', 'sub/3.pdf', '[x].pdf']) put(`listed/${name}`)
    const folder = join(root, 'listed')
    const lines = ['gone.pdf', '[x].pdf', 'sub', '1.pdf', '2.pdf'].map(name => `${folder}/${name}`)
    const found = await foundIn([`${folder}/2.pdf`], folder, lines)
    expect(found.read).toEqual(['2.pdf', '[x].pdf', 'sub/3.pdf', '1.pdf'])
    expect(found.failed).toEqual([
      ['gone.pdf', 'NOT_FOUND', `"${folder}/gone.pdf" does not exist, or no longer exists`],
    ])
  })

  it('or something typed must name an input, and standard input is read once', () => {
    expect(() => assertNamed([], {})).toThrow('no input is named')
    expect(() => assertNamed(['-'], { filesFrom: '-' })).toThrow('cannot be the list and an input')
    expect(() => assertNamed([], { filesFrom: 'list' })).not.toThrow()
  })
})
