import { describe, expect, it } from 'vitest'
import { readersFor } from '../../src/readers/registry.ts'
import { extractFrom, readFixture } from '../helpers/extract.ts'
import { judged } from '../helpers/judged.ts'

/** The share of leaves that the text gives as the page does; what it leaves open is null. */
const rows: [file: string, least: number][] = [
  ['bundles/sheets-of-three-editions', 0.96],
  ['bundles/sheets-with-another-heading', 0.95],
  ['ict-strategy-chapter/columns-over-a-page', 0.8],
  ['ict-strategy-chapter/cover-and-cut-row', 0.7],
  ['project-evaluation-sheet/cut-by-page-breaks', 0.95],
  ['project-evaluation-sheet/cut-cost-table', 0.99],
  ['project-evaluation-sheet/form-of-next-year', 0.9],
  ['project-evaluation-sheet/new-columns', 0.45],
  ['project-evaluation-sheet/values-named-like-labels', 0.8],
  ['project-evaluation-sheet/wrapped-options', 0.95],
]

describe('a document read by its text and as a page', () => {
  it.each(rows)('%s: the same values, or none', async (file, least) => {
    const content = readFixture(`fixtures/${file}/input.pdf`)
    const [page, text] = await Promise.all([
      extractFrom(content),
      extractFrom(content, { readers: readersFor('text') }),
    ])
    expect(text.documents).toHaveLength(page.documents.length)
    const verdicts = text.documents.flatMap((doc, index) => judged(doc, page.documents[index] as typeof doc))
    const isValue = (value: unknown) => value !== null && value !== undefined && value !== '[]'
    expect(verdicts.filter(({ fate, actual }) => fate === 'silent' && isValue(actual))).toEqual([])
    expect(verdicts.filter(({ fate }) => fate === 'right').length / verdicts.length).toBeGreaterThan(least)
  })
})
