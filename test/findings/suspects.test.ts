import { beforeAll, describe, expect, it } from 'vitest'
import { type Lattice, loadLattice } from '../../src/findings/lattice.ts'
import { suspectsIn } from '../../src/findings/suspects.ts'

/** One text a row; 〔〕 enclose what is misread, and behind → stands what is meant (? where there is no telling). */
const planted: [why: string, row: string][] = [
  ['a sound mark lost, the word stands elsewhere', '図書館では〔子育で〕世帯の利用が増えた。→子育て'],
  ['a kanji of like shape, the word stands elsewhere', '公園の〔官理〕を町内会に委託している。→管理'],
  ['a kanji without its left part', '近隣の小〔学交〕と連携した。→学校'],
  ['a digit for a kana', 'すべての子どもが参加できる〔よ5〕工夫した。→よう'],
  ['a kana of like shape, in a word that stands elsewhere', '館長〔をれぞれ〕が判断した。→それぞれ'],
  ['the same words elsewhere, another character', '利用者アンケートの〔1〕果をまとめた。→結'],
  ['a kanji twice', '職員の〔研研〕修を開催した。→研'],
  ['a kana twice, the words stand elsewhere', '図書の貸出を開始〔すす〕る。→す'],
  ['the same again and again', '今後は〔検討を検討を検討を検討を〕行う。→?'],
  ['a sign inside a word', '貸出サー〔_〕ビスを広げた。→'],
  ['a bracket whose other half is misread', '移動図書館〔「〕あおぞら号の巡回を増やした。→?'],
  ['an era with one kanji wrong', '〔合和〕5年度に開館した。→令和'],
  ['a katakana word with a kana less, usual elsewhere', '各館の〔キャリラダー〕を見直した。→キャリアラダー'],
  ['a verb before を', '開館時間を延長すること〔ができるを〕体制とした。→?'],
  ['two particles', '窓口〔をが〕案内した。→?'],
]

const clean: [why: string, row: string][] = [
  ['the right words of the rows above', '子育て世帯の声を聞き、公園の管理と学校との連携を進めるようにした。'],
  ['the right words of the rows above', '各館それぞれの判断で、図書の貸出を開始する。'],
  ['the right words of the rows above', '利用者アンケートの結果を職員に周知した。'],
  ['the right words of the rows above', 'キャリアラダーに基づき、キャリアラダーの研修を行った。'],
  ['one name ends as the next begins', '札幌市市民文化局と区区民センターが協力した。'],
  ['a digit before a counter', '10月に3事業者へ委託し、4館で5つの講座を開いた。'],
  ['a letter that begins a word', 'eスポーツの講座とTシャツづくりを行った。'],
  ['a name in hiragana that no dictionary has', '「さっぽろきらめきひろば」を開いた。'],
  ['kana that rightly stand twice', '心を育む読み聞かせをすすめ、ますますにぎわった。'],
  ['brackets in both widths', '参加者（市民、学生など)は（延べ）300人だった。'],
  ['a mark with a bracket that is never opened', '1) 巡回先の拡大'],
  ['three eras', '平成30年度、令和元年度及び昭和63年に改修した。'],
  ['two spellings of one word', 'サーバーの更新に合わせて、予約サーバを増設した。'],
  ['particles in a row that are usual', '図書館での催しには、市民からの、また市外へのお知らせもした。'],
  ['a word with one more kanji, also in the document', 'データの利活用を進め、データの活用を広げた。'],
]

const parted = planted.map(([why, row]) => {
  const [marked = '', meant = '?'] = row.split('→')
  const from = marked.indexOf('〔')
  const text = marked.replace(/[〔〕]/g, '')
  return { why, text, from, to: marked.indexOf('〕') - 1, meant: meant === '?' ? null : meant }
})
const texts = [...parted.map(each => each.text), ...clean.map(([, row]) => row)]

describe('what looks misread in one small document', () => {
  let lattice: Lattice
  let all: ReturnType<typeof suspectsIn>
  beforeAll(async () => {
    lattice = await loadLattice()
    all = suspectsIn(texts, lattice)
  })
  const found = (text: string) => all[texts.indexOf(text)]

  it.each(parted)('$why: $text', ({ text, from, to, meant }) => {
    expect(found(text)).toHaveLength(1)
    const [one] = found(text) ?? []
    expect(one && one.from < to && from < one.to).toBe(true)
    const read = (suggestion: string | null | undefined, start = from, end = to) =>
      suggestion == null ? null : text.slice(0, start) + suggestion + text.slice(end)
    expect(read(one?.suggestion, one?.from, one?.to)).toBe(read(meant))
  })

  it.each(clean)('is silent: %s: %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('finds nothing in no text', () => {
    expect(suspectsIn([], lattice)).toEqual([])
    expect(suspectsIn(['', 'a', '。'], lattice)).toEqual([[], [], []])
  })
})
