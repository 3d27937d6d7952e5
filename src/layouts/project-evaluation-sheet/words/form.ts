import { type EditionChange, formOf } from './editions.ts'
import {
  amounts,
  choice,
  choiceAndProse,
  circles,
  coded,
  group,
  head,
  indicator,
  indicatorName,
  otherWords,
  prose,
  type Row,
  saving,
  section,
  squares,
  wideProse,
  year,
} from './rows.ts'

/** The editions of the form: as the rows below name it, or `like` another one with changes (docs/adding-an-edition.md). */
const editions: readonly EditionChange[] = [
  { id: '2023' }, // two pages
  { id: '2025' }, // one page
  { id: '2006' }, // one page, prose alone below the money
]

const every = { always: ['2006', '2023', '2025'] }

export const title = '事業評価調書'

/** The city prints A to C; other years and towns print S, D and E as well. */
export const grade = circles('S', 'A', 'B', 'C', 'D', 'E', '評価省略対象事業・前年度実施なし')
export const target = circles('対象', '対象外')
const expense = circles('経常経費', '臨時的経費')
const category = circles('内部管理', '法定経費', '指定管理', '内部管理以外')
const term = circles('単年度', '単年度継続', '複数年継続')
const execution = circles('直営', '一部委託', '全部委託', '補助助成', '補助・助成', 'その他')
const conducted = squares('企画', '実施', '評価', '対象外')
const reflected = squares('回答', '反映')
const projectDirection = {
  field: 'nextYear.project.direction',
  options: circles('改善', '現状維持', '休止・廃止'),
}
const budgetDirection = {
  field: 'nextYear.budget.direction',
  options: circles('拡充', '現状維持', '縮小', 'その他'),
}

/** Every label and heading of every edition, in the order of the form, with the field of the record that is beside it. */
const rows: readonly Row[] = [
  head('年度', 'fiscalYear', every),
  coded('会計コード', 'account', every),
  head('事業コード', 'projectCode', every),
  head('事業名', 'projectName', every),
  head('評価担当課', 'department', every),
  coded('所属コード', 'department.code'),
  head('所属', 'department.name'),
  head('担当者名', 'contact.name', { always: ['2006', '2023'] }),
  head('電話番号', 'contact.phone', every),
  ...otherWords('head', { account: ['会計', '会計区分'] }, 2),
  ...otherWords('head', {
    projectCode: ['事業番号', '事務事業コード', '事務事業番号'],
    projectName: ['事務事業名', '事業名称', '事務事業名称'],
    department: ['担当課', '所管課', '担当部署'],
    'contact.name': ['担当者', '担当者氏名', '記入者'],
    'contact.phone': ['電話', 'TEL'],
  }),

  section('◎基本情報'),
  head('政策名', 'policy', { always: ['2006', '2023'] }),
  group('施策名', 'measures', { ...every, cells: 2 }),
  coded('主', 'measures.main'),
  coded('副', 'measures.sub'),
  choice('アクションプラン掲載', { targets: target }, { always: ['2023'] }),
  choice('行政評価委員会の評価', { targets: target }, { always: ['2023'] }),
  choice('事業の性質', { 'nature.expense': expense, 'nature.category': category }, every),
  choice('実施期間', { term }, { marks: ['2006'], only: ['2006'] }),
  choice('実施形態', { execution }, every),
  year('開始', 'startFiscalYear', { always: ['2006', '2023'] }),
  year('終了', 'endFiscalYear', { always: ['2006', '2023'] }),
  prose('対象者', 'beneficiaries', { always: ['2023', '2025'] }),
  prose('主たる受益者', 'beneficiaries', { marks: ['2006'], only: ['2006'] }),
  group('目的'),
  wideProse('目的', 'purpose.text', { always: ['2025'], only: ['2025'] }),
  wideProse('目的と取組の内容', 'purpose.text', { marks: ['2006'], only: ['2006'] }),
  wideProse('内容', 'purpose.text', { only: ['2006'], isCellOnly: true }),
  wideProse('短期', 'purpose.shortTerm', { marks: ['2023'] }),
  wideProse('長期', 'purpose.longTerm', { marks: ['2023'] }),
  wideProse('取組内容', 'activities', { always: ['2023', '2025'] }),
  prose('事業の必要性', 'necessity', { always: ['2006'] }),
  wideProse('実施結果', 'results', { marks: ['2023'] }),
  wideProse('事業実施における工夫点', 'ingenuity', { marks: ['2023'] }),
  wideProse('工夫点', 'ingenuity'),
  wideProse('他都市の状況', 'otherCities', { always: ['2006', '2023'] }),
  wideProse('関連法令・条例・要綱等', 'legalBasis', { always: ['2006', '2023'] }),
  wideProse('関連法令', 'legalBasis'),
  ...otherWords('prose', {
    beneficiaries: ['受益者', '事業の対象', '事業対象者', '対象となる者'],
    activities: ['事業の概要', '事業概要', '取組の内容', '事業の内容', '実施内容'],
    results: ['実施状況', '事業の実績', '取組の結果', '実施した結果'],
    ingenuity: ['工夫した点', '事業実施に当たり工夫した点', '事業実施における工夫', '工夫したこと'],
    otherCities: ['他都市の取組状況', '他都市の実施状況', '他都市の取組', '他都市の事例', '他都市比較'],
    legalBasis: ['根拠法令等', '根拠法令', '関係法令', '関係法令等', '関連法令等', '法令等の根拠', '根拠法令・条例等'],
  }),

  section('◎事業費'),
  amounts('事業費', 'costs.projectCostThousandYen', { always: ['2006', '2023'] }),
  amounts('うち特定財源', 'costs.specificRevenueThousandYen', every),
  amounts('人工', 'costs.staffFte', { always: ['2006', '2023'] }),
  amounts('正規職員業務量', 'costs.staffFte', { marks: ['2025'], only: ['2025'] }),
  amounts('人件費', 'costs.personnelCostThousandYen', { always: ['2006', '2023'] }),
  amounts('計（事業費＋人件費）', 'costs.totalThousandYen', { always: ['2006', '2023'] }),
  amounts('計', 'costs.totalThousandYen', { isCellOnly: true }),
  group('（単位：千円）'),
  group('事業費の内訳', 'costBreakdowns', { always: ['2023'] }),

  section('◎活動指標・成果指標', { marks: ['2025'] }),
  indicator('活動指標１', 'indicators', { always: ['2023', '2025'] }),
  indicator('活動指標２', 'indicators', { always: ['2023', '2025'] }),
  indicator('活動指標３', 'indicators'),
  indicator('活動指標４', 'indicators'),
  indicator('成果指標１', 'indicators', { always: ['2023', '2025'] }),
  indicator('成果指標２', 'indicators', { always: ['2023', '2025'] }),
  indicator('成果指標３', 'indicators'),
  indicator('成果指標４', 'indicators'),
  indicatorName('指標名'),

  section('◎検証（振り返り）', { marks: ['2023'] }),
  group('項目', 'assessments', { always: ['2023'] }),
  group('判定'),
  group('理由'),
  choice('市民参加の実施', { 'citizenParticipation.conducted': conducted }, { always: ['2023'] }),
  choice('市民参加結果への対応', { 'citizenParticipation.reflected': reflected }, { always: ['2023'] }),
  choice('前回の評価', { 'previous.grade': grade }, { marks: ['2023'] }),
  prose('今年度取り組んだ見直し内容', 'previous.improvements', { always: ['2023'] }),
  saving('見直し効果額（前年度）', 'previous.savingsThousandYen', { always: ['2023'] }),
  prose('今後の改善点', 'improvementPoints', { marks: ['2023'] }),
  choice('今回の評価', { 'current.grade': grade }, { marks: ['2023'] }),
  prose('評価の理由', 'current.reason', { always: ['2023'] }),
  ...otherWords('prose', {
    improvementPoints: ['課題と今後の改善点', '課題・改善点', '今後の課題', '課題と改善点', '今後の課題・改善点'],
    'current.reason': ['評価理由', '今回の評価の理由', '評価の根拠'],
    'previous.improvements': ['今年度の見直し内容', '今年度実施した見直し内容', '取り組んだ見直し内容'],
  }),

  section('◎見直し内容・今後の方向性', { marks: ['2025'] }),
  prose('見直し内容', 'previous.improvements', { marks: ['2025'], only: ['2025'] }),
  group('次年度の取組の方向性・改善内容'),
  choiceAndProse('事業内容', projectDirection, 'nextYear.project.text', { always: ['2023'] }),
  choiceAndProse('今後の方向性', projectDirection, 'nextYear.project.text', { marks: ['2025'], only: ['2025'] }),
  choiceAndProse('予算', budgetDirection, 'nextYear.budget.text', { always: ['2023'] }),
  saving('見直し効果額', 'nextYear.savingsThousandYen', { always: ['2023'] }),
  group('千円'),
]

export const form = formOf(rows, editions)
