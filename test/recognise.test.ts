import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layoutIds } from '../src/layouts/ids.ts'
import { layouts } from '../src/layouts/registry.ts'
import { extractFrom, oneDocument, readFixture } from './helpers/extract.ts'

/** The source documents, and the one layout that each is. */
const seeds: readonly (readonly [file: string, layout: string])[] = [
  ['000_6b2d6f3d5afa7ccf.txt', 'finding-table'],
  ['001_d747f1a7977c51e7.txt', 'action-plan-progress'],
  ['002_226b198dc5f12da8.txt', 'project-evaluation-sheet'],
  ['003_653bf4681e5aba0a.txt', 'ict-strategy-chapter'],
  ['004_20ac25ea687f7b37.txt', 'recommendation-progress'],
]

const strangers = readdirSync(new URL('../fixtures/unrecognised/', import.meta.url)).filter(name =>
  name.endsWith('.txt'),
)

describe('exactly one layout claims a document', () => {
  it.each(seeds)('%s is a %s', async (file, layout) => {
    const { documents, failures } = await extractFrom(readFixture(`seeds/${file}`))
    expect(failures).toEqual([])
    expect(documents.map(document => document.layout)).toEqual([layout])
    expect(documents[0]?.evidence.some(mark => mark.found)).toBe(true)
  })

  it('knows a form by its words also where a producer wrote them with radicals', async () => {
    const text = new TextDecoder().decode(readFixture('seeds/004_20ac25ea687f7b37.txt'))
    const coded = text.replaceAll('提言', '提⾔').replaceAll('方針', '⽅針').replaceAll('自己', '⾃⼰')
    const [plain, radicals] = await Promise.all([oneDocument(text), oneDocument(coded)])
    expect({ header: radicals.header, records: radicals.records }).toEqual({
      header: plain.header,
      records: plain.records,
    })
  })

  it.each(strangers)('%s is none of them', async file => {
    const { documents, failures } = await extractFrom(readFixture(`fixtures/unrecognised/${file}`))
    expect(documents).toEqual([])
    expect(failures.map(failure => failure.code)).toEqual(['LAYOUT_UNKNOWN'])
  })

  it('knows every layout of the contract once', () => {
    expect(layouts.map(layout => layout.id).toSorted()).toEqual([...layoutIds].toSorted())
  })
})
