// Made from the field definitions of ict-strategy-chapter by test/library-types.test.ts: UPDATE=1 writes it anew.

/** What stands once in a document of the form ICT活用戦略 第5章 ICT活用施策. */
export interface IctStrategyChapterHeader {
  chapter: {
    /** 章 */
    no: number | null
    /** 章の名称 */
    title: string | null
  }
  /** 前文 */
  introduction: (string | null)[]
  glossary: {
    /** 用語の番号 */
    no: number | null
    /** 語句 */
    term: string | null
    /** 解説 */
    definition: string | null
  }[]
  sidebars: {
    /** コラムの題名 */
    title: string | null
    /** コラムの本文 */
    paragraphs: (string | null)[]
    tables: {
      /** コラムの表の題名 */
      title: string | null
      /** コラムの表の見出し */
      columns: (string | null)[]
      rows: (string | null)[][]
    }[]
    /** 出典 */
    source: string | null
  }[]
}

/** One record of the form ICT活用戦略 第5章 ICT活用施策. */
export interface IctStrategyChapterRecord {
  /** 施策コード */
  code: string | null
  /** 施策名 */
  name: string | null
  /** 分野 */
  domain: string | null
  /** 目指す姿 */
  vision: string | null
  needs: {
    /** 見開き */
    spread: number
    /** ニーズや課題の項目 */
    topic: string | null
    /** 市民のニーズや課題 */
    items: (string | null)[]
  }[]
  initiatives: {
    /** 見開き */
    spread: number
    /** 取組名 */
    title: string | null
    /** 新規 */
    isNew: boolean
    /** 取組内容 */
    description: string | null
    /** 用語解説の番号 */
    footnotes: (number | null)[]
  }[]
  outcomes: {
    /** 見開き */
    spread: number
    /** こう変える */
    text: string | null
  }[]
}
