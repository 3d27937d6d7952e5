import { describe, expect, it } from 'vitest'
import { type Line, linesOf } from '../../src/document/model.ts'
import { spansOf, textOf } from '../../src/document/printed.ts'
import { readMarkup } from '../../src/readers/markup/index.ts'
import { readPlainText } from '../../src/readers/text.ts'
import { outlineOf } from './markup-outline.ts'

const read = (text: string): string => outlineOf(readMarkup(text))

/** Each row: what it shows, the source, the outline of its blocks. */
type Rows = readonly (readonly [why: string, source: string, expected: string])[]

const prose: Rows = [
  ['a comparison is text', '費用 < 効果 > 0', '費用 < 効果 > 0'],
  ['no element has this name', '<仮称>施設と<unknown>', '<仮称>施設と<unknown>'],
  ['marks of a series', '<< 次へ >>', '<< 次へ >>'],
  ['a tag that is never closed', 'a <b と c', 'a <b と c'],
  ['words between brackets are no attributes', 'if a <b and c> d', 'if a <b and c> d'],
  ['an attribute of another tag', '<p "x">y', '<p "x">y'],
  ['an ampersand', 'R&D と AT&T; &nosuch;', 'R&D と AT&T; &nosuch;'],
  ['an entity without its semicolon', 'a &lt b &notit;', 'a &lt b &notit;'],
  ['a comment that is never closed', '<!-- 注', '<!-- 注'],
  ['a script that is never closed', '<script>本文', '<script>本文'],
  ['a star of a name', '「Sapporo * north2」と 2 * 3', '「Sapporo * north2」と 2 * 3'],
  ['stars that mark a note', '予算** 決算**', '予算** 決算**'],
  ['a row of blanks to fill in', '令和__年__月', '令和__年__月'],
  ['underscores inside a word', 'a__b__c', 'a__b__c'],
  ['a dash in a form', '－', '－'],
  ['a number sign', '#1 札幌', '#1 札幌'],
  ['a path', 'C:\\data', 'C:\\data'],
  ['brackets with a number', '[注](1)', '[注](1)'],
  ['a lone bar', '│スクが\n|\n| a', '│スクが / | / | a'],
  ['paragraphs that a tab indents', '\t札幌市は\n続き\n\tまた', '札幌市は / 続き / また'],
  ['a list that tabs indent', 'a\tb\n\n- c\n\t- d', '1×2{a | b} / •- c / •- d'],
  ['a name of one capital', '<A>案と<B>案', '<A>案と<B>案'],
  ['a wrapped date is no item', '札幌市は平成\n30. 4. 1現在', '札幌市は平成 / 30. 4. 1現在'],
]

const html: Rows = [
  ['paragraphs', '<p>暮らしの 質の向上</p> <p>生活</p>', '¶暮らしの 質の向上 / ¶生活'],
  ['words around paragraphs', '前<p>中</p>後', '前 / ¶中 / ¶後'],
  ['a line break is no paragraph', '<p>一<br>二<br/>三</p>', '¶一 / 二 / 三'],
  ['a newline in a paragraph', '<p>一\n  二</p>', '¶一 / 二'],
  ['headings and items', '<h2>題</h2><ul><li>一<li>二</ul>', '#題 / •一 / •二'],
  ['an ordered list prints no numbers', '<ol start="3"><li>a</li></ol>', '•a'],
  ['a list without items stays one line', '<ul style="x"> ・一。 ・二。 </ul>', '¶・一。 ・二。'],
  ['inline elements', '<b>a</b><i>b</i> <a href="http://x/">c</a><span>d</span>', 'ab cd'],
  ['a footnote mark', 'UIJ ターン<sup>78</sup>等', 'UIJ ターン⁷⁸等'],
  ['a footnote mark that is a link', 'x<sup><a href="#n">7</a></sup>', 'x⁷'],
  ['only digits are raised', 'x<sup>※1</sup>', 'x※1'],
  ['a formula', 'CO<sub>2</sub>', 'CO₂'],
  ['entities are decoded once', '&lt;p&gt; &amp;amp; &#x2460;&#9313;', '<p> &amp; ①②'],
  ['an entity of two characters', '&NotEqualTilde;', '\u2242\u0338'],
  ['a space that is an entity', '&nbsp;札幌&#10;市&nbsp;', '札幌 市'],
  ['comments, scripts and styles', 'a<!-- <p>x</p> -->b<script>if (a < b) "<p>"</script>c<style>p{}</style>d', 'abcd'],
  ['a head', '<!DOCTYPE html><html><head><title>t &amp; u</title></head><body>b</body></html>', '¶b'],
  ['a box', '前 <div style="border: 1px dashed black;"> 【題】 ・一 </div> 後', '前 / [¶【題】 ・一] / ¶後'],
  ['a box by its class', '<div class="note box"><p>一</p><p>二</p></div>', '[¶一 / ¶二]'],
  ['no border, no box', '<div style="border:none">a</div><div style="border-radius:1px">b</div>', '¶a / ¶b'],
  ['a box on a page is closed', '<div style="border:1px">a\n\nb', '¶a / b'],
  ['an orphaned closing tag', 'a</div>b</b>c', 'a / ¶bc'],
  ['upper case, attributes without quotes', '<P ALIGN=center>a</P>', '¶a'],
]

const htmlTables: Rows = [
  ['spans', '<table><tr><th colspan=2>A<th rowspan="2">B<tr><td>c<td>d</table>', '2×3{(1×2)A | (2×1)B ; c | d}'],
  [
    'a cell beside a span',
    '<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    '2×2{(2×1)a | b ; c}',
  ],
  ['a span beyond the table', '<table><tr><td rowspan=99>a</table>', '1×1{a}'],
  [
    'sections and a caption',
    '<table><caption>題</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    '¶題 / 2×1{a ; b}',
  ],
  [
    'laid out over lines with tabs',
    '<table>\n\t<tr>\n\t\t<td>a\tb</td>\n\t\t<td></td>\n\t</tr>\n</table>\n後',
    '1×2{a\tb | } / ¶後',
  ],
  ['nested', '<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>', '1×2{a / 1×1{b} | c}'],
  ['in a tab-separated cell', 'a\t<table><tr><td>b</td></tr></table>', '1×2{a | 1×1{b}}'],
  ['never closed', '<table><tr><td>a<td>b', '1×2{a | b}'],
  ['cells without a table', '<tr><td>a</td><td>b</td></tr>', '¶a / ¶b'],
]

const markdown: Rows = [
  ['headings', '# 一\n### 二 ##\n#三', '#一 / #二 / #三'],
  ['list marks stay', '- a\n - b\n* c\n+ d', '•- a / •- b / •* c / •+ d'],
  ['numbered items', '1. a\n2. b\n\n10) c', '•1. a / •2. b / •10) c'],
  ['emphasis', '■ 推進 **NEW**', '■ 推進 NEW'],
  ['emphasis inside words', 'これは**「重要」**です__。__', 'これは「重要」です__。__'],
  ['emphasis of underscores', '__重要__ な', '重要 な'],
  ['emphasis over tags', '**<u>a</u>**', 'a'],
  ['emphasis ends on its line', '**a\nb**', '**a / b**'],
  ['escapes', '\\*a\\* \\_ 1\\. x \\-500', '*a* _ 1. x \\-500'],
  ['an escaped star opens nothing', '\\**a**', '**a**'],
  ['rules and fences', 'a\n---\n***\n```html\nb\n```\n-- \n－－－', 'a / b / -- / －－－'],
  ['links and images', '[札幌市](https://example.jp/a_b) ![図](img/1.png)', '札幌市'],
]

const tables: Rows = [
  ['ragged rows', 'a\tb\tc\nd\te\n\tf', '3×3{a | b | c ; d | e ;  | f}'],
  ['blank cells stay', 'a\t\t\n\t\t\nb\t \t', '3×3{a |  |  ;  |  |  ; b |  | }'],
  ['a blank line ends it', 'a\tb\n\nc\td\ne', '1×2{a | b} / 1×2{c | d} / e'],
  ['a blank first cell', '\tチャット\t', '1×3{ | チャット | }'],
  ['a lone second cell beside another table', 'a\tb\n\n\tc', '1×2{a | b} / 1×2{ | c}'],
  ['a rule is no row', '項目\t数\n--\t:-:\n- 5\t-', '2×2{項目 | 数 ; - 5 | -}'],
  ['paragraphs in cells', '<p>1 - 1</p> <p>生活</p>\t<p>a</p>', '1×2{¶1 - 1 / ¶生活 | ¶a}'],
  ['an open list ends with its cell', 'a\t<ul> ・b\t<ul> ・c\n\nd', '1×3{a | ¶・b | ¶・c} / d'],
  ['an open box ends with its cell', 'a\t<div style="border:1px">b\tc', '1×3{a | [¶b] | c}'],
  [
    'paragraphs over blank lines',
    'A\tB\n<p>1</p>\n\n<p>2</p>\t<p>x</p>\n<p>3</p>\n\n<p>4</p>\t<p>y</p>',
    '3×2{A | B ; ¶1 / ¶2 | ¶x ; ¶3 / ¶4 | ¶y}',
  ],
  [
    'blank lines between such rows',
    'A\tB\n<p>1</p>\n\n<p>2</p>\tx\n\n<p>3</p>\n\n<p>4</p>\ty',
    '3×2{A | B ; ¶1 / ¶2 | x ; ¶3 / ¶4 | y}',
  ],
  ['paragraphs that lead to no tab', 'A\tB\n<p>1</p>\n\n<p>2</p>\n後', '1×2{A | B} / ¶1 / ¶2 / ¶後'],
  ['an open element goes on', 'a\t<ul>\n\t<li>一</li>\n\n<li>二</li>\n</ul>\tc', '1×3{a | •一 / •二 | c}'],
  ['one that is closed behind a tab does not', 'a\t<ul>b\nc\td</ul>', '2×2{a | ¶b ; c | d}'],
  [
    'a cell cut by a newline',
    'a\tb\tc\n1\t長い\n事業の\n名称\t5\n2\tx\n続き',
    '3×3{a | b | c ; 1 | 長い / 事業の / 名称 | 5 ; 2 | x / 続き}',
  ],
  ['a full row is not continued', 'a\tb\nc\td\n注記', '2×2{a | b ; c | d} / 注記'],
  ['a note does not continue a row', 'a\tb\tc\nd\te\n※注記', '2×3{a | b | c ; d | e} / ※注記'],
  ['quoted as a spreadsheet does', 'a\t"一\n\n二 ""三"""\tb\n"1,000"\t"x"', '2×3{a | 一 / 二 "三" | b ; 1,000 | "x"}'],
  ['a quoted first cell', '"a\nb"\tc', '1×2{a / b | c}'],
  ['quotation marks of the text', '"a\tb"c\n"d\t"', '2×2{"a | b"c ; "d | "}'],
  ['a tab inside a tag', 'a\t<b\tclass="x">b</b>', '1×2{a | b}'],
  ['emphasis stays in its cell', '**a\tb**\t**c**', '1×3{**a | b** | c}'],
  ['a Markdown table', '| a | b |\n|---|:-:|\n| 1 | - |\n| x \\| y |  |\n後', '3×2{a | b ; 1 | - ; x | y | } / 後'],
  ['one without outer bars', 'a | b\n--|--\n1 | 2\n\nc | d', '2×2{a | b ; 1 | 2} / c | d'],
  ['one without a rule', '| a | b |\n| - | c |', '2×2{a | b ; - | c}'],
  ['in a box', '<div style="border:1px">\na\tb\n</div>', '[1×2{a | b}]'],
]

describe.each([
  ['prose', prose],
  ['HTML', html],
  ['HTML tables', htmlTables],
  ['Markdown', markdown],
  ['tables', tables],
])('%s', (_, rows) => {
  it.each(rows)('%s', (_why, source, expected) => {
    expect(read(source)).toBe(expected)
  })
})

const lines = (text: string): Line[] => readMarkup(text).pages.flatMap(page => [...linesOf(page.blocks)])

describe('lines', () => {
  it('know their number, page, indent and the blank lines above', () => {
    const { pages, pageCount } = readMarkup('\n a\n\n<p>b<br>c</p>\f　d\te\n')
    expect(pageCount).toBe(2)
    expect(pages.map(page => [page.number, page.span])).toEqual([
      [1, [0, 18]],
      [2, [19, 24]],
    ])
    expect(
      lines('\n a\n\n<p>b<br>c</p>\f　d\te').map(({ number, gap, indent }) => [number, gap, Math.round(indent * 10)]),
    ).toEqual([
      [2, 1, 5],
      [4, 1, 0],
      [4, 0, 0],
      [1, 0, 7],
      [1, 0, 0],
    ])
  })

  it('are indented by ideographic spaces and lists in HTML, not by how the source is laid out', () => {
    const found = lines('<ul>\n    <li>　a\n      <ul>\n        <li>b</li>\n      </ul>\n    </li>\n</ul>')
    expect(found.map(line => line.indent)).toEqual([0.68, 1])
  })

  it('stand on their own characters', () => {
    const source = 'x<b>札幌</b>&amp;<sup>7</sup>'
    const [line] = lines(source) as [Line]
    expect(line.on.pieces).toEqual([
      { text: 'x', at: [0, 1] },
      { text: '札幌', at: [4, 6] },
      { text: '&', at: [10, 15] },
      { text: '⁷', at: [20, 21] },
    ])
    expect(spansOf(line.on).map(([from, to]) => source.slice(from, to))).toEqual(['x', '札幌', '&amp;', '7'])
  })

  it('are found again by their characters', () => {
    const document = readMarkup('a\tb\n<p>c</p>\fd')
    expect(document.places([7, 8])).toEqual([{ page: 1, line: 2, offset: [7, 8], bbox: null }])
    expect(document.places([13, 14])).toEqual([{ page: 2, line: 1, offset: [13, 14], bbox: null }])
  })
})

describe('content', () => {
  const content = (text: string) => readMarkup(text).content.map(([from, to]) => text.slice(from, to))
  it.each([
    ['a <b>c</b>', ['a ', 'c']],
    ['&amp;&nbsp;&shy;x', ['&amp;', 'x']],
    ['**a** \\*', ['a', ' ', '*']],
    ['| a |\n|---|\n| b |', [' a ', ' b ']],
    ['a\t"b\n""c"', ['a\t', 'b', '"c']],
    ['<!-- x\ny -->z', ['z']],
    ['# a\n---\n- b', ['a', '- b']],
  ])('of %j', (text, expected) => {
    expect(content(text)).toEqual(expected)
  })
})

it('reads plain text as it always was', () => {
  const text = '題\r\n\r\n　本文は、ここから\n  続く。\n\f次の頁（注）\n\n● 対象 ○ 対象外\n192,788 0 －\f\n'
  const [found, plain] = [readMarkup(text), readPlainText(text)]
  expect({ ...found, places: 0 }).toEqual({ ...plain, places: 0 })
  expect(found.places([0, text.length])).toEqual(plain.places([0, text.length]))
})

it('keeps the text of a line as it is printed', () => {
  expect(lines('a  b　c').map(line => textOf(line.on))).toEqual(['a  b　c'])
})
