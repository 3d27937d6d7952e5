import { describe, expect, it } from 'vitest'
import { linesOfRun } from '../../src/cli/reporting/detected/lines.ts'
import { type Recognised, recogniseAll } from '../../src/layouts/recognition.ts'
import { layouts } from '../../src/layouts/registry.ts'
import { readWith } from '../../src/readers/reader.ts'
import { readers } from '../../src/readers/registry.ts'
import { readFixture } from '../helpers/extract.ts'

const recognised = async (path: string): Promise<Recognised> => {
  const document = await readWith(readers, readFixture(`fixtures/project-evaluation-sheet/${path}`), {})
  return recogniseAll(document, layouts)[0] as Recognised
}

describe('an edition that is not known', () => {
  it('is told with the labels missing and new against the nearest one', async () => {
    const run = await recognised('form-of-next-year/input.pdf')
    expect(run.editions).toEqual([])
    expect(run.editionDoubts).toMatchObject([
      {
        edition: null,
        nearest: '2025',
        // 受益者 is 対象者 in other words: that is not missing, and no edition has the word.
        missing: [],
        new: [
          { label: '委託' },
          { label: '包括連携' },
          { label: '受益者' },
          { label: '重点区分', place: { page: 1, line: 12 } },
          { label: '成果目標', place: { page: 1 } },
        ],
        documents: 1,
      },
    ])
    const [first, ...lines] = linesOfRun('form.pdf', run, true)
    expect(first).toBe('form.pdf: page 1: project-evaluation-sheet (edition unknown (nearest 2025))')
    expect(lines.slice(0, 3)).toEqual([
      '  edition unknown, nearest 2025: labels missing 0, new 5',
      '    new      委託',
      '    new      包括連携',
    ])
    expect(linesOfRun('form.pdf', run, false)).toEqual([first])
  })

  it('is not one where a text has lost labels that the page may have: the edition stays, the labels are named', async () => {
    const run = await recognised('order-lost-2023/input.txt')
    expect(run.editions).toEqual(['2023'])
    expect(run.editionDoubts).toMatchObject([{ edition: '2023', nearest: '2023', new: [] }])
    expect(run.editionDoubts[0]?.missing).toContain('評価の理由')
  })

  it('is nothing to tell of where every label is there', async () => {
    const run = await recognised('cut-by-page-breaks/input.pdf')
    expect([run.editions, run.editionDoubts]).toEqual([['2025'], []])
  })
})
