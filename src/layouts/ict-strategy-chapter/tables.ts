import type { Table } from '../kit/tables.ts'

/** Every row names its 施策. */
const measure = { measure_code: 'code', measure_name: 'name' }

export const tables: readonly Table[] = [
  {
    name: 'ict_measures',
    ja: 'ICT活用施策',
    rows: [{ each: '' }],
    columns: {
      chapter_no: 'header.chapter.no',
      chapter_title: 'header.chapter.title',
      code: 'code',
      name: 'name',
      domain: 'domain',
      vision: 'vision',
    },
  },
  {
    name: 'ict_needs',
    ja: '市民のニーズや課題',
    rows: [{ each: 'needs[].items[]' }],
    columns: { ...measure, spread: 'needs[].spread', topic: 'needs[].topic', no: '$no', item: 'needs[].items[]' },
  },
  {
    name: 'ict_initiatives',
    ja: 'ICTやデータの活用',
    rows: [{ each: 'initiatives[]' }],
    columns: {
      ...measure,
      spread: 'initiatives[].spread',
      no: '$no',
      title: 'initiatives[].title',
      is_new: 'initiatives[].isNew',
      description: 'initiatives[].description',
      footnotes: 'initiatives[].footnotes',
    },
  },
  {
    name: 'ict_outcomes',
    ja: 'こう変える',
    rows: [{ each: 'outcomes[]' }],
    columns: { ...measure, spread: 'outcomes[].spread', no: '$no', text: 'outcomes[].text' },
  },
  {
    name: 'ict_glossary',
    ja: '用語解説',
    rows: [{ each: 'header.glossary[]' }],
    columns: {
      no: 'header.glossary[].no',
      term: 'header.glossary[].term',
      definition: 'header.glossary[].definition',
    },
  },
  {
    name: 'ict_sidebars',
    ja: 'コラム',
    rows: [
      { each: 'header.sidebars[].paragraphs[]', kind: 'paragraph', ja: '段落' },
      { each: 'header.sidebars[].tables[].columns[]', kind: 'head', ja: '表の見出し' },
      { each: 'header.sidebars[].tables[].rows[][]', kind: 'cell', ja: '表のセル' },
    ],
    columns: {
      sidebar_title: 'header.sidebars[].title',
      kind: '$kind',
      table_title: 'header.sidebars[].tables[].title',
      no: '$no',
      text: {
        path: [
          'header.sidebars[].paragraphs[]',
          'header.sidebars[].tables[].columns[]',
          'header.sidebars[].tables[].rows[][]',
        ],
        ja: '内容',
      },
      sidebar_source: 'header.sidebars[].source',
    },
  },
]
