import type { others as english } from '../../en/explained/others.ts'
import type { SameAs } from '../../same-as.ts'

/** 全体を通しての指摘、判定の理由、実行を終わらせる符号の意味、例、すべきこと。 */
export const others: SameAs<typeof english> = {
  FILENAME_MISMATCH: {
    meaning: 'ファイルの名前と、調書の内容が合いません。',
    example: '2024_10_20123.pdfの中身が、事業コード20124の調書です。',
    todo: '正しいファイルか、確認してください。',
  },
  YEAR_OUTLIER: {
    meaning: '調書の年度が、ほかの大部分の調書と異なります。',
    example: '2024年度の600件の中に、2023年度のものが1件あります。',
    todo: 'この公開分に含まれるものか、確認してください。',
  },
  DOCUMENT_REPEATED: {
    meaning: '同じ文書が二つ以上あります。',
    example: 'ファイルと、差し替え後のファイルがあります。',
    todo: '1件として数えてください。',
  },
  UNIT_COST_OUTLIER: {
    meaning: '1人工当たりの人件費が、ほかの調書と異なります。',
    example: 'ほかが8,640のところ864となっており、桁が欠けた可能性があります。',
    todo: '原本で両方の数値を確認してください。',
  },
  PLACE_UNCONFIRMED: {
    meaning: '値は読めましたが、見出しや項目名に対する位置を確かめられません。',
    example: '欄のないテキストです。',
    todo: '原本を確認するか、入力がテキストであれば、PDFを指定してください。',
  },
  COVERAGE_LOW: {
    meaning: '読取率が、--min-coverageの値を下回っています。',
    example: '0.98の指定に対し、0.93でした。',
    todo: 'TEXT_UNCLAIMEDの診断を確認してください。',
  },
  VERDICT_LOW: {
    meaning: '判定が、--min-verdictの段階に達していません。',
    example: '「問題なし」の指定に対し、「要確認」でした。',
    todo: 'その文書の誤りと警告を確認してください。',
  },
  BASELINE_STALE: {
    meaning: '--baselineに記載した承認済みの診断が、なくなっています。',
    example: 'ファイルが訂正されたか、データの位置が移りました。',
    todo: '直ったことを確認し、--write-baselineを付けて書き直してください。',
  },
  USAGE: {
    meaning: '使い方に誤りがあります。',
    example: '「-f cvs」と指定しています。',
    todo: '命令の説明（--help）を確認してください。',
  },
  OUTPUT_EXISTS: {
    meaning: '出力先に、既に何かがあります。',
    example: '以前の結果があるフォルダーを指定しています。',
    todo: '別の場所を指定するか、--overwriteを付けてください。',
  },
  OUTPUT_UNWRITABLE: {
    meaning: '書き出すことができません。',
    example: '記憶装置の空き容量がありません。',
    todo: '空き容量を増やすか、別の場所を指定して、同じ命令を再度実行してください。',
  },
  OUTPUT_BUSY: {
    meaning: '同じ出力先に、別の処理が書き込んでいます。',
    example: '同じ命令を二つの画面で実行しています。',
    todo: '終わるまで待つか、その処理を終了してください。',
  },
  OUTPUT_UNSAFE: {
    meaning: '作業の場所に、このツールが作ったものではないものがあります。何も変更していません。',
    example: '作業用のフォルダーの場所に、リンクがあります。',
    todo: '内容を確かめて移動するか、別の出力先を指定してください。',
  },
}
