import type { Table } from '../kit/tables.ts'

export const tables: readonly Table[] = [
  {
    name: 'findings',
    ja: '行政評価委員会の指摘事項',
    rows: [{ each: '' }],
    columns: {
      committee_fiscal_year: { path: 'header.fiscalYear', ja: '委員会の年度' },
      no: 'no',
      bureaus: 'bureaus',
      divisions: 'divisions',
      measure_code: 'measure.code',
      measure_name: 'measure.name',
      project: 'project',
      finding: 'finding',
      timing_category: 'timing.category',
      timing_text: 'timing.text',
      timing_fiscal_year: 'timing.fiscalYear',
      response: 'response',
    },
  },
  {
    name: 'finding_fields',
    ja: '指摘事項のその他の欄',
    rows: [{ each: 'other[]' }],
    columns: {
      committee_fiscal_year: { path: 'header.fiscalYear', ja: '委員会の年度' },
      no: 'no',
      label: 'other[].label',
      value: 'other[].value',
    },
  },
]
