import { describe, expect, expectTypeOf, it } from 'vitest'
import { extract as extractApart, type LibraryInput, type LibraryOptions } from '../src/index.ts'

// The process that reads apart is part of what is built: see test/cli/apart.test.ts.
const extract = (inputs: LibraryInput | readonly LibraryInput[], options: LibraryOptions = {}) =>
  extractApart(inputs, { ...options, isolate: false })

const seed = (name: string) => new URL(`../seeds/${name}`, import.meta.url).pathname

describe('the library', () => {
  it('narrows a document by its layout', async () => {
    const { documents } = await extract(seed('002_226b198dc5f12da8.txt'), { provenance: true })
    const [document] = documents
    if (document?.layout !== 'project-evaluation-sheet') throw new Error(`read as ${document?.layout}`)
    expectTypeOf(document.records[0]?.costs[0]?.totalThousandYen).toEqualTypeOf<number | null | undefined>()
    expect(document.records[0]?.costs[0]?.totalThousandYen).toBe(192788)
    expect(document.provenance?.['/records/0/costs/0/totalThousandYen']?.[0]?.line).toBe(18)
  })

  it('opens a locked file with its password', async () => {
    const locked = new URL('../fixtures/readers/pdf/locked.pdf', import.meta.url).pathname
    const codes = async (password?: string) => (await extract(locked, { password })).failures.map(({ code }) => code)
    expect(await codes()).toEqual(['PASSWORD_REQUIRED'])
    expect(await codes('no')).toEqual(['PASSWORD_WRONG'])
    expect(await codes('himitsu')).toEqual(['LAYOUT_UNKNOWN'])
  })

  it('gives failures for what it cannot read, and the others all the same', async () => {
    const { documents, failures } = await extract([
      { path: 'empty.txt', bytes: new Uint8Array() },
      '/nowhere/at-all.txt',
      seed('002_226b198dc5f12da8.txt'),
    ])
    expect(failures.map(failure => failure.code)).toEqual(['EMPTY_INPUT', 'NOT_FOUND'])
    expect(documents).toHaveLength(1)
  })
})
