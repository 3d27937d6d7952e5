import type { Table } from '../kit/tables.ts'

/** Which row of the form a row of a long table belongs to. */
const parent = {
  label: 'label',
  recommendation_no: 'recommendation.no',
  policy_code: 'policy.code',
}

export const tables: readonly Table[] = [
  {
    name: 'recommendation_actions',
    ja: '提言への取組',
    rows: [{ each: '' }],
    columns: {
      printed_page: 'printedPage',
      ...parent,
      recommendation_title: 'recommendation.title',
      recommendation_points: 'recommendation.points',
      policy_text: 'policy.text',
      action: 'action',
      progress_from_fiscal_year: 'header.progressPeriod.from.fiscalYear',
      progress_from_half: 'header.progressPeriod.from.half',
      progress_to_fiscal_year: 'header.progressPeriod.to.fiscalYear',
      progress_to_half: 'header.progressPeriod.to.half',
      progress: 'progress',
      self_evaluation: 'selfEvaluation',
      next_fiscal_year: 'header.nextPeriod.fiscalYear',
      next_half: 'header.nextPeriod.half',
      next_actions: 'nextActions',
      category: 'category',
    },
  },
  {
    name: 'recommendation_points',
    ja: '提言の項目・取組状況・自己評価・今後の取組',
    rows: [
      { each: 'recommendation.points[]', kind: 'point', ja: '提言の項目' },
      { each: 'progress[]', kind: 'progress', ja: '取組状況' },
      { each: 'selfEvaluation[]', kind: 'self_evaluation', ja: '自己評価' },
      { each: 'nextActions[]', kind: 'next_action', ja: '今後の取組' },
    ],
    columns: {
      ...parent,
      kind: '$kind',
      no: '$no',
      text: {
        path: ['recommendation.points[]', 'progress[]', 'selfEvaluation[]', 'nextActions[]'],
        ja: '内容',
      },
    },
  },
  {
    name: 'recommendation_departments',
    ja: '担当部',
    rows: [{ each: 'departments[]' }],
    columns: {
      ...parent,
      no: '$no',
      bureau: 'departments[].bureau',
      division: 'departments[].division',
    },
  },
  {
    name: 'recommendation_fields',
    ja: '提言のその他の欄',
    rows: [{ each: 'other[]' }],
    columns: {
      ...parent,
      no: '$no',
      label: 'other[].label',
      value: 'other[].value',
    },
  },
]
