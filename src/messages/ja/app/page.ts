import type { page as english } from '../../en/app/page.ts'
import type { SameAs } from '../../same-as.ts'

/** ブラウザーで文書を読むページの文。 */
export const page: SameAs<typeof english> = {
  title: '札幌市 評価関係文書のデータ化',
  drop: 'PDF、テキスト又はそれらのフォルダーをここに置くか、ファイルを選んでください。',
  choose: 'ファイルを選ぶ',
  add: 'ファイルを追加',
  local: '全てこのブラウザーの中で読み取ります。ファイルはどこにも送信しません。',
  reading: a => `${a.of}件中${a.done + 1}件目を読んでいます: ${a.name}`,
  pages: a => `${a.pages + 1}ページ目`,
  cancel: '中止',
  cancelled: a => `中止しました。読んでいないファイルは${a.left}件です。`,
  done: a => `${a.files}件のファイルから${a.documents}件の文書を読みました。読めなかったものは${a.failures}件です。`,
  nothing: a => `対象のファイルがありません（${a.endings}）。`,
  save: '保存',
  xlsx: 'Excelブック',
  csv: 'CSV（全ての表をまとめたZIP）',
  json: 'JSON',
  saving: 'ファイルを作っています。',
  saved: a => `保存しました: ${a.name}`,
  failed: a => `処理できませんでした。${a.detail}`,
  tooOld: 'このブラウザーは古いため使えません。Edge、Chrome、Firefox又はSafariの新しい版を使ってください。',
  password: a => `パスワードが必要です（${a.names.join('、')}）。`,
  noDecision: a => `${a.name}の${a.line}行目は、確認画面で保存した内容ではありません。`,
  unlock: '読む',
  fileName: '札幌市評価関係文書',
}
