import type { EditionId } from './old-editions.ts'

/**
 * The words of the form, as data: what each label is and what stands beside it. A label may be printed over several lines;
 * the text has no borders, so what follows a label is known by its kind.
 */
export interface Label {
  readonly printed: string
  /** What the label introduces. `group` has no value of its own; the others are read by the part that knows their kind. */
  readonly kind: 'prose' | 'group' | 'amounts' | 'saving' | 'year' | 'head' | 'indicator' | 'name'
  /** The field it belongs to, where there is one. */
  readonly field?: string
}

const prose = (printed: string, field: string): Label => ({ printed, kind: 'prose', field })
const group = (printed: string): Label => ({ printed, kind: 'group' })
const amounts = (printed: string, field: string): Label => ({ printed, kind: 'amounts', field })
const head = (printed: string, field: string): Label => ({ printed, kind: 'head', field })

/** What every edition prints alike, and the 2023 form's own. */
const common: readonly Label[] = [
  prose('短期', 'shortTerm'),
  prose('長期', 'longTerm'),
  prose('取組内容', 'activities'),
  prose('事業の必要性', 'necessity'),
  prose('対象者', 'beneficiaries'),
  prose('実施結果', 'results'),
  prose('事業実施における工夫点', 'ingenuity'),
  prose('工夫点', 'ingenuity'),
  prose('他都市の状況', 'otherCities'),
  prose('関連法令・条例・要綱等', 'legalBasis'),
  prose('関連法令', 'legalBasis'),
  prose('今年度取り組んだ見直し内容', 'improvements'),
  prose('今後の改善点', 'improvementPoints'),
  prose('評価の理由', 'currentReason'),
  prose('事業内容', 'projectText'),
  prose('予算', 'budgetText'),
  amounts('事業費', 'projectCostThousandYen'),
  amounts('うち特定財源', 'specificRevenueThousandYen'),
  amounts('人工', 'staffFte'),
  amounts('人件費', 'personnelCostThousandYen'),
  amounts('計（事業費＋人件費）', 'totalThousandYen'),
  { printed: '見直し効果額（前年度）', kind: 'saving', field: 'previous' },
  { printed: '見直し効果額', kind: 'saving', field: 'nextYear' },
  { printed: '開始', kind: 'year', field: 'start' },
  { printed: '終了', kind: 'year', field: 'end' },
  { printed: '指標名', kind: 'name' },
  ...['１', '２', '３', '４'].flatMap(no => [
    { printed: `活動指標${no}`, kind: 'indicator' as const },
    { printed: `成果指標${no}`, kind: 'indicator' as const },
  ]),
  head('年度', 'fiscalYear'),
  head('会計コード', 'account'),
  head('事業コード', 'projectCode'),
  head('事業名', 'projectName'),
  head('評価担当課', 'department'),
  head('所属コード', 'departmentCode'),
  head('所属', 'departmentName'),
  head('担当者名', 'contactName'),
  head('電話番号', 'phone'),
  head('政策名', 'policy'),
  head('主', 'measureMain'),
  head('副', 'measureSub'),
  group('施策名'),
  group('事業の性質'),
  group('実施形態'),
  group('目的'),
  group('事業費の内訳'),
  group('市民参加の実施'),
  group('市民参加結果への対応'),
  group('前回の評価'),
  group('今回の評価'),
  group('次年度の取組の方向性・改善内容'),
  group('アクションプラン掲載'),
  group('行政評価委員会の評価'),
  group('項目'),
  group('判定'),
  group('理由'),
  group('（単位：千円）'),
  group('千円'),
]

/** Labels that an edition has besides, or reads otherwise than the others do. */
const additions: { readonly [E in EditionId]: readonly Label[] } = {
  2023: [],
  2025: [
    prose('目的', 'purposeText'),
    prose('見直し内容', 'improvements'),
    prose('今後の方向性', 'projectText'),
    amounts('正規職員業務量', 'staffFte'),
  ],
  2006: [prose('目的と取組の内容', 'purposeText'), prose('主たる受益者', 'beneficiaries'), group('実施期間')],
}

/** Labels whose words are part of other labels and of texts, so that only a cell of their own tells them: 内容 is what 2006 prints. */
const cellsOwn: { readonly [E in EditionId]: readonly Label[] } = {
  2023: [],
  2025: [],
  2006: [prose('内容', 'purposeText')],
}

export const cellLabelsOf = (id: EditionId): readonly Label[] => cellsOwn[id]

export const allCellLabels: readonly Label[] = Object.values(cellsOwn).flat()

/** The labels of an edition; its own come before those of the same words. */
export const labelsOf = (id: EditionId): readonly Label[] => [...common, ...additions[id]]

/** Those of every edition that a text may print; cells may hold more. */
export const allLabels: readonly Label[] = [...common, ...Object.values(additions).flat()]

/** The headings that part the form. */
export const sections = [
  '◎基本情報',
  '◎事業費',
  '◎活動指標・成果指標',
  '◎検証（振り返り）',
  '◎見直し内容・今後の方向性',
] as const

export const title = '事業評価調書'
