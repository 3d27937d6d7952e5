import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/document/model.ts'
import { textOf } from '../../src/document/printed.ts'
import { proseOf } from '../../src/document/prose/prose.ts'
import { emWidth } from '../../src/document/prose/widths.ts'
import { isOneSentence, widthOfCell, wrapWidth } from '../../src/document/prose/wrapping.ts'
import { joinCutBlocks } from '../../src/document/table/cut-rows.ts'

const printed = (text: string) => ({ pieces: [{ text, at: [0, text.length] as const }] })

const lineOf = (text: string): Line => ({
  kind: 'line',
  on: printed(text),
  indent: 0,
  width: emWidth(text),
  gap: 0,
  number: 1,
})

const ends = (...widths: number[]) => widths.map(width => ({ indent: 0, width }))

describe('the width at which a column wraps', () => {
  it.each([
    ['no lines', ends(), 0],
    ['one line', ends(12), 12],
    ['lines that agree', ends(20, 19.8, 11), 20],
    ['one that sticks out of all others', ends(30, 20, 19.8, 11), 20],
    ['none that agree', ends(20, 12, 5), 20],
    ['many, of which one sticks out', ends(40, ...Array.from({ length: 24 }, () => 20)), 20],
  ])('%s', (_, lines, width) => {
    expect(wrapWidth(lines)).toBe(width)
  })

  it('is of a few lines of one cell that of the longest, so that two short paragraphs below a full line stay two', () => {
    const lines = [
      '札幌市の行政評価の結果を踏まえて、',
      '主な事業の見直しを進めている。',
      '活動と成果の指標も改めている。',
    ].map(lineOf)
    expect(widthOfCell(lines)).toBeGreaterThan(wrapWidth(lines))
    expect(proseOf(lines).elements.map(textOf)).toEqual([
      '札幌市の行政評価の結果を踏まえて、主な事業の見直しを進めている。',
      '活動と成果の指標も改めている。',
    ])
  })
})

describe('a line that is set in below the mark of an item', () => {
  const read = (...lines: [text: string, indent: number][]) =>
    proseOf(lines.map(([text, indent]) => ({ ...lineOf(text), indent }))).elements.map(textOf)

  it('goes on with the sentence that a line a little short of the edge leaves unfinished', () => {
    expect(
      read(
        ['・利用者の多くが「満足」と答え', 0],
        ['ており、相談会の効果が表', 1],
        ['れている。', 1],
        ['・相談は増えた。', 0],
      ),
    ).toEqual(['利用者の多くが「満足」と答えており、相談会の効果が表れている。', '相談は増えた。'])
  })

  it('begins a paragraph where the line above ends a sentence or leaves much room', () => {
    expect(read(['・利用者の多くが満足と答えている。', 0], ['相談の件数は前年度より増えた。', 1])).toEqual([
      '利用者の多くが満足と答えている。',
      '相談の件数は前年度より増えた。',
    ])
    const full = '市民に分かりやすい広報紙の毎月の発行'
    expect(read([`・${full}`, 0], [`・${full}`, 0], ['・相談会の開催', 0], ['5回の実施', 1])).toEqual([
      full,
      full,
      '相談会の開催',
      '5回の実施',
    ])
  })
})

describe('what counts the parts of an item', () => {
  const read = (...lines: string[]) => proseOf(lines.map(lineOf)).elements.map(textOf)

  it.each([
    ['①', '②'],
    ['ア　', 'イ　'],
    ['（1）', '（2）'],
    ['a) ', 'b) '],
    ['○', '○'],
  ])('%s and %s stay in it, a line each', (one, two) => {
    expect(read('・次の事項を調べた。', `${one}現状`, `${two}課題`, '・報告を公開した。')).toEqual([
      `次の事項を調べた。\n${one}現状\n${two}課題`,
      '報告を公開した。',
    ])
  })

  it('begins elements of its own below what is no item', () => {
    const lines = ['・報告を公開した。', '【調べた事項】', '①現状', '②課題']
    expect(read(...lines)).toEqual(['報告を公開した。', ...lines.slice(1)])
  })

  it('begins elements of its own without a mark above', () => {
    expect(read('次の事項を調べた。', '①現状', '②課題')).toEqual(['次の事項を調べた。', '①現状', '②課題'])
  })
})

describe('an address that the line breaks', () => {
  const read = (...lines: string[]) => proseOf(lines.map(lineOf)).elements.map(textOf)

  it('is one word in one paragraph, wherever it breaks', () => {
    const all = '結果を公開した（https://www.example.jp/soumu/hyouka/kekka/index.html）。'
    for (const at of [30, 36, 37, 44]) expect(read(all.slice(0, at), all.slice(at))).toEqual([all])
  })

  it('is no part of a paragraph below it', () => {
    expect(read('https://www.example.jp/hyouka', 'ICTを使う相談の窓口を区役所の一階に新しく設けた。')).toEqual([
      'https://www.example.jp/hyouka',
      'ICTを使う相談の窓口を区役所の一階に新しく設けた。',
    ])
  })
})

describe('a cell that a break cut', () => {
  const joined = (above: string, below: string) =>
    joinCutBlocks([[lineOf(above)], [lineOf(below)]]).map(block => block.kind === 'line' && block.follows === true)

  it('goes on in its sentence, and not with a mark', () => {
    expect(joined('検討を進めるとともに、', '他の都市を参考にする。')).toEqual([false, true])
    expect(joined('検討を進めた。', '・他の都市を参考にした。')).toEqual([false, false])
  })

  it('keeps a box between its lines apart', () => {
    const box = { kind: 'box' as const, blocks: [lineOf('【結果】')] }
    const blocks = joinCutBlocks([[lineOf('検討を進めるとともに、'), box], [lineOf('他の都市を参考にする。')]])
    expect(blocks.map(block => block.kind)).toEqual(['line', 'box', 'line'])
    expect(blocks[2]).not.toHaveProperty('follows')
  })

  it('is one sentence where a sign says so', () => {
    expect(isOneSentence(printed('「生活」'), printed('、「経済」'))).toBe(true)
    expect(isOneSentence(printed('「生活」。'), printed('「経済」'))).toBe(false)
  })
})
