export type EditionId = '2023' | '2025' | '2006'

/** An edition is known by what only it prints; labels of a field that it always prints are missed where they are not there. */
export interface Edition {
  readonly id: EditionId
  readonly marks: readonly string[]
  /** Fields whose label every sheet of the edition prints, with the pointer of what stands beside it. */
  readonly always: readonly { readonly field: string; readonly pointer: string }[]
}

const beside = (field: string, pointer = field) => ({ field, pointer })

export const editions: readonly Edition[] = [
  {
    id: '2023',
    marks: [
      '短期',
      '長期',
      '実施結果',
      '事業実施における工夫点',
      '◎検証（振り返り）',
      '前回の評価',
      '今回の評価',
      '今後の改善点',
    ],
    always: [
      beside('shortTerm', 'purpose/shortTerm'),
      beside('longTerm', 'purpose/longTerm'),
      beside('activities'),
      beside('beneficiaries'),
      beside('results'),
      beside('ingenuity'),
      beside('otherCities'),
      beside('legalBasis'),
      beside('improvements', 'previous/improvements'),
      beside('improvementPoints'),
      beside('currentReason', 'current/reason'),
      beside('projectText', 'nextYear/project'),
      beside('budgetText', 'nextYear/budget'),
      beside('projectCostThousandYen', 'costs'),
      beside('specificRevenueThousandYen', 'costs'),
      beside('staffFte', 'costs'),
      beside('personnelCostThousandYen', 'costs'),
      beside('totalThousandYen', 'costs'),
      beside('previous', 'previous/savingsThousandYen'),
      beside('nextYear', 'nextYear/savingsThousandYen'),
      beside('start', 'startFiscalYear'),
      beside('end', 'endFiscalYear'),
    ],
  },
  {
    id: '2025',
    marks: ['正規職員業務量', '今後の方向性', '見直し内容', '◎活動指標・成果指標', '◎見直し内容・今後の方向性'],
    always: [
      beside('purposeText', 'purpose/text'),
      beside('activities'),
      beside('beneficiaries'),
      beside('improvements', 'previous/improvements'),
      beside('projectText', 'nextYear/project/text'),
      beside('specificRevenueThousandYen', 'costs'),
      beside('staffFte', 'costs'),
    ],
  },
  {
    id: '2006',
    marks: ['目的と取組の内容', '主たる受益者', '実施期間'],
    always: [
      beside('purposeText', 'purpose/text'),
      beside('beneficiaries'),
      beside('necessity'),
      beside('otherCities'),
      beside('legalBasis'),
      beside('projectCostThousandYen', 'costs'),
      beside('specificRevenueThousandYen', 'costs'),
      beside('staffFte', 'costs'),
      beside('personnelCostThousandYen', 'costs'),
      beside('totalThousandYen', 'costs'),
      beside('start', 'startFiscalYear'),
      beside('end', 'endFiscalYear'),
    ],
  },
]
