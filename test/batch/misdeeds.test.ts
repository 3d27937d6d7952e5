import { copyFileSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { fileSource } from '../../src/batch/sources.ts'
import { evaluationSheet, temporaryFolder } from '../cli/run.ts'
import { batch, inline, jsonsOf, own } from './helpers.ts'

const root = temporaryFolder()
const folder = (): string => mkdtempSync(join(root, 'run-'))

/** Inputs that are all good by themselves; their names bring the misdeed about. */
function inputsOf(...names: readonly string[]) {
  const paths = names.map((name, at) => join(root, `${name}-${at}.txt`))
  for (const path of paths) copyFileSync(evaluationSheet, path)
  return paths.map(fileSource)
}

beforeAll(() => {
  process.env.NODE_OPTIONS = `--import=${pathToFileURL(own('test/batch/misdeeds.mjs'))}`
  return () => {
    delete process.env.NODE_OPTIONS
  }
})

const misdeeds: { readonly [name: string]: string } = {
  heap: 'the input needed more than 250 MB of memory',
  array: 'the input needed more than 250 MB of memory',
  map: 'the input needed more than 250 MB of memory',
  buffer: 'the input needed more than 250 MB of memory',
  kill: 'the system ended the work on the input, as it does where memory runs out',
  exit: 'the tool itself failed: its process ended with exit code 7',
  throw: 'the tool itself failed: its process ended with exit code 1',
  segfault: 'the tool itself failed: its process was ended by SIGSEGV',
  terminate: 'the tool itself failed: its process was ended by SIGTERM',
}

describe('what one input does to its process', () => {
  it('is its own failure, and the run goes on', async () => {
    const names = Object.keys(misdeeds)
    const { codes, results } = await batch(inputsOf('good', ...names, 'good'), folder(), { jobs: 2, memoryLimit: 250 })
    expect(results.failures.map(({ message }) => message)).toEqual(Object.values(misdeeds))
    expect(codes).toEqual([
      [],
      ...names.slice(0, 5).map(() => ['OUT_OF_MEMORY']),
      ...names.slice(5).map(() => ['INTERNAL']),
      [],
    ])
  })

  it.skipIf(process.platform === 'win32')('cannot keep it from being ended where it is stopped', async () => {
    const { codes } = await batch(inputsOf('stop', 'good'), folder(), { jobs: 1, timeout: 5 })
    expect(codes).toEqual([['TIMEOUT'], []])
  })

  it('is told in its turn when it never ends', async () => {
    const names = ['loop', ...Array(7).fill('good')]
    const { codes, told } = await batch(inputsOf(...names), folder(), { jobs: 2, timeout: 8 })
    expect(codes).toEqual([['TIMEOUT'], ...Array(7).fill([])])
    expect(told.map(each => each.index)).toEqual([...names.keys()])
  })

  it('is no fault of an input whose process is killed by somebody else', async () => {
    const inputs = inputsOf('unlucky', 'good', 'unlucky')
    const ran = await batch(inputs, folder(), { jobs: 2 })
    expect(jsonsOf(ran)).toEqual(await inline(inputs))
  })

  it('harms no other: those that come after it come out as they do alone', async () => {
    const inputs = inputsOf('later', 'later', 'hoard', 'hoard', 'hoard', 'hoard', 'hoard', 'good')
    const ran = await batch(inputs, folder(), { jobs: 1, memoryLimit: 250 })
    expect(jsonsOf(ran)).toEqual(await inline(inputs))
  })
})
