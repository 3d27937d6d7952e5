import { describe, expect, it } from 'vitest'
import { actionPlanProgress } from '../../src/layouts/action-plan-progress/index.ts'
import { oneDocument } from '../helpers/extract.ts'
import { silentIn } from '../helpers/judged.ts'
import { planOf, truthOf } from './action-plan-progress/plan.ts'
import { htmlOf, type Manner, markdownOf, tsvOf } from './action-plan-progress/printing.ts'
import { randomOf } from './project-evaluation-sheet/random.ts'

const layouts = [actionPlanProgress]
const plans = Array.from({ length: 30 }, (_, seed) => seed)

const mannerOf = (seed: number): Manner => {
  const random = randomOf(seed + 5000)
  return { random, years: random.pick(['japanese', 'short', 'western']), pages: random.chance(0.7) }
}

/** Plans that nobody has seen, printed as converters print them: every leaf is known, and nothing may be left over. */
describe.each([
  ['TSV', tsvOf],
  ['HTML', htmlOf],
  ['Markdown', markdownOf],
])('plans of our own in %s', (_, print) => {
  it('are read leaf by leaf', async () => {
    for (const seed of plans) {
      const plan = planOf(seed)
      const doc = await oneDocument(print(plan, mannerOf(seed)), { layouts, provenance: true })
      expect(silentIn(doc, truthOf(plan)), `plan ${seed}`).toEqual([])
      expect(doc.records, `plan ${seed}`).toHaveLength(truthOf(plan).records.length)
      expect(doc.coverage.unclaimedTexts, `plan ${seed}`).toEqual([])
    }
  })
})
