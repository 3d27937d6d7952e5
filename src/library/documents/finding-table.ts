// Made from the field definitions of finding-table by test/library-types.test.ts: UPDATE=1 writes it anew.

/** What stands once in a document of the form 行政評価委員会 指摘事項と改善・見直しの検討状況. */
export interface FindingTableHeader {
  /** 表題 */
  title: string | null
  /** 年度 */
  fiscalYear: number | null
  /** 資料番号 */
  attachment: string | null
}

/** One record of the form 行政評価委員会 指摘事項と改善・見直しの検討状況. */
export interface FindingTableRecord {
  /** NO */
  no: number | null
  /** 局 */
  bureaus: (string | null)[]
  /** 所管部 */
  divisions: (string | null)[]
  measure: {
    /** 施策番号 */
    code: string | null
    /** 施策 */
    name: string | null
  }
  /** 指摘対象 */
  project: string | null
  /** 指摘事項 */
  finding: string | null
  timing: {
    /** 取組の実施時期の区分 */
    category: string | null
    /** 取組の実施時期 */
    text: string | null
    /** 取組の実施年度 */
    fiscalYear: number | null
  }
  /** 今後の取組の方向性 */
  response: string | null
  other: {
    /** その他の欄 */
    label: string | null
    /** その他の内容 */
    value: string | null
  }[]
}
