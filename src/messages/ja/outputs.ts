import type { outputs as english } from '../en/outputs.ts'
import type { SameAs } from '../same-as.ts'
import { codePoint } from '../short.ts'

/** 書き出せない理由と、すべきこと。 */
export const outputs: SameAs<typeof english> = {
  IS_A_FOLDER: a => `${a.path}はフォルダーです。`,
  GIVE_FILE_PATH: 'ファイルのパスを指定してください。',
  EXISTS_ALREADY: a => `${a.path}は既にあります。`,
  OTHER_NAME_OR_OVERWRITE: '別の名前を指定するか、--overwriteで上書きしてください。',
  NOT_EMPTY: a => `${a.path}は空ではありません。`,
  OVERWRITE_OR_OTHER_PLACE: '--overwriteを付けるか、別の場所を指定してください。',
  MADE_MEANWHILE: a => `以前の結果を${a.older}から戻す前に、${a.path}が作られています。`,
  MOVE_ONE_AWAY: '二つのうち一方を移動してください。',
  UNSAFE: a => `${a.path}は、このツールの作業中のものではありません。${a.how}何も変更していません。`,
  MOVE_AWAY: a => `内容を確かめて${a.path}を移動するか、別の出力先を指定してください。`,
  HOW_LINK: 'リンクになっています。',
  HOW_NO_FOLDER: 'フォルダーではありません。',
  HOW_OTHER_USER: '別の利用者のものです。',
  HOW_CLOSED: a => `中を見ることができません（${a.code}）。`,
  HOW_HOLDS: a => `中に「${a.name}」があります。`,
  HOW_UNMARKED: '作業中の印がありません。',
  HOW_OTHERS: 'ほかの者が置いたものです。',
  HOW_BAD_NOTE: '作業の記録が読めません。',
  HOW_LEFT_OVER: '新しい結果に入らなかったファイルが残っています。',
  UNWRITABLE: a => `${a.path}に書き出せません（${a.code}）。`,
  UNWRITABLE_SINCE: a => `${a.path}に書き出せません。${a.why}（${a.code}）`,
  TRY_AGAIN: '空き容量と書き込む権限を確認し、同じ命令を再度実行してください。',
  WHY_DENIED: '権限がありません。',
  WHY_TAKEN: '同じ場所に別のものがあります。',
  WHY_FOLDER: 'フォルダーです。',
  WHY_LONG_NAME: '名前が長すぎます。',
  WHY_NO_PARENT: '入れるフォルダーを作れないか、たどれません。',
  WHY_FULL: '空き容量がありません。',
  WHY_FILE_ABOVE: 'フォルダーが必要な場所にファイルがあります。',
  WHY_READ_ONLY: '読み取り専用です。',
  WHY_OTHER_DISK: '別の記憶装置にまたがります。',
  IN_THE_WAY: a => `${a.path}が妨げになっています。`,
  MOVE_OR_OTHER_FOLDER: '移動するか、別のフォルダーを指定してください。',
  BUSY: a => `${a.path}には、別の処理が書き込んでいます。`,
  BUSY_WITH: a => `${a.path}には、別の処理（番号${a.pid}）が書き込んでいます。`,
  WAIT_OR_END: '終わるまで待つか、その処理を終了してください。',
  CP932_LACKS: a =>
    a.row === 0
      ? `CP932には「${a.character}」（${codePoint(a.character)}）がありません（表${a.table}、列${a.column}の見出し）。`
      : `CP932には「${a.character}」（${codePoint(a.character)}）がありません（表${a.table}、列${a.column}、${a.row}行目）。`,
  EXCHANGE_OR_UTF_8_BOM:
    '--strict-encodingを外すと、別の文字に置き換えます。--encoding utf-8-bomであれば、全ての文字を書き出せます。',
  SHEET_FULL: a => `表${a.table}が、シートに入る上限の${a.rows}行を超えています。`,
  OTHER_FORMAT_OR_FEWER: '-f csv又は-f parquetを指定するか、一度に読む入力を減らしてください。',
  NO_DOCUMENT_FOR_TABLE: '表にする文書がありません。',
  SEE_FAILURES: '入力を読めなかった理由を確認してください。',
  SEVERAL_LAYOUTS: a => `複数の様式の文書があります（${a.layouts.join('、')}）。`,
  CHOOSE_LAYOUT: a =>
    `--layoutで様式を一つ選ぶか、--tableで表（${a.tables.join('、')}）を選ぶか、-oにフォルダーを指定してください。`,
  NO_SUCH_TABLE_AMONG: a => `表「${a.name}」はありません。表は${a.tables.join('、')}です。`,
  NAME_ONE_OF_THESE: 'この中から選んでください。',
  DID_YOU_MEAN: a => `「${a.name}」ではありませんか。`,
  NOT_KEPT: a => `読み取った結果を保存できません（${a.detail}）。`,
  CHANGED_ON_DISK: '実行中に、保存した結果が変更されました。',
  EARLIER_DAMAGED: '以前の実行で保存した結果が壊れています。--forceを付けると、最初からやり直します。',
  MAKE_ROOM_AND_RESUME:
    '空き容量を増やすか、-oに別の場所を指定して、同じ命令を再度実行してください。続きから再開します。',
  TEMPORARY_ROOM: '一時ファイルの場所の空き容量を増やすか、TMPDIRで別の場所を、又は-oで出力先を指定してください。',
  STDOUT_UNWRITABLE: a => `書き出せません（${a.detail}）。`,
  CHECK_DIRECTION: '出力の送り先を確認してください。',
}
