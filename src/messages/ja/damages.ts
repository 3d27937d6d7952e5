import type { damages as english } from '../en/damages.ts'
import type { SameAs } from '../same-as.ts'

/** PDFの内部の異常。いずれも一文で終わる。 */
export const damages: SameAs<typeof english> = {
  CUT_SHORT: a => `ファイルが途中で切れており、${a.pages}ページを復元できました。`,
  CUT_SHORT_NO_LIST: 'ファイルが途中で切れており、ページの一覧が失われています。',
  CUT_SHORT_PAGES_LOST: a => `ファイルが途中で切れており、${a.pages}ページ分の内容が失われています。`,
  PAGE_LIST_LOST: a => `ページの一覧が失われており、${a.pages}ページを復元できました。`,
  DATA_OF_NO_PAGE: a => `どのページのものか分からない圧縮データがあります（オブジェクト${a.objects.join('、')}）。`,
  STRUCTURE_UNREADABLE: '構造を読み取れません。',
  FIRST_LINE_LOST: 'PDFであることを示す先頭の行が失われています。',
  PAGE_DATA_UNREADABLE: 'ページのデータを読み取れません。',
  PAGE_UNREAD: a => `${a.page}ページのデータを最後まで読み取れません。`,
  PAGES_UNREAD: a => `${a.from}～${a.to}ページのデータを最後まで読み取れません。`,
  PAGE_UNREAD_SINCE: a =>
    `${a.page}ページのデータを最後まで読み取れません（${a.faults.join('')}${a.areAll ? '' : 'ほか'}）。`,
  PAGES_UNREAD_SINCE: a =>
    `${a.from}～${a.to}ページのデータを最後まで読み取れません（${a.faults.join('')}${a.areAll ? '' : 'ほか'}）。`,
  ENGINE_FAILS: 'PDFの読み取り処理が異常終了しました。',
  SHOWN_TEXT_LOST: '表示される文字が一つも見付かりません。',
  OBJECT_LIST_ASTRAY: 'オブジェクトの一覧が所定の位置にありません。',
  OBJECT_MISLED: a => `オブジェクトの一覧から、オブジェクト${a.object}をたどれません。`,
  OBJECTS_MISLED: a => `オブジェクトの一覧から、オブジェクト${a.object}などをたどれません。`,
  PAGES_MISCOUNTED: a =>
    a.counted === null
      ? `ページの一覧にページ数の記載がなく、実際には${a.named}ページあります。`
      : `ページの一覧では${a.counted}ページですが、実際には${a.named}ページあります。`,
  PAGES_EXCHANGED: a =>
    `オブジェクトの順序から、${a.first}ページと${a.second}ページが入れ替わっている可能性があります。`,
  OBJECT_BROKEN: a => `オブジェクト${a.object}が壊れています。`,
  KEY_MISSPELT: a => `「/${a.key}」のつづりに誤りがあります。`,
  KEY_OF_OBJECT_MISSPELT: a => `オブジェクト${a.object}の「/${a.key}」のつづりに誤りがあります。`,
  OBJECT_ALTERED: a => `オブジェクト${a.object}の長さが、作成時と異なります。`,
  FILTER_OF_OBJECT_UNKNOWN: a => `オブジェクト${a.object}の圧縮方式「/${a.filter}」は不明です。`,
  LENGTH_OFF: a => `オブジェクト${a.object}のデータの長さが、記載と異なります。`,
  FONTS_WITHOUT_CONTENT: '書体の指定があるのに、ページの内容がありません。',
  CONTENT_MISSING: a => `ページの内容（オブジェクト${a.object}）がありません。`,
  CONTENT_IS_NONE: a => `ページの内容（オブジェクト${a.object}）が内容として読めません。`,
  CONTENT_OF_NO_OBJECT_MISSING: 'ページの内容がありません。',
  CONTENT_OF_NO_OBJECT_IS_NONE: 'ページの内容が内容として読めません。',
  CONTENT_NOT_OF_PAGE: '内容がページの内容の形をしていません。',
  FONT_MISSING: a => `書体「/${a.font}」がありません。`,
  FONT_IS_NONE: a => `「/${a.font}」が書体ではありません。`,
  FONT_LACKS_GLYPHS: a => `書体「/${a.font}」に字形がありません。`,
  FONT_LACKS_WIDTHS: a => `書体「/${a.font}」に字幅がありません。`,
  FONT_ENCODING: a => `書体「/${a.font}」の文字コード表に異常があります。`,
  FONT_TO_UNICODE: a => `書体「/${a.font}」のToUnicodeに異常があります。`,
  FONT_DESCRIPTOR: a => `書体「/${a.font}」の記述に異常があります。`,
  FONT_PROGRAM: a => `書体「/${a.font}」の本体に異常があります。`,
  FILTER_UNKNOWN: a => `圧縮方式「/${a.filter}」は不明です。`,
  FILTER_FAILS: a => `${a.filter}のデータを展開できません。`,
  IN_OBJECT: a => `オブジェクト${a.object}に異常があります。${a.fault}`,
  BRANCH_MISSING: 'ページの一覧の一部がありません。',
  PAGE_BROKEN: a => `ページの一覧にあるオブジェクト${a.object}が壊れています。`,
  PAGE_MISSING: a => `ページの一覧にあるオブジェクト${a.object}がありません。`,
  PAGE_IS_NONE: a => `ページの一覧にあるオブジェクト${a.object}がページではありません。`,
  ENTRY_IS_NO_PAGE: 'ページの一覧に、ページではないものがあります。',
  PAGES_IN_CIRCLE: 'ページの一覧が循環しています。',
  PAGE_LISTED_TWICE: a =>
    `ページの一覧にオブジェクト${a.object}が二度あり、オブジェクト${a.forgotten}のページがありません。`,
  CONTENT_OF_OTHER_PAGE: a => `内容が別のページのもので、オブジェクト${a.object}が使われていません。`,
  FONT_OF_OTHER: a => `書体「/${a.font}」が別の書体になっており、オブジェクト${a.object}の書体が使われていません。`,
  FONTS_ALIKE: a => `二つの書体が同じ文字表を使っており、オブジェクト${a.object}が使われていません。`,
  DRAWN_MISSING: a => `ページに描かれる「/${a.name}」がありません。`,
  DRAWN_IS_NONE: a => `ページに描かれる「/${a.name}」が、図形でも画像でもありません。`,
}
