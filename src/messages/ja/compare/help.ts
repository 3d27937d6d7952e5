import type { compareHelp as en } from '../../en/compare/help.ts'
import type { SameAs } from '../../same-as.ts'

export const compareHelp: SameAs<typeof en> = {
  diff: '2つの公開分（extractの出力又は文書）の違いを示します。',
  history: '複数の公開分の調書の数値を、種類ごとに1つの縦長の表にまとめます。',
  oldRelease: '古い公開分。出力のフォルダやファイル、又は文書',
  newRelease: '新しい公開分',
  releases: '公開分を古い順に。出力のフォルダやファイル、又は文書',
  diffFormat: '省略時は-oの拡張子による。それ以外はtext',
  historyFormat: '省略時は-oの拡張子による。それ以外はjson',
  diffOutput: 'ファイル。省略時は標準出力',
  historyTable: 'CSV又はParquetに書く表',
  differs: '違いがあった（--exit-codeを指定したとき）',
  exitCode: '比較できないものを除き、違いがあれば終了コードを4とする',
  ofDiff:
    'レコードはコードで対応付けます。両方に記載された同じ年度の数値は一致するはずです。一方に疑いがある値や空の値は、変更とはせず「比較できないもの」として示します。',
  ofHistory: '同じ年度の数値が複数の公開分にあるときは、新しい公開分の値を採り、異なる値は隣の列に示します。',
}
