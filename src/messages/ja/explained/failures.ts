import type { failures as english } from '../../en/explained/failures.ts'
import type { SameAs } from '../../same-as.ts'

/** 入力を読めなかったときの符号の意味、例、すべきこと。 */
export const failures: SameAs<typeof english> = {
  EMPTY_INPUT: {
    meaning: '入力に文字がありません。',
    example: '0バイトのファイルや、空白だけのファイルです。',
    todo: '元のPDFを指定してください。文字がなければ、画像の可能性があります。',
  },
  NOT_TEXT: {
    meaning: 'PDFでも、既知の文字コードのテキストでもありません。',
    example: '画像、表計算ソフトのファイル、EUC-JPのテキストなどです。',
    todo: 'PDFを指定するか、テキストをUTF-8、UTF-16又はCP932で保存してください。',
  },
  NOT_FOUND: {
    meaning: 'ファイルがないか、パターンに当てはまるものがありません。',
    example: 'フォルダーの名前に誤りがあります。',
    todo: 'パスを確認してください。パターンは引用符で囲んでください。',
  },
  UNREADABLE: {
    meaning: '入力を読むことができません。',
    example: '読む権限のないファイルや、記憶装置の異常です。',
    todo: 'ファイルであること、読み取る権限があることを確認してください。',
  },
  PASSWORD_REQUIRED: {
    meaning: 'PDFにパスワードが設定されています。',
    example: '閲覧ソフトがパスワードを求めるPDFです。',
    todo: '--password-file又は環境変数SAPPORO_EVAL_PASSWORDで指定してください。',
  },
  PASSWORD_WRONG: {
    meaning: 'パスワードが違うため、PDFを開けません。',
    example: '別のファイルのパスワードを指定しています。',
    todo: '--password-file又はSAPPORO_EVAL_PASSWORDのパスワードを確認してください。',
  },
  DAMAGED_PDF: {
    meaning: 'PDFが壊れており、全部又は一部のページを読み取れません。',
    example: '入手の途中で切れたファイルです。',
    todo: '再度入手するか、PDFの閲覧ソフトで保存し直してください。',
  },
  SCANNED: {
    meaning: 'ページが文字のない画像です。',
    example: '紙を読み取って作ったPDFです。',
    todo: '元のファイルから作られたPDFを探すか、文字認識（OCR）をして、そのテキストを指定してください。',
  },
  UNREADABLE_FONT: {
    meaning: 'PDFの書体に文字の情報がありません。',
    example: '閲覧ソフトで文字を写すと、別の記号になります。',
    todo: '元のファイルから作られたPDFを探すか、文字認識（OCR）をして、そのテキストを指定してください。',
  },
  TEXT_IS_LAYOUT: {
    meaning: '空白で列をそろえたテキストです。',
    example: 'pdftotext -layoutの出力です。',
    todo: 'PDFを指定するか、表の欄を保つ形式（HTML、Markdown、TSV）に変換してください。',
  },
  TEXT_OUT_OF_ORDER: {
    meaning: 'テキストの順序が失われており、どの項目にも入らない文字が多すぎます。',
    example: '描かれた順に、項目名と値が別々に並んでいます。',
    todo: 'PDFを指定するか、表の欄を保つ形式（HTML、Markdown、TSV）に変換してください。',
  },
  NO_SUCH_PAGE: {
    meaning: '指定のページがありません。',
    example: '4ページのファイルに--pages 9を指定しています。',
    todo: '印字された番号にかかわらず、先頭のページを1として数えてください。',
  },
  LAYOUT_UNKNOWN: {
    meaning: '既知の様式に当てはまりません。',
    example: '予算書や、他市の様式です。',
    todo: 'detect --explainで、ない目印を確認できます。テキストで失われた場合は、PDFを指定してください。',
  },
  LAYOUT_AMBIGUOUS: {
    meaning: '同じページが複数の様式に当てはまります。',
    example: '二つの様式の見出しがあるページです。',
    todo: '正しい様式を--layoutで指定してください。',
  },
  INPUT_TOO_LARGE: {
    meaning: '入力又はページが、読める上限を超えています。',
    example: '線が100万本ある図面です。',
    todo: '--pagesでページを限るか、ファイルを分割してください。',
  },
  TIMEOUT: {
    meaning: '決められた時間に読み終わりませんでした。',
    example: '一つのファイルに数百ページあります。',
    todo: '--pagesでページを限るか、--timeoutを長くしてください。',
  },
  OUT_OF_MEMORY: {
    meaning: '読み取りに、決められた量を超えるメモリーが必要でした。',
    example: '展開すると非常に大きくなるページです。',
    todo: '--pagesでページを限るか、--memory-limitを大きくするか、--jobsの数を減らしてください。',
  },
  PACKAGE_MISSING: {
    meaning: '必要なパッケージなしで、このツールが入れられています。',
    example: 'npm i --omit=optionalで入れた後に、kuromojiが必要な--findingsを指定したときです。',
    todo: '示されたパッケージを追加するか、--omit=optionalを付けずにこのツールを入れ直してください。',
  },
  INTERNAL: {
    meaning: 'このツールの不具合です。',
    example: '想定していない種類のファイルです。',
    todo: '--debugを付けた出力を添えて、報告してください。',
  },
}
