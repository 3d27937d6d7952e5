import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isLayoutText, measureLayout } from '../../src/readers/layout-text.ts'
import { processorSeconds } from '../helpers/work.ts'

// Own sentences, set as pdftotext -layout sets a page: columns begin at the same character, not at the same cell.
const tablePage = `
                                     取組の一覧                                                資料９
NO     担当         事業             指摘                          今後の方向
                                                                  窓口の待ち時間を測り、結果を
       市民窓口     窓口案内事業      待ち時間を短くする方法を検      毎月知らせる。
1      課                            討すること。
                                                                  また、案内板の色を改め、初め
                                                                  て来る人にも分かるようにする。

                                                                  貸出の記録から利用の少ない棚
2      図書課       本の貸出事業      利用の少ない本の置き場を見      を選び、来年度に並べ替える。
                                     直すこと。
                                                                  除いた本は学校へ贈る。
       公園課       花壇の手入れ      花の種類を減らし、手間を省      春と秋の二回に植え替えをまと
3                                    くこと。                      める。
                                                                  手入れは地域の会に頼む。
`

const formPage = `
                                事業調書
 基本情報
    年度         令和6年度       会計       10   一般会計            番号       90001
    事業名        花壇の手入れ
    担当課       所属     公園課                            電話       000-0000
    性質             ● 経常   ○ 臨時              ○ 内部      ○ 法定
    目的     公園の花壇を整え、歩く人の目を楽しませる。
    取組内容    春と秋に苗を植え、夏は水をやった。
 事業費                                                     （単位：千円）
     令和5年度決算                 1,027   うち特定財源               0
     令和6年度予算                 2,824   うち特定財源               0
     令和6年度決算                 1,771   うち特定財源               0
 指標
                           令和5年度         令和6年度        令和7年度
    花壇の数
                                  15            20            22
    評価の理由    苗の育ちがよく、予定した数を超えたため。
`

const contentsPage = `
                                        第 9 章 花と緑
                          第9章
                   花と緑の施策
     1. 五つの施策
     2. 目指す姿
 この章では、花と緑を増やす取組を
                          「公園」
                             、「街路」
                                 、「学校」
の三つに分け、それぞれの姿をまとめる。
     3. 進め方
 取組は毎年見直し、結果を
                      「報告」
                            として知らせる。
「公園」は市の花壇から始める。
                              81
`

const plainForm = `
事業調書
◎基本情報
● 対象 ○ 対象外 ● 対象 ○ 対象外
○ 内部管理　　 ○ 法定経費 ○ 指定管理
○ 直営　 ○ 一部委託 ● 全部委託　 ○ 補助助成　 ○ その他
計（事業費＋人件費） 1,788 2,640 1,042 2,993
花壇の数   15   20   22
人工 1.2 1.2 1.8 1.8
公園の花壇を整え、歩く人の目を楽しませる。春と秋に苗を植え、
夏は水をやった。苗は市の温室で育てたものを使い、足りない分は
近くの農園から買った。
関連法令・条例・
要綱等
他都市の状況
同じような取組は多くの市で行われている。
`

const indentedProse = Array.from(
  { length: 20 },
  (_, index) =>
    `${index % 3 === 0 ? '　' : ''}花壇の手入れは春と秋に行い、夏のあいだは朝と夕に水をやることにしている。`,
).join('\n')

const code = `
export function total(rows) {
  const sums = new Map()
  for (const row of rows) {
    if (row.kind === 'actual') {
      for (const cell of row.cells) {
        if (cell.value !== null) {
          sums.set(cell.year, (sums.get(cell.year) ?? 0) + cell.value)   // 年度ごと
        } else {
          warn('年度の値がない', {
            row: row.no,
            year: cell.year,
          })
        }
      }
    }
  }
  return sums
}
`

const markdown = `
# 事業調書

| 項目                | 令和5年度    | 令和6年度    |
|---------------------|--------------|--------------|
${Array.from({ length: 15 }, (_, index) => `| 花壇の手入れ ${index}      |        1,${index}00 |        2,000 |`).join('\n')}

- 花と緑
  - 公園
    - 花壇
      - 苗
`

const tsv = Array.from({ length: 20 }, (_, index) => `${index}\t花壇の手入れ     \t   1,000   \t   2,000`).join('\n')

const html = `<table>
  <tbody>
${Array.from({ length: 12 }, (_, index) => `    <tr>\n                <td>花壇 ${index}</td>      <td>1,000</td>      <td>2,000</td>\n    </tr>`).join('\n')}
  </tbody>
</table>`

const bareGridRow = (cells: string[]) => cells.map(cell => cell.padEnd(12)).join('| ')
const pipesWithoutFrame = Array.from({ length: 20 }, () => bareGridRow(['花壇', '千百', '二千'])).join('\n')

describe('layout text', () => {
  it.each([
    ['a table', tablePage],
    ['a form', formPage],
    ['a contents page, which has no columns', contentsPage],
    ['pages', [tablePage, formPage, contentsPage].join('\f')],
    ['Windows line ends', formPage.replaceAll('\n', '\r\n')],
    [
      'some tables after many lines of prose',
      [indentedProse, indentedProse, indentedProse, tablePage + formPage].join('\f'),
    ],
  ])('%s', (_why, text) => {
    expect(isLayoutText(text)).toBe(true)
  })

  it('columns that line up in cells, where a wide character fills two', () => {
    const row = (cells: string[]) => cells.map(cell => cell + ' '.repeat(20 - 2 * cell.length)).join('')
    const text = ['花壇', '図書の貸出', '窓口', '公園の樹木', '街路', '学校の畑']
      .map(name => row([name, '市民', '完了']))
      .join('\n')
    expect(isLayoutText(text)).toBe(true)
  })
})

describe('not layout text', () => {
  it.each([
    ['nothing', ''],
    ['blank lines', `${' '.repeat(40)}\n`.repeat(30)],
    ['a form with a few wide gaps', plainForm],
    ['the same with gaps of ASCII spaces in its options', plainForm.replaceAll(/　+ /g, '    ')],
    ['a centred title above prose', `${' '.repeat(30)}花壇の手入れ\n${indentedProse}`],
    ['one line that stands far to the right', `${' '.repeat(30)}令和6年`],
    ['prose indented by ideographic spaces', indentedProse],
    ['columns of ideographic spaces', '花壇　　　　　市民　　　　　完了\n'.repeat(20)],
    ['spaces at the ends of lines', `花壇の手入れを行う。${' '.repeat(30)}\n`.repeat(20)],
    ['code', code],
    ['a padded Markdown table and a nested list', markdown],
    ['a table of pipes without a frame', pipesWithoutFrame],
    ['padded TSV', tsv],
    ['padded HTML', html],
  ])('%s', (_why, text) => {
    expect(isLayoutText(text)).toBe(false)
  })

  const seeds = new URL('../../seeds/', import.meta.url)
  it.each(readdirSync(seeds))('seed %s', name => {
    const text = readFileSync(new URL(name, seeds), 'utf8')
    expect(isLayoutText(text)).toBe(false)
    expect(measureLayout(text).placed).toBe(0)
  })
})

describe('any size', () => {
  it.each([
    ['spaces', ' '.repeat(3_000_000)],
    ['gaps', `${' '.repeat(500)}x`.repeat(6000)],
    ['gaps before pipes', `${' '.repeat(500)}|`.repeat(6000)],
    ['form feeds', '\f'.repeat(3_000_000)],
    ['steps', Array.from({ length: 900 }, (_, indent) => `${' '.repeat(indent)}x`).join('\n')],
  ])('is judged quickly: %s', (_why, text) => {
    expect(processorSeconds(() => isLayoutText(text))).toBeLessThan(10)
  })
})
