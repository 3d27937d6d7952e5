import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCache } from '../../src/batch/cache/cache.ts'
import { fileSource } from '../../src/batch/sources.ts'
import { preparePlace } from '../../src/cli/inputs/cache-place.ts'
import { evaluationSheet, findingTable, temporaryFolder } from '../cli/run.ts'
import { batch, inline, jsonsOf, own, reading } from './helpers.ts'

const root = temporaryFolder()
const folder = (): string => mkdtempSync(join(root, 'run-'))
const limit = 64 * 1024 * 1024

/** A cache without entries, and what it told. */
function emptyCache() {
  const torn: string[] = []
  const place = join(folder(), 'cache')
  expect(preparePlace(place)).toBeUndefined()
  return { folder: place, limit, torn, onTorn: (path: string) => void torn.push(path) }
}

const entriesIn = (cache: string): string[] =>
  readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.entry'))
    .map(name => join(cache, name))
    .sort()

const reusedOf = (ran: Awaited<ReturnType<typeof batch>>): boolean[] => ran.told.map(({ reused }) => reused)

describe('a cache by content', () => {
  it('outlasts the run and the names of the files, and gives the same bytes', async () => {
    const [cache, files] = [emptyCache(), folder()]
    const [first, second] = [join(files, 'a.txt'), join(files, 'b.txt')]
    copyFileSync(findingTable, first)
    copyFileSync(evaluationSheet, second)
    await batch([first, second].map(fileSource), folder(), { cache })
    const renamed = join(files, '別の名.txt')
    copyFileSync(first, renamed)
    const later = [renamed, second].map(fileSource)
    const ran = await batch(later, folder(), { cache })
    expect(reusedOf(ran)).toEqual([true, true])
    expect(jsonsOf(ran)).toEqual(await inline(later))
  })

  it('reads what is new or changed, and what has failed', async () => {
    const [cache, files] = [emptyCache(), folder()]
    const paths = ['a.txt', 'b.txt', 'c.txt'].map(name => join(files, name))
    for (const path of paths) copyFileSync(findingTable, path)
    appendFileSync(paths[1] as string, '\n')
    const sources = [...paths, own('fixtures/readers/pdf/locked.pdf')].map(fileSource)
    await batch(sources, folder(), { cache })
    appendFileSync(paths[2] as string, '\n\n')
    const ran = await batch(sources, folder(), { cache })
    expect(reusedOf(ran)).toEqual([true, true, false, false])
    expect(jsonsOf(ran)).toEqual(await inline(sources))
  })

  it('is not believed where another option, version or build has read', async () => {
    const cache = emptyCache()
    const sources = [fileSource(findingTable)]
    await batch(sources, folder(), { cache })
    const other = { ...reading, raw: true }
    const ran = await batch(sources, folder(), { cache, reading: other })
    expect(reusedOf(ran)).toEqual([false])
    expect(jsonsOf(ran)).toEqual(await inline(sources, other))
    const sha256 = ran.results.each[Symbol.iterator]().next().value?.input?.sha256 as string
    expect(openCache(cache, '{"build":"other"}').get({ path: findingTable, sha256 })).toBeUndefined()
  })

  const harms: [string, (entry: string, other: string) => void][] = [
    ['cut short', entry => writeFileSync(entry, readFileSync(entry).subarray(0, -40))],
    ['empty', entry => writeFileSync(entry, '')],
    [
      'changed by one character',
      entry => writeFileSync(entry, readFileSync(entry, 'utf8').replace('records', 'rec0rds')),
    ],
    ['another one under its name', (entry, other) => copyFileSync(other, entry)],
  ]
  it.each(harms)('reads anew and tells where an entry is not whole: %s', async (_, harm) => {
    const cache = emptyCache()
    await batch([fileSource(evaluationSheet)], folder(), { cache })
    const [other] = entriesIn(cache.folder) as [string]
    await batch([fileSource(findingTable)], folder(), { cache })
    const entry = entriesIn(cache.folder).find(each => each !== other) as string
    harm(entry, other)
    const sources = [fileSource(findingTable)]
    const ran = await batch(sources, folder(), { cache })
    expect(reusedOf(ran)).toEqual([false])
    expect(cache.torn).toEqual([findingTable])
    expect(jsonsOf(ran)).toEqual(await inline(sources))
    expect(reusedOf(await batch(sources, folder(), { cache }))).toEqual([true])
  })

  it('serves two runs at once', async () => {
    const cache = emptyCache()
    const sources = [findingTable, evaluationSheet].map(fileSource)
    const runs = await Promise.all([1, 2].map(() => batch(sources, folder(), { cache, jobs: 1 })))
    for (const ran of runs) expect(jsonsOf(ran)).toEqual(await inline(sources))
    expect(entriesIn(cache.folder)).toHaveLength(2)
    expect(cache.torn).toEqual([])
  })

  it('is left alone by a run that is to start over', async () => {
    const cache = emptyCache()
    const sources = [fileSource(findingTable)]
    await batch(sources, folder(), { cache })
    expect(reusedOf(await batch(sources, folder(), { cache, force: true }))).toEqual([false])
  })
})

describe('a cache that is full', () => {
  const result = JSON.stringify({ input: null, documents: [], failures: [], filling: 'x'.repeat(1000) })
  const contents = Array.from({ length: 10 }, (_, index) => ({ path: 'a', sha256: `${index}` }))

  it('loses what was unused for the longest time, and no file of another name', () => {
    const place = emptyCache()
    const filled = openCache(place, '{}')
    for (const content of contents) filled.keep(content, result)
    filled.close()
    for (const entry of entriesIn(place.folder)) utimesSync(entry, 1, 1)
    writeFileSync(join(place.folder, 'note.txt'), 'x'.repeat(100_000))
    const small = openCache({ ...place, limit: 6 * 1200 }, '{}')
    const [used] = contents
    expect(small.get(used as never)).toBeDefined()
    small.keep({ path: 'a', sha256: 'new' }, result)
    small.close()
    expect(entriesIn(place.folder).length).toBeLessThan(7)
    expect(small.get(used as never)).toBeDefined()
    expect(small.get({ path: 'a', sha256: 'new' })).toBeDefined()
    expect(readdirSync(place.folder)).toContain('note.txt')
  })

  it('says once that it cannot be written', () => {
    const told: string[] = []
    const gone = openCache(
      { folder: join(root, 'not', 'there'), limit, onUnwritable: why => void told.push(why) },
      '{}',
    )
    for (const content of contents) gone.keep(content, result)
    expect(told).toEqual(['ENOENT'])
    gone.close()
  })
})

describe('the place of a cache', () => {
  it('is a folder that is new, empty or a cache already', () => {
    const place = join(folder(), 'a', 'b')
    expect([preparePlace(place), preparePlace(place)]).toEqual([undefined, undefined])
    expect(readFileSync(join(place, 'CACHEDIR.TAG'), 'utf8')).toMatch(/^Signature: 8a477f597d28d172789f06886806bc55\n/u)
    const others = folder()
    writeFileSync(join(others, 'report.pdf'), '')
    expect(preparePlace(others)).toEqual({ say: 'HOW_NO_CACHE' })
    expect(preparePlace(join(others, 'report.pdf'))).toEqual({ say: 'HOW_NO_FOLDER' })
  })
})
