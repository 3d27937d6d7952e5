import { appendFileSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Journal, journalIn, openJournal, readBack } from '../../src/batch/journal/journal.ts'
import { lineOf } from '../../src/batch/journal/lines.ts'
import { temporaryFolder } from '../cli/run.ts'

const folder = temporaryFolder()
const file = journalIn(folder)
const basis = '{"version":"1"}'
const open = (anew = false, on = basis): Journal => openJournal(folder, on, { anew })
const resultOf = (path: string) => ({ input: { path }, documents: [], failures: [] })

// What a path may hold, the very mark between the head of an entry and its result among it.
const paths = ['a.pdf', '事業/ｶﾞ 1.pdf', 'x","result":{}.pdf', 'line\nbreak.pdf']

function write(names: readonly string[]): void {
  const journal = open()
  for (const path of names) journal.append({ path, sha256: `of ${path}` }, JSON.stringify(resultOf(path)))
  journal.close()
}

function kept(): string[] {
  const journal = open()
  journal.close()
  for (const [path, { sha256, place }] of journal.kept)
    expect([sha256, ...readBack(folder, [place])]).toEqual([`of ${path}`, resultOf(path)])
  return [...journal.kept.keys()]
}

beforeEach(() => writeFileSync(file, ''))

describe('the journal', () => {
  it('gives back what was written, in the order asked for', () => {
    write(paths)
    expect(kept()).toEqual(paths)
    const journal = open()
    const places = [...journal.kept.values()].map(each => each.place).reverse()
    journal.close()
    expect([...readBack(folder, places)]).toEqual(paths.map(resultOf).reverse())
  })

  it('goes on where it was: what is added stands behind what was there', () => {
    write(paths.slice(0, 2))
    write(paths.slice(2))
    expect(kept()).toEqual(paths)
  })

  it('holds the last that was said of a path, and forgets it where that was a failure', () => {
    write(['a', 'b'])
    const journal = open()
    journal.append({ path: 'a', sha256: 'later' }, JSON.stringify(resultOf('a')))
    journal.append({ path: 'b', sha256: null }, JSON.stringify(resultOf('b')))
    journal.close()
    const again = open()
    again.close()
    expect([...again.kept].map(([path, { sha256 }]) => [path, sha256])).toEqual([['a', 'later']])
  })

  it.each([
    ['what the results depend on is another', () => open(false, '{"version":"2"}')],
    ['it is asked to', () => open(true)],
  ])('begins anew where %s', (_, reopened) => {
    write(paths)
    const journal = reopened()
    journal.close()
    expect([journal.kept.size, readFileSync(file, 'utf8').split('\n').length]).toEqual([0, 2])
  })

  it('is JSON, line by line', () => {
    write(paths)
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    const entries = lines.map(line => JSON.parse(line))
    expect(entries[0]).toEqual({ sum: entries[0].sum, for: { version: '1' } })
    expect(entries.slice(1).map(each => each.of.path)).toEqual(paths)
  })
})

describe('a journal that was cut off', () => {
  it('at any byte of its last entry loses that entry and nothing else, and can be written on', () => {
    write(paths.slice(0, 2))
    const before = statSync(file).size
    write(paths.slice(2, 3))
    const whole = readFileSync(file)
    for (let size = before; size < whole.length; size += 1) {
      writeFileSync(file, whole.subarray(0, size))
      expect(kept(), `cut at byte ${size}`).toEqual(paths.slice(0, 2))
      expect(statSync(file).size).toBe(before)
    }
    write(paths.slice(2))
    expect(kept()).toEqual(paths)
  })

  it('inside its first line begins anew', () => {
    write(paths)
    for (const size of [0, 1, 20]) {
      truncateSync(file, size)
      expect(kept()).toEqual([])
      write(paths)
      expect(kept()).toEqual(paths)
    }
  })
})

describe('a journal that was damaged', () => {
  it('at any byte of an entry in the middle loses that entry, or it and the one it runs into', () => {
    write(paths)
    const whole = readFileSync(file)
    const ends = [...whole.keys()].filter(at => whole[at] === 10)
    for (let at = (ends[1] as number) + 1; at <= (ends[2] as number); at += 1) {
      const damaged = Buffer.from(whole)
      damaged[at] = whole[at] === 10 ? 32 : 10
      writeFileSync(file, damaged)
      const lost = whole[at] === 10 ? paths.slice(1, 3) : paths.slice(1, 2)
      expect(kept(), `byte ${at}`).toEqual(paths.filter(path => !lost.includes(path)))
    }
  })

  it.each([
    ['zeros, as a fall of power leaves them', Buffer.alloc(5000)],
    ['a line that is no JSON', Buffer.from('garbage\n')],
    [
      'an entry with the sum of another',
      Buffer.from('{"sum":"00000000","of":{"path":"z","sha256":"z"},"result":{}}\n'),
    ],
  ])('passes over %s at its end', (_, rubbish) => {
    write(paths)
    const before = statSync(file).size
    appendFileSync(file, rubbish)
    expect(kept()).toEqual(paths)
    expect(statSync(file).size).toBe(before)
  })

  it.each([
    ['about nothing', '"of":null,"result":{"input":null,"documents":[],"failures":[]}'],
    ['about a path that is none', '"of":{"path":1,"sha256":"x"},"result":{}'],
    ['about content that is none', '"of":{"path":"z"},"result":{}'],
    ['that has no result', '"of":{"path":"z","sha256":"x"}'],
    ['that is no entry', '"more":1'],
  ])('passes over an entry with a good sum %s', (_, body) => {
    write(paths)
    appendFileSync(file, lineOf(body))
    expect(kept()).toEqual(paths)
  })

  it.each(['{}', '[]', '{"input":{},"documents":[],"failures":[]}', '{"input":null,"documents":[{}],"failures":[]}'])(
    'takes %s for no result',
    result => {
      const journal = open()
      const place = journal.append({ path: 'a', sha256: 'a' }, result)
      journal.close()
      expect(() => [...readBack(folder, [place])]).toThrow(/--force begins anew/)
    },
  )

  it('is not written through a link', () => {
    const other = join(folder, 'other')
    writeFileSync(other, 'mine')
    rmSync(file)
    symlinkSync(other, file)
    expect(() => open()).toThrow(expect.objectContaining({ code: 'OUTPUT_UNWRITABLE' }))
    expect(readFileSync(other, 'utf8')).toBe('mine')
    rmSync(file)
  })

  it('says so where that happens under a run that reads it back', () => {
    write(paths)
    const journal = open()
    journal.close()
    const [place] = [...journal.kept.values()].map(each => each.place)
    const bytes = readFileSync(file)
    bytes[(place?.offset ?? 0) + 30] = 0
    writeFileSync(file, bytes)
    expect(() => [...readBack(folder, place ? [place] : [])]).toThrow(/changed on disk/)
  })
})

it('a journal that cannot be written is told as an output that cannot be written', () => {
  expect(() => openJournal(join(folder, 'nowhere'), basis, { anew: false })).toThrow(
    expect.objectContaining({ code: 'OUTPUT_UNWRITABLE', message: 'what was read cannot be kept: ENOENT' }),
  )
})
