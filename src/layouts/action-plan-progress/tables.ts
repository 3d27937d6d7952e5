import type { Table } from '../kit/tables.ts'

const parents = {
  plan: 'header.plan',
  section_no: 'section.no',
  section_title: 'section.title',
}

export const tables: readonly Table[] = [
  {
    name: 'plan_initiatives',
    ja: '個別取組',
    rows: [{ each: '' }],
    columns: {
      ...parents,
      section_directions: 'section.directions',
      no: 'no',
      title: 'title',
      progress_from: 'header.progressPeriod.from',
      progress_to: 'header.progressPeriod.to',
      progress: 'progress',
      outlook_from: 'header.outlookFrom',
      outlook: 'outlook',
    },
  },
  {
    name: 'plan_points',
    ja: '取組の内容',
    rows: [
      { each: 'section.directions[]', kind: 'direction', ja: '取組の方向性' },
      { each: 'progress[]', kind: 'progress', ja: '進捗' },
      { each: 'outlook[]', kind: 'outlook', ja: '今後の予定' },
      { each: 'boxes[].items[]', kind: 'box', ja: '囲み' },
    ],
    columns: {
      ...parents,
      initiative_no: 'no',
      initiative_title: 'title',
      kind: '$kind',
      box_title: 'boxes[].title',
      no: { path: '$no', ja: '番号' },
      text: {
        path: ['section.directions[]', 'progress[]', 'outlook[]', 'boxes[].items[]'],
        ja: '内容',
      },
    },
  },
  {
    name: 'plan_fields',
    ja: 'その他の欄',
    rows: [{ each: 'other[]' }],
    columns: {
      ...parents,
      initiative_no: 'no',
      initiative_title: 'title',
      label: 'other[].label',
      value: 'other[].value',
    },
  },
]
