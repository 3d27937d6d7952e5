import { type Random, shuffled } from '../choices.ts'
import { hope, policyName, prose, sentence, service, wish } from './prose.ts'

/** What a measure of the chapter holds. */
export interface Measure {
  readonly code: string
  readonly name: string
  readonly domain: string | null
  readonly vision: string
  readonly needs: readonly { readonly topic: string; readonly items: readonly string[] }[]
  readonly initiatives: readonly Initiative[]
  readonly outcomes: readonly string[]
}

export interface Initiative {
  readonly title: string
  readonly isNew: boolean
  readonly paragraphs: readonly string[]
  /** The term of the glossary that its first paragraph begins with. */
  readonly term: Term | undefined
}

export interface Term {
  readonly no: number
  readonly term: string
  readonly definition: string
}

const terms: readonly (readonly [string, string])[] = [
  ['LPWA', '少ない電力で遠くまで届く無線の通信。'],
  ['オープンデータ', '誰でも使うことができる形で公開されたデータ。'],
  ['API', 'プログラムが互いの機能を呼び出すための取決め。'],
  ['デジタルツイン', '現実のまちを写し取った仮想の空間。'],
  ['GIGAスクール', '児童生徒に一人一台の端末を配る国の構想。'],
  ['BPR', '仕事の進め方を根本から組み立て直すこと。'],
  ['エッジAI', '端末の側で判断を行う人工知能。'],
]

export const someTerms = (random: Random, number: number, first: number): Term[] =>
  shuffled(random, terms)
    .slice(0, number)
    .map(([term, definition], index) => ({ no: first + index, term, definition }))

const topics = [
  '移動の不便',
  '手続の手間',
  '災害への備え',
  '学びの機会',
  '人手の不足',
  '健康への不安',
  '情報の届き方',
  'まちの魅力',
  '働く場',
  '子育ての負担',
]
const kinds = [
  'アプリの提供',
  'データの公開',
  'システムの刷新',
  'センサーの設置',
  '相談のオンライン化',
  '実証実験',
  '基盤の整備',
  '見える化',
]
const domains = ['生活', '産業', '教育', '行政', '安全']

export function measureOf(random: Random, code: string, hasDomain: boolean, left: Term[]): Measure {
  const ownTopics = shuffled(random, topics).slice(0, random.int(2, 3))
  const ownKinds = shuffled(random, kinds).slice(0, random.int(2, 4))
  return {
    code,
    name: policyName(random),
    domain: hasDomain ? (domains[random.int(0, domains.length - 1)] as string) : null,
    vision: `${sentence(random)}`,
    needs: ownTopics.map(topic => ({ topic, items: Array.from({ length: random.int(1, 3) }, () => wish(random)) })),
    initiatives: ownKinds.map(kind => ({
      title: `${service(random)}に係る${kind}`,
      isNew: random.int(1, 3) === 1,
      paragraphs: Array.from({ length: random.int(1, 2) }, () => prose(random, 1, 2)),
      term: random.int(1, 3) === 1 ? left.shift() : undefined,
    })),
    outcomes: Array.from({ length: random.int(2, 3) }, () => hope(random)),
  }
}
