// Made from the field definitions of recommendation-progress by test/library-types.test.ts: UPDATE=1 writes it anew.

/** What stands once in a document of the form 検証報告書における提言 取組状況. */
export interface RecommendationProgressHeader {
  /** 標題 */
  title: string | null
  categories: {
    /** 取組区分 */
    name: string | null
    /** 取組区分の意味 */
    meaning: string | null
  }[]
  progressPeriod: {
    from: {
      /** 取組状況の期間の始め */
      text: string | null
      /** 取組状況の期間の始めの年度 */
      fiscalYear: number | null
      /** 取組状況の期間の始めの半期 */
      half: 1 | 2 | null
    }
    to: {
      /** 取組状況の期間の終わり */
      text: string | null
      /** 取組状況の期間の終わりの年度 */
      fiscalYear: number | null
      /** 取組状況の期間の終わりの半期 */
      half: 1 | 2 | null
    }
  }
  nextPeriod: {
    /** 取組内容の期間 */
    text: string | null
    /** 取組内容の期間の年度 */
    fiscalYear: number | null
    /** 取組内容の期間の半期 */
    half: 1 | 2 | null
  }
}

/** One record of the form 検証報告書における提言 取組状況. */
export interface RecommendationProgressRecord {
  /** 頁 */
  printedPage: number | null
  /** 提言・取組方針の番号 */
  label: string | null
  recommendation: {
    /** 提言番号 */
    no: number | null
    /** 提言 */
    title: string | null
    /** 提言の項目 */
    points: (string | null)[]
  }
  policy: {
    /** 取組方針の記号 */
    code: string | null
    /** 取組方針 */
    text: string | null
  }
  /** 取組内容 */
  action: string | null
  /** 取組状況 */
  progress: (string | null)[]
  /** 自己評価 */
  selfEvaluation: (string | null)[]
  /** 今後の取組内容 */
  nextActions: (string | null)[]
  /** 取組区分 */
  category: string | null
  departments: {
    /** 局・区 */
    bureau: string | null
    /** 担当部 */
    division: string | null
  }[]
  other: {
    /** その他の欄 */
    label: string | null
    /** その他の内容 */
    value: string | null
  }[]
}
