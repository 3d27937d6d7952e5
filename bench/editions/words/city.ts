import { type Random, shuffled } from '../choices.ts'

/** A bureau, the mark it is shortened to, and its divisions. */
export interface Bureau {
  readonly name: string
  readonly mark: string
  readonly divisions: readonly string[]
}

const bureaus: readonly Bureau[] = [
  { name: '港湾緑地局', mark: '港', divisions: ['緑地管理部', '水辺整備部'] },
  { name: '文化観光局', mark: '文', divisions: ['文化部', '観光・誘客部', '国際交流室'] },
  { name: '健康福祉局', mark: '健', divisions: ['障がい福祉部', '高齢者支援部', '衛生研究所'] },
  { name: '都市整備局', mark: '都', divisions: ['建築指導部', '住宅部', '市街地再開発担当部'] },
  { name: '子ども局', mark: '子', divisions: ['子育て支援部', '児童家庭部', '児童相談所'] },
  { name: '財務局', mark: '財', divisions: ['税政部', '財産活用部'] },
  { name: '環境局', mark: '環', divisions: ['環境推進部', '施設部', '円ケ丘動物園'] },
  { name: '交通局', mark: '交', divisions: ['高速電車部', '経営企画課'] },
  { name: '教育委員会', mark: '教', divisions: ['学校教育部', '生涯学習部', '中央図書館'] },
  { name: '消防局', mark: '消', divisions: ['警防部', '予防部'] },
  { name: '各区', mark: '区', divisions: ['市民部', '保健福祉部'] },
]

export const someBureaus = (random: Random, number: number): Bureau[] => shuffled(random, bureaus).slice(0, number)
