import type { problems as english } from '../en/problems.ts'
import type { SameAs } from '../same-as.ts'

/** 出力がスキーマと異なる点。 */
export const problems: SameAs<typeof english> = {
  EXPECTED: a => `${a.expected}であるべきところ、${a.found}になっています。`,
  NO_SUCH_KEY: 'あるはずのないキーがあります。',
  NOT_JSON: a => `JSONとして読めません（${a.detail}）。`,
  DOCUMENT_LINE_FIRST: '最初は文書の行であるべきところ、別の行があります。',
  RECORD_LINES: a => `この文書の後にデータの行が${a.expected}行あるべきところ、${a.found}行あります。`,
  RECORD_PAGES: a => `データ${a.records}件のそれぞれに一つずつあるべきところ、${a.found}個あります。`,
  TRUE_OR_FALSE: 'true又はfalse',
  AN_OBJECT: 'オブジェクト',
  A_LIST: '配列',
  A_VALUE: '値',
  ONE_OF: a => a.values.join('又は'),
  OTHER_KIND: '別の種類の値',
  AT_LEAST: a => `${a.minimum}以上`,
  LENGTH_AT_LEAST: a => `${a.minimum}文字以上の文`,
  LIST_AT_LEAST: a => `要素が${a.minimum}個以上の配列`,
  AT_MOST: a => `${a.maximum}以下`,
  LENGTH_AT_MOST: a => `${a.maximum}文字以下の文`,
  LIST_AT_MOST: a => `要素が${a.maximum}個以下の配列`,
  TEXT_LIKE: a => `${a.pattern}の形の文`,
  NOTHING: '値のない状態',
  LIST_OF_ONE: '要素が1個の配列',
  LIST_OF: a => `要素が${a.items}個の配列`,
}
