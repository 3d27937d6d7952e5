import { chance, type Random } from '../choices.ts'

type Words = readonly [string, ...string[]]

const services: Words = [
  '夜間開館',
  '遊具の更新',
  '水質の測定',
  '苗木の配布',
  '出張相談',
  '放課後の学習支援',
  '雪堆積場の運営',
  '街路灯のＬＥＤ化',
  '移動図書館',
  '温水プールの開放',
  '空き店舗の活用',
  '防災訓練',
  '健康教室',
  '多言語の窓口案内',
  '橋の点検',
  '写真資料の電子化',
  '昼食の配送',
  '自転車置場の整備',
  '井戸の維持',
  '地下歩道の清掃',
  '消費者講座',
  '文化財の公開',
  '合同就職説明会',
  '回収拠点の増設',
]
const people: Words = [
  '利用者',
  '町内会',
  '子育て中の世帯',
  '留学生',
  '商店街',
  '高齢者',
  '受託者',
  '来場者',
  '区民',
  '農業者',
  '学生',
  '障がいのある方',
]
const means: Words = [
  'チラシとSNS',
  'オンライン会議',
  'アンケート調査',
  '職員研修',
  'GIS',
  '広報誌「まちの窓」',
  '電話',
  '公募型の提案',
  'RPA',
  '共同調達',
  '現地の確認',
  '地区ごとの説明会',
]
const ends: Words = [
  '費用を抑える',
  '待ち時間を短くする',
  '参加しやすくする',
  '担い手を増やす',
  '安全を保つ',
  '偏りをなくす',
  '手続を簡素にする',
  '認知度を高める',
  '事故を防ぐ',
  '使いやすくする',
]
const verbs: Words = ['進める', '見直す', '広げる', '続ける', '検討する', '試行する', '公表する', '引き継ぐ']
const pasts: Words = ['行った', '進めた', '見直した', '始めた', '広げた', '終えた', '取りまとめた']

/** A number with separators, as prose prints it. */
export const figure = (random: Random, from: number, to: number): string => random.int(from, to).toLocaleString('en-US')

export const service = (random: Random): string => random.pick(services)

/** The name of a project: no sentence. */
export const projectName = (random: Random): string =>
  `${service(random)}${random.pick(['事業', '推進事業', '費', '支援事業費', '運営費', '（補助分）事業'])}`

/** The title of a policy, without a full stop. */
export const policyName = (random: Random): string =>
  `${random.pick(people)}${random.pick(['とともに', 'のために', 'が主役となって'])}${random.pick(ends)}${random.pick(['まちづくり', '地域づくり', '仕組みの充実', '環境の整備'])}`

/** One sentence of prose that ends in 。 */
export function sentence(random: Random): string {
  const makers: readonly [() => string, ...(() => string)[]] = [
    () => `${service(random)}については、${random.pick(means)}により${random.pick(ends)}ことを${random.pick(verbs)}。`,
    () =>
      `${random.pick(people)}からの要望を受け、${service(random)}を${figure(random, 2, 90)}か所で${random.pick(pasts)}。`,
    () =>
      `${service(random)}の件数は${figure(random, 1200, 98000)}件で、前年度に比べ${random.int(1, 40)}.${random.int(0, 9)}％増えた。`,
    () =>
      `${random.pick(means)}を用いて${service(random)}の周知を図り、${random.pick(people)}の理解を得ながら${random.pick(ends)}。`,
    () =>
      `また、${service(random)}と${service(random)}（${random.pick(means)}を含む。）を一体で${random.pick(pasts)}。`,
    () =>
      `${random.pick(people)}の${random.int(21, 89)}％が「満足」と答えており、${service(random)}の効果が表れている。`,
    () =>
      `令和${random.int(2, 6)}年度に${service(random)}・${service(random)}の在り方を改め、${random.pick(ends)}よう${random.pick(pasts)}。`,
    () =>
      `${random.pick(people)}が減っていることから、${service(random)}の対象を見直し、${random.pick(verbs)}必要がある。`,
  ]
  return random.pick(makers)()
}

/** So many sentences in one paragraph. */
export const prose = (random: Random, from: number, to: number): string =>
  Array.from({ length: random.int(from, to) }, () => sentence(random)).join('')

/** A short phrase without a full stop, as lists hold it. */
export const phrase = (random: Random): string =>
  `${service(random)}の${random.pick(['実施', '拡大', '見直し', '周知', '継続'])}${chance(random, 20) ? `（${random.pick(people)}向け）` : ''}`

/** What people feel is missing: a sentence as needs print it. */
export const wish = (random: Random): string =>
  random.pick([
    `${random.pick(people)}の多くが${service(random)}を知らず、${random.pick(ends)}ことが求められている。`,
    `${service(random)}に手間と時間がかかっており、${random.pick(people)}の負担となっている。`,
    `${random.pick(people)}のうち${random.int(12, 78)}％が${service(random)}に不安があると答えている。`,
    `${service(random)}の担い手が足りず、${random.pick(ends)}ことが難しい。`,
  ])

/** What will be otherwise: a sentence as outcomes print it. */
export const hope = (random: Random): string =>
  random.pick([
    `${random.pick(people)}が${service(random)}をいつでも使うことができる。`,
    `${service(random)}により、${random.pick(people)}の暮らしが便利になる。`,
    `${random.pick(people)}が自分に合った${service(random)}を選ぶことができる。`,
  ])
