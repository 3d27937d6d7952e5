import { chance, type Random, times } from '../choices.ts'
import type { Edition, Fields, Is } from '../document.ts'
import { type Block, bold, type Cell, cell, headCell, type Paragraph, paragraph, type Table } from '../print/model.ts'
import { paperOf } from '../words/papers.ts'
import { phrase, policyName, prose, sentence, service } from '../words/prose.ts'

interface Section {
  readonly no: number
  readonly title: string
  readonly directions: readonly string[]
  readonly items: readonly Item[]
}

interface Item {
  readonly no: number
  readonly title: string
  readonly progress: readonly string[]
  readonly outlook: readonly string[]
  readonly boxes: readonly { readonly title: string; readonly items: readonly string[] }[]
}

/** How a plan prints its sections and lists. */
interface Style {
  readonly numeral: (no: number) => string
  readonly item: (no: number) => string
  readonly mark: string
  readonly pointer: string
  readonly place: 'row' | 'first column' | 'above' | 'cell'
  readonly hasStatus: boolean
  readonly added: string | undefined
  readonly table: Omit<Table, 'kind' | 'rows' | 'heads' | 'widths'>
  readonly heads: readonly [string, string, string]
}

const roman = 'ⅠⅡⅢⅣⅤ'
const wide = (no: number): string =>
  String(no).replace(/[0-9]/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** The progress of an action plan in one of its arrangements. */
export function planProgress(random: Random, is: Is): Edition {
  const year = random.int(3, 8)
  const sections = sectionsOf(random)
  const style = styleOf(random, year, is)
  const plan = `${random.pick(['札幌市まちづくり計画', '札幌市行財政プラン', '札幌市戦略アクションプラン'])}${2018 + year}（行政運営の取組）`
  const total = random.int(20, 60)
  const lead = `「${plan}」掲載の個別取組（全${total}項目）のうち、${random.pick(['主な取組の進捗と今後の方向性を記載。', '主なものの進捗状況及び今後の方向性について記載。'])}`
  const title = is('title line', 60)
    ? [
        bold(random.pick(['行政運営の取組の進捗状況', '取組の進捗について']), {
          align: is('title at the left', 40) ? 'left' : 'center',
          scale: 1.5,
          after: 0.5,
        }),
      ]
    : []
  const note = is('note below', 15) ? [paragraph(`※　${sentence(random)}`)] : []
  return {
    print: {
      paper: paperOf(random, 'a4', !is('portrait', 25), 9),
      blocks: [...title, paragraph(lead, { indent: 1, after: 0.6 }), ...tablesOf(sections, style), ...note],
    },
    truth: {
      layout: 'action-plan-progress',
      header: {
        plan,
        initiativesTotal: total,
        lead,
        progressPeriod: { from: 2018 + year, to: 2019 + year },
        outlookFrom: 2020 + year,
      },
      records: sections.flatMap(section => section.items.map(item => truthOf(section, item, style))),
    },
  }
}

function sectionsOf(random: Random): Section[] {
  return times(random.int(2, 3), index => ({
    no: index + 1,
    title: policyName(random),
    directions: times(random.int(1, 3), () => sentence(random)),
    items: times(random.int(1, 4), at => ({
      no: at + 1,
      title: `${service(random)}の${random.pick(['充実', '見直し', '推進'])}`,
      progress: times(random.int(1, 3), () => prose(random, 1, 2)),
      outlook: times(random.int(1, 2), () => sentence(random)),
      boxes: chance(random, 35)
        ? [{ title: `${service(random)}の例`, items: times(random.int(2, 4), () => phrase(random)) }]
        : [],
    })),
  }))
}

function styleOf(random: Random, year: number, is: Is): Style {
  const place = random.pick(['row', 'row', 'first column', 'above', 'cell'] as const)
  is(`sections: ${place}`, 100)
  return {
    place,
    numeral: is('Roman numerals', 20)
      ? no => `${roman[no - 1]}　`
      : random.pick([no => `${no}　`, no => `${wide(no)}　`, no => `${no} `, no => `${no}．`] as const),
    item: random.pick([no => `(${no}) `, no => `（${wide(no)}）`, no => `⑴⑵⑶⑷⑸`[no - 1] as string] as const),
    mark: random.pick(['・', '・', '○', '●']),
    pointer: is('directions without pointer', 20)
      ? ''
      : random.pick(['【APにおける取組の方向性】', '【プランにおける取組の方向性】']),
    hasStatus: is('status marks', 15),
    added: is('column added', 20) ? random.pick(['評価', '担当', '備考']) : undefined,
    table: { rules: is('horizontal rules only', 10) ? 'rows' : 'all', cuts: is('rows cut', 60) },
    heads: [
      random.pick(['項目', '取組項目']),
      `令和${year}年度～令和${year + 1}年度の主な取組内容`,
      random.pick([`令和${year + 2}年度以降に向けた取組の方向性`, `令和${year + 2}年度以降の取組の方向性`]),
    ],
  }
}

function tablesOf(sections: readonly Section[], style: Style): Block[] {
  const heads = [...style.heads, ...(style.added ? [style.added] : [])].map(text =>
    headCell(text, { ground: [0.88, 0.88, 0.88] }),
  )
  const widths = [22, 42, 36, ...(style.added ? [10] : [])]
  const rowsOf = (section: Section): Cell[][] => section.items.map(item => itemRow(item, style))
  const common = { kind: 'table', heads: 1, ...style.table } as const
  if (style.place === 'above')
    return sections.flatMap(section => [
      ...headingOf(section, style),
      { ...common, widths, rows: [heads, ...rowsOf(section)] },
      { kind: 'gap', height: 1 } as const,
    ])
  if (style.place === 'first column') {
    const rows = sections.flatMap(section =>
      rowsOf(section).map((row, index) =>
        index === 0 ? [{ content: headingOf(section, style), rows: section.items.length }, ...row] : row,
      ),
    )
    return [
      {
        ...common,
        widths: [18, ...widths],
        rows: [[headCell('区分', { ground: [0.88, 0.88, 0.88] }), ...heads], ...rows],
      },
    ]
  }
  const across = { columns: style.place === 'row' ? heads.length : 1 }
  const rest = style.place === 'row' ? [] : times(heads.length - 1, () => cell(''))
  const rows = sections.flatMap(section => [
    [{ content: headingOf(section, style), ...across, ground: [0.98, 0.93, 0.85] as const }, ...rest],
    ...rowsOf(section),
  ])
  return [{ ...common, widths, rows: [heads, ...rows] }]
}

function headingOf({ no, title, directions }: Section, { numeral, mark, pointer }: Style): Paragraph[] {
  return [
    bold(`${numeral(no)}${title}`),
    ...(pointer ? [paragraph(pointer)] : []),
    ...directions.map(text => paragraph(`${mark}${text}`, { hanging: 1 })),
  ]
}

function itemRow({ no, title, progress, outlook, boxes }: Item, { item, mark, hasStatus, added }: Style): Cell[] {
  const listed = (text: string): Paragraph => paragraph(`${mark}${text}`, { hanging: 1 })
  const box = boxes.flatMap(own => [
    paragraph(`【${own.title}】`, { boxed: true, left: 0.5 }),
    ...own.items.map(text => paragraph(`・${text}`, { boxed: true, left: 0.5 })),
  ])
  const row: Cell[] = [
    cell(`${hasStatus ? '◎' : ''}${item(no)}${title}`),
    { content: [...progress.map(listed), ...box] },
    { content: outlook.map(listed) },
  ]
  return added ? [...row, cell(added === '評価' ? 'Ａ' : `${no}係`)] : row
}

function truthOf({ no, title, directions }: Section, item: Item, { added }: Style): Fields {
  const other = added ? { other: [{ label: added, value: added === '評価' ? 'A' : `${item.no}係` }] } : {}
  return { section: { no, title, directions }, ...item, ...other }
}
