import type { DiagnosticArgs } from '../arguments.ts'
import { codePoint, short } from '../short.ts'
import type { Spoken } from '../words.ts'

const list = (items: readonly string[]): string => (items.length === 0 ? 'なし' : items.join('、'))

/** 診断の文。見付けたこと、次に、すべきことを述べる。 */
export const diagnostics: { readonly [C in keyof DiagnosticArgs]: (args: Spoken<DiagnosticArgs[C]>) => string } = {
  FIELD_UNREADABLE: a =>
    `${a.field}の印字「${short(a.printed)}」は、${a.expected}として読めません。値は空（null）としました。原本を確認してください。`,
  FIELD_AMBIGUOUS: a =>
    a.candidates.length > 1
      ? `${a.field}は${a.candidates.length}通りに読めます（${a.candidates.map(short).join('／')}）。${a.why}値は空（null）としました。原本を見て選んでください。`
      : `${a.field}は一通りに決まりません。${a.why}値は空（null）としました。原本を見て選んでください。`,
  CHOICE_NONE: a =>
    `${a.field}は、どの選択肢にも印がありません（選択肢：${list(a.options)}）。原本を確認してください。`,
  CHOICE_SEVERAL: a =>
    `${a.field}は一つだけ選ぶ項目ですが、複数に印があります（${list(a.chosen)}）。原本を確認してください。`,
  SUM_MISMATCH: a =>
    `${a.what}は、内訳の合計では${a.expected}ですが、印字は${a.actual}です。原本で両方を確認してください。`,
  PERCENT_MISMATCH: a =>
    `${a.what}は、数値から計算すると${a.expected}％ですが、文中では${a.actual}％です。原本で両方を確認してください。`,
  ERA_MISMATCH: a =>
    `「${short(a.printed)}」は、元号では${a.japanese}年ですが、併記の西暦は${a.western}年です。原本を確認してください。`,
  SEQUENCE_GAP: a =>
    `${a.what}は「${a.expected}」のはずですが、「${a.actual}」です。欠けているもの、又は二重に読んだものがないか、確認してください。`,
  FOOTNOTE_UNMATCHED: a =>
    a.side === 'text'
      ? `本文に注${a.no}の印がありますが、説明がありません。注の説明を探してください。`
      : `注${a.no}の説明がありますが、本文に印がありません。本文の印を探してください。`,
  ENUMERATOR_LOOKALIKE: a =>
    `印字は「${a.printed}」ですが、順序から「${a.read}」と読みました。原本を確認してください。`,
  EDITION_UNKNOWN: a =>
    a.unexpected.length === 0
      ? `最も近い版（${a.closest}）にある項目名「${list(a.missing)}」がありません。隣の値が別の項目に入っていないか、確認してください。`
      : a.missing.length === 0
        ? `最も近い版（${a.closest}）にない項目名「${list(a.unexpected)}」があります。どの項目にも当たらない値は「other」に入れました。`
        : `既知の版に当てはまりません。最も近い版は${a.closest}です（ない項目名：${list(a.missing)}。新しい項目名：${list(a.unexpected)}）。全ての値を確認してください。`,
  LABEL_UNKNOWN: a => `項目名「${short(a.label)}」は未知のものです。値は「other」に入れました。`,
  TEXT_UNCLAIMED: a => {
    if (a.isApart)
      return a.lines > 1
        ? `「${short(a.text)}」から始まる${a.lines}行は、どの項目にも入りません。いずれの値からも離れた位置にあります。`
        : `「${short(a.text)}」は、どの項目にも入りません。いずれの値からも離れた位置にあります。`
    return a.times > 1
      ? `「${short(a.text)}」（印字${a.times}か所）は、どの項目にも入っていません。値に欠けがないか、確認してください。`
      : `「${short(a.text)}」は、どの項目にも入っていません。値に欠けがないか、確認してください。`
  },
  COUNT_MISMATCH: a => `${a.what}は、文中では${a.expected}ですが、この文書にあるのは${a.actual}です。`,
  SEAM_SUSPECT: a =>
    `「${short(a.printed)}」は、分かれた行をつないだものです。正しくは「${short(a.suggestion)}」とみられます。原本を確認してください。`,
  SUSPECT_TEXT: a =>
    a.suggestion === null
      ? `「${short(a.printed)}」には誤りの疑いがあります。${a.why}原本を確認してください。`
      : `「${short(a.printed)}」には誤りの疑いがあります。${a.why}正しくは「${short(a.suggestion)}」の可能性があります。原本を確認してください。`,
  TEXT_CUT: a =>
    a.rest === null
      ? `「${short(a.printed)}」は、途中で切れています。続きはページにもファイルにもありません。他の資料で確認してください。`
      : `「${short(a.printed)}」は、途中で切れています。ファイルには「${short(a.rest)}」もありますが、ページには見えません。必要であれば補ってください。`,
  HIDDEN_TEXT: a =>
    `「${short(a.text)}」は、ファイルにありますが、${a.page}ページには見えません。どの値にも入れません。`,
  DECISION_STALE: a => `人が決めた内容を反映していません。${a.why}`,
  DITTO: a => `「${a.printed}」は、上の値と同じことを示しています。`,
  CHARACTER_REPLACED: a =>
    a.by === null
      ? `CP932に「${a.character}」（${codePoint(a.character)}）がないため、「${a.table.ja}」の「${a.column.ja}」では「〓」としました。UTF-8で出力すれば、全ての文字を書き出せます。`
      : `CP932に「${a.character}」（${codePoint(a.character)}）がないため、「${a.table.ja}」の「${a.column.ja}」では「${a.by}」としました。`,
  NO_RECORDS: a => `「${a.form}」は未記入の様式です。記入がないため、データはありません。`,
  ARRANGEMENT_DOUBTED: a => `${a.what}値が誤った見出しの下に入っている可能性があります。原本を確認してください。`,
  FILE_REPAIRED: a =>
    `PDFが作成時の状態ではありません。${a.what}ページに必要なものは全て読み取れましたが、いくつかの値を確認するか、ファイルを再度入手してください。`,
}
