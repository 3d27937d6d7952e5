import { type Random, shuffled, some, times } from '../choices.ts'
import type { Edition, Fields, Is } from '../document.ts'
import { type Block, bold, type Cell, cell, headCell, paragraph, type Table } from '../print/model.ts'
import { paperOf } from '../words/papers.ts'
import { phrase, sentence } from '../words/prose.ts'
import { type Finding, findings, notations } from './finding-records.ts'

/** A column: its heads as offices word them, its width, and what a record prints in it. */
interface Column {
  readonly key: string
  readonly heads: readonly [string, ...string[]]
  readonly width: number
  readonly print: (finding: Finding) => readonly string[]
}

const columns: readonly Column[] = [
  { key: 'no', heads: ['NO', 'No.', '番号', 'ＮＯ', '№'], width: 4.5, print: ({ printed }) => [printed.no] },
  { key: 'bureau', heads: ['局', '局名', '担当局', '局・区'], width: 7, print: ({ printed }) => printed.bureaus },
  {
    key: 'division',
    heads: ['所管部', '担当部', '所管部署', '担当課'],
    width: 8,
    print: ({ printed }) => printed.divisions,
  },
  {
    key: 'measure',
    heads: ['施策', '施策名', '関連施策', '施策\n（コード）'],
    width: 9,
    print: ({ printed }) => [printed.measure],
  },
  {
    key: 'project',
    heads: ['指摘対象', '対象事業', '事務事業名', '指摘対象事業'],
    width: 9,
    print: ({ fields }) => [fields.project],
  },
  {
    key: 'finding',
    heads: ['指摘事項', '指摘内容', '指摘の内容', '委員会の指摘'],
    width: 20,
    print: ({ printed }) => printed.finding,
  },
  {
    key: 'timing',
    heads: ['取組の実施時期', '取組の\n実施時期', '実施時期', '対応時期'],
    width: 11,
    print: ({ printed }) => [printed.timing],
  },
  {
    key: 'response',
    heads: ['今後の取組の方向性', '対応方針', '今後の対応', '見直しの方向性', '改善・見直しの検討状況'],
    width: 26,
    print: ({ printed }) => printed.response,
  },
]

/** A finding table in one of its arrangements. */
export function findingTable(random: Random, is: Is): Edition {
  const year = random.int(2, 9)
  const notation = notations(random, is)
  const records = findings(random, year, notation)
  const shown = arranged(random, is)
  const added = is('column added', 25) ? random.pick(['備考', '進捗状況', '予算への反映']) : undefined
  const table = tableOf(random, records, shown, added, is)
  const title = titleOf(random, year, is)
  const attachment = is('no attachment', 30)
    ? null
    : random.pick(['資料3', '別紙2', '参考資料２', '資料２－１', '別添1'])
  const paper = paperOf(random, is('A3', 20) ? 'a3' : 'a4', !is('portrait', 20), 8.5)
  return {
    print: { paper, blocks: [...opening(random, title, attachment, notation, is), table, ...closing(random, is)] },
    truth: {
      layout: 'finding-table',
      header: { title: title.text, fiscalYear: title.fiscalYear, attachment },
      records: records.map(record => truthOf(record, shown, added)),
    },
  }
}

function arranged(random: Random, is: Is): (Column & { label: string })[] {
  const optional = ['measure', 'division', 'timing', 'project']
  const missing = is('column missing', 25) ? some(random, optional, random.int(1, 2)) : []
  const kept = columns.filter(({ key }) => !missing.includes(key))
  const [first, ...rest] = kept as [Column, ...Column[]]
  const ordered = is('columns moved', 20) ? [first, ...shuffled(random, rest)] : kept
  const isRenamed = is('columns renamed', 40)
  return ordered.map(column => ({ ...column, label: isRenamed ? random.pick(column.heads) : column.heads[0] }))
}

function tableOf(
  random: Random,
  records: readonly Finding[],
  shown: readonly (Column & { label: string })[],
  added: string | undefined,
  is: Is,
): Table {
  const ground = is('no ground', 30) ? {} : { ground: [0.85, 0.9, random.int(70, 100) / 100] as const }
  const isPaired = is('heads in two rows', 20) && isBeside(shown, 'timing', 'response')
  const heads = isPaired
    ? pairedHeads(shown, added, ground)
    : [[...shown.map(({ label }) => headCell(label, ground)), ...(added ? [headCell(added, ground)] : [])]]
  const groups = is('rows of groups', 12)
  const rows = records.flatMap((record, index): Cell[][] => {
    const own = shown.map(
      (column): Cell =>
        cell(column.print(record), column.key === 'no' || column.key === 'bureau' ? { middle: true } : {}),
    )
    const row = added ? [...own, cell(record.remark ?? '')] : own
    const isGroup = groups && index % 3 === 0
    return isGroup ? [[cell(`${index / 3 + 1}　${phrase(random)}に関する指摘`, { columns: row.length })], row] : [row]
  })
  return {
    kind: 'table',
    widths: [...shown.map(({ width }) => width * (0.85 + random.int(0, 30) / 100)), ...(added ? [8] : [])],
    rows: [...heads, ...rows],
    heads: is('heads not repeated', 40) ? 0 : heads.length,
    rules: is('horizontal rules only', 12) ? 'rows' : 'all',
    cuts: is('rows cut', 60),
  }
}

const isBeside = (shown: readonly Column[], left: string, right: string): boolean =>
  shown.findIndex(({ key }) => key === right) === shown.findIndex(({ key }) => key === left) + 1 &&
  shown.some(({ key }) => key === left)

/** 市の対応 above the timing and the response, the other heads over both rows. */
function pairedHeads(
  shown: readonly (Column & { label: string })[],
  added: string | undefined,
  style: Omit<Cell, 'content'>,
): Cell[][] {
  const upper = shown.flatMap(({ key, label }) =>
    key === 'response'
      ? []
      : [key === 'timing' ? headCell('市の対応', { ...style, columns: 2 }) : headCell(label, { ...style, rows: 2 })],
  )
  const lower = shown
    .filter(({ key }) => key === 'timing' || key === 'response')
    .map(({ label }) => headCell(label, style))
  return [[...upper, ...(added ? [headCell(added, { ...style, rows: 2 })] : [])], lower]
}

function titleOf(random: Random, year: number, is: Is): { text: string | null; fiscalYear: number | null } {
  if (is('no title', 6)) return { text: null, fiscalYear: null }
  const fiscalYear = year + 2018
  const text = is('other title', 30)
    ? random.pick([
        `令和${year}年度行政評価に係る指摘事項への対応状況`,
        `行政評価委員会の指摘事項に対する市の検討状況（令和${year}年度）`,
        `令和${year}年度　外部評価　指摘事項と改善・見直しの検討状況`,
      ])
    : `令和${year}年度行政評価委員会　指摘事項と改善・見直しの検討状況`
  return { text, fiscalYear }
}

function opening(
  random: Random,
  { text }: { text: string | null },
  attachment: string | null,
  notation: { legend: readonly string[] },
  is: Is,
): Block[] {
  const cover = is('cover', 12)
    ? [
        { kind: 'gap', height: 20 } as const,
        bold('行政評価の結果について', { align: 'center', scale: 2 }),
        paragraph(sentence(random), { align: 'center' }),
        { kind: 'break' } as const,
      ]
    : []
  return [
    ...cover,
    ...(attachment ? [paragraph(attachment, { align: 'right', scale: 1.1 })] : []),
    ...(text ? [bold(text, { align: is('title at the left', 30) ? 'left' : 'center', scale: 1.4, after: 0.6 })] : []),
    ...(notation.legend.length > 0 ? notation.legend.map(line => paragraph(line)) : []),
    { kind: 'gap', height: 0.6 },
  ]
}

function closing(random: Random, is: Is): Block[] {
  const notes = is('notes below', 15) ? [paragraph(`※　${sentence(random)}`), paragraph(`※　${sentence(random)}`)] : []
  if (!is('annex', 12)) return notes
  const rows = times(3, () => [cell(phrase(random)), cell(String(random.int(1, 40))), cell(phrase(random))])
  const annex: Table = {
    kind: 'table',
    widths: [3, 1, 3],
    rows: [[headCell('区分'), headCell('件数'), headCell('主な内容')], ...rows],
    heads: 1,
    rules: 'all',
    cuts: false,
  }
  return [...notes, { kind: 'gap', height: 2 }, bold('（参考）これまでの指摘の件数'), annex]
}

function truthOf({ fields, remark }: Finding, shown: readonly Column[], added: string | undefined): Fields {
  const has = (key: string): boolean => shown.some(column => column.key === key)
  return {
    no: fields.no,
    bureaus: fields.bureaus,
    divisions: has('division') ? fields.divisions : [],
    measure: has('measure') ? fields.measure : { code: null, name: null },
    project: has('project') ? fields.project : null,
    finding: fields.finding,
    timing: has('timing') ? fields.timing : { category: null, text: null, fiscalYear: null },
    response: fields.response,
    ...(added && remark ? { other: [{ label: added, value: remark }] } : {}),
  }
}
