/** The options of each choice; a square mark begins those that allow several answers. */
export const optionSets = {
  target: ['対象', '対象外'],
  expense: ['経常経費', '臨時的経費'],
  category: ['内部管理', '法定経費', '指定管理', '内部管理以外'],
  term: ['単年度', '単年度継続', '複数年継続'],
  execution: ['直営', '一部委託', '全部委託', '補助助成', '補助・助成', 'その他'],
  conducted: ['企画', '実施', '評価', '対象外'],
  reflected: ['回答', '反映'],
  grade: ['A', 'B', 'C', '評価省略対象事業・前年度実施なし'],
  projectDirection: ['改善', '現状維持', '休止・廃止'],
  budgetDirection: ['拡充', '現状維持', '縮小', 'その他'],
} as const

export type OptionSet = keyof typeof optionSets

/** Choices that are answered with squares: any number of answers. */
export const squareSets: readonly OptionSet[] = ['conducted', 'reflected']
