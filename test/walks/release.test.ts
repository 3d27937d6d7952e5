import { describe, expect, it } from 'vitest'
import { releaseFinding } from '../../src/diagnostics/release.ts'
import type { Doc } from '../../src/envelope.ts'
import type { AnyLayout, ReleaseChecks } from '../../src/layouts/kit/layout.ts'
import { layouts } from '../../src/layouts/registry.ts'
import { type ReleaseFact, releaseFactOf, releaseFindings } from '../../src/walks/release.ts'
import { extractFrom, readFixture } from '../helpers/extract.ts'

/** Checks that tell of every document, so that their order shows. */
const telling: ReleaseChecks<unknown, { path: string; pages: null }> = {
  facts: ({ source }) => ({ path: source.path, pages: null }),
  findings: facts =>
    facts.map(at =>
      releaseFinding(
        'YEAR_OUTLIER',
        { year: 1, usual: 2, agreeing: 3, total: 4 },
        { at: [at], expected: 2, actual: 1 },
      ),
    ),
}

const form = (id: string, release?: ReleaseChecks): AnyLayout => ({ id, release }) as AnyLayout
const forms = [form('b', telling), form('a', telling), form('silent')]
const doc = (layout: string, path: string): Doc => ({ layout, source: { path, sha256: '', pages: null } }) as Doc

const factsOf = (docs: readonly [layout: string, input: number, path: string][]): ReleaseFact[] =>
  docs.flatMap(([layout, input, path]) => releaseFactOf(doc(layout, path), input, forms) ?? [])

describe('findings across a release', () => {
  it('come form by form in input order, whatever order the inputs arrive in', () => {
    const facts = factsOf([
      ['a', 10, 'last'],
      ['b', 2, 'second, page 1'],
      ['b', 2, 'second, page 2'],
      ['a', 1, 'first'],
      ['silent', 0, 'of a form without such checks'],
    ])
    const paths = releaseFindings(facts, forms).flatMap(found => found.paths)
    expect(paths).toEqual(['second, page 1', 'second, page 2', 'first', 'last'])
  })

  it('keep nothing of a document whose form has no such checks', () => {
    expect(releaseFactOf(doc('silent', 'x'), 0, forms)).toBeNull()
    expect(releaseFactOf(doc('unknown', 'x'), 0, forms)).toBeNull()
  })

  it('are made of facts that are the same after a journey as JSON', () => {
    const facts = factsOf([['a', 0, 'x']])
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
  })

  it('come from documents as they are read: a bundle given twice', async () => {
    const { documents } = await extractFrom(readFixture('fixtures/bundles/sheets-of-three-editions/input.pdf'))
    const copy = documents.map(each => ({ ...each, source: { ...each.source, path: 'input_1' } }))
    const facts = [documents, copy].flatMap((docs, input) =>
      docs.flatMap(each => releaseFactOf(each, input, layouts) ?? []),
    )
    expect(releaseFindings(facts.slice(0, documents.length), layouts)).toEqual([])
    expect(releaseFindings(facts, layouts)).toMatchObject(
      documents.map(({ source: { pages } }) => ({
        code: 'DOCUMENT_REPEATED',
        paths: ['input', 'input_1'],
        pages: [pages, pages],
        actual: { documents: 2, reuploads: [{ path: 'input_1', of: 'input' }], identical: [['input', 'input_1']] },
      })),
    )
  })
})
