// Made from the field definitions of action-plan-progress by test/library-types.test.ts: UPDATE=1 writes it anew.

/** What stands once in a document of the form アクションプラン（行政運営の取組）の進捗. */
export interface ActionPlanProgressHeader {
  /** 計画名 */
  plan: string | null
  /** 個別取組の総数 */
  initiativesTotal: number | null
  /** 前文 */
  lead: string | null
  progressPeriod: {
    /** 取組期間の開始 */
    from: number | null
    /** 取組期間の終了 */
    to: number | null
  }
  /** 方向性の開始年度 */
  outlookFrom: number | null
}

/** One record of the form アクションプラン（行政運営の取組）の進捗. */
export interface ActionPlanProgressRecord {
  section: {
    /** 取組方針の番号 */
    no: number | null
    /** 取組方針 */
    title: string | null
    /** 取組の方向性（プラン） */
    directions: (string | null)[]
  }
  /** 項目番号 */
  no: number | null
  /** 項目 */
  title: string | null
  /** 主な取組内容 */
  progress: (string | null)[]
  /** 今後の取組の方向性 */
  outlook: (string | null)[]
  boxes: {
    /** 囲みの題 */
    title: string | null
    /** 囲みの内容 */
    items: (string | null)[]
  }[]
  other: {
    /** その他の欄 */
    label: string | null
    /** その他の内容 */
    value: string | null
  }[]
}
