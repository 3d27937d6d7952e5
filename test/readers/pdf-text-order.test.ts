import { describe, expect, it } from 'vitest'
import { pageLinesOf } from '../../src/readers/pdf-text/page-lines.ts'
import type { Run } from '../../src/readers/pdf-text/runs.ts'

type Place = readonly [text: string, x: number, baseline: number, size?: number]

const runs = (places: readonly Place[]): Run[] =>
  places.map(([text, x0, baseline, size = 10]) => ({
    text,
    x0,
    x1: x0 + text.length * size,
    top: baseline - size * 0.8,
    bottom: baseline + size * 0.1,
    baseline,
    size,
  }))

/** The blocks in order, their lines parted by a bar. */
const read = (...places: Place[]): string[] => {
  const blocks: string[] = []
  for (const { text, isFirst } of pageLinesOf(runs(places)))
    if (isFirst) blocks.push(text)
    else blocks.push(`${blocks.pop()}|${text}`)
  return blocks
}

describe('the order of reading', () => {
  const rows: [why: string, places: Place[], expected: string[]][] = [
    [
      'a value that the file prints after all labels stands behind its own',
      [
        ['年度', 0, 20],
        ['事業コード', 200, 20],
        ['事業名', 0, 40],
        ['令和6年度', 60, 20],
      ],
      ['年度', '令和6年度', '事業コード', '事業名'],
    ],
    [
      'lines right below each other are one cell',
      [
        ['目的', 0, 26],
        ['専門の相談員が市民の', 60, 20],
        ['相談に応じる。', 60, 32],
      ],
      ['目的', '専門の相談員が市民の|相談に応じる。'],
    ],
    [
      'a label wrapped in its cell stands before the text beside it',
      [
        ['目的と', 0, 26],
        ['内容', 0, 38],
        ['専門の相談員が市民の', 60, 20],
        ['相談に応じ、相談会を', 60, 32],
        ['開く。', 60, 44],
      ],
      ['目的と|内容', '専門の相談員が市民の|相談に応じ、相談会を|開く。'],
    ],
    [
      'heads printed as near as lines of a text are rows, where one text stands beside each',
      [
        ['1,027', 100, 20],
        ['財源', 220, 20],
        ['2,824', 100, 35],
        ['財源', 220, 35],
        ['令和5年度決算額', 0, 20],
        ['令和6年度予算額', 0, 35],
      ],
      ['令和5年度決算額', '1,027', '財源', '令和6年度予算額', '2,824', '財源'],
    ],
    [
      'a label in the middle beside two rows stands before both',
      [
        ['活動指標1', 0, 30],
        ['実績', 100, 20],
        ['予定', 160, 20],
        ['915', 100, 40],
        ['920', 160, 40],
      ],
      ['活動指標1', '実績', '予定', '915', '920'],
    ],
    [
      'prose set wide is one text, though a running head reaches further to the right',
      [
        ['第5章', 200, 10, 8],
        ['本戦略の目標の達成に向け、市民の', 10, 60],
        ['生活の質を高める取組を位置付けて', 0, 79],
        ['整理します。', 0, 98],
      ],
      ['第5章', '本戦略の目標の達成に向け、市民の|生活の質を高める取組を位置付けて|整理します。'],
    ],
    [
      'a title above two rows is no label of theirs',
      [
        ['基本情報', 0, 10],
        ['実績', 100, 30],
        ['915', 100, 50],
      ],
      ['基本情報', '実績', '915'],
    ],
    [
      'a raised number stays in its line, as what it looks like; one that is lowered is none',
      [
        ['Society 5.0', 0, 20],
        ['78', 110, 17, 5],
        ['等による', 120, 20],
        ['CO', 0, 60],
        ['2', 20, 62, 6],
        ['排出量', 26, 60],
      ],
      ['Society 5.0⁷⁸等による', 'CO2排出量'],
    ],
    [
      'a gap wider than a letter parts two cells, a narrower one two words',
      [
        ['所', 0, 20],
        ['属', 17, 20],
        ['広報部', 45, 20],
      ],
      ['所 属', '広報部'],
    ],
    [
      'names set one below the other with room between are cells of their own',
      [
        ['対象者', 0, 20],
        ['目的', 0, 40],
      ],
      ['対象者', '目的'],
    ],
  ]
  it.each(rows)('%s', (_why, places, expected) => expect(read(...places)).toEqual(expected))
})

describe('what the page shows of a line', () => {
  const shown = (...places: Place[]) => pageLinesOf(runs(places))

  it('is in ems: where it begins, how wide it is, how far it could have run', () => {
    const [first, second] = shown(['対象', 200, 10], ['また、相談を', 0, 40], ['受ける。', 0, 52]).slice(1)
    expect(first).toMatchObject({ indent: 0, width: 6, room: 22 })
    expect(second).toMatchObject({ indent: 0, width: 4, room: 22 })
  })

  it('is no indent in lines about one middle', () => {
    expect(shown(['子ども未来', 0, 20], ['局', 20, 30]).map(line => line.indent)).toEqual([0, 0])
    expect(shown(['　市民の相談に', 10, 20], ['応じる窓口を', 0, 30]).map(line => line.indent)).toEqual([1, 0])
  })
})
