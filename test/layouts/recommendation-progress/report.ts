import type { Truth } from '../../helpers/judged.ts'
import { type Random, randomOf } from '../project-evaluation-sheet/random.ts'

/** A report of our own making: what its pages say is known without reading them. */
export interface Report {
  readonly title: string
  readonly categories: readonly { readonly name: string; readonly meaning: string }[]
  readonly progressPeriod: { readonly from: Period; readonly to: Period }
  readonly nextPeriod: Period
  readonly pages: readonly ReportPage[]
}

interface Period {
  readonly text: string
  readonly fiscalYear: number
  readonly half: 1 | 2 | null
}

export interface ReportPage {
  readonly printedPage: number | null
  readonly label: string | null
  readonly recommendation: { readonly no: number; readonly title: string; readonly points: readonly string[] }
  readonly policy: { readonly code: string; readonly text: string }
  readonly rows: readonly ReportRow[]
  /** Whether it goes on the page before: without block, policy and heads. */
  readonly goesOn: boolean
}

export interface ReportRow {
  readonly action: string | null
  readonly progress: readonly string[]
  readonly selfEvaluation: readonly string[]
  readonly nextActions: readonly string[]
  readonly category: string | null
  readonly departments: readonly { readonly bureau: string | null; readonly division: string }[]
}

const themes = [
  '避難所の運営',
  '救急医療体制',
  '地域包括ケア',
  '通学路の安全',
  '職員の研修',
  '相談支援体制',
  'DV・児童虐待の防止',
  '24時間電話相談',
  '若年層への支援',
  '情報共有の仕組み',
  '「断らない相談」',
  '10代の居場所',
  'ICTの活用',
  '備蓄物資の管理',
  '関係機関との連携',
  '区役所の窓口',
  '産前・産後ケア',
  '学校との協力体制',
]
const tails = ['のあり方について', 'の必要性', 'の強化', 'の徹底', 'の見直し', 'に関する方針の明確化', '及び人材の育成']
const subjects = [
  '各区の担当者',
  'マニュアル（第3版）',
  '連絡会議(年4回)',
  '「見守りシート」',
  '研修・訓練の内容',
  '令和6年度の調査結果',
  '会計年度任用職員',
  'モデル事業（3区）',
  '出産・育児の相談',
  '電話相談の件数',
  '南・北・西区での試行',
  'SNSによる周知',
  '外部の専門家',
  '協定を結んだ団体',
  '5か年の計画',
]
const verbs = [
  'を増員し(7名→8名)、体制を整えた',
  'について関係部局と協議した',
  'を活用して情報を共有した',
  'の周知を図った',
  'を検証し、課題を整理した',
  'の対象を全10区に拡大した',
  'を踏まえ、手順を見直した',
  'に係る経費を予算化した',
  'の効果を「評価会議」で確認した',
  'を令和7年4月に開始した',
]
const bureaus = ['こ', '都市', '子', '区', '保', '総', '教', '市', 'ま', '財', '建', '消', '経']
const divisions = [
  '子育て支援部',
  '保健福祉部',
  '総務部',
  '職員部',
  '児童相談所',
  '学校教育部',
  '男女共同参画室',
  '障がい保健福祉部',
  '予防課',
  '市民自治推進室',
  '改革推進室',
]
const legends = [
  ['新規', '拡充', '継続'],
  ['新設', '強化', '維持', '終了'],
  ['着手', '実施中', '完了'],
  ['A', 'B', 'C'],
]

const list = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

const sentence = (random: Random): string => `${random.pick(subjects)}${random.pick(verbs)}`

const element = (random: Random): string => {
  const text = `${sentence(random)}。${random.chance(0.3) ? `また、${sentence(random)}。` : ''}`
  if (random.chance(0.05)) return `【新規】${random.pick(themes)}${random.pick(tails)}`
  if (random.chance(0.05)) return `${random.pick(themes)}${random.pick(tails)}(再掲)`
  return random.chance(0.06) ? `${text}\n○${random.pick(themes)}の実施\n○${sentence(random)}。` : text
}

const elements = (random: Random, most: number): string[] =>
  random.chance(0.06) ? [] : list(random.int(1, most), () => element(random))

function actionOf(random: Random): string | null {
  if (random.chance(0.08)) return null
  const parts = list(
    random.chance(0.2) ? 2 : 1,
    () => `${random.pick(themes)}を進め、${random.pick(subjects)}を生かした支援を行う。`,
  )
  return [...parts, ...(random.chance(0.08) ? ['※前回の検証報告を踏まえ取り組む内容と一体化'] : [])].join('\n')
}

function rowOf(random: Random, names: readonly string[]): ReportRow {
  const category = random.chance(0.03) ? null : random.pick(names)
  return {
    action: actionOf(random),
    progress: elements(random, 4),
    selfEvaluation: elements(random, 2),
    nextActions: elements(random, 3),
    category,
    departments: list(random.int(category !== null && random.chance(0.04) ? 0 : 1, 3), at => ({
      bureau: at === 0 && random.chance(0.05) ? null : random.pick(bureaus),
      division: random.pick(divisions),
    })),
  }
}

function periodsOf(random: Random): Pick<Report, 'progressPeriod' | 'nextPeriod'> {
  const year = random.int(2019, 2030)
  const text = (of: number) => `令和${of === 2019 ? '元' : of - 2018}年度`
  const whole = (of: number): Period => ({ text: text(of), fiscalYear: of, half: null })
  const half = (of: number, which: 1 | 2): Period => ({
    text: `${text(of)}${which === 1 ? '上' : '下'}半期`,
    fiscalYear: of,
    half: which,
  })
  return random.pick([
    { progressPeriod: { from: whole(year), to: half(year + 1, 1) }, nextPeriod: half(year + 1, 2) },
    { progressPeriod: { from: whole(year), to: whole(year) }, nextPeriod: whole(year + 1) },
    { progressPeriod: { from: half(year, 2), to: half(year + 1, 1) }, nextPeriod: half(year + 1, 2) },
  ])
}

const letters = 'アイウエオカキク'

export function reportOf(seed: number): Report {
  const random = randomOf(seed)
  const names = random.pick(legends)
  const pages: ReportPage[] = []
  let printedPage = random.chance(0.2) ? random.int(2, 30) : 1
  for (let no = 1; no <= random.int(1, 7); no += 1) {
    const recommendation = {
      no,
      title: `${random.pick(themes)}${random.pick(tails)}`,
      points: list(random.int(1, 7), () => `${random.pick(themes)}${random.pick(tails)}`),
    }
    for (let at = 0; at < random.int(1, 5); at += 1) {
      const code = letters.charAt(at)
      const policy = {
        code,
        text: `${random.pick(themes)}を図るとともに、${random.pick(subjects)}との${random.pick(themes)}を構築する。`,
      }
      for (let part = 0; part === 0 || (part < 3 && random.chance(0.2)); part += 1) {
        const rows = list(random.int(1, 4), () => rowOf(random, names))
        const label = random.chance(0.04) ? null : `提言${no}-${code}`
        pages.push({
          printedPage: random.chance(0.06) ? null : printedPage,
          label,
          recommendation,
          policy,
          rows,
          goesOn: part > 0,
        })
        printedPage += 1
      }
    }
  }
  return {
    title: random.pick(['検証報告書における提言', '第三者委員会報告書における提言', '検証ワーキンググループの提言']),
    categories: names.map(name => ({
      name,
      meaning: `${random.pick(['新たな', '現在の', '既存の'])}取組を${random.pick(['実施', '継続', '見直し', '完了'])}する項目`,
    })),
    ...periodsOf(random),
    pages,
  }
}

export function truthOf({ pages, ...header }: Report): Truth {
  return {
    header,
    records: pages.flatMap(({ rows, goesOn: _, ...top }) => rows.map(row => ({ ...top, ...row, other: [] }))),
  }
}
