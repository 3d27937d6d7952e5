import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../src/batch/processes/questions.ts'
import { brokenSource, fileSource } from '../../src/batch/sources.ts'
import { evaluationSheet, findingTable, temporaryFolder } from '../cli/run.ts'
import { batch, inline, jsonsOf, own, reading } from './helpers.ts'

const root = temporaryFolder()
const folder = (): string => mkdtempSync(join(root, 'run-'))

const inputs = [
  ...readdirSync(own('seeds/')).map(name => own(`seeds/${name}`)),
  own('fixtures/readers/pdf/locked.pdf'),
  own('fixtures/finding-table/cells-pdf-row-cut/input.pdf'),
  own('fixtures/readers/pdf/no-bytes.pdf'),
  join(root, 'not-there.pdf'),
  evaluationSheet,
].map(fileSource)

let alone: Promise<string[]> | undefined
/** What the inputs give one after the other in this process. */
const oneByOne = (): Promise<string[]> => {
  alone ??= inline(inputs)
  return alone
}

/** One of each kind that is read in a way of its own. */
const few = inputs.filter(({ path }) => /000_|locked|row-cut/.test(path))

describe('a run by several processes', () => {
  it.each([1, 2, 3])('gives the same as one input after the other: %i', async jobs => {
    const ran = await batch(inputs, folder(), { jobs })
    expect(jsonsOf(ran)).toEqual(await oneByOne())
    expect(ran.told.map(each => each.index)).toEqual([...inputs.keys()])
    expect(ran.told.map(({ result }) => result)).toEqual([...ran.results.each])
  })

  it('gathers what is asked for most', async () => {
    const { results } = await batch(inputs, folder())
    const each = [...results.each]
    expect([...results.documents]).toEqual(each.flatMap(({ documents }) => documents))
    expect(results.failures).toEqual(each.flatMap(({ failures }) => failures))
    expect(results.inputs).toEqual(each.flatMap(({ input }) => input ?? []))
    expect(results.layouts).toEqual(new Set([...results.documents].map(doc => doc.layout)))
    expect([results.schemaVersion, results.generator.name]).toEqual([1, 'sapporo-eval'])
  })

  const ways: [string, Reading][] = [
    ['pages and raw text', { ...reading, pages: [{ from: 1, to: 1 }], raw: true, provenance: false }],
    ['one layout', { ...reading, layout: 'project-evaluation-sheet' }],
    ['a password', { ...reading, password: 'geheim' }],
    ['the text of PDFs', { ...reading, reader: 'text' }],
  ]
  it.each(ways)('reads as it is told to: %s', async (_, how) => {
    const ran = await batch(few, folder(), { reading: how })
    expect(jsonsOf(ran)).toEqual(await inline(few, how))
    expect(jsonsOf(ran)).not.toEqual(await inline(few))
  })

  it('reads as it is told to: probable misreadings', async () => {
    const [misread] = inputs.filter(({ path }) => path.includes('004_'))
    const some = misread ? [misread] : []
    const ran = await batch(some, folder(), { reading: { ...reading, findings: true } })
    expect(jsonsOf(ran)).toEqual(await inline(some, { ...reading, findings: true }))
    expect(jsonsOf(ran)).not.toEqual(await inline(some))
  })

  it('takes inputs that are no files from this process, and those that are broken for what they are', async () => {
    const bytes = readFileSync(findingTable)
    const pipe = { path: '-', bytes: async () => bytes }
    const { results, codes } = await batch([brokenSource('gone', new Error('gone')), pipe], folder())
    expect(codes).toEqual([['INTERNAL'], []])
    expect([...results.documents].map(doc => [doc.source.path, doc.records.length])).toEqual([['-', 7]])
  })
})

describe('a run that goes on from an earlier one', () => {
  it('reads only what is new or changed, and tries again what has failed', async () => {
    const [same, changed, failing] = ['same.txt', 'changed.txt', 'failing.txt'].map(name => join(root, name)) as [
      string,
      string,
      string,
    ]
    for (const path of [same, changed]) copyFileSync(evaluationSheet, path)
    writeFileSync(failing, '')
    const sources = [failing, same, changed].map(fileSource)
    const place = folder()
    const first = await batch(sources, place)
    copyFileSync(findingTable, changed)
    copyFileSync(findingTable, failing)
    const second = await batch([...sources, fileSource(findingTable)], place)
    expect(first.codes).toEqual([['EMPTY_INPUT'], [], []])
    expect(second.told.map(each => each.reused)).toEqual([false, true, false, false])
    expect(jsonsOf(second)).toEqual(await inline([...sources, fileSource(findingTable)]))
  })

  it.each([
    ['nothing has changed', {}, true],
    ['it is asked to begin anew', { force: true }, false],
    ['other options are given', { reading: { ...reading, raw: true } }, false],
    ['another password is given', { reading: { ...reading, password: 'other' } }, true],
  ])('uses what it finds or not where %s', async (_, options, isReused) => {
    const sources = [evaluationSheet, findingTable].map(fileSource)
    const place = folder()
    await batch(sources, place)
    const { told } = await batch(sources, place, options)
    expect(told.map(each => each.reused)).toEqual([isReused, isReused])
  })

  it('keeps no password', async () => {
    const place = folder()
    await batch(few, place, { reading: { ...reading, password: 'geheim' } })
    const kept = readdirSync(place).map(name => readFileSync(join(place, name), 'utf8'))
    expect(kept.map(text => text.includes('geheim'))).toEqual([false])
    expect(kept[0]?.split('\n')[0]).not.toContain('password')
  })

  it('ends with the same when it was stopped after any input', async () => {
    const whole = await oneByOne()
    const place = folder()
    for (const after of [0, 1, 4]) {
      const stop = new AbortController()
      const onDone = () => stop.abort()
      const options = { jobs: 2, signal: stop.signal, ...(after === 0 ? {} : { onDone }) }
      if (after === 0) stop.abort()
      await expect(batch(inputs, place, options)).rejects.toMatchObject({ name: 'Interrupted' })
    }
    const last = await batch(inputs, place)
    expect(last.told.some(each => each.reused)).toBe(true)
    expect(jsonsOf(last)).toEqual(whole)
  })
})

it('what its listener throws ends the run', async () => {
  const onDone = () => {
    throw new Error('heard enough')
  }
  await expect(batch(inputs, folder(), { onDone })).rejects.toThrow('heard enough')
})
