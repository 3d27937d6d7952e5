import { describe, expect, it } from 'vitest'
import { type Block, bold, type Cell, cell, headCell, paragraph } from '../../../bench/editions/print/model.ts'
import { pdfOf } from '../../../bench/editions/print/paint.ts'
import { actionPlanProgress } from '../../../src/layouts/action-plan-progress/index.ts'
import { oneDocument } from '../../helpers/extract.ts'

const lead =
  '「緑のまち計画2022（行政運営の取組）」掲載の個別取組（全40項目）のうち、主な取組の進捗と今後の方向性を記載。'
const heads = ['項目', '令和4年度～令和5年度の主な取組内容', '令和6年度以降の取組の方向性'].map(text => headCell(text))
const directions = ['・窓口の待ち時間を短くする。', '・手続の案内を一つにまとめる。'].map(text => paragraph(text))
const section = [bold('1　窓口の改善'), ...directions]
const item = (title: string): Cell[] => [
  cell(title),
  cell(['・案内板を四か所に置いた。', '・職員が研修を受けた。']),
  cell('・来年度も続ける。'),
]

const table = (rows: readonly (readonly Cell[])[], widths = [22, 42, 36]): Block => ({
  kind: 'table',
  widths,
  rows,
  heads: 1,
  rules: 'all',
  cuts: true,
})

const read = (blocks: readonly Block[], height = 600) =>
  oneDocument(pdfOf({ paper: { width: 842, height, margin: 40, size: 9, leading: 1.3 }, blocks }), {
    layouts: [actionPlanProgress],
  })

describe('a plan printed otherwise', () => {
  it('keeps the mark of how an initiative stands out of its number and title', async () => {
    const { records } = await read([
      paragraph(lead),
      table([heads, [{ content: section, columns: 3 }], item('◎(1) 案内の充実'), item('△ ⑵予約の推進')]),
    ])
    expect(records).toMatchObject([
      { no: 1, title: '案内の充実' },
      { no: 2, title: '予約の推進' },
    ])
  })

  it('parts a title line from the lead by its size', async () => {
    const { header } = await read([
      bold('行政運営の取組の進捗状況', { scale: 1.5 }),
      paragraph(lead),
      table([heads, [{ content: section, columns: 3 }], item('(1) 案内の充実')]),
    ])
    expect(header).toMatchObject({ lead, plan: '緑のまち計画2022（行政運営の取組）' })
  })

  it('reads a section whole that a page break cuts in its merged column', async () => {
    const rows = [
      [headCell('区分'), ...heads],
      [{ content: section, rows: 4 }, ...item('(1) 案内の充実')],
      ...[2, 3, 4].map(no => item(`(${no}) 予約の推進その${no}`)),
    ]
    const { records } = await read([paragraph(lead), table(rows, [9, 22, 42, 36])], 190)
    const own = { no: 1, title: '窓口の改善', directions: directions.map(({ runs }) => runs[0]?.text.slice(1)) }
    expect(records).toMatchObject([own, own, own, own].map(found => ({ section: found })))
  })
})
