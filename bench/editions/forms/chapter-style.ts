import { chance, type Random } from '../choices.ts'
import type { Is } from '../document.ts'
import { type Block, bold, type Colour, cell, paragraph } from '../print/model.ts'
import type { Measure } from '../words/measures.ts'

export type Arrangement =
  | 'stacked'
  | 'three columns'
  | 'outcomes below two'
  | 'needs above two'
  | 'initiatives left'
  | 'table'
  | 'table of rows'
  | 'a page each'
export type TopicStyle = 'bold' | 'underlined' | 'brackets' | 'marked' | 'framed' | 'beside'

interface Words {
  readonly needs: string
  readonly initiatives: string
  readonly outcomes: string
}

/** How a chapter prints its measures. */
export interface Style {
  readonly arrangement: Arrangement
  readonly words: Words
  readonly heading: 'plain' | 'band' | 'row'
  readonly code: (code: string) => string
  readonly hasDomain: boolean
  readonly isVisionFramed: boolean
  readonly hasCaption: boolean
  readonly section: 'band' | 'bold' | 'marked'
  readonly topic: TopicStyle
  readonly item: string
  readonly initiative: (index: number) => string
  readonly outcome: (index: number) => string
  readonly badge: { readonly text: string; readonly isPill: boolean }
  readonly raised: (no: number) => string
  readonly arrow: string | undefined
  readonly hanging: boolean
}

const seedWords: Words = { needs: '市民のニーズや課題', initiatives: 'ICTやデータの活用', outcomes: 'こう変える' }
const otherWords: readonly [Words, ...Words[]] = [
  { needs: '市民のニーズと課題', initiatives: 'ICT・データの活用', outcomes: 'こう変わる' },
  { needs: '現状と課題', initiatives: 'ICTやデータを活用した取組', outcomes: '目指す姿' },
  { needs: '市民の声', initiatives: '取り組むこと', outcomes: 'こんなまちになります' },
]

export function styleOf(random: Random, is: Is): Style {
  const arrangement = random.pick<Arrangement>([
    'stacked',
    'stacked',
    'three columns',
    'outcomes below two',
    'needs above two',
    'initiatives left',
    'table',
    'table of rows',
    'a page each',
  ])
  const topic = random.pick<TopicStyle>(['bold', 'bold', 'underlined', 'brackets', 'marked', 'framed', 'beside'])
  const heading = random.pick(['plain', 'plain', 'band', 'row'] as const)
  const circled = (index: number) => '①②③④⑤⑥'[index] as string
  const initiative = random.pick<(index: number) => string>([
    () => '■',
    () => '■',
    () => '●',
    () => '◆',
    circled,
    () => '',
    () => '▶',
  ])
  const outcome = random.pick<(index: number) => string>([
    () => '■',
    () => '・',
    () => '✓',
    () => '◆',
    circled,
    () => '○',
  ])
  const item = random.pick(['・', '・', '■', '✓', '-', '○'])
  is(`arrangement ${arrangement}`, 100)
  is(`topics ${topic}`, 100)
  is(`heading ${heading}`, 100)
  is(`initiatives ${initiative(0) || 'without mark'}`, 100)
  is(`outcomes ${outcome(0)}`, 100)
  is(`items ${item}`, 100)
  return {
    arrangement,
    topic,
    heading,
    initiative,
    outcome,
    item,
    words: is('other section headings', 15) ? random.pick(otherWords) : seedWords,
    code: random.pick([
      code => `【ICT活用施策 ${code}】`,
      code => `【ICT活用施策${code}】`,
      code => `【ICT活用施策（${code}）】`,
      code => `ICT活用施策${code}　`,
    ] as const),
    hasDomain: !is('no domain', 20),
    isVisionFramed: is('vision framed', 40),
    hasCaption: is('caption', 15),
    section: is('section headings with marks', 25) ? 'marked' : random.pick(['band', 'bold'] as const),
    badge: { text: random.pick(['NEW', '新規']), isPill: is('badge in a pill', 60) },
    raised: random.pick([no => String(no), no => `※${no}`, no => `（※${no}）`, no => `*${no}`] as const),
    arrow: is('arrows between', 15) ? random.pick(['▼', '▶', '⇩']) : undefined,
    hanging: chance(random, 50),
  }
}

const band: Colour = [0.8, 0.86, 0.94]

export function headingsOf({ code, name, domain }: Measure, style: Style): Block[] {
  const text = `${style.code(code)}${name}${domain === null ? '' : `（${domain}）`}`
  if (style.heading === 'row')
    return [
      {
        kind: 'table',
        widths: [1],
        rows: [[{ ...cell(text), content: [bold(text, { scale: 1.2 })], ground: band }]],
        heads: 0,
        rules: 'all',
        cuts: false,
      },
    ]
  return [bold(text, { scale: 1.3, after: 0.3, ...(style.heading === 'band' ? { ground: band } : {}) })]
}

export function sectionHeading(words: string, style: Style): Block {
  if (style.section === 'band')
    return paragraph([{ text: words, bold: true, colour: [1, 1, 1] }], {
      ground: [0.2, 0.4, 0.6],
      after: 0.4,
      scale: 1.1,
    })
  return bold(`${style.section === 'marked' ? '◎' : ''}${words}`, {
    after: 0.4,
    scale: 1.1,
    underlined: style.section === 'bold',
  })
}
