import type { FailureArgs, Sentence, Unit } from '../arguments.ts'
import type { Spoken } from '../words.ts'

type Args<C extends keyof FailureArgs> = Spoken<FailureArgs[C]>

/** 入力を読めなかったときの文。見付けたことと、すべきことを述べる。 */
export const failures: { readonly [C in keyof FailureArgs]: (args: Args<C>) => Sentence } = {
  EMPTY_INPUT: a => ({
    message: a.bytes === 0 ? '入力が空です（0バイト）。' : `${a.bytes}バイトの入力に空白しかありません。`,
    hint: 'PDFから取り出したテキストであれば、元のPDFが画像であるか、変換の際に表が見つからなかった可能性があります。PDFを指定してください。',
  }),
  NOT_TEXT: a => ({
    message: `テキストとして読めません。${a.why}${where(a)}`,
    hint: a.encoding
      ? `先に文字コードを変換してください（iconv -f ${a.encoding} -t UTF-8）。`
      : (a.instead ?? 'PDFを指定するか、UTF-8、UTF-16又はCP932で保存したテキストを指定してください。'),
  }),
  NOT_FOUND: a => ({
    message: a.isFile ? `「${a.what}」がありません。` : `「${a.what}」に当てはまるファイルがありません。`,
    hint: a.isFile
      ? 'パスに誤りがないか、移動又は削除されていないか、確認してください。'
      : 'パスを確認してください。「*」などを含むときは、引用符で囲んでください。',
  }),
  UNREADABLE: a => ({
    message: `入力を読めません。${a.why}`,
    hint: 'ファイルであること、読み取る権限があることを確認してください。',
  }),
  PASSWORD_REQUIRED: () => ({
    message: 'PDFにパスワードが設定されています。',
    hint: '--password-file又は環境変数SAPPORO_EVAL_PASSWORDで、パスワードを指定してください。',
  }),
  PASSWORD_WRONG: () => ({
    message: 'パスワードが違うため、PDFを開けません。',
    hint: '--password-file、--password又はSAPPORO_EVAL_PASSWORDのパスワードを確認してください。',
  }),
  DAMAGED_PDF: a => ({
    message: `PDFが壊れています。${a.what}`,
    hint: '再度入手するか、PDFの閲覧ソフトで保存し直してください。',
  }),
  SCANNED: a => ({
    message: `${a.of}ページのうち${a.pages}ページが、文字のない画像です。`,
    hint: '元のファイルから作られたPDFを探すか、文字認識（OCR）をして、そのテキストを指定してください。',
  }),
  UNREADABLE_FONT: a => ({
    message: `PDFの書体に文字の情報がありません（${list(a.fonts)}）。`,
    hint: '元のファイルから作られたPDFを探すか、文字認識（OCR）をして、そのテキストを指定してください。',
  }),
  TEXT_IS_LAYOUT: () => ({
    message: '空白で列をそろえたテキストです（pdftotext -layoutの形式）。',
    hint: 'PDFを指定してください。PDFがなければ、表の欄を保つ形式（HTML、TSV、Markdown）に変換してください。pdftotextは欄を保ちません。',
  }),
  TEXT_OUT_OF_ORDER: a => ({
    message: `${(a.line ?? 1) > 1 ? `${a.line}行目からの` : ''}テキストの順序が失われています。${count(a.characters)}文字のうち${count(a.unclaimed)}文字が、どの項目にも入りません。`,
    hint: 'PDFを指定してください。PDFがなければ、表の欄を保つ形式（HTML、TSV、Markdown）に変換してください。pdftotext、mutool及びpdf2txtは欄を保ちません。',
  }),
  NO_SUCH_PAGE: a => ({
    message: `指定のページがありません。このファイルは${a.pages}ページです。`,
    hint: '印字された番号にかかわらず、先頭のページを1として数えます。',
  }),
  LAYOUT_UNKNOWN: a => ({
    message: a.isMisnamed ? `名前は.pdfですが、中身はテキストです。${unknownLayout(a)}` : unknownLayout(a),
    hint: a.isMisnamed
      ? '開いて中身を確かめ、PDFを再度入手してください。'
      : 'sapporo-eval detect --explainで、ない目印を確認できます。テキストで失われた場合は、PDFを指定してください。',
  }),
  LAYOUT_AMBIGUOUS: a => ({
    message: `同じページが複数の様式に当てはまります（${list(a.claimants)}）。`,
    hint: '正しい様式を--layoutで指定してください。',
  }),
  INPUT_TOO_LARGE: a => ({
    message: `${wholes[a.of ?? 'the input']}の${a.unit ? units[a.unit] : 'バイト数'}が${count(a.bytes)}で、読める上限の${count(a.limit)}を超えています。`,
    hint: sizeHint(a),
  }),
  TIMEOUT: a => ({
    message: `${a.seconds}秒以内に読み終わりませんでした。`,
    hint: '--pagesでページを限るか、--timeoutを長くしてください。',
  }),
  OUT_OF_MEMORY: a => ({
    message:
      a.megabytes === null
        ? '読み取りがシステムによって止められました。メモリー不足とみられます。'
        : `読み取りに${a.megabytes} MBを超えるメモリーが必要でした。`,
    hint:
      a.megabytes === null
        ? '--jobsの数を減らしてください。'
        : '--pagesでページを限るか、--memory-limitを大きくしてください。',
  }),
  PACKAGE_MISSING: a => ({
    message: `${a.needed}に必要なパッケージ${a.name}がありません。`,
    hint: `npm i ${a.name}で追加するか、--omit=optionalを付けずにこのツールを入れ直してください。`,
  }),
  INTERNAL: a => ({
    message: `このツールの不具合です（${a.detail}）。`,
    hint: '--debugを付けた出力を添えて、報告してください。',
  }),
}

/** 入力又はページが、どの様式にも当てはまらない理由。 */
export const unknownLayout = ({ closest, missing }: Pick<Args<'LAYOUT_UNKNOWN'>, 'closest' | 'missing'>): string => {
  if (!closest) return '既知の様式に当てはまりません。'
  return missing.length === 0
    ? `既知の様式に当てはまりません。最も近いのは${closest}です。`
    : `既知の様式に当てはまりません。最も近いのは${closest}ですが、次の目印がありません（${missing.join('、')}）。`
}

const list = (items: readonly string[]): string => (items.length === 0 ? '名称不明' : items.join('、'))

const count = (number: number): string => number.toLocaleString('en')

const wholes = { 'the input': '入力', 'the page': 'ページ', 'a stream': 'データ' } as const

const units: { readonly [U in Unit]: string } = {
  pages: 'ページ数',
  lines: '行数',
  characters: '文字数',
  'characters in a line': '1行の文字数',
  'bytes in all streams': '展開後のバイト数',
  'straight lines': '直線の数',
  'crossings of lines': '線の交点の数',
  'fields between lines': '罫線で囲まれた欄の数',
  'frames in one another': '入れ子の枠の数',
  'grounds over one another': '塗りの重なりの数',
  'lines through characters': '文字に重なる線の数',
  'texts over one another': '文字の重なりの数',
  'lines of print': '印字の行数',
  'columns of text': '段組みの数',
  'drawing operators': '描画命令の数',
}

function sizeHint({ unit, of }: Args<'INPUT_TOO_LARGE'>): string {
  if (of === 'the page') return '様式のページか確認し、図面などのページは--pagesで除いてください。'
  return unit === 'pages'
    ? '分割するか、--pagesでページを限ってください。'
    : '文書であることを確認し、分割してください。'
}

function where({ byte, line }: Args<'NOT_TEXT'>): string {
  if (byte === undefined) return ''
  return line === undefined ? `位置は${byte}バイト目です。` : `位置は${line}行目、${byte}バイト目です。`
}
