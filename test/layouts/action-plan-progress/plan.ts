import type { Truth } from '../../helpers/judged.ts'
import { type Random, randomOf } from '../project-evaluation-sheet/random.ts'

/** A plan of our own making: what a progress table of it says is known without reading it. */
export interface Plan {
  readonly name: string
  readonly total: number
  readonly lead: string
  readonly years: { readonly from: number; readonly to: number; readonly next: number }
  readonly sections: readonly Section[]
}

export interface Section {
  readonly no: number
  readonly title: string
  readonly directions: readonly string[]
  readonly initiatives: readonly Initiative[]
}

export interface Initiative {
  readonly no: number
  readonly title: string
  readonly progress: readonly string[]
  readonly outlook: readonly string[]
  readonly boxes: readonly { readonly title: string; readonly items: readonly string[] }[]
}

const subjects = [
  '市民の声を集める窓口',
  '「まちの相談室」',
  '公園の樹木',
  '地域団体（12団体）',
  '消防団員',
  '除雪の委託契約',
  'ICTを用いた点検',
  '図書館の貸出し',
  '道路・橋りょう',
  '「安全」、「安心」の二つの柱',
  '水道管の更新',
  '保育所',
  '駅前広場',
  '雇用・就労の支援',
  'スポーツ施設',
  '学校給食',
  'AIやRPA',
  '3か年計画',
]
const objects = [
  'について関係部局と協議',
  'の利用者数（年間延べ1,204人）を把握',
  'を令和3年4月から段階的に拡大',
  'に係る経費を約15%削減',
  'の情報をSNSで発信',
  'の在り方を「検討会議」で議論',
  'に関する調査（対象：20～39歳）を2回実施',
  'を民間事業者へ委託',
  'の課題を整理',
  'の運用を見直し、R4年度末までに全10区へ展開',
  'のマニュアル（第2版）を作成',
]
const ends = [
  'した。',
  'する。',
  'していくことが必要。',
  'を実施。',
  'してきた。今後も継続する。',
  'したほか、他都市の事例を調べた。',
]
const openEnds = ['の予定', '中（令和4年10月～）', 'を検討', 'など']
const titles = [
  '公園の管理',
  '窓口の改善',
  '職員・組織の力の向上',
  '「見える化」の推進',
  'ICTの活用',
  '災害への備え（自助・共助）',
  '子育て支援',
  '2030年に向けた準備',
  '財源の確保',
  '広報、広聴の充実',
  '公共施設の再編',
  '雪対策の効率化',
  'データに基づく施策の立案',
]

const sentence = (random: Random): string =>
  random.pick(subjects) + random.pick(objects) + (random.chance(0.85) ? random.pick(ends) : random.pick(openEnds))

/** What may stand in front of a sentence or behind it. */
const rare: readonly ((random: Random) => string)[] = [
  random => `【新規】${sentence(random)}`,
  random => `${sentence(random)}（再掲）`,
  random => `（${random.pick(titles)}）${sentence(random)}`,
  random => `「${random.pick(titles)}」${sentence(random)}`,
  random => `①${random.pick(titles)}、②${random.pick(titles)}及び③${random.pick(titles)}${random.pick(objects)}した。`,
  random => `${sentence(random)}\n○${sentence(random)}\n○${sentence(random)}`,
  random => `${sentence(random)}\n①${random.pick(titles)}\n②${random.pick(titles)}\n③${random.pick(titles)}`,
  random => `令和${random.int(1, 9)}年度は${sentence(random)}`,
  random => `${random.int(2, 40)}か所の${sentence(random)}`,
  random => `${random.pick(titles)}：${random.int(1, 9)},${random.int(100, 999)}件`,
  random => random.pick(titles),
]

const point = (random: Random): string => {
  if (random.chance(0.15)) return random.pick(rare)(random)
  const more = random.chance(0.2) ? `また、${sentence(random)}` : ''
  const first = sentence(random)
  return more && !first.endsWith('。') ? `${first}。${more}` : first + more
}

/** Points, and at times a note below them. */
function pointsOf(random: Random, most: number): string[] {
  const points = list(random.int(random.chance(0.05) ? 0 : 1, most), () => point(random))
  return points.length > 0 && random.chance(0.07)
    ? [...points, `※${random.pick(titles)}は、${sentence(random)}`]
    : points
}

const list = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

const circled = (at: number): string => String.fromCodePoint(0x2460 + at)

function box(random: Random) {
  const isSeries = random.chance(0.5)
  const items = list(random.int(1, isSeries ? 12 : 4), at =>
    isSeries
      ? `${circled(at)}${random.pick(titles)}業務（R${random.int(1, 5)}.${random.int(1, 12)}～）`
      : sentence(random),
  )
  return { title: `${random.pick(titles)}の概要`, items }
}

export function planOf(seed: number): Plan {
  const random = randomOf(seed)
  const name = random.pick([
    '札幌市行政運営プラン2024',
    '札幌市まちづくり計画（第2次行政編）',
    'さっぽろ行財政改革プラン',
    '札幌市未来へつなぐプラン・改定版',
  ])
  const total = random.int(20, 130)
  const from = random.int(2017, 2026)
  const to = from + random.int(1, 4)
  const names = random.shuffle(titles)
  return {
    name,
    total,
    lead: `「${name}」掲載の個別取組（全${total}項目）は、${random.pick(['全て実施済み', '概ね予定どおり実施'])}。主な取組の進捗及び今後の方向性について記載。`,
    years: { from, to, next: to + 1 },
    sections: list(random.int(1, 7), at => ({
      no: at + 1,
      title: names[at] ?? 'その他',
      directions: list(random.int(1, 4), () => point(random)),
      initiatives: list(random.int(1, 6), index => ({
        no: index + 1,
        title: `${random.pick(titles)}${random.pick(['', 'に向けた取組', '及び環境の整備', '（第1期）'])}`,
        progress: pointsOf(random, 6),
        outlook: pointsOf(random, 5),
        boxes: list(random.chance(0.2) ? random.int(1, 2) : 0, () => box(random)),
      })),
    })),
  }
}

/** What reading the plan's table must give. */
export function truthOf({ name, total, lead, years, sections }: Plan): Truth {
  return {
    header: {
      plan: name,
      initiativesTotal: total,
      lead,
      progressPeriod: { from: years.from, to: years.to },
      outlookFrom: years.next,
    },
    records: sections.flatMap(({ initiatives, no, title, directions }) =>
      initiatives.map(each => ({ section: { no, title, directions }, ...each, other: [] })),
    ),
  }
}
