// Made from the field definitions of project-evaluation-sheet by test/library-types.test.ts: UPDATE=1 writes it anew.

/** What stands once in a document of the form 事業評価調書. */
export interface ProjectEvaluationSheetHeader {
  /** 標題 */
  title: string | null
}

/** One record of the form 事業評価調書. */
export interface ProjectEvaluationSheetRecord {
  /** 年度 */
  fiscalYear: number | null
  account: {
    /** 会計コード */
    code: string | null
    /** 会計名 */
    name: string | null
  }
  /** 事業コード */
  projectCode: string | null
  /** 事業名 */
  projectName: string | null
  department: {
    /** 所属コード */
    code: string | null
    /** 評価担当課 所属 */
    name: string | null
  }
  contact: {
    /** 担当者名 */
    name: string | null
    /** 電話番号 */
    phone: string | null
  }
  /** 政策名 */
  policy: string | null
  measures: {
    main: {
      /** 施策コード */
      code: string | null
      /** 施策名 */
      name: string | null
    } | null
    sub: {
      /** 施策コード */
      code: string | null
      /** 施策名 */
      name: string | null
    } | null
  }
  targets: {
    /** 対象区分 */
    label: string | null
    /** 対象/対象外 */
    value: string | null
  }[]
  nature: {
    /** 事業の性質（経費） */
    expense: string | null
    /** 事業の性質（区分） */
    category: string | null
  }
  /** 実施期間 */
  term: string | null
  /** 実施形態 */
  execution: string | null
  /** 対象者 */
  beneficiaries: string | null
  /** 開始 */
  startFiscalYear: number | null
  /** 終了 */
  endFiscalYear: number | null
  purpose: {
    /** 目的（短期） */
    shortTerm: string | null
    /** 目的（長期） */
    longTerm: string | null
    /** 目的 */
    text: string | null
  }
  /** 取組内容 */
  activities: string | null
  /** 事業の必要性 */
  necessity: string | null
  /** 工夫点 */
  ingenuity: string | null
  /** 実施結果 */
  results: string | null
  /** 他都市の状況 */
  otherCities: string | null
  /** 関連法令・条例・要綱等 */
  legalBasis: string | null
  costs: {
    /** 年度 */
    fiscalYear: number | null
    /** 区分 */
    kind: 'actual' | 'budget' | null
    /** 事業費（千円） */
    projectCostThousandYen: number | null
    /** うち特定財源（千円） */
    specificRevenueThousandYen: number | null
    /** 人工 */
    staffFte: number | null
    /** 人件費（千円） */
    personnelCostThousandYen: number | null
    /** 計（千円） */
    totalThousandYen: number | null
  }[]
  costBreakdowns: {
    /** 年度 */
    fiscalYear: number | null
    /** 区分 */
    kind: 'actual' | 'budget' | null
    /** 事業費の内訳 */
    text: string | null
    items: {
      /** 番号 */
      no: number | null
      /** 内訳項目 */
      label: string | null
      /** 内訳金額（千円） */
      amountThousandYen: number | null
    }[]
  }[]
  indicators: {
    /** 指標区分 */
    kind: 'activity' | 'outcome' | null
    /** 指標番号 */
    no: number | null
    /** 指標名 */
    name: string | null
    values: {
      /** 年度 */
      fiscalYear: number | null
      /** 区分 */
      kind: 'actual' | 'target' | 'planned' | null
      /** 値（表記） */
      text: string | null
      /** 値（数値） */
      value: number | null
    }[]
  }[]
  assessments: {
    /** 項目 */
    item: string | null
    /** 設問 */
    question: string | null
    /** 判定 */
    grade: string | null
    /** 理由 */
    reason: string | null
  }[]
  citizenParticipation: {
    /** 市民参加の実施 */
    conducted: string[]
    /** 市民参加結果への対応 */
    reflected: string[]
  }
  previous: {
    /** 前回の評価 */
    grade: string | null
    /** 今年度取り組んだ見直し内容 */
    improvements: string | null
    /** 見直し効果額（前年度）（千円） */
    savingsThousandYen: number | null
  }
  /** 今後の改善点 */
  improvementPoints: string | null
  current: {
    /** 今回の評価 */
    grade: string | null
    /** 評価の理由 */
    reason: string | null
  }
  nextYear: {
    project: {
      /** 次年度の方向性（事業内容） */
      direction: string | null
      /** 次年度の改善内容（事業内容） */
      text: string | null
    }
    budget: {
      /** 次年度の方向性（予算） */
      direction: string | null
      /** 次年度の改善内容（予算） */
      text: string | null
    }
    /** 見直し効果額（千円） */
    savingsThousandYen: number | null
  }
  other: {
    /** その他の欄 */
    label: string | null
    /** その他の内容 */
    value: string | null
  }[]
}
