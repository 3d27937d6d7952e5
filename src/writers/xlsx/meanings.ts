import type { Code } from '../../diagnostics/codes.ts'

/** What each code means, in a few words of Japanese. */
export const meanings: { readonly [C in Code]: string } = {
  FIELD_UNREADABLE: '値として読めません。空欄にしました。',
  FIELD_AMBIGUOUS: '2通り以上に読めます。空欄にしました。',
  CHOICE_NONE: 'どの選択肢にも印がありません。',
  CHOICE_SEVERAL: '2つ以上の選択肢に印があります。',
  SUM_MISMATCH: '内訳の合計が印刷された計と合いません。',
  PERCENT_MISMATCH: '印刷された割合が計算と合いません。',
  ERA_MISMATCH: '和暦と西暦が合いません。',
  SEQUENCE_GAP: '番号が続いていません。',
  FOOTNOTE_UNMATCHED: '注番号と用語解説が対応しません。',
  ENUMERATOR_LOOKALIKE: '似た文字を記号として読みました。',
  EDITION_UNKNOWN: '知られている版の様式と違います。',
  LABEL_UNKNOWN: '知られていない見出しがあります。',
  TEXT_UNCLAIMED: 'どの項目にも入らなかった文字があります。',
  COUNT_MISMATCH: '印刷された件数が合いません。',
  SEAM_SUSPECT: '行やページの継ぎ目で文字が欠けた疑いがあります。',
  SUSPECT_TEXT: '読み誤りの疑いがあります。',
  ARRANGEMENT_DOUBTED: '値が別の見出しの下に入った疑いがあります。',
  FILE_REPAIRED: 'PDFが書かれたときのままではありません。',
  CHARACTER_REPLACED: '文字コードにない文字を別の文字に置き換えました。',
  DITTO: '「〃」「同上」を、上の値として読みました。',
  DECISION_STALE: '人が決めた内容を反映していません。',
  NO_RECORDS: '記入のない様式です。',
  TEXT_CUT: '文字が途中で切れています。',
  HIDDEN_TEXT: 'ファイルにあっても、ページに見えない文字があります。',
}
