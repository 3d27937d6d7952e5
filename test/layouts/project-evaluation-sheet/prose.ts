import { emWidth } from '../../../src/document/prose/widths.ts'
import { tidySpaces } from '../../../src/normalise/whitespace.ts'
import { foldWidth } from '../../../src/normalise/width.ts'
import type { Random } from './random.ts'
import { type BlockName, type Sheet, setBlock, type Truth } from './sheet.ts'

/** Sentences with what is hard about them: the form's own words, numbers, Latin words, brackets, marks that begin nothing. */
const sentences = [
  '利用者のニーズを踏まえ、相談窓口の運営時間を見直した。',
  '事業費は２，３４５千円であり、前年度の予算と比べて１割ほど少ない。',
  'Policy Making の研修とＷｅｂ会議を組み合わせ、ＩＣＴやデータの活用を進めた。',
  '令和２年度からは、目的に応じて対象者を（２０歳未満を含む）広げて実施している。',
  '登録者は延べ１２，３４５人、うち市外の方は１，０８７人であった。',
  'その理由は、実施結果と他都市の状況を比べると明らかである。',
  '「さっぽろ・仕事ひろば」の見直し効果額は小さいが、市民参加の実施を重ねて改善していく。',
  '専門相談（法律、税務、労務）の件数は、前回の評価のときより増えている。',
  '感染症の影響が長引く中、窓口・電話・オンラインの三つの方法で相談を受け付けた。',
  '人件費と委託費の内訳を精査し、令和６年度以降の予算に反映する。',
  '今後も関係機関（国、北海道、近隣市町村）との連携を深める必要がある。',
  '短期の効果は限られるものの、長期にわたる支えとなっている。',
]

/** Short items that end no sentence, as lists have them. */
const phrases = [
  '相談窓口の運営（北区）',
  'セミナーの開催　年１２回',
  '就職支援員の配置',
  'パンフレット（５，０００部）の作成',
  '企業説明会',
]

const notBegin = /[、。，．）」』】・ーっゃゅょッャュョ％]/u

/** A paragraph as a column of this width prints it: words of Latin letters whole, no line beginning with what may not begin one. */
export function wrap(text: string, measure: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/[A-Za-zＡ-Ｚａ-ｚ]+\s?|[\s\S]/gu) ?? []) {
    if (line !== '' && emWidth(line + word) > measure && !notBegin.test(word)) {
      lines.push(line)
      line = ''
    }
    line += word
  }
  return [...lines, line].map(each => each.trim())
}

export const plainOf = (text: string): string => tidySpaces(foldWidth(text))

export interface Written {
  readonly lines: readonly string[]
  readonly value: string | null
}

const paragraph = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.pick(sentences)).join('')

/** A paragraph whose last line ends well before the edge, so that the next one is seen to begin. */
function shortEnded(random: Random, measure: number): string {
  for (;;) {
    const text = paragraph(random, random.int(1, 5))
    const width = emWidth(wrap(text, measure).at(-1) ?? '')
    if (width > 3 && width < measure * 0.75) return text
  }
}

/** Three lines or more, so that the width of the column is seen. */
function long(random: Random, measure: number): string {
  for (let text = shortEnded(random, measure); ; text = shortEnded(random, measure))
    if (wrap(text, measure).length > 2) return text
}

const written = (paragraphs: readonly string[], measure: number): Written => ({
  lines: paragraphs.flatMap(text => wrap(text, measure)),
  value: paragraphs.map(plainOf).join('\n'),
})

/** The ways in which a cell is filled in. The longest line of each comes near the edge wherever more than one paragraph must be told apart. */
export const ways: { readonly [name: string]: (random: Random, measure: number) => Written } = {
  'one line': (random, measure) => written([shortOf(random, measure)], measure),
  'one paragraph': (random, measure) => written([paragraph(random, random.int(2, 9))], measure),
  paragraphs: (random, measure) =>
    written([long(random, measure), ...many(random, () => shortEnded(random, measure)), paragraph(random, 2)], measure),
  bullets: (random, measure) => {
    const items = many(random, () => (random.chance(0.5) ? random.pick(phrases) : random.pick(sentences)))
    return {
      ...written(
        items.map(item => `・${item}`),
        measure,
      ),
      value: items.map(plainOf).join('\n'),
    }
  },
  'bullets below a sentence': (random, measure) => {
    const items = many(random, () => random.pick(phrases))
    const head = paragraph(random, 3)
    const { lines } = written([head, ...items.map(item => `・${item}`)], measure)
    return { lines, value: [head, ...items].map(plainOf).join('\n') }
  },
  'a series of lines': (random, measure) =>
    written([long(random, measure), ...many(random, index => `${'①②③④⑤⑥'[index]}${random.pick(sentences)}`)], measure),
  'a series in a sentence': (random, measure) => {
    const items = random
      .shuffle(phrases)
      .slice(0, 3)
      .map((item, index) => `${'①②③'[index]}${item}`)
    return written([`${random.pick(sentences)}内容は、${items.join('、')}である。`], measure)
  },
  'a note': (random, measure) => written([paragraph(random, 3), `※${random.pick(sentences)}`], measure),
  nothing: () => ({ lines: [], value: null }),
  'a dash': random => ({ lines: [random.pick(['－', '―', '-'])], value: null }),
}

const shortOf = (random: Random, measure: number): string =>
  random.pick([...sentences, ...phrases].filter(text => emWidth(text) <= measure))
const many = <T>(random: Random, make: (index: number) => T): T[] =>
  Array.from({ length: random.int(2, 5) }, (_, index) => make(index))

interface Cell {
  readonly block: BlockName
  readonly label: readonly string[]
  readonly measure: number
  readonly set: (truth: Truth, value: string | null) => void
  readonly behind?: string
}

/** The cells of running text: where each stands, under which label, how wide it is. */
export const cells: readonly Cell[] = [
  {
    block: 'legalBasis',
    label: ['関連法令・条例・', '要綱等', ''],
    measure: 47,
    set: (t, v) => {
      t.legalBasis = v
    },
  },
  {
    block: 'otherCities',
    label: ['他都市の状況', ''],
    measure: 47,
    set: (t, v) => {
      t.otherCities = v
    },
  },
  {
    block: 'results',
    label: ['実施結果', ''],
    measure: 47,
    set: (t, v) => {
      t.results = v
    },
  },
  {
    block: 'ingenuity',
    label: ['事業実施におけ', 'る', '', '工夫点', ''],
    measure: 47,
    set: (t, v) => {
      t.ingenuity = v
    },
  },
  {
    block: 'shortTerm',
    label: ['短期', ''],
    measure: 47,
    set: (t, v) => {
      t.purpose.shortTerm = v
    },
  },
  {
    block: 'longTerm',
    label: ['長期', ''],
    measure: 47,
    set: (t, v) => {
      t.purpose.longTerm = v
    },
  },
  {
    block: 'activities',
    label: ['取組内容', ''],
    measure: 47,
    set: (t, v) => {
      t.activities = v
    },
  },
  {
    block: 'currentReason',
    label: ['今回の評価', '', '評価の理由'],
    measure: 45,
    set: (t, v) => {
      t.current.reason = v
    },
  },
  {
    block: 'projectText',
    label: ['次年度の', '取組の', '方向性・', '改善内容', '', '事業', '内容', ''],
    measure: 45,
    set: (t, v) => {
      t.nextYear.project.text = v
    },
  },
  {
    block: 'budgetText',
    label: ['予算'],
    measure: 32,
    set: (t, v) => {
      t.nextYear.budget.text = v
    },
    behind: '見直し効果額 0',
  },
  {
    block: 'improvements',
    label: ['今年度取り組んだ', '見直し内容', ''],
    measure: 32,
    set: (t, v) => {
      t.previous.improvements = v
    },
  },
  {
    block: 'improvementPoints',
    label: ['今後の改善点', ''],
    measure: 47,
    set: (t, v) => {
      t.improvementPoints = v
    },
  },
]

export function fillCell(sheet: Sheet, cell: Cell, { lines, value }: Written): void {
  const body =
    cell.behind === undefined ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''} ${cell.behind}`.trim()]
  setBlock(sheet, cell.block, [...cell.label, ...body])
  cell.set(sheet.truth, value)
}

/** Texts that say nothing of the sheet's numbers, for variants whose numbers change. */
export function quietProse(sheet: Sheet, random: Random): void {
  for (const cell of cells)
    if (['results', 'currentReason', 'improvementPoints'].includes(cell.block))
      fillCell(sheet, cell, written([sentences[8] as string], cell.measure))
  sheet.truth.assessments.forEach((item, index) => {
    const text = `${sentences[0]}${random.pick(sentences.slice(8))}`
    const block = sheet.blocks.find(each => each.name === `assessment${index}`)
    if (!block) return
    block.lines = [
      ...block.lines.slice(0, block.lines.findIndex(line => /^[ABC]$/u.test(line)) + 1),
      '',
      ...wrap(text, 44),
    ]
    item.reason = plainOf(text)
  })
}
