import { describe, expect, it } from 'vitest'
import { recommendationProgress } from '../../src/layouts/recommendation-progress/index.ts'
import { oneDocument } from '../helpers/extract.ts'
import { silentIn } from '../helpers/judged.ts'
import { randomOf } from './project-evaluation-sheet/random.ts'
import { htmlOf, markdownOf, piecesOf, tsvOf } from './recommendation-progress/printing.ts'
import { reportOf, truthOf } from './recommendation-progress/report.ts'

const layouts = [recommendationProgress]
const reports = Array.from({ length: 24 }, (_, seed) => seed)

function mannerOf(seed: number) {
  const random = randomOf(seed + 5000)
  return { random, cuts: 0.5, isRepeated: random.chance(0.2), isFullWidth: random.chance(0.3) }
}

/** Reports that nobody has seen, printed as converters print them: every leaf is known, and nothing may be left over. */
describe.each([
  ['TSV', tsvOf],
  ['HTML', htmlOf],
  ['Markdown', markdownOf],
])('reports of our own in %s', (_, print) => {
  it('are read leaf by leaf', async () => {
    for (const seed of reports) {
      const report = reportOf(seed)
      const doc = await oneDocument(print(piecesOf(report, mannerOf(seed))), { layouts })
      expect(silentIn(doc, truthOf(report)), `report ${seed}`).toEqual([])
      expect(doc.records, `report ${seed}`).toHaveLength(truthOf(report).records.length)
      expect(doc.coverage.unclaimedTexts, `report ${seed}`).toEqual([])
    }
  })
})
