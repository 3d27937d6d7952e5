import { z } from 'zod'
import type { Doc, Extraction } from '../../src/envelope.ts'
import {
  choices,
  code,
  count,
  custom,
  decimal,
  fiscalYear,
  flag,
  integer,
  maybe,
  spacedText,
  text,
  thousandYen,
  word,
} from '../../src/layouts/kit/fields.ts'
import type { Table } from '../../src/layouts/kit/tables.ts'
import { say } from '../../src/messages/words.ts'

/** A form of the tests' own, with every arrangement of fields that layouts use. */
const header = {
  fiscalYear: fiscalYear('年度'),
  title: spacedText('表題'),
  glossary: [{ no: integer('注番号'), term: text('用語'), definition: text('説明') }],
} as const

const record = {
  no: integer('番号'),
  fiscalYear: fiscalYear('年度'),
  name: text('事業名', { example: '除雪事業' }),
  measure: maybe({ code: code('施策コード'), name: text('施策名') }),
  bureaus: [text('局')],
  reflected: choices('市民参加'),
  isNew: flag('新規'),
  half: custom('半期', 'integer', z.literal([1, 2]) as z.ZodType<number>, say('HALF'), () => undefined),
  costs: [
    {
      fiscalYear: fiscalYear('年度'),
      kind: word('区分', { 決算: 'actual', 予算: 'budget' }, say('ACTUAL_OR_BUDGET')),
      totalThousandYen: thousandYen('計'),
      items: [{ label: text('内訳'), amountThousandYen: thousandYen('金額') }],
    },
  ],
  ratio: decimal('割合', ['%'], { unit: '%' }),
  spread: count('見開き'),
  points: [{ heading: text('見出し'), lines: [text('文')] }],
} as const

const main: Table = {
  name: 'projects',
  ja: '事業',
  rows: [{ each: '' }],
  columns: {
    sheet_title: 'header.title',
    fiscal_year: 'fiscalYear',
    name: 'name',
    measure_code: 'measure.code',
    bureaus: 'bureaus',
    reflected: 'reflected',
    is_new: 'isNew',
    half: 'half',
    ratio: 'ratio',
    spread: 'spread',
  },
}

const costItems: Table = {
  name: 'project_cost_items',
  ja: '内訳',
  rows: [{ each: 'costs[].items[]' }],
  columns: {
    project_no: 'no',
    sheet_fiscal_year: 'fiscalYear',
    cost_fiscal_year: 'costs[].fiscalYear',
    kind: 'costs[].kind',
    no: '$no',
    label: 'costs[].items[].label',
    amount_thousand_yen: 'costs[].items[].amountThousandYen',
  },
}

const texts: Table = {
  name: 'project_texts',
  ja: '文',
  rows: [
    { each: 'bureaus[]', kind: 'bureau' },
    { each: 'reflected[]', kind: 'reflected' },
    { each: 'points[].lines[]', kind: 'point', ja: '項目' },
    { each: 'costs[]', kind: 'cost' },
  ],
  columns: {
    project_no: 'no',
    kind: '$kind',
    no: '$no',
    heading: 'points[].heading',
    text: '.',
    year: { path: ['costs[].fiscalYear'], ja: '費用の年度' },
  },
}

const glossary: Table = {
  name: 'glossary',
  ja: '用語集',
  rows: [{ each: 'header.glossary[]' }],
  columns: {
    title: 'header.title',
    no: 'header.glossary[].no',
    term: 'header.glossary[].term',
    definition: 'header.glossary[].definition',
  },
}

export const form = {
  id: 'sample-form',
  title: '見本の様式',
  header,
  record,
  tables: [main, costItems, texts, glossary],
}

export const otherForm = {
  id: 'other-form',
  title: '別の様式',
  header: { plan: text('計画') },
  record: { no: integer('番号') },
  tables: [{ name: 'plans', ja: '計画', rows: [{ each: '' }], columns: { plan: 'header.plan', no: 'no' } }] as Table[],
}

const firstRecord = {
  no: 7,
  fiscalYear: 2022,
  name: '除雪、"雪"\n対策',
  measure: null,
  bureaus: ['建設局', null, '環境局'],
  reflected: ['A', 'B'],
  isNew: true,
  half: 2,
  costs: [
    { fiscalYear: 2021, kind: 'actual', totalThousandYen: -5, items: [] },
    {
      fiscalYear: 2022,
      kind: 'budget',
      totalThousandYen: 1500,
      items: [
        { label: '委託料', amountThousandYen: 1200 },
        { label: '=1+1', amountThousandYen: null },
      ],
    },
  ],
  ratio: -1.5,
  spread: 1,
  points: [
    { heading: '一', lines: ['あ', 'い'] },
    { heading: '二', lines: [] },
  ],
}

const secondRecord = {
  ...firstRecord,
  no: null,
  name: null,
  measure: { code: '2-2', name: '雪' },
  bureaus: [],
  reflected: [],
  isNew: false,
  half: null,
  costs: [],
  points: [],
}

const place = { page: 4, line: 2, offset: [10, 14] as [number, number], bbox: null }

export const doc: Doc = {
  source: { path: 'in/見本.pdf', sha256: 'a'.repeat(64), pages: { from: 2, to: 4 } },
  layout: 'sample-form',
  edition: 'R4',
  evidence: [{ marker: '見本', found: true }],
  header: {
    fiscalYear: 2022,
    title: '見本 その一',
    glossary: [
      { no: 1, term: 'AI', definition: '人工知能' },
      { no: 2, term: 'IoT', definition: null },
    ],
  },
  records: [firstRecord, secondRecord],
  recordPages: [{ from: 2, to: 3 }, null],
  choices: [{ pointer: '/records/0/reflected', options: ['A', 'B', 'C'], chosen: ['A', 'B'] }],
  diagnostics: [
    {
      code: 'SUM_MISMATCH',
      severity: 'error',
      message: 'the sum differs',
      pointer: '/records/0/costs/1/totalThousandYen',
      place: { ...place, bbox: [10, 20, 30, 40] },
      context: '計 《1,500》',
      expected: 1200,
      actual: 1500,
      related: [],
    },
    {
      code: 'TEXT_UNCLAIMED',
      severity: 'warning',
      message: 'nothing holds this text',
      pointer: null,
      place,
      expected: null,
      actual: '=x',
      related: [],
    },
  ],
  coverage: {
    characters: 100,
    values: 60,
    furniture: 30,
    repeats: 8,
    unclaimed: 2,
    hidden: 0,
    ratio: 0.98,
    unclaimedTexts: [{ text: '=x', place }],
  },
  verdict: {
    grade: 'check',
    reasons: [{ code: 'SUM_MISMATCH', pointer: '/records/0/costs/1/totalThousandYen', message: 'the sum differs' }],
    leaves: 40,
    confirmed: 39,
    doubted: 1,
  },
}

export const otherDoc: Doc = {
  ...doc,
  layout: 'other-form',
  header: { plan: null },
  records: [{ no: 1 }],
  recordPages: [null],
  choices: [],
  diagnostics: [],
}

export const extractionOf = (...documents: Doc[]): Extraction => ({
  schemaVersion: 1,
  generator: { name: 'sapporo-eval', version: '0.2.0' },
  inputs: [
    {
      path: 'in/見本.pdf',
      sha256: 'a'.repeat(64),
      mediaType: 'application/pdf',
      pages: 4,
      skipped: [{ pages: { from: 1, to: 1 }, closest: 'sample-form', missing: ['番号'] }],
    },
  ],
  documents,
  failures: [{ path: 'x.pdf', pages: null, code: 'NOT_FOUND', message: 'nothing matches "x.pdf"', hint: 'check it' }],
})
