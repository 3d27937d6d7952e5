import { describe, expect, it } from 'vitest'
import { layouts } from '../src/layouts/registry.ts'
import { fill, planTables } from '../src/walks/tables/table-rows.ts'
import { oneDocument, readFixture } from './helpers/extract.ts'

/** What the contract names for each layout, the main table first, with the rows that the source document of the layout fills. */
const promised: { readonly [layout: string]: { seed: string; rows: { readonly [table: string]: number } } } = {
  'finding-table': { seed: '000_6b2d6f3d5afa7ccf.txt', rows: { findings: 7, finding_fields: 0 } },
  'action-plan-progress': {
    seed: '001_d747f1a7977c51e7.txt',
    rows: { plan_initiatives: 11, plan_points: 88, plan_fields: 0 },
  },
  'project-evaluation-sheet': {
    seed: '002_226b198dc5f12da8.txt',
    rows: {
      projects: 1,
      project_costs: 4,
      project_cost_items: 2 + 9,
      project_indicators: 16,
      project_assessments: 4,
      project_fields: 4,
    },
  },
  'ict-strategy-chapter': {
    seed: '003_653bf4681e5aba0a.txt',
    rows: {
      ict_measures: 6,
      ict_needs: 52,
      ict_initiatives: 54,
      ict_outcomes: 46,
      ict_glossary: 27,
      ict_sidebars: 5 + 6 + 18,
    },
  },
  'recommendation-progress': {
    seed: '004_20ac25ea687f7b37.txt',
    rows: {
      recommendation_actions: 48,
      recommendation_points: 418,
      recommendation_departments: 74,
      recommendation_fields: 0,
    },
  },
}

describe.each(layouts.map(layout => [layout.id, layout] as const))('%s', (id, layout) => {
  const { seed, rows } = promised[id] as (typeof promised)[string]

  it('has the tables of the contract, the main one first', () => {
    expect(planTables(layout).map(plan => plan.name)).toEqual(Object.keys(rows))
  })

  it('fills them from its source document', async () => {
    const document = await oneDocument(readFixture(`seeds/${seed}`), { provenance: true })
    const filled = planTables(layout).map(plan => [plan.name, fill(plan, [document]).rows.length])
    expect(Object.fromEntries(filled)).toEqual(rows)
  })
})
